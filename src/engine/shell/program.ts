/** What a shell command is: a function of its invocation that answers an exit code. */
import type { Machine, Output } from '../machine.ts';
import type { Command } from './parse/syntax.ts';
import type { PsqlState } from './psql/settings.ts';
import type { ShellHost } from './run/run.ts';

/** State of the terminal's shell that outlives a line. */
export interface ShellState {
  /** Variables that are set and not exported. */
  readonly variables: Map<string, string>;
  readonly functions: Map<string, Command>;
  /** `$1 $2 …` of the function or script that runs. */
  parameters: readonly string[];
  /** What `set` switched on: e, u, x, pipefail. */
  readonly options: Set<string>;
  /** What `local` hid in the function that runs: the values to bring back. */
  locals?: Map<string, string | undefined> | undefined;
  readonly history: string[];
  lastExit: number;
  previousFolder: string;
  /** A psql whose prompt is open: the next lines are typed to it. */
  psql?: PsqlState | undefined;
  /** What its prompt shows of an unfinished statement. */
  psqlInside?: string;
}

/** What a program finds when it starts. */
export interface Invocation {
  readonly name: string;
  readonly args: readonly string[];
  readonly machine: Machine;
  readonly shell: ShellState;
  /** Exported variables with those set for this command alone. */
  readonly environment: Map<string, string>;
  /** What a pipe or a redirection brings, all that is left of it; undefined where the terminal itself is the input. */
  readonly stdin: string | undefined;
  /** The next line of the input alone; undefined at its end. */
  nextLine(): string | undefined;
  /** What the journal says was typed at the program's own prompt, where the terminal is the input. */
  readonly terminalInput?: string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether stdout is the terminal: `ls` lists in columns there. */
  readonly terminal: boolean;
  /** How many loops stand around the command, and in what it runs. */
  readonly loops: number;
  readonly inside: ShellHost['inside'];
  /** The programs that can be typed. */
  program(name: string): Program | undefined;
  /** The shell itself, for commands that run texts in it, such as `source`. */
  readonly host: ShellHost;
  /**
   * Runs another command, as xargs and env do.
   * @param stdin its input, in place of this command's own.
   */
  run(words: readonly string[], stdin?: string, stdout?: Output): Steps;
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

/** A command of the shell. */
export interface Program {
  /** Options that completion offers. */
  readonly options?: readonly string[];
  run(invocation: Invocation): number | Steps;
}

/** A program whose code may come later: it is asked for when it is used. */
export const laterProgram = (program: () => Program): Program => ({
  get options() {
    return program().options ?? [];
  },
  run: (call) => program().run(call),
});
