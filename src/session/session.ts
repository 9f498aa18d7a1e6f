/** What the workbench holds: one workspace, its state, and what can be done to it. `openSession` in client.ts makes one. */

import type { OwnName, SyntaxProblem } from '../engine/index.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { Journal } from './journal/journal.ts';
import type { BootProgress, OutputPiece, ShellState, SqlFailure, SqlResult, StepResult } from './protocol.ts';
import type { Ask, NameFacts } from './rehearsal/assist.ts';
import type { Drift } from './rehearsal/drift.ts';
import type { ModelDiff } from './rehearsal/model-diff.ts';
import type { RoundTrip } from './rehearsal/round-trip.ts';

export interface SessionState {
  readonly phase: 'starting' | 'ready' | 'busy' | 'replaying' | 'failed';
  readonly boot: BootProgress;
  /** undefined until the first replay is done. */
  readonly snapshot: Snapshot | undefined;
  /** The prompt; undefined until then too. */
  readonly shell: ShellState | undefined;
  readonly journal: Journal;
  /** How many of the journal's steps are in force. What comes after them waits for redo. */
  readonly position: number;
  /** One per step in force. */
  readonly results: readonly StepResult[];
  /** The step that is being done, with its output so far. */
  readonly running: RunningStep | undefined;
  /** Ways not taken: steps that a new step replaced after going back. Nothing is lost. */
  readonly branches: readonly Branch[];
  readonly storage: StorageState;
  /** What the learner must be told, until dismissed. */
  readonly word: Word | undefined;
}

interface RunningStep {
  readonly line: string;
  readonly output: readonly OutputPiece[];
  readonly since: number;
}

export interface Branch {
  /** How many of its steps it shared with the journal when it was left. */
  readonly position: number;
  /** All of its steps, from the start. */
  readonly steps: Journal['steps'];
  readonly leftAt: number;
}

/**
 * `kept`: in IndexedDB after every step. `memory`: the browser refuses storage, or it is full: work goes on, unsaved.
 * `elsewhere`: another tab holds this workspace; this one shows it and changes nothing until `takeCopy`.
 */
type StorageState = 'opening' | 'kept' | 'memory' | 'elsewhere';

/** A message to the learner; its text is in the dictionaries under this kind. */
export type Word =
  | { readonly kind: 'worker-hung'; readonly line: string }
  | { readonly kind: 'worker-died'; readonly reason: string }
  | { readonly kind: 'interrupted'; readonly line: string }
  | { readonly kind: 'storage-refused'; readonly reason: string }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'stored-work-damaged'; readonly reason: string }
  | { readonly kind: 'our-bug'; readonly message: string };

export interface Session {
  readonly state: SessionState;
  /** The state after the first `position` steps, where this page has seen it. */
  seenAt(position: number): Snapshot | undefined;
  /** Calls back after every change of `state`, with the new one. @returns the way out. */
  subscribe(listener: (state: SessionState) => void): () => void;

  /** Runs a command line. Resolves when it ended, was interrupted, or was stopped. */
  run(line: string, input?: string): Promise<StepResult | undefined>;
  /** Several writes to one file in a row become one step. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Runs SQL of the console, committed, as a step. */
  sql(text: string): Promise<StepResult | undefined>;
  /** A look that leaves no trace and is no step. */
  query(text: string): Promise<{ results: readonly SqlResult[]; error: SqlFailure | undefined }>;
  complete(line: string): Promise<readonly string[]>;
  /** What the engine knows of a name in a file; undefined where it knows none. */
  describe(ask: Ask, drafts: Readonly<Record<string, string>>): Promise<NameFacts | undefined>;
  /** Why a text is no Python; undefined where it is. */
  syntax(text: string, path: string): Promise<SyntaxProblem | undefined>;
  /** What a file defines itself, as far as a line sees it: that line may be half typed. undefined where the rest is no Python. */
  ownNames(text: string, line: number): Promise<readonly OwnName[] | undefined>;
  /**
   * What separates models, revisions and database now; no step. Waits while something runs; undefined where a newer request came in between.
   * @param drafts files as the editor has them, where they are not written yet.
   * @param strays false: only where it is known already what the database has beside its revisions, since finding it runs them all.
   */
  drift(drafts?: Readonly<Record<string, string>>, strays?: boolean): Promise<Drift | undefined>;
  /**
   * A revision file beside what autogenerate would write in its place; no step.
   * @param drafts files as the editor has them, where they are not written yet.
   * @returns undefined where it is none, or the worker is not there.
   */
  modelDiff(path: string, drafts: Readonly<Record<string, string>>): Promise<ModelDiff | undefined>;
  /**
   * Takes revisions up, down and up again on a copy of the database; no step.
   * @param revision one of them; without it those that wait, or the last ones applied.
   */
  prove(revision?: string): Promise<RoundTrip | undefined>;
  /** Ctrl+C: ends the running command and brings back the state before it. */
  interrupt(): Promise<void>;

  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Moves to after the first `position` steps. */
  goTo(position: number): Promise<void>;
  /** Takes a branch: it becomes the journal's end, and the present end a branch. */
  takeBranch(index: number): Promise<void>;
  /** Back to the start; the way so far becomes a branch. */
  reset(): Promise<void>;
  /** Replaces the workspace by another journal, a lesson's solution for instance; the way so far becomes a branch where it starts alike. */
  replace(journal: Journal): Promise<void>;

  /** Where the state is `elsewhere`: goes on with a copy of its own. */
  takeCopy(): Promise<void>;
  dismissWord(): void;
  /** Ends worker and locks. */
  close(): void;
}

export interface SessionOptions {
  /** Names the workspace in storage: "lesson/g4-1", "play/1". */
  readonly key: string;
  /** Used where nothing is stored under the key. */
  readonly start: Readonly<Record<string, string>>;
  readonly machine?: Journal['machine'];
  /** In which the machine speaks to the learner; English where nobody says. */
  readonly language?: 'ko' | 'en';
  /** Used instead of `start` and `machine`, with its steps: a workspace that came by a link or a file. */
  readonly journal?: Journal;
  /** Where the server's prepared files lie; without it the build's own place. */
  readonly assets?: string;
  /** Milliseconds after which a command counts as hung; 20,000 unless told. */
  readonly timeLimit?: number;
}
