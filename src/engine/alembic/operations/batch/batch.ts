/** `with op.batch_alter_table(…) as batch_op:`. Answers to: alembic/operations/batch.py (BatchOperationsImpl). */
import { type OperationTrace, Raise } from '../../../machine.ts';
import type {
  Column,
  Constraint,
  DialectOptions,
  GivenName,
  Index,
  Table,
} from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import type { AddColumnOptions, ColumnChange, Impl } from '../../ddl/impl.ts';
import { commandError } from '../../script/errors.ts';
import type { Name } from '../operation.ts';
import type { Operations } from '../operations.ts';
import { whileAtWork } from '../trace.ts';
import { recreateTable } from './recreate.ts';

/** What `op.batch_alter_table` was given. */
export interface BatchOptions {
  readonly recreate: unknown;
  readonly copyFrom: Table | null;
  /** Constraints and the like for the new table. */
  readonly tableArgs: readonly unknown[];
  /** `Table(name, MetaData(), *items, schema=…, **kw)` with `table_kwargs` and what is given here. */
  readonly makeTable: (
    name: string,
    items: readonly unknown[],
    schema: string | null,
    options: DialectOptions,
  ) => Table;
  readonly partialReordering: readonly (readonly string[])[];
}

/** A request that waits for the end of the block. */
export type Request = {
  readonly [M in keyof Impl]: { readonly method: M; readonly args: Parameters<Impl[M]> };
}[keyof Impl];

/** Keeps what is asked for, in order. */
class WaitingImpl implements Impl {
  readonly requests: Request[] = [];
  /** Which operation asked for each. */
  readonly senders = new Map<Request, number | undefined>();
  private readonly trace: OperationTrace | undefined;
  private readonly recreates: boolean;

  constructor(trace: OperationTrace | undefined, recreates: boolean) {
    this.trace = trace;
    this.recreates = recreates;
  }

  private wait(request: Request): void {
    this.requests.push(request);
    this.senders.set(request, this.trace?.current);
  }

  addColumn(...args: [Name, Column, GivenName, AddColumnOptions]): void {
    const { insertBefore, insertAfter } = args[3];
    if ((insertBefore || insertAfter) && !this.recreates) {
      throw commandError(
        "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'",
      );
    }
    this.wait({ method: 'addColumn', args });
  }
  dropColumn(...args: [Name, Column, GivenName, boolean, (SqlType | null)?]): void {
    this.wait({ method: 'dropColumn', args });
  }
  alterColumn(...args: [Name, Name, ColumnChange]): void {
    this.wait({ method: 'alterColumn', args });
  }
  addConstraint(...args: [Constraint]): void {
    this.wait({ method: 'addConstraint', args });
  }
  dropConstraint(...args: [Constraint, boolean | null]): void {
    this.wait({ method: 'dropConstraint', args });
  }
  createIndex(...args: [Index, boolean | null]): void {
    this.wait({ method: 'createIndex', args });
  }
  dropIndex(...args: [Index, boolean | null]): void {
    this.wait({ method: 'dropIndex', args });
  }
  createTable(...args: [Table, boolean]): void {
    this.wait({ method: 'createTable', args });
  }
  dropTable(...args: [Table, boolean]): void {
    this.wait({ method: 'dropTable', args });
  }
  renameTable(...args: [Name, Name, GivenName]): void {
    this.wait({ method: 'renameTable', args });
  }
  createTableComment(...args: [Table]): void {
    this.wait({ method: 'createTableComment', args });
  }
  dropTableComment(...args: [Table]): void {
    this.wait({ method: 'dropTableComment', args });
  }
  createColumnComment(...args: [Column]): void {
    this.wait({ method: 'createColumnComment', args });
  }
  bulkInsert(...args: [unknown, unknown, boolean]): void {
    this.wait({ method: 'bulkInsert', args });
  }
}

/** One batch: operations for the block, and what happens at its end. */
export interface Batch {
  readonly operations: Operations;
  /** Sends what was asked for. Not called where the block raised. */
  flush(): void;
}

/**
 * PostgreSQL alters in place; only `recreate='always'` makes a new table and copies the rows.
 * @param reflect reads the table where no `copy_from` is given
 * @throws ValueError for another `recreate`
 */
export function openBatch(
  operations: Operations,
  table: Name,
  schema: GivenName,
  options: BatchOptions,
  reflect: (table: Name, schema: GivenName) => Table,
): Batch {
  if (!['auto', 'always', 'never'].includes(options.recreate as string)) {
    throw new Raise('builtins.ValueError', ["recreate may be one of 'auto', 'always', or 'never'."]);
  }
  const { trace } = operations.migrationContext.process.machine;
  const waiting = new WaitingImpl(trace, options.recreate === 'always');
  return {
    operations: operations.within(waiting, { table_name: table, schema }),
    flush: () => {
      if (options.recreate === 'always') {
        const existing = options.copyFrom ?? existingTable(operations, table, schema, reflect);
        recreateTable(operations, existing, options, waiting.requests);
        return;
      }
      for (const request of waiting.requests)
        whileAtWork(trace, waiting.senders.get(request), () => send(operations.impl, request));
    },
  };
}

/** @throws CommandError offline, where there is nothing to read */
function existingTable(
  { migrationContext }: Operations,
  table: Name,
  schema: GivenName,
  reflect: (table: Name, schema: GivenName) => Table,
): Table {
  if (!migrationContext.asSql) return reflect(table, schema);
  throw new Raise('alembic.util.exc.CommandError', [
    `This operation cannot proceed in --sql mode; batch mode with dialect ${migrationContext.dialect.name} requires a ` +
      `live database connection with which to reflect the table "${table}". To generate a batch SQL migration script using ` +
      'table "move and copy", a complete Table object should be passed to the "copy_from" argument of the ' +
      'batch_alter_table() method so that table reflection can be skipped.',
  ]);
}

/** Passes a request on. */
function send(impl: Impl, request: Request): void {
  const method = impl[request.method] as (...args: unknown[]) => void;
  method.apply(impl, request.args);
}
