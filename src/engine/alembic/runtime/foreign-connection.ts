/**
 * What env.py gave `configure()` for a connection though it is none: mostly an AsyncConnection that did not go through `run_sync`.
 * It has a dialect, so Alembic begins with it, and fails where it first asks the database.
 */
import { type PythonWorld, Raise } from '../../machine.ts';
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import type { Block } from './block.ts';

export interface ForeignConnection {
  readonly dialect: Dialect;
  /** `connection.in_transaction()`, where there is such a method. */
  readonly inTransaction: boolean;
  /** `begin_transaction()` over it. @throws AttributeError for what it lacks */
  begin(): Block;
  /** @throws ArgumentError, as `Dialect.has_table()` does */
  refuse(): never;
}

/** @throws AttributeError where it has no dialect; whatever its own methods raise */
export function foreignConnection(python: PythonWorld, connection: unknown): ForeignConnection {
  const on = (expression: string, more: readonly (readonly [string, unknown])[] = []) =>
    python.evaluate(expression, new Map([['connection', connection], ...more]));
  const dialect = on('connection.dialect') as Dialect;
  return {
    dialect,
    inTransaction:
      python.getAttribute(connection, 'in_transaction') !== undefined &&
      python.truth(on('connection.in_transaction()')),
    begin: () => {
      const transaction = on('connection.get_transaction()') ?? on('connection.begin()');
      const leave = '__exit__(None, None, None)';
      return {
        enter: () => null,
        exit: () => void on(`transaction.${leave}`, [['transaction', transaction]]),
      };
    },
    refuse: () => {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        "The argument passed to Dialect.has_table() should be a <class 'sqlalchemy.engine.base.Connection'>, got " +
          `${python.repr(on('connection.__class__'))}. Additionally, the Dialect.has_table() method is for internal dialect ` +
          'use only; please use ``inspect(some_engine).has_table(<tablename>>)`` for public API use.',
      ]);
    },
  };
}
