/** The engine as others use it: a shell that runs lines, a command run by its arguments, the revision files as facts. */
import type { Machine, Output } from './machine.ts';
import { revisionFacts } from './modules/alembic/script/revision-facts.ts';
import { ownNames } from './python/outline/outline.ts';
import { PythonSyntaxError, parseModule } from './python/parse/index.ts';
import { shellPrograms } from './shell/commands/index.ts';
import { complete } from './shell/complete/complete.ts';
import { suggestions } from './shell/complete/suggest.ts';
import type { Need, Program, ShellState, Steps } from './shell/program.ts';
import { copyOfState, promptOf } from './shell/psql/settings.ts';
import { collector } from './shell/run/collector.ts';
import { invocationOf } from './shell/run/invocation.ts';
import { newShell, runShellLine, runWords, type ShellHost } from './shell/run/run.ts';
import { tools } from './shell/tools.ts';
import type { RevisionSnapshot } from './snapshot.ts';

export type { OwnName } from './python/outline/own-name.ts';

/** What is left of a program that ran by itself. */
export interface CommandResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a line reads and writes. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** What was typed at a program's own prompt. */
  readonly input: string | undefined;
  /** Whether stdout goes to a file rather than the terminal: `ls` prints one name a line then. */
  readonly toFile?: boolean;
}

/** An open shell: it remembers where it stood before, its variables and what was typed. */
export interface Terminal {
  /** Runs a line. What it yields are requests for work outside the engine; it returns the exit code. */
  run(line: string, streams: Streams): Steps;
  /** What a program whose prompt is open shows there; undefined where it is the shell's turn. */
  prompt(): string | undefined;
  /** Whole words that may stand in place of the last one. */
  complete(line: string): string[];
  /** What another terminal needs to go on where this one stands: plain data, a copy. */
  state(): ShellState;
}

/**
 * Opens a shell on a machine.
 * @param state of an earlier terminal; without it the shell is fresh.
 * @returns a terminal whose programs are bash's, coreutils', alembic, python and the rest.
 */
export function openTerminal(machine: Machine, state?: ShellState): Terminal {
  const shell = copyOf(state ?? newShell());
  const programs = shellPrograms(tools());
  return {
    *run(line, { stdout, stderr, input, toFile }) {
      if (!shell.psql) shell.history.push(line);
      const program = (name: string): Program | undefined => programs.get(name);
      const host: ShellHost = {
        machine,
        shell,
        stdout,
        stderr,
        input,
        terminal: !toFile,
        loops: 0,
        inside: 'line',
        program,
      };
      return yield* runShellLine(host, line);
    },
    prompt: () => shell.psql && promptOf(shell.psql, shell.psqlInside ?? ''),
    complete: (line) => (shell.psql ? [] : complete(machine, shell, programs, suggestions(machine), line)),
    state: () => copyOf(shell),
  };
}

const copyOf = (shell: ShellState): ShellState => ({
  ...shell,
  ...(shell.psql ? { psql: copyOfState(shell.psql) } : {}),
  variables: new Map(shell.variables),
  functions: new Map(shell.functions),
  options: new Set(shell.options),
  history: [...shell.history],
});

/**
 * Runs one program by its arguments, without a shell in between.
 * @param environment variables beside the exported ones.
 * @returns exit code and output; 127 where there is no such program.
 * @throws Error where the program needs work outside the engine
 */
export function runArgv(
  machine: Machine,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): CommandResult {
  const [name = '', ...args] = argv;
  const programs = shellPrograms(tools());
  const program = programs.get(name);
  if (!program) return { exit: 127, stdout: '', stderr: `bash: ${name}: command not found\n` };
  const stdout = collector();
  const stderr = collector();
  const find = (one: string) => programs.get(one);
  const streams = { stdin: undefined, stdout, stderr, terminal: false };
  const host: ShellHost = { machine, shell: newShell(), ...streams, loops: 0, inside: 'line', program: find };
  const variables = new Map([...machine.environment, ...Object.entries(environment)]);
  const result = program.run(invocationOf(host, name, args, variables, streams, runWords));
  const exit = typeof result === 'number' ? result : finish(result);
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

function finish(steps: Generator<Need, number, unknown>): number {
  const { done, value } = steps.next();
  if (!done) throw new Error(`${(value as Need).what} is not available here`);
  return value as number;
}

/** The revision files of a project and where the database stands. */
export function revisions(machine: Machine, current: readonly string[]): RevisionSnapshot {
  return revisionFacts(machine, current);
}

/** Why Python's compiler refuses a text, and where; lines and columns start at 1. */
export interface SyntaxProblem {
  readonly type: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Whether a file is Python, as CPython 3.11's compiler judges.
 * @returns undefined where it is.
 */
export function syntaxProblem(text: string, filename: string): SyntaxProblem | undefined {
  try {
    parseModule(text, filename);
    return undefined;
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) return undefined;
    const { type, message, lineno: line, offset: column, endLineno } = error;
    const endLine = Math.max(line, endLineno);
    const endColumn = endLine > line ? (error.endOffset ?? 1) : Math.max(column + 1, error.endOffset ?? 0);
    return { type, message, line, column: Math.max(1, column), endLine, endColumn };
  }
}

/** What the session needs of the engine. */
export const engine = { openTerminal, revisions, syntaxProblem, ownNames };
