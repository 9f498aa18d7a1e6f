/** Arguments of a command line as plain data. Answers to: CPython 3.11 Lib/argparse.py (behaviour). */
import type { ArgumentParser } from './argument-parser.ts';

/** How many words an argument takes: a count, or argparse's symbols ("A..." is a sub-command and all that follows). */
export type Nargs = number | '?' | '*' | '+' | '...' | 'A...';

export type ActionKind =
  | 'store'
  | 'store_const'
  | 'store_true'
  | 'store_false'
  | 'append'
  | 'append_const'
  | 'extend'
  | 'count'
  | 'help'
  | 'version'
  | 'parsers'
  /** `--x` and `--no-x` */
  | 'boolean'
  /** Does what `run` does. */
  | 'call';

/** As a help text or default: not shown, not set. */
export const SUPPRESS = '==SUPPRESS==';

export interface Argument {
  readonly kind: ActionKind;
  /** "-m", "--message"; empty for a positional argument. */
  readonly flags: readonly string[];
  /** Where the value goes; undefined where nothing is kept. */
  readonly dest: string | undefined;
  /** undefined: exactly one word, and the value is that word. */
  readonly nargs: Nargs | undefined;
  readonly const: unknown;
  readonly default: unknown;
  readonly choices: readonly unknown[] | undefined;
  readonly required: boolean;
  readonly help: string | undefined;
  readonly metavar: string | readonly string[] | undefined;
  readonly version: string | undefined;
  /** Turns a word into a value. Throws ArgumentMessage where it cannot. */
  readonly convert: ((text: string) => unknown) | undefined;
  /** Sub-commands of a `parsers` argument, in the order in which they were added. */
  readonly parsers?: ReadonlyMap<string, SubCommand>;
  /** What an action of the learner's own does. */
  readonly run?: ArgumentRun | undefined;
}

/** @param flag as it was typed; null for a positional argument */
export type ArgumentRun = (value: unknown, flag: string | null, values: Map<string, unknown>) => void;

export interface SubCommand {
  readonly help: string | undefined;
  /** Its name with its other names, for help; undefined for one of those. */
  readonly shown: string | undefined;
  readonly parser: ArgumentParser;
}

/** A complaint about one argument ("argument -c/--config: expected one argument"), or about the whole line. */
export class ArgumentMessage extends Error {
  readonly argument: Argument | undefined;
  constructor(argument: Argument | undefined, message: string) {
    super(message);
    this.argument = argument;
  }
}

/** An argument's name in messages. */
export function nameOf(argument: Argument): string {
  if (argument.flags.length > 0) return argument.flags.join('/');
  if (argument.metavar !== undefined) return String(argument.metavar);
  if (argument.dest !== undefined) return argument.dest;
  return argument.choices ? `{${argument.choices.join(',')}}` : '';
}

/** Does the argument take no word at all? */
export const isSwitch = (argument: Argument): boolean => argument.nargs === 0;

/** How its words look in usage and help: "REV_RANGE", "revisions [revisions ...]". */
export function wordsOf(argument: Argument, fallback: string): string {
  const names = metavarsOf(argument, fallback);
  const first = names[0]!;
  const second = names[1] ?? first;
  switch (argument.nargs) {
    case undefined:
      return first;
    case '?':
      return `[${first}]`;
    case '*':
      return names.length === 2 ? `[${first} [${second} ...]]` : `[${first} ...]`;
    case '+':
      return `${first} [${second} ...]`;
    case '...':
      return '...';
    case 'A...':
      return `${first} ...`;
    default:
      return Array.from({ length: argument.nargs }, (_, i) => names[i] ?? first).join(' ');
  }
}

/** The name that stands for its value. */
export function metavarsOf(argument: Argument, fallback: string): readonly string[] {
  if (argument.metavar !== undefined) {
    return typeof argument.metavar === 'string' ? [argument.metavar] : argument.metavar;
  }
  return [argument.choices ? `{${argument.choices.join(',')}}` : fallback];
}
