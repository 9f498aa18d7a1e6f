/**
 * The normal form of a command line, in which two ways to write the same one are equal: white space, quotes, the long and the short name of
 * an option, its value behind a blank or an equals sign, and the order of options do not matter; nor do the words of a message.
 */
const LONG: Readonly<Record<string, string>> = {
  '-m': '--message',
  '-c': '--config',
  '-n': '--name',
  '-r': '--rev-range',
  '-v': '--verbose',
  '-i': '--indicate-current',
};
const WITH_VALUE = new Set([
  '--message',
  '--config',
  '--name',
  '--rev-range',
  '--rev-id',
  '--head',
  '-x',
  '--generator',
  '--outfile',
  '--tables',
  '--schemas',
  '--options',
]);

/** @returns "alembic revision --autogenerate --message=…": words, then options in the order of the alphabet. */
export function normalCommand(line: string): string {
  const words = wordsOf(line);
  const plain: string[] = [];
  const options: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (!/^--?[a-zA-Z]/.test(word)) {
      plain.push(word);
      continue;
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const written = equals > 0 ? word.slice(0, equals) : word;
    const name = LONG[written] ?? written;
    const value = equals > 0 ? word.slice(equals + 1) : WITH_VALUE.has(name) ? words[++index] : undefined;
    if (value === undefined) options.push(name);
    else options.push(`${name}=${name === '--message' ? '…' : value}`);
  }
  return [...plain, ...options.sort()].join(' ');
}

/** Words as a shell splits them, for lines without variables and operators. */
function wordsOf(line: string): string[] {
  const found = line.trim().match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return found.map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''),
  );
}
