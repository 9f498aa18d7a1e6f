/** `Table.append_column()`. Answers to: sqlalchemy/sql/schema.py (Table). */
import { Raise } from '../../../machine.ts';
import type { Table } from '../table.ts';
import type { Column } from './column.ts';

/** @throws DuplicateColumnError, with the way out that only this method has */
export function appendColumn(table: Table, column: Column, replace = false): void {
  try {
    table.appendColumn(column, replace);
  } catch (error) {
    if (!(error instanceof Raise) || !error.type.endsWith('DuplicateColumnError')) throw error;
    throw new Raise(error.type, [
      `${String(error.args[0])} Specify replace_existing=True to Table.append_column() to replace an existing column.`,
    ]);
  }
}
