/** What a migration context is made of. Answers to: alembic/runtime/migration.py (MigrationContext.configure). */
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import type { ContextOptions } from './context.ts';
import type { ForeignConnection } from './foreign-connection.ts';
import type { StepsOf } from './steps-function.ts';

export interface ContextArguments {
  readonly connection?: unknown;
  /** What was given in the place of a connection. */
  readonly foreign?: ForeignConnection;
  readonly url?: unknown;
  readonly dialectName?: unknown;
  readonly dialect?: Dialect | null;
  readonly paramstyle?: string | null;
  readonly config?: unknown;
  /** The environment whose `configure` was called. */
  readonly environment?: unknown;
  readonly opts?: ContextOptions;
  readonly steps?: StepsOf;
}
