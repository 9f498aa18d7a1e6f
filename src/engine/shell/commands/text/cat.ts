/** `cat` and `tac`. Answers to: GNU coreutils. */
import { parseArguments, refuse } from '../../options.ts';
import type { Program } from '../../program.ts';
import { piecesOf, read } from './input.ts';

const LONG = {
  number: 'n',
  'number-nonblank': 'b',
  'squeeze-blank': 's',
  'show-all': 'A',
  'show-ends': 'E',
  'show-tabs': 'T',
  'show-nonprinting': 'v',
};

export const cat: Program = {
  options: ['-n', '-b', '-s', '-A', '-E', '-T'],
  run: (call) => {
    const { flags, operands, problem } = parseArguments(call.args, 'nbsAeEtTuv', LONG);
    if (problem) return refuse(call, problem, 1);
    const { sources, failed } = read(call, operands);
    const text = sources.map((source) => source.text).join('');
    call.stdout.write(marked(text, flags));
    return failed ? 1 : 0;
  },
};

function marked(text: string, flags: ReadonlySet<string>): string {
  const has = (...letters: readonly string[]) => letters.some((letter) => flags.has(letter));
  if (flags.size === 0) return text;
  let number = 0;
  let blanks = 0;
  let out = '';
  for (const piece of piecesOf(text)) {
    const isBlank = piece === '\n';
    blanks = isBlank ? blanks + 1 : 0;
    if (has('s') && blanks > 1) continue;
    const counts = has('b') ? !isBlank : has('n');
    if (counts) out += `${String(++number).padStart(6)}\t`;
    let line = piece;
    if (has('A', 'T', 't')) line = line.replaceAll('\t', '^I');
    if (has('A', 'E', 'e')) line = line.replace(/\n$/, '$\n');
    out += line;
  }
  return out;
}

export const tac: Program = {
  run: (call) => {
    const { operands, problem } = parseArguments(call.args, '');
    if (problem) return refuse(call, problem, 1);
    const { sources, failed } = read(call, operands);
    for (const { text } of sources) call.stdout.write([...piecesOf(text)].reverse().join(''));
    return failed ? 1 : 0;
  },
};
