/** The state of a workspace after a step: what panels show and checks judge. Plain data, safe to post between threads. */
export interface Snapshot {
  /** Path relative to the project's root, to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly database: DatabaseSnapshot;
  readonly revisions: RevisionSnapshot;
}

/** The whole database. */
export interface DatabaseSnapshot {
  readonly running: boolean;
  readonly schemas: readonly string[];
  readonly tables: readonly TableSnapshot[];
  readonly views: readonly string[];
  readonly sequences: readonly string[];
  readonly enums: readonly { readonly name: string; readonly labels: readonly string[] }[];
}

/** A table with its first rows. */
export interface TableSnapshot {
  /** The server's own number for it, which survives a rename. */
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly ColumnSnapshot[];
  readonly constraints: readonly ConstraintSnapshot[];
  readonly indexes: readonly IndexSnapshot[];
  readonly rowCount: number;
  /** The first rows, as PostgreSQL's text. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A column of a table. */
export interface ColumnSnapshot {
  readonly name: string;
  /** PostgreSQL's name for the type: "character varying(20)". */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly identity: '' | 'a' | 'd';
  readonly generated: '' | 's' | 'v';
  readonly comment: string | null;
  /** Its position, which survives a rename and is never used again after a drop. */
  readonly number: number;
  /** How many rows hold a value that is not NULL. */
  readonly filled: number;
}

/** A constraint of a table. */
export interface ConstraintSnapshot {
  readonly name: string;
  readonly kind: 'primary-key' | 'foreign-key' | 'unique' | 'check' | 'exclude';
  readonly definition: string;
  readonly columns: readonly string[];
  readonly references?: {
    readonly schema: string;
    readonly table: string;
    readonly columns: readonly string[];
  };
}

/** An index of a table. */
export interface IndexSnapshot {
  readonly name: string;
  readonly unique: boolean;
  readonly definition: string;
}

/** The revision files, and where the database stands among them. */
export interface RevisionSnapshot {
  readonly files: readonly RevisionFileSnapshot[];
  readonly heads: readonly string[];
  /** Rows of alembic_version. */
  readonly current: readonly string[];
  /** Why the script directory cannot be read, if so. */
  readonly problem: string | null;
}

/** A revision file, read without being run. */
export interface RevisionFileSnapshot {
  readonly path: string;
  /** null where the file does not parse. */
  readonly revision: string | null;
  readonly down: readonly string[];
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  readonly message: string;
  readonly problem: string | null;
  /** The calls `op.…` of `upgrade()`, in order. */
  readonly operations: readonly OperationSnapshot[];
  /** Those of `downgrade()`. */
  readonly undoing: readonly OperationSnapshot[];
}

/** An `op.…` call as it stands in a file. */
export interface OperationSnapshot {
  readonly name: string;
  readonly table: string | undefined;
  readonly subject: string | undefined;
  /** 1-based lines of the call. */
  readonly line: number;
  readonly endLine: number;
}
