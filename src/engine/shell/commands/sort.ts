/** `sort` and `uniq`. Answers to: GNU coreutils. */
import { type Program, parseArguments } from '../program.ts';
import { linesOf, read, refuse } from './input.ts';

export const sort: Program = {
  summary: 'sort lines',
  options: ['-r', '-n', '-u'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'rnuf', { reverse: 'r', unique: 'u' });
    if (unknown) return refuse(call, unknown, 2);
    const { sources, failed } = read(call, operands);
    let lines = sources.flatMap((source) => linesOf(source.text));
    lines.sort((a, b) =>
      flags.has('n') ? Number.parseFloat(a) - Number.parseFloat(b) : a < b ? -1 : a > b ? 1 : 0,
    );
    if (flags.has('r')) lines.reverse();
    if (flags.has('u')) lines = [...new Set(lines)];
    call.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return failed ? 2 : 0;
  },
};

export const uniq: Program = {
  summary: 'drop repeated lines',
  options: ['-c'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'cd', { count: 'c' });
    if (unknown) return refuse(call, unknown, 1);
    const { sources, failed } = read(call, operands);
    const groups: { line: string; count: number }[] = [];
    for (const line of sources.flatMap((source) => linesOf(source.text))) {
      const last = groups.at(-1);
      if (last?.line === line) last.count += 1;
      else groups.push({ line, count: 1 });
    }
    const shown = flags.has('d') ? groups.filter((group) => group.count > 1) : groups;
    const row = (group: { line: string; count: number }) =>
      flags.has('c') ? `${String(group.count).padStart(7)} ${group.line}\n` : `${group.line}\n`;
    call.stdout.write(shown.map(row).join(''));
    return failed ? 1 : 0;
  },
};
