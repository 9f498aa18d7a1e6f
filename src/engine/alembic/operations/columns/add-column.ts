/** `op.add_column`. Answers to: alembic/operations/ops.py (AddColumnOp), toimpl.py (add_column). */
import type { Column } from '../../../sqlalchemy/schema/index.ts';
import { renderColumn } from '../../autogenerate/render/column.ts';
import { quoted } from '../../autogenerate/render/text.ts';
import type { Impl } from '../../ddl/impl.ts';
import { quotable } from '../names.ts';
import { type GivenName, keywordsOf, type Name, type OperationDefinition, plainName } from '../operation.ts';
import { columnOf } from './column-arguments.ts';
import { dropColumn } from './drop-column.ts';

export interface AddColumn {
  readonly kind: 'add_column';
  tableName: Name;
  column: Column;
  schema: GivenName;
  ifNotExists: boolean | null;
  inlineReferences: boolean | null;
  inlinePrimaryKey: boolean | null;
  kw: Map<string, unknown>;
  info?: unknown;
}

const FLAGS = 'if_not_exists=None, inline_references=None, inline_primary_key=None';

export const ADD_COLUMN: OperationDefinition<AddColumn> = {
  kind: 'add_column',
  className: 'AddColumnOp',
  signature: `table_name, column, *, schema=None, ${FLAGS}, **kw`,
  create: (given) => ({
    ...addColumn(given.table_name as Name, given.column as Column, given.schema as GivenName),
    ifNotExists: given.if_not_exists as boolean | null,
    inlineReferences: given.inline_references as boolean | null,
    inlinePrimaryKey: given.inline_primary_key as boolean | null,
    kw: keywordsOf(given),
  }),
  calls: [
    {
      on: 'op',
      name: 'add_column',
      signature: `table_name, column, *, schema=None, ${FLAGS}`,
      make: (given, { python }) => ADD_COLUMN.create(given, python),
    },
    {
      on: 'batch_op',
      name: 'add_column',
      signature: `column, *, insert_before=None, insert_after=None, ${FLAGS}`,
      make: (given, { batchTable, python }) => {
        const operation = ADD_COLUMN.create({ ...given, ...batchTable() }, python);
        for (const place of ['insert_before', 'insert_after']) {
          if (given[place]) operation.kw.set(place, given[place]);
        }
        return operation;
      },
    },
  ],
  reverse: (operation) => ({
    ...dropColumn(
      operation.tableName,
      quotable(operation.column.name, operation.column.quote),
      operation.schema,
      operation,
    ),
    ifExists: operation.ifNotExists,
  }),
  describe: ({ tableName, column, schema }, python) =>
    python.tuple(['add_column', plainName(schema), plainName(tableName), column]),
  apply: (operation, operations) => {
    const given = columnOf(operation.column);
    const column = given.table ? operations.schemaObjects.copyColumn(given) : given;
    const table = operations.schemaObjects.table(operation.tableName, [column], { schema: operation.schema });
    const { impl } = operations;
    impl.addColumn(operation.tableName, column, operation.schema, {
      ifNotExists: operation.ifNotExists,
      inlineReferences: Boolean(operation.inlineReferences),
      inlinePrimaryKey: Boolean(operation.inlinePrimaryKey),
      insertBefore: operation.kw.get('insert_before'),
      insertAfter: operation.kw.get('insert_after'),
    });
    addParts(operation, column, table, impl);
    return null;
  },
  render: (operation, context) => {
    const { tableName, schema, ifNotExists } = operation;
    const parts = context.inBatch ? [] : [quoted(tableName)];
    parts.push(renderColumn(operation.column, context));
    if (schema && !context.inBatch) parts.push(`schema=${quoted(schema)}`);
    if (ifNotExists !== null && !context.inBatch) parts.push(`if_not_exists=${context.repr(ifNotExists)}`);
    return `${context.opPrefix}add_column(${parts.join(', ')})`;
  },
};

/** What stands beside the column itself: constraints, index, comment. */
function addParts(operation: AddColumn, column: Column, table: Column['table'] & object, impl: Impl): void {
  // Of several keys none is written within the column.
  const alone = [...column.foreignKeys].length === 1;
  for (const constraint of [...table.constraints].sort((a, b) => a.creation - b.creation)) {
    const inline =
      constraint.kind === 'primary-key-constraint' ||
      column.constraints.has(constraint) ||
      (alone && operation.inlineReferences && constraint.kind === 'foreign-key-constraint');
    if (!inline) impl.addConstraint(constraint);
  }
  for (const index of table.indexes) impl.createIndex(index, null);
  if (column.comment !== null) impl.createColumnComment(column);
}

/** The record of a column that is added, as autogenerate makes it. */
export function addColumn(tableName: Name, column: Column, schema: GivenName): AddColumn {
  return {
    kind: 'add_column',
    tableName,
    column,
    schema: schema ?? null,
    ifNotExists: null,
    inlineReferences: null,
    inlinePrimaryKey: null,
    kw: new Map(),
  };
}
