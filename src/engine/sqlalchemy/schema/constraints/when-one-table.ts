/** When constraints and indexes find their table by their columns. Answers to: sqlalchemy/sql/schema.py (ColumnCollectionMixin). */
import { Raise } from '../../../machine.ts';
import { Column } from '../columns/column.ts';
import type { Table } from '../table.ts';

/**
 * Calls `attach` as soon as all Columns among the arguments belong to one table. Names beside them are looked up in that table
 * later; a Column that has no table yet is waited for only where there are no names.
 * @param pending Columns, names, or other things that no table is known by
 * @throws ArgumentError where the columns belong to several tables
 */
export function whenOneTable(pending: readonly unknown[], attach: (table: Table) => void): void {
  const columns = pending.filter((item): item is Column => item instanceof Column);
  if (columns.length === 0) return;
  const allKnown = () => columns.every((column) => column.table);
  if (allKnown()) attach(commonTable(columns));
  else if (columns.length === pending.length) {
    const then = () => {
      if (allKnown()) attach(commonTable(columns));
    };
    for (const column of columns.filter(({ table }) => !table)) column.onTable(then);
  }
}

function commonTable(columns: readonly Column[]): Table {
  const table = columns[0]!.table!;
  const strays = columns.filter((column) => column.table !== table);
  if (strays.length === 0) return table;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Column(s) ${strays.map((column) => `'${column}'`).join(', ')} are not part of table '${table.fullname}'.`,
  ]);
}
