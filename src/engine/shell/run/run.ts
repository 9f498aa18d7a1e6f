/**
 * Runs a command line: lists, pipelines, and the programs behind the words.
 * A synchronous generator, so that a program may hand work to the worker in the middle of a line and go on with the answer.
 */
import type { Machine, Output } from '../../machine.ts';
import { bugText } from '../../python/unsupported.ts';
import { type Expansion, expandText, expandWords } from '../expand/expand.ts';
import { substitutionsIn } from '../expand/substitutions.ts';
import { parseLine } from '../parse/parse.ts';
import {
  type Command,
  type CommandList,
  ExpansionError,
  NotHere,
  type Pipeline,
  ShellSyntaxError,
  type SimpleCommand,
  type Word,
  type WordPart,
} from '../parse/syntax.ts';
import { absolute, PROJECT } from '../paths.ts';
import { started } from '../prefix.ts';
import type { Invocation, Need, Program, ShellState, Steps } from '../program.ts';
import { promptLine } from '../psql/index.ts';
import { shellWords } from '../words.ts';
import { collector } from './collector.ts';
import { FunctionReturn, ShellExit } from './flow.ts';
import { type Input, invocationOf } from './invocation.ts';
import { RedirectError, redirected, type Streams } from './redirect.ts';
import { type Runners, runCompound } from './run-compound.ts';
import { inSubshell } from './subshell.ts';
import { assign, placeOf, variable } from './variables.ts';

/** What a line runs on. */
export interface ShellHost {
  readonly machine: Machine;
  readonly shell: ShellState;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What was typed to a program that asks, such as psql's prompt. */
  readonly input?: string | undefined;
  /** What a pipe or a file brings; undefined where the terminal itself is the input. */
  readonly stdin?: Input | undefined;
  /** Whether the output goes to the terminal: some programs write other than into a file. */
  readonly terminal: boolean;
  /** The script that runs; undefined for what is typed. */
  readonly script?: string | undefined;
  /** How many loops stand around the command, and whether a function or a subshell does. */
  readonly loops: number;
  readonly inside: 'line' | 'subshell' | 'function';
  program(name: string): Program | undefined;
}

/** A shell in its first state. */
export function newShell(): ShellState {
  return {
    variables: new Map(),
    functions: new Map(),
    parameters: [],
    options: new Set(),
    history: [],
    lastExit: 0,
    previousFolder: PROJECT,
  };
}

/**
 * @param line what was typed; may hold several commands.
 * @returns (through the generator) the exit code of the last command.
 */
export function* runShellLine(host: ShellHost, line: string): Steps {
  const { psql } = host.shell;
  if (psql) {
    return promptLine(promptCall(host), psql, line);
  }
  return yield* runText(host, line);
}

/** A line that goes to the psql whose prompt is open. */
function promptCall(host: ShellHost) {
  const streams: Streams = { stdin: undefined, stdout: host.stdout, stderr: host.stderr, terminal: true };
  return invocationOf(host, 'psql', [], host.machine.environment, streams, runWords);
}

/** Reads and runs a text: a line, a script, what stands in `$(…)`. */
export function* runText(host: ShellHost, text: string): Steps {
  let list: CommandList;
  try {
    list = parseLine(text);
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    const what = error instanceof NotHere ? shellWords(host.machine).notHere[error.what] : error.message;
    host.stderr.write(`${host.script ?? 'bash'}: ${what}\n`);
    host.shell.lastExit = 2;
    return 2;
  }
  try {
    return yield* runList(host, list);
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error;
    host.stderr.write(`${placeOf(host, 1)}${error.message}\n`);
    host.shell.lastExit = 1;
    return 1;
  }
}

function* runList(host: ShellHost, list: CommandList): Steps {
  const { shell } = host;
  for (const [index, { when, pipeline }] of list.items.entries()) {
    const succeeded = shell.lastExit === 0;
    if (index > 0 && ((when === 'success' && !succeeded) || (when === 'failure' && succeeded))) continue;
    const exit = yield* runPipeline(host, pipeline);
    shell.lastExit = pipeline.negated ? Number(exit === 0) : exit;
    const isTested = /success|failure/.test(list.items[index + 1]?.when ?? '') || pipeline.negated;
    if (shell.options.has('e') && !isTested && shell.lastExit !== 0 && host.inside !== 'line')
      throw new ShellExit(shell.lastExit);
  }
  return shell.lastExit;
}

function* runPipeline(host: ShellHost, pipeline: Pipeline): Steps {
  const { commands } = pipeline;
  let exit = 0;
  let failed = 0;
  if (commands.length === 1) exit = yield* runCommand(host, commands[0]!);
  else {
    let stdin = host.stdin;
    for (const [index, command] of commands.entries()) {
      const last = index === commands.length - 1;
      const collected = collector();
      const inner = last ? { ...host, stdin } : { ...host, stdin, stdout: collected, terminal: false };
      exit = yield* inSubshell(inner, (child) => runCommand(child, command));
      if (exit !== 0) failed = exit;
      stdin = { text: collected.text(), at: 0 };
    }
  }
  // A step lasts no time, so nothing that is measured in it does.
  if (pipeline.timed) host.stderr.write('\nreal\t0m0.000s\nuser\t0m0.000s\nsys\t0m0.000s\n');
  return host.shell.options.has('pipefail') && commands.length > 1 ? failed : exit;
}

