/** What FORMAT.md takes out of a command's output before it is compared. Answers to: normalise() in record.py. */

export const ROOT = '/home/learner/app';
const TRACE = 'Traceback (most recent call last):';

export function normalise(output: string): string {
  const text = output
    .replace(/^(\\(?:un)?restrict) \w{63}$/gm, '$1 KEY')
    .replace(/\bat(\s+)0x[0-9a-f]+/g, 'at$10x0')
    // The name of a bind without one begins with an address, too.
    .replace(/%\(\d{9,} (\w+)\)s/g, '%(0 $1)s')
    .replace(/\[(generated in|no key) [\d.e-]+s(?=\]| \(insertmanyvalues)/g, '[$1 0s')
    .replace(/\[cached since [\d.e-]+s ago(?=\]| \(insertmanyvalues)/g, '[cached since 0s ago')
    .replace(/\/tmp\/tmp\w{8}\.txt/g, '/tmp/tmpXXXXXXXX.txt')
    // A Python warning raised from library code: its path, line and source line are not the learner's.
    .replace(
      /^(?!\/home\/learner\/app\/)(?:\/|<)[^\n]*?:\d+: (\w*Warning: [^\n]*)\n(?: {2}[^\n]*\n)?/gm,
      '$1\n',
    );
  return text.includes(TRACE) ? withoutLibraryFrames(text) : text;
}

/** Keeps what stands before the first traceback, and of the last one the frames of the project and the exception. */
function withoutLibraryFrames(text: string): string {
  const head = text.slice(0, text.indexOf(TRACE));
  const lines = text
    .slice(text.lastIndexOf(TRACE) + TRACE.length)
    .split('\n')
    .slice(1);
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length && lines[at]!.startsWith('  ')) {
    const first = lines[at]!;
    const block = [first];
    for (at += 1; at < lines.length && lines[at]!.startsWith('    '); at += 1) {
      // A SyntaxError's own caret stays: its frame names no function.
      if (!first.includes(', in ') || !/^\s*[~^]+\s*$/.test(lines[at]!)) block.push(lines[at]!);
    }
    const file = /^ {2}File "([^"]+)", line/.exec(first)?.[1];
    if (file?.startsWith(ROOT)) kept.push(...block);
  }
  return head + [TRACE, ...kept, ...lines.slice(at)].join('\n');
}
