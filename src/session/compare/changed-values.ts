/** Which values differ between two databases of the same making: rows are the same where their primary keys are. */
import type { DatabaseSnapshot, TableSnapshot } from '../../engine/snapshot.ts';

export interface ValueChange {
  readonly table: string;
  readonly column: string;
  /** The row's key, as it is read: "2", "2, kr". */
  readonly key: string;
  readonly before: string;
  /** null where it is gone, or its row or column is. */
  readonly after: string | null;
}

/** @param most so many at most. @returns values that are not there any more, or are others. */
export function changedValues(
  before: DatabaseSnapshot,
  after: DatabaseSnapshot,
  most: number,
): readonly ValueChange[] {
  const found: ValueChange[] = [];
  for (const table of before.tables) {
    if (table.name === 'alembic_version') continue;
    const other = after.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    found.push(...inTable(table, other));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

function inTable(before: TableSnapshot, after: TableSnapshot | undefined): ValueChange[] {
  const keys = before.constraints.find(({ kind }) => kind === 'primary-key')?.columns ?? [];
  const keyOf = (table: TableSnapshot) => {
    const at = keys.map((key) => table.columns.findIndex(({ name }) => name === key));
    return (row: readonly (string | null)[]) => at.map((index) => row[index] ?? '').join(', ');
  };
  if (keys.length === 0) return [];
  const rows = new Map(after?.rows.map((row) => [keyOf(after)(row), row]));
  const at = new Map(after?.columns.map(({ name }, index) => [name, index]));
  const rowKey = keyOf(before);
  return before.rows.flatMap((row) => {
    const key = rowKey(row);
    const now = rows.get(key);
    return before.columns.flatMap(({ name: column }, index): ValueChange[] => {
      const value = row[index] ?? null;
      const other = now?.[at.get(column) ?? -1] ?? null;
      return value === null || value === other
        ? []
        : [{ table: before.name, column, key, before: value, after: other }];
    });
  });
}
