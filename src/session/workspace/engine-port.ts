/** The engine as the session needs it. `worker.ts` hands in the real one; tests may hand in a small one. */

import type { OwnName, SyntaxProblem } from '../../engine/index.ts';
import type { Machine, Output } from '../../engine/machine.ts';
import type { RevisionSnapshot } from '../../engine/snapshot.ts';

export type { OwnName } from '../../engine/index.ts';

/** Work that cannot be done synchronously: the worker does it and goes on with the answer. */
export interface Need {
  readonly kind: 'needs';
  readonly what: string;
  readonly args: readonly string[];
}

export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** What was typed at a command's own prompt. */
  readonly input: string | undefined;
}

/** A shell that is open: it remembers its folder's predecessor, variables and history. */
export interface Terminal {
  /** Runs a line; the generator's end is the exit code. */
  run(line: string, streams: Streams): Generator<Need, number, unknown>;
  /** What a program whose prompt is open shows there; undefined where it is the shell's turn. */
  prompt?(): string | undefined;
  /** What Tab offers at the end of a line. */
  complete(line: string): readonly string[];
  /** What another terminal needs to go on where this one stands; plain data. */
  state(): unknown;
}

export interface Engine {
  /** @param state of an earlier terminal; without it the shell is fresh. */
  openTerminal(machine: Machine, state?: unknown): Terminal;
  /** Why a text is no Python; undefined where it is. */
  syntaxProblem(text: string, filename: string): SyntaxProblem | undefined;
  /** What a file defines itself, as far as a line sees it; undefined where the file is no Python. */
  ownNames(text: string, line: number): readonly OwnName[] | undefined;
  /** The revision files of the project, and where the database stands. */
  revisions(machine: Machine, current: readonly string[]): RevisionSnapshot;
}
