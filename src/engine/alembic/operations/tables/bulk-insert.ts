/** `op.bulk_insert`. Answers to: alembic/operations/ops.py (BulkInsertOp), ddl/impl.py (bulk_insert). */
import type { Given, OperationDefinition } from '../operation.ts';
import { notImplemented } from './rename-table.ts';

export interface BulkInsert {
  readonly kind: 'bulk_insert';
  /** A Table or a `table(…)` clause. */
  table: unknown;
  /** A Python list of dictionaries; checked when it is applied. */
  rows: unknown;
  multiinsert: boolean;
  info?: unknown;
}

const SIGNATURE = 'table, rows, *, multiinsert=True';

export const BULK_INSERT: OperationDefinition<BulkInsert> = {
  kind: 'bulk_insert',
  className: 'BulkInsertOp',
  signature: SIGNATURE,
  create: fromCall,
  calls: [{ on: 'op', name: 'bulk_insert', signature: SIGNATURE, make: fromCall }],
  reverse: notImplemented,
  describe: notImplemented,
  apply: ({ table, rows, multiinsert }, { impl }) => {
    impl.bulkInsert(table, rows, multiinsert);
    return null;
  },
};

function fromCall(given: Given): BulkInsert {
  return {
    kind: 'bulk_insert',
    table: given.table,
    rows: given.rows,
    multiinsert: Boolean(given.multiinsert),
  };
}
