/** `wc`. Answers to: GNU coreutils. */
import { type Program, parseArguments } from '../program.ts';
import { read, refuse } from './input.ts';

export const wc: Program = {
  summary: 'count lines, words and bytes',
  options: ['-l', '-w', '-c'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'lwcm', {
      lines: 'l',
      words: 'w',
      bytes: 'c',
    });
    if (unknown) return refuse(call, unknown, 1);
    const chosen = ['l', 'w', 'm', 'c'].filter((flag) => flags.has(flag));
    const columns = chosen.length > 0 ? chosen : ['l', 'w', 'c'];
    const { sources, failed } = read(call, operands);
    const rows = sources.map((source) => ({
      name: operands.length > 0 ? source.name : '',
      counts: countsOf(source.text),
    }));
    if (rows.length > 1) rows.push({ name: 'total', counts: sum(rows.map((row) => row.counts)) });
    const widest = Math.max(
      ...rows.flatMap((row) => columns.map((column) => String(row.counts[column]).length)),
      1,
    );
    const width =
      columns.length === 1 && rows.length === 1 ? 1 : operands.length > 0 ? widest : Math.max(widest, 7);
    for (const { name, counts } of rows) {
      const cells = columns.map((column) => String(counts[column]).padStart(width)).join(' ');
      call.stdout.write(`${cells}${name ? ` ${name}` : ''}\n`);
    }
    return failed ? 1 : 0;
  },
};

type Counts = Readonly<Record<string, number>>;

function countsOf(text: string): Counts {
  const bytes = new TextEncoder().encode(text).length;
  const words = text.split(/\s+/).filter(Boolean).length;
  return { l: text.split('\n').length - 1, w: words, c: bytes, m: [...text].length };
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {};
  for (const counts of all)
    for (const [key, count] of Object.entries(counts)) total[key] = (total[key] ?? 0) + count;
  return total;
}
