/** What the page and the worker say to each other. Every request gets one `done` or `failed`; `output` streams in between. */
import type { EngineEvent } from '../engine/events.ts';
import type { OwnName, SyntaxProblem } from '../engine/index.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { DatabaseDiff } from './compare/database-diff.ts';
import type { Journal, Step } from './journal/journal.ts';
import type { Ask, NameFacts } from './rehearsal/assist.ts';
import type { Drift } from './rehearsal/drift.ts';
import type { ModelDiff } from './rehearsal/model-diff.ts';
import type { RoundTrip } from './rehearsal/round-trip.ts';
import type { Checkpoint } from './storage/checkpoint.ts';

export type Request =
  /** Builds the workspace that the first `position` steps of the journal give. */
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly journal: Journal;
      readonly position: number;
      /** In which the machine speaks to the learner; English where nobody says. */
      readonly language?: 'ko' | 'en';
      /** From an earlier visit. */
      readonly checkpoint?: Checkpoint;
    }
  /** Does one more step, or, of two writes to one file, the second in the first one's place. */
  | { readonly kind: 'step'; readonly id: number; readonly step: Step; readonly replaces: boolean }
  /** A look at the database that is no step: read only, rolled back. */
  | { readonly kind: 'query'; readonly id: number; readonly sql: string }
  /** What the engine knows of a name in a file, and why a file is no Python: looks that are no steps. */
  | {
      readonly kind: 'describe';
      readonly id: number;
      readonly ask: Ask;
      readonly drafts: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'syntax'; readonly id: number; readonly text: string; readonly path: string }
  | { readonly kind: 'own-names'; readonly id: number; readonly text: string; readonly line: number }
  /** What Tab would offer at the end of this line. */
  | { readonly kind: 'complete'; readonly id: number; readonly line: string }
  /** What models and database differ in, with files as the editor has them: a dry run, no step. */
  | {
      readonly kind: 'drift';
      readonly id: number;
      readonly drafts: Readonly<Record<string, string>>;
      /** Whether to run every revision on an empty database where that was not done before: it may take long. */
      readonly strays: boolean;
    }
  /** What a revision file does beside what the models say, with files as the editor has them: a dry run, no step. */
  | {
      readonly kind: 'model-diff';
      readonly id: number;
      readonly path: string;
      readonly drafts: Readonly<Record<string, string>>;
    }
  /** Whether downgrades are honest, tried on a copy: no step. Without a revision those that wait, or the last ones applied. */
  | { readonly kind: 'prove'; readonly id: number; readonly revision: string | undefined };

export type Answer =
  | { readonly kind: 'progress'; readonly progress: BootProgress }
  | { readonly kind: 'output'; readonly id: number; readonly piece: OutputPiece }
  /** The command starts over (something was fetched for it): forget its output so far. */
  | { readonly kind: 'again'; readonly id: number }
  | {
      readonly kind: 'opened';
      readonly id: number;
      readonly results: readonly StepResult[];
      readonly snapshot: Snapshot;
      readonly shell: ShellState;
      /** PostgreSQL's extensions that the steps asked for: the journal may say so, to open sooner. */
      readonly extensions: readonly string[];
    }
  | {
      readonly kind: 'stepped';
      readonly id: number;
      readonly result: StepResult;
      readonly snapshot: Snapshot;
      readonly shell: ShellState;
      readonly extensions: readonly string[];
    }
  | {
      readonly kind: 'rows';
      readonly id: number;
      readonly results: readonly SqlResult[];
      readonly error: SqlFailure | undefined;
    }
  | { readonly kind: 'described'; readonly id: number; readonly facts: NameFacts | undefined }
  | { readonly kind: 'own-names'; readonly id: number; readonly names: readonly OwnName[] | undefined }
  | { readonly kind: 'judged'; readonly id: number; readonly problem: SyntaxProblem | undefined }
  | { readonly kind: 'completions'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'drift'; readonly id: number; readonly drift: Drift }
  | { readonly kind: 'model-diff'; readonly id: number; readonly diff: ModelDiff | undefined }
  | { readonly kind: 'proof'; readonly id: number; readonly proof: RoundTrip }
  /** Something to keep for the next visit. */
  | { readonly kind: 'checkpoint'; readonly checkpoint: Checkpoint }
  /** Our own bug, or a damaged journal: what it says. */
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly message: string;
      readonly stack: string | undefined;
    };

/** How far the server's files have come. */
export interface BootProgress {
  readonly phase: 'download' | 'start' | 'replay' | 'ready';
  readonly receivedBytes: number;
  /** undefined where the host does not say. */
  readonly totalBytes: number | undefined;
  readonly stepsDone: number;
  readonly stepsTotal: number;
}

export interface OutputPiece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What the prompt shows. */
export interface ShellState {
  /** Absolute: "/home/learner/app". */
  readonly cwd: string;
  /** The prompt of a program that waits for a line, such as psql's `app=# `. */
  readonly prompt?: string | undefined;
  readonly databaseRunning: boolean;
  readonly installed: readonly string[];
}

/** What one step did. Kept for every step, so that terminal, panels and timeline can show any of them. */
export interface StepResult {
  readonly step: Step;
  /** Where the shell stood before it. */
  readonly cwd: string;
  /** The prompt at which the line was typed, where it was not the shell's. */
  readonly prompt?: string | undefined;
  /** 0 for steps that are no command. */
  readonly exit: number;
  readonly output: readonly OutputPiece[];
  readonly events: readonly EngineEvent[];
  readonly files: readonly FileChange[];
  readonly database: DatabaseDiff;
  /** Of an `sql` step. */
  readonly sql?: { readonly results: readonly SqlResult[]; readonly error: SqlFailure | undefined };
  readonly milliseconds: number;
}

export interface FileChange {
  readonly path: string;
  readonly change: 'created' | 'changed' | 'removed';
  readonly before: string | undefined;
}

export interface SqlResult {
  readonly tag: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface SqlFailure {
  readonly code: string;
  readonly message: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly position: number | undefined;
}
