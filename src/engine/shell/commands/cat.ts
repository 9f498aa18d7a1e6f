/** `cat`. Answers to: GNU coreutils. */
import { type Program, parseArguments } from '../program.ts';
import { linesOf, read, refuse } from './input.ts';

export const cat: Program = {
  summary: 'print files',
  options: ['-n'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'nbsAeEtTu', { number: 'n' });
    if (unknown) return refuse(call, unknown, 1);
    const { sources, failed } = read(call, operands);
    const text = sources.map((source) => source.text).join('');
    const numbered = () => linesOf(text).map((line, index) => `${String(index + 1).padStart(6)}\t${line}\n`);
    call.stdout.write(flags.has('n') ? numbered().join('') : text);
    return failed ? 1 : 0;
  },
};
