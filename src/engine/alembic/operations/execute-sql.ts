/** `op.execute`. Answers to: alembic/operations/ops.py (ExecuteSQLOp). */
import { Raise } from '../../machine.ts';
import { quoted } from '../autogenerate/render/text.ts';
import type { Given, OperationDefinition } from './operation.ts';
import { notImplemented } from './tables/rename-table.ts';

export interface ExecuteSql {
  readonly kind: 'execute_sql';
  /** A string, or a construct of the expression language. */
  sqltext: unknown;
  executionOptions: unknown;
  info?: unknown;
}

const SIGNATURE = 'sqltext, *, execution_options=None';

export const EXECUTE_SQL: OperationDefinition<ExecuteSql> = {
  kind: 'execute_sql',
  className: 'ExecuteSQLOp',
  signature: SIGNATURE,
  create: fromCall,
  calls: [
    { on: 'op', name: 'execute', signature: SIGNATURE, make: fromCall },
    { on: 'batch_op', name: 'execute', signature: SIGNATURE, make: fromCall },
  ],
  reverse: notImplemented,
  describe: ({ sqltext }, python) => python.tuple(['execute', sqltext]),
  apply: ({ sqltext, executionOptions }, operations) => {
    operations.migrationContext.impl.execute(sqltext, executionOptions ?? undefined);
    return null;
  },
  render: ({ sqltext }, context) => {
    if (typeof sqltext === 'string') return `${context.opPrefix}execute(${quoted(sqltext)})`;
    throw new Raise('builtins.NotImplementedError', [
      'Autogenerate rendering of SQL Expression language constructs not supported here; please use a plain SQL string',
    ]);
  },
};

function fromCall(given: Given): ExecuteSql {
  return { kind: 'execute_sql', sqltext: given.sqltext, executionOptions: given.execution_options };
}
