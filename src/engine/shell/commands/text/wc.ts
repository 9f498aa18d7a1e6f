/** `wc`. Answers to: GNU coreutils. */

import { parseArguments, refuse } from '../../options.ts';
import type { Program } from '../../program.ts';
import { widthOf } from '../../psql/print.ts';
import { bytesOf, read } from './input.ts';

const LONG = { lines: 'l', words: 'w', bytes: 'c', chars: 'm', 'max-line-length': 'L' };

export const wc: Program = {
  options: ['-l', '-w', '-c', '-m', '-L'],
  run: (call) => {
    const { flags, operands, problem } = parseArguments(call.args, 'lwcmL', LONG);
    if (problem) return refuse(call, problem, 1);
    const chosen = ['l', 'w', 'm', 'c', 'L'].filter((flag) => flags.has(flag));
    const columns = chosen.length > 0 ? chosen : ['l', 'w', 'c'];
    const { sources, failed } = read(call, operands);
    const rows = sources.map((source) => ({
      name: operands.length > 0 ? source.name : '',
      counts: countsOf(source.text),
    }));
    if (operands.length > 1) rows.push({ name: 'total', counts: sum(rows.map((row) => row.counts)) });
    // GNU's wc sizes its columns by the files' bytes before it reads them.
    const whole = rows.reduce((most, row) => Math.max(most, row.counts.c!), 0);
    // What comes from a pipe has no size beforehand; a file behind `<` has.
    const piped = (operands.length === 0 || operands.includes('-')) && call.host.stdin?.file !== true;
    const width = columns.length === 1 && operands.length < 2 ? 1 : piped ? 7 : String(whole).length;
    for (const { name, counts } of rows) {
      const cells = columns.map((column) => String(counts[column]).padStart(width)).join(' ');
      call.stdout.write(`${cells}${name ? ` ${name}` : ''}\n`);
    }
    return failed ? 1 : 0;
  },
};

type Counts = Readonly<Record<string, number>>;

function countsOf(text: string): Counts {
  const words = text.split(/\s+/).filter(Boolean).length;
  const longest = Math.max(...text.split('\n').map(widthOf));
  return { l: text.split('\n').length - 1, w: words, c: bytesOf(text), m: [...text].length, L: longest };
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = { l: 0, w: 0, c: 0, m: 0, L: 0 };
  for (const counts of all)
    for (const [key, count] of Object.entries(counts))
      total[key] = key === 'L' ? Math.max(total.L!, count) : total[key]! + count;
  return total;
}