function* runCommand(host: ShellHost, command: Command): Steps {
  if (command.kind === 'simple') return yield* runSimple(host, command);
  const context = yield* expansionFor(
    host,
    command.redirects.map(({ target }) => target),
  );
  const streams = opened(host, command.redirects, context, 1);
  if (typeof streams === 'number') return streams;
  return yield* runCompound({ ...host, ...streams }, command.body, RUNNERS);
}

/** The streams of a command; an exit code where a file cannot be opened. */
function opened(
  host: ShellHost,
  redirects: SimpleCommand['redirects'],
  context: Expansion,
  line: number,
): Streams | number {
  const { stdin, stdout, stderr, terminal } = host;
  try {
    return redirected(host.machine, redirects, { stdin, stdout, stderr, terminal }, context);
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    stderr.write(`${placeOf(host, line)}${error.message}\n`);
    return 1;
  }
}

function* runSimple(host: ShellHost, command: SimpleCommand): Steps {
  const { assignments, words, redirects, line } = command;
  const values = assignments.map(({ value }) => value);
  const targets = redirects.map(({ target }) => target);
  const before = host.shell.lastExit;
  const context = yield* expansionFor(host, [...words, ...values, ...targets]);
  const [name, ...args] = started(expandWords(words, context));
  const assigned: [string, string][] = [];
  for (const { name: variable, value, append } of assignments) {
    const text = (append ? (context.variable(variable) ?? '') : '') + expandText(value, context);
    if (name === undefined) context.assign(variable, text);
    else assigned.push([variable, text]);
  }
  const streams = opened(host, redirects, context, line);
  if (typeof streams === 'number') return streams;
  if (host.shell.options.has('x') && name !== undefined) trace(host, [name, ...args]);
  // `x=$(false)` answers what the substitution did.
  if (name === undefined) return host.shell.lastExit === before ? 0 : host.shell.lastExit;
  return yield* runWords({ ...host, line }, [name, ...args], streams, assigned);
}

function trace(host: ShellHost, words: readonly string[]): void {
  const shown = words.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  host.stderr.write(`+ ${shown.join(' ')}\n`);
}

const RUNNERS: Runners = { list: runList, expansion: expansionFor };

/** Runs a function, a builtin or a program by its words. */
export function* runWords(
  host: ShellHost & { readonly line?: number },
  [name = '', ...args]: readonly string[],
  streams: Streams,
  assigned: readonly (readonly [string, string])[] = [],
): Steps {
  const { machine, shell } = host;
  const made = shell.functions.get(name);
  if (made) return yield* callFunction({ ...host, ...streams }, made, args);
  const program = isMissing(machine, name) ? undefined : host.program(name);
  if (!program) return notFound(host, name, streams.stderr);
  const environment = new Map([...machine.environment, ...assigned]);
  return yield* guarded(program, invocationOf(host, name, args, environment, streams, runWords));
}

/** The exit code of a program that a bug of ours ended: EX_SOFTWARE. */
const BROKEN = 70;

/** Runs a program; where the engine itself breaks, the program says so and ends. */
function* guarded(program: Program, invocation: Invocation): Steps {
  try {
    const result = program.run(invocation);
    return typeof result === 'number' ? result : yield* result;
  } catch (error) {
    const text = bugText(error);
    if (text === undefined) throw error;
    invocation.stderr.write(`${invocation.name}: ${text}\n`);
    return BROKEN;
  }
}

function* callFunction(host: ShellHost, body: Command, args: readonly string[]): Steps {
  const { shell } = host;
  const outer = shell.parameters;
  const hidden = shell.locals;
  shell.parameters = args;
  shell.locals = new Map();
  try {
    return yield* runCommand(
      { ...host, inside: host.inside === 'line' ? 'function' : host.inside, loops: 0 },
      body,
    );
  } catch (error) {
    if (error instanceof FunctionReturn) return error.code;
    throw error;
  } finally {
    for (const [name, value] of shell.locals) {
      if (value === undefined) shell.variables.delete(name);
      else shell.variables.set(name, value);
    }
    shell.parameters = outer;
    shell.locals = hidden;
  }
}

/** Commands that a package brings are there while it is installed. */
const OF_PACKAGES = new Set(['alembic', 'sqlacodegen']);
const isMissing = ({ installed }: Machine, name: string) => OF_PACKAGES.has(name) && !installed.has(name);

function notFound(host: ShellHost & { readonly line?: number }, name: string, stderr: Output): number {
  const path = absolute(name, host.machine.cwd);
  const isFolder = host.machine.files.isDirectory(path);
  const isThere = name.includes('/') && (isFolder || host.machine.files.isFile(path));
  const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
  const what = !isThere ? missing : isFolder ? 'Is a directory' : 'Permission denied';
  stderr.write(`${placeOf(host, host.line ?? 1)}${name}: ${what}\n`);
  return isThere ? 126 : 127;
}

/** Runs the substitutions in words, in their order, and answers the context in which the words can be expanded. */
function* expansionFor(host: ShellHost, words: readonly Word[]): Generator<Need, Expansion, unknown> {
  const { machine, shell } = host;
  const printed = new Map<WordPart, string>();
  const context: Expansion = {
    files: machine.files,
    cwd: machine.cwd,
    variable: (name) => variable(host, name),
    parameters: shell.parameters,
    assign: (name, value) => assign(host, name, value),
    substitute: (part) => printed.get(part) ?? '',
  };
  for (const part of substitutionsIn(words, context.variable)) {
    const output = collector();
    const inner: ShellHost = { ...host, stdout: output, terminal: false };
    shell.lastExit = yield* inSubshell(inner, (child) => runText(child, part.line));
    printed.set(part, output.text().replace(/\n+$/, ''));
  }
  return context;
}
