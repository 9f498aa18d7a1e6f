/**
 * Runs a command line: lists, pipelines, redirections, and the programs behind the words.
 * A synchronous generator, so that a program may hand work to the worker in the middle of a line and go on with the answer.
 */
import type { Machine, Output } from '../machine.ts';
import { type Expansion, expandText, expandWords } from './expand.ts';
import { parseLine } from './parse.ts';
import { absolute, PROJECT } from './paths.ts';
import { started } from './prefix.ts';
import type { Invocation, Program, ShellState, Steps } from './program.ts';
import { promptLine } from './psql/index.ts';
import { type Pipeline, type Redirect, ShellSyntaxError, type SimpleCommand } from './syntax.ts';

export interface ShellHost {
  readonly machine: Machine;
  readonly shell: ShellState;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What was typed to a program that asks, such as psql's prompt. */
  readonly input?: string | undefined;
  program(name: string): Program | undefined;
}

/** A redirection named a file that cannot be used; the command does not run. */
class RedirectError extends Error {}

/** A shell in its first state. */
export function newShell(): ShellState {
  return { variables: new Map(), history: [], lastExit: 0, previousFolder: PROJECT };
}

/**
 * @param line what was typed; may hold several commands.
 * @returns (through the generator) the exit code of the last command.
 */
export function* runShellLine(host: ShellHost, line: string): Steps {
  const { psql } = host.shell;
  if (psql) return promptLine(promptCall(host), psql, line);
  let list: ReturnType<typeof parseLine>;
  try {
    list = parseLine(line);
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    host.stderr.write(`bash: ${error.message}\n`);
    host.shell.lastExit = 2;
    return 2;
  }
  for (const [index, { when, pipeline }] of list.items.entries()) {
    const succeeded = host.shell.lastExit === 0;
    if ((when === 'success' && !succeeded) || (when === 'failure' && succeeded)) continue;
    const exit = yield* runPipeline(host, pipeline);
    host.shell.lastExit = pipeline.negated ? Number(exit === 0) : exit;
    // What `&&`, `||` or `!` asks for the outcome of may fail.
    const asked = pipeline.negated || (list.items[index + 1]?.when ?? 'always') !== 'always';
    if (host.shell.stopsOnError && host.shell.lastExit !== 0 && !asked) break;
  }
  return host.shell.lastExit;
}

/** A line that goes to the psql whose prompt is open. */
function promptCall({ machine, shell, stdout, stderr }: ShellHost): Invocation {
  const { environment } = machine;
  return { name: 'psql', args: [], machine, shell, environment, stdin: undefined, stdout, stderr };
}

function* runPipeline(host: ShellHost, pipeline: Pipeline): Steps {
  let exit = 0;
  let piped: string | undefined;
  for (const [index, command] of pipeline.commands.entries()) {
    const last = index === pipeline.commands.length - 1;
    const collected = collector();
    exit = yield* runCommand(host, command, piped, last ? host.stdout : collected);
    piped = collected.text();
  }
  return exit;
}

function* runCommand(
  host: ShellHost,
  command: SimpleCommand,
  piped: string | undefined,
  stdout: Output,
): Steps {
  const context = expansion(host);
  const [name, ...args] = started(expandWords(command.words, context));
  const assigned = command.assignments.map(
    ({ name: variable, value }) => [variable, expandText(value, context)] as const,
  );
  let streams: Streams;
  try {
    streams = redirected(host, command.redirects, { stdin: piped, stdout, stderr: host.stderr }, context);
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    host.stderr.write(`bash: ${error.message}\n`);
    return 1;
  }
  if (name === undefined) {
    for (const [variable, value] of assigned) assign(host, variable, value);
    return 0;
  }
  const program = isMissing(host.machine, name) ? undefined : host.program(name);
  if (!program) return notFound(host, name, streams.stderr);
  const environment = new Map([...host.machine.environment, ...assigned]);
  const invocation: Invocation = {
    name,
    args,
    machine: host.machine,
    shell: host.shell,
    environment,
    terminalInput: streams.stdin === undefined ? host.input : undefined,
    ...streams,
  };
  const result = program.run(invocation);
  return typeof result === 'number' ? result : yield* result;
}

