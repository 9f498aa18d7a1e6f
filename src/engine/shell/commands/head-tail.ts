/** `head` and `tail`. Answers to: GNU coreutils. */
import { type Invocation, type Program, parseArguments } from '../program.ts';
import { piecesOf, read, refuse } from './input.ts';

export const head: Program = {
  summary: 'print the first lines',
  options: ['-n'],
  run: (call) => ends(call, (lines, count) => (count < 0 ? lines.slice(0, count) : lines.slice(0, count))),
};

export const tail: Program = {
  summary: 'print the last lines',
  options: ['-n'],
  run: (call) => ends(call, (lines, count) => (count === 0 ? [] : lines.slice(-count))),
};

function ends(
  call: Invocation,
  pick: (lines: readonly string[], count: number) => readonly string[],
): number {
  const args = call.args.map((arg) => arg.replace(/^-(\d+)$/, '-n$1'));
  const { values, operands, unknown } = parseArguments(args, 'n:qv', { lines: 'n' });
  if (unknown) return refuse(call, unknown, 1);
  const wanted = values.get('n') ?? '10';
  if (!/^[+-]?\d+$/.test(wanted)) {
    call.stderr.write(`${call.name}: invalid number of lines: '${wanted}'\n`);
    return 1;
  }
  const { sources, failed } = read(call, operands);
  for (const [index, source] of sources.entries()) {
    if (sources.length > 1) call.stdout.write(`${index > 0 ? '\n' : ''}==> ${source.name} <==\n`);
    const pieces = piecesOf(source.text);
    const fromLine = call.name === 'tail' && wanted.startsWith('+');
    call.stdout.write((fromLine ? pieces.slice(Number(wanted) - 1) : pick(pieces, Number(wanted))).join(''));
  }
  return failed ? 1 : 0;
}
