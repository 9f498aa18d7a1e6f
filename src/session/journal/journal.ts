/**
 * The one format of a workspace: a starting project and an ordered list of steps. Replaying them gives the workspace, so this is
 * what is kept, undone, shared, handed in and written as a lesson's solution. Plain JSON.
 */

export const JOURNAL_VERSION = 1;

export interface Journal {
  readonly version: typeof JOURNAL_VERSION;
  /** 32 hex digits: where revision ids, uuids and every random byte come from. */
  readonly seed: string;
  /** Path relative to the project's root, to text. */
  readonly start: Readonly<Record<string, string>>;
  readonly machine: MachineStart;
  readonly steps: readonly Step[];
}

/** How the computer stands before the first step. */
export interface MachineStart {
  /** Distributions beside alembic, sqlalchemy, sqlacodegen and psycopg2, such as "asyncpg". */
  readonly installed?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly databaseStopped?: boolean;
  /** PostgreSQL's extensions that some step creates: known ones spare a second start of the server. */
  readonly extensions?: readonly string[];
}

export type Step = WriteStep | DeleteStep | RunStep | SqlStep;

interface StepBase {
  /** When it was done: milliseconds since 1970, what the learner's clock shows during the step. */
  readonly at: number;
}

interface WriteStep extends StepBase {
  readonly do: 'write';
  readonly path: string;
  readonly text: string;
}

interface DeleteStep extends StepBase {
  readonly do: 'delete';
  readonly path: string;
}

export interface RunStep extends StepBase {
  readonly do: 'run';
  /** As typed into the terminal. */
  readonly line: string;
  /** What was typed at the command's own prompt, psql's for instance. */
  readonly input?: string;
}

/** SQL of the database panel's console. */
interface SqlStep extends StepBase {
  readonly do: 'sql';
  readonly sql: string;
}
