/** Options as GNU's programs take them. Answers to: glibc's getopt_long. */
import type { Invocation } from './program.ts';

/** Options and operands, or what is wrong with them. */
export interface ParsedArguments {
  readonly flags: ReadonlySet<string>;
  /** The last value of each option that takes one. */
  readonly values: ReadonlyMap<string, string>;
  /** Every value, in the order given: `-e a -e b`. */
  readonly given: readonly (readonly [letter: string, value: string])[];
  readonly operands: readonly string[];
  /** What getopt complains of, without the program's name. */
  readonly problem: string | undefined;
}

interface Reading {
  readonly flags: Set<string>;
  readonly given: [string, string][];
  readonly operands: string[];
  problem: string | undefined;
}

/**
 * Splits options from operands: `-la x --all`.
 * @param spec letters of flags; ":" behind one says that it takes a value, "::" that a value may be joined to it.
 * @param long maps long names to letters; a beginning that only one has will do.
 */
export function parseArguments(
  args: readonly string[],
  spec: string,
  long: Readonly<Record<string, string>> = {},
): ParsedArguments {
  const reading: Reading = { flags: new Set(), given: [], operands: [], problem: undefined };
  for (let at = 0; at < args.length && reading.problem === undefined; at++) {
    const arg = args[at]!;
    if (arg === '--') {
      reading.operands.push(...args.slice(at + 1));
      break;
    }
    if (arg.startsWith('--')) at += longOption(reading, arg, args[at + 1], spec, long);
    else if (arg.startsWith('-') && arg.length > 1) at += shortOptions(reading, arg, args[at + 1], spec);
    else reading.operands.push(arg);
  }
  const { flags, given, operands, problem } = reading;
  return { flags, values: new Map(given), given, operands, problem };
}

type Takes = 'nothing' | 'value' | 'joined';

function takes(spec: string, letter: string): Takes | undefined {
  const at = letter === ':' ? -1 : spec.indexOf(letter);
  if (at < 0) return undefined;
  if (spec[at + 1] !== ':') return 'nothing';
  return spec[at + 2] === ':' ? 'joined' : 'value';
}

/** @returns how many of the following arguments it used. */
function longOption(
  reading: Reading,
  arg: string,
  next: string | undefined,
  spec: string,
  long: Readonly<Record<string, string>>,
): number {
  const [typed, value] = arg.slice(2).split(/=(.*)/s) as [string, string | undefined];
  const fitting = Object.keys(long).filter((name) => name.startsWith(typed));
  const letters = new Set(fitting.map((one) => long[one]));
  const name = long[typed] !== undefined ? typed : letters.size === 1 ? fitting[0] : undefined;
  if (name === undefined) {
    reading.problem =
      fitting.length > 1
        ? `option '--${typed}' is ambiguous; possibilities:${fitting.map((one) => ` '--${one}'`).join('')}`
        : `unrecognized option '--${typed}'`;
    return 0;
  }
  const letter = long[name]!;
  const kind = takes(spec, letter);
  if (kind === 'value') {
    const given = value ?? next;
    if (given === undefined) reading.problem = `option '--${name}' requires an argument`;
    else reading.given.push([letter, given]);
    return value === undefined ? 1 : 0;
  }
  if (value !== undefined && kind === 'nothing')
    reading.problem = `option '--${name}' doesn't allow an argument`;
  if (value !== undefined) reading.given.push([letter, value]);
  reading.flags.add(letter);
  return 0;
}

function shortOptions(reading: Reading, arg: string, next: string | undefined, spec: string): number {
  for (let index = 1; index < arg.length; index++) {
    const letter = arg[index]!;
    const kind = takes(spec, letter);
    const rest = arg.slice(index + 1);
    if (kind === undefined) {
      reading.problem = `invalid option -- '${letter}'`;
      return 0;
    }
    if (kind === 'nothing') {
      reading.flags.add(letter);
      continue;
    }
    if (kind === 'joined') {
      reading.flags.add(letter);
      if (rest) reading.given.push([letter, rest]);
      return 0;
    }
    if (rest === '' && next === undefined) reading.problem = `option requires an argument -- '${letter}'`;
    else reading.given.push([letter, rest || next!]);
    return rest === '' ? 1 : 0;
  }
  return 0;
}

/** Prints what GNU's programs say of a wrong option, and answers the exit code. */
export function refuse(call: Invocation, problem: string, exit: number): number {
  call.stderr.write(`${call.name}: ${problem}\nTry '${call.name} --help' for more information.\n`);
  return exit;
}

/** Prints `name: text` and answers the exit code. */
export function complain(call: Invocation, text: string, exit = 1): number {
  call.stderr.write(`${call.name}: ${text}\n`);
  return exit;
}
