/**
 * Compares two databases that did not grow from one another: what has the same name is the same thing, in whatever order its columns
 * stand. (A table that was dropped and made again has another number, and its columns may have changed places.)
 */
import type { ColumnSnapshot, DatabaseSnapshot, TableSnapshot } from '../../engine/snapshot.ts';
import { compareDatabases, type DatabaseDiff } from './database-diff.ts';

/** Where a migration tool keeps its own books. */
const VERSION_TABLE = 'alembic_version';

/** @param withRows false where only the shape counts. */
export function compareByName(
  before: DatabaseSnapshot,
  after: DatabaseSnapshot,
  withRows = true,
): DatabaseDiff {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size + 1);
    return numbers.size;
  };
  const named = (database: DatabaseSnapshot): DatabaseSnapshot => ({
    ...database,
    tables: database.tables
      .filter(({ name }) => name !== VERSION_TABLE)
      .map((table) => {
        const oid = numberOf(`${table.schema}.${table.name}`);
        return sortedTable(withRows ? table : withoutRows(table), oid, numberOf);
      }),
  });
  return compareDatabases(named(before), named(after));
}

const withoutRows = (table: TableSnapshot): TableSnapshot => ({
  ...table,
  rowCount: 0,
  rows: [],
  columns: table.columns.map((column) => ({ ...column, filled: 0 })),
});

function sortedTable(table: TableSnapshot, oid: number, numberOf: (name: string) => number): TableSnapshot {
  const order = table.columns
    .map((column, at) => ({ column, at }))
    .sort((a, b) => (a.column.name < b.column.name ? -1 : 1));
  const columns: ColumnSnapshot[] = order.map(({ column }) => ({ ...column, number: numberOf(column.name) }));
  return { ...table, oid, columns, rows: table.rows.map((row) => order.map(({ at }) => row[at] ?? null)) };
}
