/** What happened to the rows: which are new, which are gone, which cells hold something else. Rows are the same where their keys are. */
import type { TableSnapshot } from '../../engine/snapshot.ts';
import type { TableDiff } from '../../session/compare/database-diff.ts';
import type { CellView, RowView } from './table-view.ts';

/** The columns of a table's primary key, in its order; none where it has no key. */
export const primaryKey = (table: TableSnapshot): readonly string[] =>
  table.constraints.find(({ kind }) => kind === 'primary-key')?.columns ?? [];

type Row = readonly (string | null)[];

/**
 * @param diff what the last command did to the table; undefined where nothing.
 * @param before the table before it.
 * @param ghosts names of dropped columns, whose values stand behind the others.
 */
export function rowViews(
  table: TableSnapshot,
  diff: TableDiff | undefined,
  before: TableSnapshot | undefined,
  ghosts: readonly string[],
): RowView[] {
  const old = diff && before ? oldRows(table, diff, before) : undefined;
  if (!old) return table.rows.map((row) => plain(row, ghosts));
  const known = new Set<string>();
  const rows = table.rows.map((row): RowView => {
    const key = old.keyNow(row);
    known.add(key);
    const was = old.rows.get(key);
    if (!was) {
      const view = plain(row, ghosts);
      return old.complete ? { ...view, change: 'added' } : view;
    }
    const cells = row.map((text, at): CellView => {
      const previous = old.value(was, table.columns[at]!.number);
      if (previous === undefined || previous === null || previous === text || !old.sameType(at))
        return { text, lost: false };
      return { text, lost: text === null, was: previous };
    });
    const changed = cells.some(({ was: previous }) => previous !== undefined);
    return {
      cells: [...cells, ...ghosts.map((name) => ghost(old.named(was, name)))],
      change: changed ? 'changed' : undefined,
    };
  });
  if (!old.complete) return rows;
  const gone = [...old.rows].filter(([key]) => !known.has(key));
  return [
    ...rows,
    ...gone.map(
      ([, row]): RowView => ({
        change: 'dropped',
        cells: [
          ...table.columns.map(({ number }) => ghost(old.value(row, number) ?? null)),
          ...ghosts.map((name) => ghost(old.named(row, name))),
        ],
      }),
    ),
  ];
}

const ghost = (text: string | null): CellView => ({ text, lost: text !== null });

const plain = (row: Row, ghosts: readonly string[]): RowView => ({
  change: undefined,
  cells: [...row.map((text) => ({ text, lost: false })), ...ghosts.map(() => ghost(null))],
});

/** The rows before, by their keys; undefined where no key tells them apart. */
function oldRows(table: TableSnapshot, diff: TableDiff, before: TableSnapshot) {
  const keys = primaryKey(table)
    .map((name) => table.columns.findIndex((column) => column.name === name))
    .filter((at) => at >= 0);
  const at = new Map(before.columns.map(({ number }, index) => [number, index]));
  const keysBefore = keys.map((index) => at.get(table.columns[index]!.number));
  if (keys.length === 0 || keysBefore.some((index) => index === undefined)) return undefined;
  const keyOf = (row: Row, indexes: readonly (number | undefined)[]) =>
    JSON.stringify(indexes.map((index) => row[index!]));
  const changedTypes = new Set(
    diff.columns
      .filter((one) => one.before && one.after && one.before.type !== one.after.type)
      .map(({ name }) => name),
  );
  return {
    rows: new Map(before.rows.map((row) => [keyOf(row, keysBefore), row])),
    keyNow: (row: Row) => keyOf(row, keys),
    /** Both sides are there whole: a row that is not found is new, or gone. */
    complete: before.rows.length === before.rowCount && table.rows.length === table.rowCount,
    value: (row: Row, number: number) => (at.has(number) ? row[at.get(number)!] : undefined),
    named: (row: Row, name: string) =>
      row[before.columns.findIndex((column) => column.name === name)] ?? null,
    /** A value in another type's writing is no other value. */
    sameType: (index: number) => !changedTypes.has(table.columns[index]!.name),
  };
}
