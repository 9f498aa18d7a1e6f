/** Columns that came, went or changed. Answers to: alembic/autogenerate/compare/tables.py (_compare_columns). */

import type { Column } from '../../../sqlalchemy/schema/index.ts';
import { addColumn } from '../../operations/columns/add-column.ts';
import { alterColumn, hasChanges } from '../../operations/columns/alter-column.ts';
import { dropColumn } from '../../operations/columns/drop-column.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { quotable } from '../../operations/names.ts';
import { dispatch } from './comparators.ts';
import type { CompareContext } from './context.ts';
import { qualified } from './names.ts';
import type { TablePair } from './tables.ts';

/** A column on both sides. */
export interface ColumnPair {
  readonly schema: string | null;
  readonly table: string;
  readonly name: string;
  readonly existing: Column;
  readonly wanted: Column;
}

/**
 * Adds and alters columns.
 * @returns the columns to be dropped, after everything else of the table
 */
export function compareColumns(context: CompareContext, ops: ModifyTable, pair: TablePair): Column[] {
  const { schema, name: table } = pair;
  const wanted = new Map(
    [...pair.wanted!.columns].filter(({ system }) => !system).map((one) => [one.name, one]),
  );
  const existing = new Map<string, Column>();
  for (const column of pair.existing!.columns) {
    const parents = { schema_name: schema, table_name: table };
    if (context.includesName(column.name, 'column', parents)) existing.set(column.name, column);
  }
  for (const [name, column] of wanted) {
    if (existing.has(name) || !context.includesObject(column, name, 'column', false, null)) continue;
    ops.ops.push(addColumn(ops.tableName, column, ops.schema));
    context.log('tables', `Detected added column '${qualified(schema, table)}.${name}'`);
    context.detected('add_column', table, schema, name, { wanted: context.python.repr(column.type) });
  }
  for (const [name, column] of wanted) {
    const before = existing.get(name);
    if (before) compareColumn(context, ops, { schema, table, name, existing: before, wanted: column });
  }
  const removed = [...existing.keys()].filter((name) => !wanted.has(name)).sort();
  return removed.map((name) => existing.get(name)!);
}

function compareColumn(context: CompareContext, ops: ModifyTable, pair: ColumnPair): void {
  const { name, existing, wanted } = pair;
  if (!context.includesObject(wanted, name, 'column', false, existing)) return;
  const operation = alterColumn(ops.tableName, quotable(name, wanted.quote), ops.schema);
  const { schema, table } = pair;
  dispatch(context.comparators, 'column', [context, operation, schema, table, name, existing, wanted]);
  if (hasChanges(operation)) ops.ops.push(operation);
}

/** Appends a `drop_column` for each column that the models no longer have; its reverse adds the column as the database has it. */
export function dropColumns(
  context: CompareContext,
  ops: ModifyTable,
  { schema, name: table }: TablePair,
  removed: readonly Column[],
): void {
  for (const column of removed) {
    if (!context.includesObject(column, column.name, 'column', true, null)) continue;
    const again = addColumn(ops.tableName, column, ops.schema);
    ops.ops.push(dropColumn(ops.tableName, column.name, ops.schema, again));
    context.log('tables', `Detected removed column '${qualified(schema, table)}.${column.name}'`);
    context.detected('remove_column', table, schema, column.name, {
      existing: context.python.repr(column.type),
    });
  }
}
