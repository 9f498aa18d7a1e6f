/** `head` and `tail`. Answers to: GNU coreutils. */
import { complain, parseArguments, refuse } from '../../options.ts';
import type { Invocation, Program } from '../../program.ts';
import { piecesOf, read } from './input.ts';

export const head: Program = {
  options: ['-n', '-c', '-q', '-v'],
  run: (call) =>
    ends(call, (pieces, { count, sign }) => pieces.slice(0, sign === '-' ? -count || pieces.length : count)),
};

export const tail: Program = {
  options: ['-n', '-c', '-q', '-v', '-f'],
  run: (call) =>
    ends(call, (pieces, { count, sign }) => {
      if (sign === '+') return pieces.slice(Math.max(0, count - 1));
      return count === 0 ? [] : pieces.slice(-count);
    }),
};

interface Wanted {
  readonly count: number;
  readonly sign: string;
}

const LONG = { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v', follow: 'f' };
const UNITS: Readonly<Record<string, number>> = { '': 1, b: 512, k: 1024, K: 1024, M: 1024 ** 2, kB: 1000 };

function ends(
  call: Invocation,
  pick: (pieces: readonly string[], wanted: Wanted) => readonly string[],
): number {
  const args = call.args.map((arg, at) =>
    /^-[nc]$/.test(call.args[at - 1] ?? '') ? arg : arg.replace(/^-(\d+)$/, '-n$1'),
  );
  if (call.name === 'tail')
    for (const [at, arg] of args.entries()) if (at === 0) args[at] = arg.replace(/^\+(\d+)$/, '-n+$1');
  const { flags, values, operands, problem } = parseArguments(args, 'n:c:qvf', LONG);
  if (problem) return refuse(call, problem, 1);
  const bytes = values.has('c');
  const text = values.get(bytes ? 'c' : 'n') ?? '10';
  const match = /^([+-]?)(\d+)(b|kB|[kKM]?)$/.exec(text);
  if (!match) return complain(call, `invalid number of ${bytes ? 'bytes' : 'lines'}: ‘${text}’`);
  const wanted: Wanted = { sign: match[1]!, count: Number(match[2]) * UNITS[match[3]!]! };
  const names = operands.length > 0 ? operands : ['-'];
  let failed = false;
  let first = true;
  for (const name of names) {
    const { sources, failed: missing } = read(call, [name], (one, why) => complaint(call, one, why));
    failed ||= missing;
    for (const source of sources) {
      if ((names.length > 1 && !flags.has('q')) || flags.has('v')) {
        const title = name === '-' ? 'standard input' : name;
        call.stdout.write(`${first ? '' : '\n'}==> ${title} <==\n`);
      }
      first = false;
      call.stdout.write(
        bytes ? bytesPicked(source.text, wanted, pick) : pick(piecesOf(source.text), wanted).join(''),
      );
    }
  }
  return failed ? 1 : 0;
}

const complaint = (call: Invocation, name: string, why: string): string =>
  why === 'Is a directory'
    ? `${call.name}: error reading '${name}': ${why}`
    : `${call.name}: cannot open '${name}' for reading: ${why}`;

function bytesPicked(
  text: string,
  wanted: Wanted,
  pick: (pieces: readonly string[], wanted: Wanted) => readonly string[],
): string {
  const bytes = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte));
  const chosen = pick(bytes, wanted).map((one) => one.charCodeAt(0));
  return new TextDecoder().decode(Uint8Array.from(chosen));
}
