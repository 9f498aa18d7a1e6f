/**
 * What operations, autogenerate and the revision files' `op` run against: a migration context and the implementation
 * that sends (or prints) its statements. Answers to: alembic/runtime/migration.py, alembic/ddl/impl.py.
 */
import type { Process } from '../../machine.ts';
import type { OwnImpl } from './own-impl.ts';

/** The SQLAlchemy side as the migration runtime needs it; a Connection of the sqlalchemy room satisfies it. */
export interface BoundConnection {
  readonly dialect: BoundDialect;
  execute(statement: unknown, parameters?: unknown, executionOptions?: unknown): unknown;
}

/** A dialect of the sqlalchemy room: its name, and how a construct becomes text. */
export interface BoundDialect {
  readonly name: string;
  readonly isAsync?: boolean;
}

/**
 * The keyword arguments of `context.configure`, under Python's own names, with Alembic's defaults filled in.
 * Values of the learner's world stay `unknown` and are asked about through `process.python`.
 */
export interface ContextOptions {
  readonly [keyword: string]: unknown;
  readonly target_metadata?: unknown;
  readonly include_object?: unknown;
  readonly include_name?: unknown;
  readonly include_schemas?: unknown;
  readonly compare_type?: unknown;
  readonly compare_server_default?: unknown;
  readonly render_item?: unknown;
  readonly render_as_batch?: unknown;
  readonly process_revision_directives?: unknown;
  readonly upgrade_token?: string;
  readonly downgrade_token?: string;
  readonly alembic_module_prefix?: string | null;
  readonly sqlalchemy_module_prefix?: string | null;
  readonly user_module_prefix?: unknown;
  readonly autogenerate_plugins?: unknown;
  readonly version_table?: unknown;
  readonly version_table_schema?: unknown;
  readonly version_table_pk?: unknown;
  readonly transaction_per_migration?: unknown;
  readonly literal_binds?: unknown;
  readonly as_sql?: boolean;
}

/** Sends statements, or prints them where the run is offline. */
export interface DdlImpl {
  readonly context: MigrationContext;
  readonly dialect: BoundDialect;
  readonly asSql: boolean;
  readonly transactionalDdl: boolean;
  /**
   * Runs a construct (text, DDL element, DML, SELECT) or a plain string of SQL.
   * @returns the sqlalchemy room's result; null in offline mode.
   */
  exec(construct: unknown, parameters?: unknown, executionOptions?: unknown): unknown;
  /** `exec` without a result: what `op.execute` does. */
  execute(construct: unknown, executionOptions?: unknown): void;
  /** Prints a statement of an offline run, followed by an empty line. Tabs become four blanks. */
  staticOutput(text: string): void;
  /** Inserts rows, as `op.bulk_insert` does. The caller has already turned the table into an insert construct. */
  readonly commandTerminator: string;
  /** A learner's class in the place of Alembic's own. */
  readonly own?: OwnImpl | undefined;
}

/** One configured run. Python reads it as `context.get_context()` and `op.get_context()`. */
export interface MigrationContext {
  readonly process: Process;
  readonly impl: DdlImpl;
  readonly dialect: BoundDialect;
  readonly opts: ContextOptions;
  readonly asSql: boolean;
  /** The connection; null in offline mode. */
  readonly connection: BoundConnection | null;
  /** What `op.get_bind()` gives: the connection, null in offline mode. */
  readonly bind: BoundConnection | null;
  /** `alembic.environment`'s config object where the context was configured by env.py, else null. */
  readonly config: unknown;
  execute(construct: unknown, executionOptions?: unknown): void;
  /** The path of the revision file whose function runs now. */
  readonly currentScriptPath: string | undefined;
}
