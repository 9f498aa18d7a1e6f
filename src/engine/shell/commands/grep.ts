/** `grep`. Answers to: GNU grep. */
import { absolute } from '../paths.ts';
import { type Invocation, type Program, parseArguments } from '../program.ts';
import { linesOf, read, type Source, swapEscapes } from './input.ts';

export const grep: Program = {
  summary: 'print lines that match a pattern',
  options: ['-r', '-n', '-i', '-v', '-c', '-l', '-E', '-F'],
  run: (call) => {
    const spec = 'rRnivclEFGwqhHoe:A:B:C:';
    const long = {
      recursive: 'r',
      'ignore-case': 'i',
      'invert-match': 'v',
      count: 'c',
      'line-number': 'n',
      quiet: 'q',
    };
    const { flags, values, operands, unknown } = parseArguments(call.args, spec, long);
    if (unknown) {
      call.stderr.write(`grep: invalid option -- '${unknown}'\n`);
      return usage(call);
    }
    const pattern = values.get('e') ?? operands[0];
    if (pattern === undefined) return usage(call);
    const named = values.has('e') ? operands : operands.slice(1);
    const recursive = flags.has('r') || flags.has('R');
    const names = recursive ? (named.length > 0 ? named : ['.']).flatMap((name) => below(call, name)) : named;
    let test: RegExp;
    try {
      test = expression(pattern, flags);
    } catch {
      call.stderr.write('grep: Invalid regular expression\n');
      return 2;
    }
    const { sources, failed } =
      recursive && names.length === 0 ? { sources: [], failed: false } : read(call, names);
    const label = flags.has('H') || ((recursive || names.length > 1) && !flags.has('h'));
    const found = sources.filter((source) => reportMatches(call, source, test, flags, label)).length > 0;
    return failed ? 2 : found ? 0 : 1;
  },
};

function usage(call: Invocation): number {
  call.stderr.write("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n");
  return 2;
}

function reportMatches(
  call: Invocation,
  source: Source,
  test: RegExp,
  flags: ReadonlySet<string>,
  label: boolean,
): boolean {
  const prefix = label ? `${source.name}:` : '';
  const hits = linesOf(source.text)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => test.test(line) !== flags.has('v'));
  if (flags.has('q')) return hits.length > 0;
  if (flags.has('l')) {
    if (hits.length > 0) call.stdout.write(`${source.name}\n`);
  } else if (flags.has('c')) call.stdout.write(`${prefix}${hits.length}\n`);
  else {
    for (const { line, number } of hits) {
      const texts = flags.has('o')
        ? [...line.matchAll(new RegExp(test.source, `${test.flags}g`))].map(([all]) => all)
        : [line];
      for (const text of texts) call.stdout.write(`${prefix}${flags.has('n') ? `${number}:` : ''}${text}\n`);
    }
  }
  return hits.length > 0;
}

/** A POSIX pattern as JavaScript's: in basic patterns `+ ? | ( ) { }` mean themselves unless escaped. */
function expression(pattern: string, flags: ReadonlySet<string>): RegExp {
  let source = pattern;
  if (flags.has('F')) source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  else if (!flags.has('E')) source = swapEscapes(pattern);
  if (flags.has('w')) source = `\\b(?:${source})\\b`;
  return new RegExp(source, flags.has('i') ? 'iu' : 'u');
}

function below(call: Invocation, name: string): string[] {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  const names = files.list(path);
  if (!names) return [name];
  return names.flatMap((inner) =>
    below(call, name === '/' ? `/${inner}` : `${name.replace(/\/$/, '')}/${inner}`),
  );
}
