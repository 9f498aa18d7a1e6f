/** What a shell command is: a function of its invocation that answers an exit code. */
import type { Machine, Output } from '../machine.ts';
import type { PsqlState } from './psql/settings.ts';

/** State of the terminal's shell that outlives a line. */
export interface ShellState {
  /** Variables that are set and not exported. */
  readonly variables: Map<string, string>;
  readonly history: string[];
  lastExit: number;
  previousFolder: string;
  /** `set -e`: the commands of this text end at the first one that fails. */
  stopsOnError?: boolean;
  /** A psql whose prompt is open: the next lines are typed to it. */
  psql?: PsqlState | undefined;
  /** What its prompt shows of an unfinished statement. */
  psqlInside?: string;
}

export interface Invocation {
  readonly name: string;
  readonly args: readonly string[];
  readonly machine: Machine;
  readonly shell: ShellState;
  /** Exported variables with those set for this command alone. */
  readonly environment: Map<string, string>;
  /** What a pipe or a redirection brings; undefined where the terminal itself is the input. */
  readonly stdin: string | undefined;
  /** What the journal says was typed at the program's own prompt, where the terminal is the input. */
  readonly terminalInput?: string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * Work that cannot be done synchronously inside the engine. The worker fulfils it and hands the answer back to the
 * generator that asked.
 */
export interface Need {
  readonly kind: 'needs';
  readonly what: 'pg_dump' | 'git' | 'extension';
  readonly args: readonly string[];
}

export type Steps = Generator<Need, number, unknown>;

export interface Program {
  /** One line for `help`. */
  readonly summary: string;
  /** Options that completion offers. */
  readonly options?: readonly string[];
  run(invocation: Invocation): number | Steps;
}

/** Splits short options from operands: `-la x --all` with `flags` "la" and long names. Unknown options come back by name. */
export interface ParsedArguments {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
  readonly unknown: string | undefined;
}

/**
 * @param spec letters of flags, and letters followed by ":" that take a value; `long` maps long names to letters.
 */
export function parseArguments(
  args: readonly string[],
  spec: string,
  long: Readonly<Record<string, string>> = {},
): ParsedArguments {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  const takesValue = (letter: string) => spec[spec.indexOf(letter) + 1] === ':';
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--')
      return { flags, values, operands: [...operands, ...args.slice(at + 1)], unknown: undefined };
    if (arg.startsWith('--')) {
      const [name, value] = arg.slice(2).split(/=(.*)/s) as [string, string | undefined];
      const letter = long[name];
      if (letter === undefined) return { flags, values, operands, unknown: arg };
      if (takesValue(letter)) values.set(letter, value ?? args[++at] ?? '');
      else flags.add(letter);
    } else if (arg.startsWith('-') && arg.length > 1) {
      for (let index = 1; index < arg.length; index++) {
        const letter = arg[index]!;
        if (letter === ':' || !spec.includes(letter)) return { flags, values, operands, unknown: letter };
        if (takesValue(letter)) {
          values.set(letter, arg.slice(index + 1) || (args[++at] ?? ''));
          break;
        }
        flags.add(letter);
      }
    } else operands.push(arg);
  }
  return { flags, values, operands, unknown: undefined };
}

/** The message GNU's tools print for an option that they do not know; exit code 1 or 2 is the caller's. */
export function unknownOption(invocation: Invocation, option: string): void {
  const what = option.startsWith('--') ? `unrecognized option '${option}'` : `invalid option -- '${option}'`;
  invocation.stderr.write(
    `${invocation.name}: ${what}\nTry '${invocation.name} --help' for more information.\n`,
  );
}
