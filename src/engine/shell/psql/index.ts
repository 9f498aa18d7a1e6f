/** `psql`: options, and what runs: commands, a file, the input, or the prompt. Answers to: psql's startup.c. */
import { ConnectFailure } from '../../machine.ts';
import { absolute } from '../paths.ts';
import type { Invocation, Program } from '../program.ts';
import { newRunner, type Runner } from './execute.ts';
import { type PsqlOptions, parseOptions } from './options.ts';
import { copyOfState, newState, type PsqlState, promptOf, VERSION } from './settings.ts';
import { targetOf } from './target.ts';

const BANNER = `psql (${VERSION})\nType "help" for help.\n\n`;

export const psql: Program = {
  run: (call) => {
    const options = parseOptions(call.args);
    if (typeof options === 'string') {
      call.stderr.write(`${options}\npsql: hint: Try "psql --help" for more information.\n`);
      return 1;
    }
    if (options.version) {
      call.stdout.write(`psql (PostgreSQL) ${VERSION}\n`);
      return 0;
    }
    const state = stateOf(options, call.environment);
    const runner = newRunner({ machine: call.machine, state, stdout: call.stdout, stderr: call.stderr });
    try {
      runner.connect();
      return start(call, options, state, runner);
    } catch (error) {
      if (!(error instanceof ConnectFailure)) throw error;
      call.stderr.write(`psql: error: ${error.message}\n`);
      return 2;
    } finally {
      runner.close();
    }
  },
};

function stateOf(options: PsqlOptions, environment: ReadonlyMap<string, string>): PsqlState {
  const state = newState(targetOf(options, environment));
  Object.assign(state.print, options.print);
  for (const [name, value] of options.variables) state.variables.set(name, value);
  state.quiet = options.quiet;
  return state;
}

function start(call: Invocation, options: PsqlOptions, state: PsqlState, runner: Runner): number {
  if (options.list) return runner.command('\\l') ? 0 : 1;
  if (options.actions.length > 0) return runActions(call, options, runner);
  if (call.terminalInput !== undefined) return typed(call, state, runner, call.terminalInput);
  if (call.stdin !== undefined) return runner.script(call.stdin) === 'stopped' ? 3 : 0;
  if (!state.quiet) call.stdout.write(BANNER);
  call.shell.psql = copyOfState(state);
  call.shell.psqlInside = '';
  return 0;
}

function runActions(call: Invocation, options: PsqlOptions, runner: Runner): number {
  let exit = 0;
  if (options.single) runner.quietly('BEGIN');
  for (const { kind, text } of options.actions) {
    exit = kind === 'command' ? Number(!runner.command(text)) : runFile(call, text, runner);
    if (exit !== 0 && (kind === 'file' || /^(on|1)$/i.test(options.variables.get('ON_ERROR_STOP') ?? '')))
      break;
  }
  if (options.single) runner.quietly(exit === 0 ? 'COMMIT' : 'ROLLBACK');
  return exit;
}

function runFile(call: Invocation, name: string, runner: Runner): number {
  if (name === '-') return runner.script(call.stdin ?? '') === 'stopped' ? 3 : 0;
  const text = call.machine.files.read(absolute(name, call.machine.cwd));
  if (text === undefined) {
    call.stderr.write(`psql: error: ${name}: No such file or directory\n`);
    return 1;
  }
  return runner.script(text, name) === 'stopped' ? 3 : 0;
}

/** A whole conversation in one step: prompts and typed lines show as a terminal shows them. */
function typed(call: Invocation, state: PsqlState, runner: Runner, input: string): number {
  if (!state.quiet) call.stdout.write(BANNER);
  let inside = '';
  for (const line of input.replace(/\n$/, '').split('\n')) {
    call.stdout.write(`${promptOf(state, inside)}${line}\n`);
    const answer = runner.line(helpWord(line, state));
    if (answer.quit) return 0;
    inside = answer.inside;
  }
  call.stdout.write(`${promptOf(state, inside)}\\q\n`);
  return 0;
}

/** The one word that works without a backslash at an empty prompt. */
const helpWord = (line: string, state: PsqlState) => {
  const word = /^\s*(help|quit|exit)\s*;?\s*$/i.exec(line)?.[1]?.toLowerCase();
  if (word === undefined || state.buffer !== '') return line;
  return word === 'help' ? '\\?' : '\\q';
};

/**
 * One line at the prompt that an earlier step opened.
 * @returns psql's exit code where it ended, 0 otherwise; the shell's state says whether it goes on.
 */
export function promptLine(call: Invocation, state: PsqlState, line: string): number {
  const { machine, shell, stdout, stderr } = call;
  const runner = newRunner({ machine, state, stdout, stderr });
  try {
    const { quit, inside } = runner.line(helpWord(line, state));
    shell.psql = quit ? undefined : state;
    shell.psqlInside = inside;
    return 0;
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error;
    stderr.write(`${error.message}\n`);
    shell.psql = undefined;
    return 2;
  } finally {
    runner.close();
  }
}
