/** Redirections: where a command reads from and writes to. Answers to: bash's redir.c. */
import type { Machine, Output } from '../../machine.ts';
import { type Expansion, expandText } from '../expand/expand.ts';
import type { Redirect } from '../parse/syntax.ts';
import { absolute } from '../paths.ts';
import type { Input } from './invocation.ts';

/** Where a command reads and writes. */
export interface Streams {
  readonly stdin: Input | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether the output goes to the terminal. */
  readonly terminal: boolean;
}

/** A redirection named a file that cannot be used; the command does not run. */
export class RedirectError extends Error {}

const NOWHERE: Output = { write: () => {} };

/** @throws RedirectError */
export function redirected(
  machine: Machine,
  redirects: readonly Redirect[],
  start: Streams,
  context: Expansion,
): Streams {
  let { stdin, stdout, stderr, terminal } = start;
  for (const { kind, descriptor, target: word } of redirects) {
    const target = expandText(word, context);
    if (kind === 'here') stdin = { text: target, at: 0 };
    else if (kind === 'here-string') stdin = { text: `${target}\n`, at: 0 };
    else if (kind === 'read') stdin = { text: readFile(machine, target), at: 0, file: true };
    else if (kind === 'duplicate') {
      if (target === '-') {
        if (descriptor === 1) stdout = NOWHERE;
        if (descriptor === 2) stderr = NOWHERE;
      } else if (!/^[012]$/.test(target)) throw new RedirectError(`${target}: Bad file descriptor`);
      else if (descriptor === 2 && target === '1') stderr = stdout;
      else if (descriptor === 1 && target === '2') {
        stdout = stderr;
        terminal = false;
      }
    } else {
      const output = fileOutput(machine, target, kind === 'append');
      if (descriptor !== 2) {
        stdout = output;
        terminal = false;
      }
      if (descriptor === 2 || descriptor === 'both') stderr = output;
    }
  }
  return { stdin, stdout, stderr, terminal };
}

function readFile(machine: Machine, target: string): string {
  if (target === '/dev/null') return '';
  const path = absolute(target, machine.cwd);
  const text = machine.files.read(path);
  if (text !== undefined) return text;
  throw new RedirectError(
    `${target}: ${machine.files.isDirectory(path) ? 'Is a directory' : 'No such file or directory'}`,
  );
}

function fileOutput(machine: Machine, target: string, append: boolean): Output {
  if (target === '/dev/null') return NOWHERE;
  const { files, cwd } = machine;
  const path = absolute(target, cwd);
  if (files.isDirectory(path) && target !== '') throw new RedirectError(`${target}: Is a directory`);
  if (target === '' || !files.isDirectory(absolute('..', path)) || target.endsWith('/')) {
    const why = files.isFile(absolute('..', path)) ? 'Not a directory' : 'No such file or directory';
    throw new RedirectError(`${target}: ${target.endsWith('/') ? 'Is a directory' : why}`);
  }
  let text = append ? (files.read(path) ?? '') : '';
  files.write(path, text);
  return {
    write: (more) => {
      text += more;
      files.write(path, text);
    },
  };
}
