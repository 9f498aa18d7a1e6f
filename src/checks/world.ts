/** What a check looks at: the state of a workspace, and the facts of how it came about. */
import type { Snapshot } from '../engine/snapshot.ts';

export interface World {
  readonly snapshot: Snapshot;
  readonly facts: Facts;
}

export interface Facts {
  /** Every command line in force, oldest first. */
  readonly commands: readonly CommandFact[];
  /** Paths that the learner has opened in the editor. */
  readonly opened: readonly string[];
  /** What a dry run of autogenerate would find: true where nothing; undefined where none was made. */
  readonly clean?: boolean | undefined;
  /** What upgrade, downgrade, upgrade on a copy gave; undefined where it was not tried. */
  readonly roundtrip?: 'honest' | 'different' | undefined;
}

export interface CommandFact {
  readonly line: string;
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const NO_FACTS: Facts = { commands: [], opened: [] };
