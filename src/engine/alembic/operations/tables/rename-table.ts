/** `op.rename_table`. Answers to: alembic/operations/ops.py (RenameTableOp). */
import { Raise } from '../../../machine.ts';
import type { GivenName, Name, OperationDefinition } from '../operation.ts';

export interface RenameTable {
  readonly kind: 'rename_table';
  tableName: Name;
  newTableName: Name;
  schema: GivenName;
  info?: unknown;
}

const SIGNATURE = 'old_table_name, new_table_name, *, schema=None';

/** It has no opposite and no description, as in Alembic: autogenerate never makes one. */
export const RENAME_TABLE: OperationDefinition<RenameTable> = {
  kind: 'rename_table',
  className: 'RenameTableOp',
  signature: SIGNATURE,
  create: (given) => ({
    kind: 'rename_table',
    tableName: given.old_table_name as Name,
    newTableName: given.new_table_name as Name,
    schema: given.schema as GivenName,
  }),
  calls: [
    {
      on: 'op',
      name: 'rename_table',
      signature: SIGNATURE,
      make: (given, { python }) => RENAME_TABLE.create(given, python),
    },
  ],
  reverse: notImplemented,
  describe: notImplemented,
  apply: ({ tableName, newTableName, schema }, { impl }) => {
    impl.renameTable(tableName, newTableName, schema);
    return null;
  },
};

/** @throws NotImplementedError of Python, without a text */
export function notImplemented(): never {
  throw new Raise('builtins.NotImplementedError', []);
}
