/** What a command did, as facts. Panels and checks read these and the snapshot, never the terminal's text. */
export type EngineEvent =
  | OutputEvent
  | SqlEvent
  | RevisionEvent
  | OperationEvent
  | DetectedEvent
  | FileEvent
  | DatabaseStateEvent;

/** A piece of output, in the order in which it was written. */
export interface OutputEvent {
  readonly kind: 'output';
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** A statement went to the database. */
export interface SqlEvent {
  readonly kind: 'sql';
  readonly sql: string;
  /** Command tag, or undefined where it failed. */
  readonly tag: string | undefined;
  /** SQLSTATE where it failed. */
  readonly error?: string;
  /** The `id` of the operation that sent it; undefined for what a tool asks by itself. */
  readonly operation?: number;
}

/** A migration step ran: its file, and from where to where. */
export interface RevisionEvent {
  readonly kind: 'revision';
  readonly direction: 'upgrade' | 'downgrade' | 'stamp';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly path: string | undefined;
}

/** A migration file called `op.…`. */
export interface OperationEvent {
  readonly kind: 'operation';
  /** Counts the operations of a step; statements name it. */
  readonly id: number;
  readonly name: string;
  readonly table: string | undefined;
  readonly schema: string | undefined;
  /** The subject beside the table: a column, an index, a constraint. */
  readonly subject: string | undefined;
  readonly path: string | undefined;
  /** 1-based line of the call. */
  readonly line: number | undefined;
}

/** Autogenerate found a difference. */
export interface DetectedEvent {
  readonly kind: 'detected';
  /** Such as "add_column", "remove_index", "modify_type". */
  readonly change: string;
  readonly table: string | undefined;
  readonly schema: string | undefined;
  readonly subject: string | undefined;
  /** What the models say and what the database has, in the tool's own words, where the change is about one value: "String(length=20)". */
  readonly wanted?: string;
  readonly existing?: string;
}

/** A file that a command wrote or removed. */
export interface FileEvent {
  readonly kind: 'file';
  readonly change: 'created' | 'changed' | 'removed';
  readonly path: string;
}

/** The database was started or stopped. */
export interface DatabaseStateEvent {
  readonly kind: 'database';
  readonly state: 'started' | 'stopped';
}
