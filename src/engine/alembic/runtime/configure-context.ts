/** `MigrationContext.configure(…)`: what a context is made of. Answers to: alembic/runtime/migration.py. */
import type { Process } from '../../machine.ts';
import { Raise } from '../../machine.ts';
import { Connection } from '../../sqlalchemy/engine/connection.ts';
import { type Dialect, dialectNamed, dialectOf } from '../../sqlalchemy/engine/dialect.ts';
import { Engine } from '../../sqlalchemy/engine/engine.ts';
import { ownDialect } from '../../sqlalchemy/engine/own-dialect.ts';
import { makeUrl } from '../../sqlalchemy/engine/url.ts';
import { commandError } from '../script/errors.ts';
import type { ContextArguments } from './context-arguments.ts';
import { foreignConnection } from './foreign-connection.ts';
import { MigrationContext } from './migration-context.ts';

/**
 * `MigrationContext.configure(…)`.
 * @throws CommandError for an Engine in place of a connection; ArgumentError for a URL that cannot be read
 */
export function configureContext(process: Process, given: ContextArguments): MigrationContext {
  const connection = given.connection ?? null;
  if (connection instanceof Engine) {
    throw commandError(
      `'connection' argument to configure() is expected to be a sqlalchemy.engine.Connection instance, got ${process.python.repr(connection)}`,
    );
  }
  if (connection instanceof Connection)
    return new MigrationContext(process, connection.dialect, connection, given);
  if (connection === null || !process.python.truth(connection))
    return new MigrationContext(process, dialectFor(process, given), null, given);
  const foreign = foreignConnection(process.python, connection);
  return new MigrationContext(process, foreign.dialect, null, { ...given, foreign });
}

function dialectFor(process: Process, given: ContextArguments): Dialect {
  const paramstyle = given.paramstyle ?? null;
  if (given.url !== undefined && given.url !== null && process.python.truth(given.url)) {
    const url = makeUrl(given.url);
    return ownDialect(process, url.backend) ?? dialectOf(url, { paramstyle });
  }
  if (typeof given.dialectName === 'string' && given.dialectName !== '')
    return ownDialect(process, given.dialectName) ?? dialectNamed(given.dialectName, paramstyle);
  if (given.dialect) return given.dialect;
  throw new Raise('builtins.Exception', ['Connection, url, or dialect_name is required.']);
}