/** Commands that a package brings are there while it is installed. */
const OF_PACKAGES = new Set(['alembic', 'sqlacodegen']);
const isMissing = ({ installed }: Machine, name: string) => OF_PACKAGES.has(name) && !installed.has(name);

function notFound(host: ShellHost, name: string, stderr: Output): number {
  const path = absolute(name, host.machine.cwd);
  const isFolder = host.machine.files.isDirectory(path);
  const isThere = name.includes('/') && (isFolder || host.machine.files.isFile(path));
  const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
  stderr.write(`bash: ${name}: ${!isThere ? missing : isFolder ? 'Is a directory' : 'Permission denied'}\n`);
  return isThere ? 126 : 127;
}

function assign(host: ShellHost, name: string, value: string): void {
  if (host.machine.environment.has(name)) host.machine.environment.set(name, value);
  else host.shell.variables.set(name, value);
}

function expansion(host: ShellHost): Expansion {
  const { machine, shell } = host;
  return {
    files: machine.files,
    cwd: machine.cwd,
    variable: (name) => {
      if (name === '?') return String(shell.lastExit);
      if (name === 'PWD') return machine.cwd;
      return shell.variables.get(name) ?? machine.environment.get(name);
    },
    substitute: (line) => {
      const output = collector();
      const inner = { ...shell, variables: new Map(shell.variables) };
      const steps = runShellLine({ ...host, shell: inner, stdout: output }, line);
      const { done } = steps.next();
      if (!done) output.write('');
      return output.text().replace(/\n+$/, '');
    },
  };
}

interface Streams {
  readonly stdin: string | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
}

function redirected(
  host: ShellHost,
  redirects: readonly Redirect[],
  start: Streams,
  context: Expansion,
): Streams {
  let { stdin, stdout, stderr } = start;
  for (const redirect of redirects) {
    const target = expandText(redirect.target, context);
    switch (redirect.kind) {
      case 'here':
        stdin = target;
        break;
      case 'here-string':
        stdin = `${target}\n`;
        break;
      case 'read':
        stdin = readFile(host, target);
        break;
      case 'duplicate':
        if (redirect.descriptor === 2) stderr = target === '1' ? stdout : stderr;
        else if (target === '2') stdout = stderr;
        break;
      case 'write':
      case 'append': {
        const output = fileOutput(host, target, redirect.kind === 'append');
        if (redirect.descriptor !== 2) stdout = output;
        if (redirect.descriptor === 2 || redirect.descriptor === 'both') stderr = output;
      }
    }
  }
  return { stdin, stdout, stderr };
}

function readFile(host: ShellHost, target: string): string {
  if (target === '/dev/null') return '';
  const path = absolute(target, host.machine.cwd);
  const text = host.machine.files.read(path);
  if (text !== undefined) return text;
  throw new RedirectError(
    `${target}: ${host.machine.files.isDirectory(path) ? 'Is a directory' : 'No such file or directory'}`,
  );
}

function fileOutput(host: ShellHost, target: string, append: boolean): Output {
  if (target === '/dev/null') return { write: () => {} };
  const { files, cwd } = host.machine;
  const path = absolute(target, cwd);
  if (target === '' || !files.isDirectory(absolute('..', path))) {
    throw new RedirectError(`${target}: No such file or directory`);
  }
  if (files.isDirectory(path)) throw new RedirectError(`${target}: Is a directory`);
  let text = append ? (files.read(path) ?? '') : '';
  files.write(path, text);
  return {
    write: (more) => {
      text += more;
      files.write(path, text);
    },
  };
}

/** An output that keeps what is written. */
export function collector(): Output & { text(): string } {
  const parts: string[] = [];
  return { write: (text) => void parts.push(text), text: () => parts.join('') };
}
