/** `op.drop_column`. Answers to: alembic/operations/ops.py (DropColumnOp), toimpl.py (drop_column). */
import { Raise } from '../../../machine.ts';
import { Column } from '../../../sqlalchemy/schema/index.ts';
import { quoted } from '../../autogenerate/render/text.ts';
import { refuseTwice } from '../keywords.ts';
import { type GivenName, keywordsOf, type Name, type OperationDefinition, plainName } from '../operation.ts';
import type { AddColumn } from './add-column.ts';
import { typeOf } from './column-arguments.ts';

export interface DropColumn {
  readonly kind: 'drop_column';
  tableName: Name;
  columnName: Name;
  schema: GivenName;
  ifExists: boolean | null;
  kw: Map<string, unknown>;
  /** What brings the column back; null where it is not known. */
  reverse: AddColumn | null;
  info?: unknown;
}

export const DROP_COLUMN: OperationDefinition<DropColumn> = {
  kind: 'drop_column',
  className: 'DropColumnOp',
  signature: 'table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw',
  create: (given) => ({
    ...dropColumn(given.table_name as Name, given.column_name as Name, given.schema as GivenName),
    ifExists: given.if_exists as boolean | null,
    reverse: given._reverse as AddColumn | null,
    kw: keywordsOf(given),
  }),
  calls: [
    {
      on: 'op',
      name: 'drop_column',
      signature: 'table_name, column_name, *, schema=None, **kw',
      make: (given, { python }) => DROP_COLUMN.create(withIfExists(given), python),
    },
    {
      on: 'batch_op',
      name: 'drop_column',
      signature: 'column_name, **kw',
      make: (given, { batchTable, python }) => {
        refuseTwice(keywordsOf(given), 'DropColumnOp', ['schema'], ['table_name']);
        return DROP_COLUMN.create(withIfExists({ ...given, ...batchTable() }), python);
      },
    },
  ],
  reverse: (operation) => {
    if (operation.reverse) return { ...operation.reverse, ifNotExists: operation.ifExists };
    throw new Raise('builtins.ValueError', ['operation is not reversible; original column is not present']);
  },
  describe: (operation, python) =>
    python.tuple([
      'remove_column',
      plainName(operation.schema),
      plainName(operation.tableName),
      droppedColumn(operation),
    ]),
  apply: (operation, operations) => {
    if ((operation.columnName as Name | null) === null)
      throw new Raise('builtins.AttributeError', ["'NoneType' object has no attribute 'lower'"]);
    operations.impl.dropColumn(
      operation.tableName,
      droppedColumn(operation),
      operation.schema,
      Boolean(operation.ifExists),
      typeOf(operation.kw.get('existing_type') ?? null, operations.python),
    );
    return null;
  },
  render: (operation, context) => {
    const parts = context.inBatch ? [] : [quoted(operation.tableName)];
    parts.push(quoted(operation.columnName));
    if (!context.inBatch) {
      if (operation.schema) parts.push(`schema=${quoted(operation.schema)}`);
      if (operation.ifExists !== null) parts.push(`if_exists=${context.repr(operation.ifExists)}`);
    }
    return `${context.opPrefix}drop_column(${parts.join(', ')})`;
  },
};

/** `if_exists` travels among the free keywords of the call. */
function withIfExists(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kw = keywordsOf(given);
  const ifExists = kw.get('if_exists') ?? null;
  kw.delete('if_exists');
  return { ...given, kw, if_exists: ifExists, _reverse: null };
}

/** The column that goes: the original where it is known, else its name alone. */
export function droppedColumn(operation: DropColumn): Column {
  if ((operation.columnName as unknown) instanceof Column) {
    throw new Raise('builtins.TypeError', [
      "Column._set_parent() missing 2 required keyword-only arguments: 'all_names' and 'allow_replacements'",
    ]);
  }
  return operation.reverse?.column ?? new Column([operation.columnName]);
}

/** The record of a column that is dropped. @param reverse what adds it again; without it the operation cannot be reversed */
export function dropColumn(
  tableName: Name,
  columnName: Name,
  schema: GivenName,
  reverse: AddColumn | null = null,
): DropColumn {
  return {
    kind: 'drop_column',
    tableName,
    columnName,
    schema: schema ?? null,
    ifExists: null,
    kw: new Map(),
    reverse,
  };
}
