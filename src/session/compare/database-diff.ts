/** What happened to the database between two snapshots, in words that a panel can mark. */
import type {
  ColumnSnapshot,
  ConstraintSnapshot,
  DatabaseSnapshot,
  IndexSnapshot,
  TableSnapshot,
} from '../../engine/snapshot.ts';

export type Change = 'added' | 'changed' | 'dropped';

export interface DatabaseDiff {
  readonly tables: readonly TableDiff[];
  readonly schemas: readonly NamedChange[];
  readonly views: readonly NamedChange[];
  readonly sequences: readonly NamedChange[];
  readonly enums: readonly NamedChange[];
  /** Cells that held a value and are gone, over all tables. */
  readonly lostCells: number;
}

interface NamedChange {
  readonly name: string;
  readonly change: Change;
}

export interface TableDiff {
  readonly schema: string;
  readonly name: string;
  /** The name before, where it was renamed. */
  readonly oldName: string | undefined;
  readonly change: Change;
  readonly columns: readonly ColumnDiff[];
  readonly constraints: readonly MemberDiff[];
  readonly indexes: readonly MemberDiff[];
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly lostCells: number;
}

interface ColumnDiff {
  readonly name: string;
  readonly oldName: string | undefined;
  readonly change: Change;
  readonly before: ColumnSnapshot | undefined;
  readonly after: ColumnSnapshot | undefined;
  /** Values that the column held and that are gone because it was dropped, or emptied. */
  readonly lostCells: number;
}

interface MemberDiff {
  readonly name: string;
  readonly change: Change;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Renamed tables and columns count as changed: the server's numbers for them stay. */
export function compareDatabases(before: DatabaseSnapshot, after: DatabaseSnapshot): DatabaseDiff {
  const tables = pairs(before.tables, after.tables, (table) => table.oid)
    .map(([old, now]) => tableDiff(old, now))
    .filter((diff) => diff !== undefined);
  return {
    tables,
    schemas: named(before.schemas, after.schemas),
    views: named(before.views, after.views),
    sequences: named(before.sequences, after.sequences),
    enums: pairs(before.enums, after.enums, (one) => one.name).flatMap(([old, now]) =>
      change(old, now, (one) => one.labels.join('\0')).map((kind) => ({
        name: (now ?? old)!.name,
        change: kind,
      })),
    ),
    lostCells: tables.reduce((sum, table) => sum + table.lostCells, 0),
  };
}

/** Whether nothing differs. */
export const isEmptyDiff = (diff: DatabaseDiff): boolean =>
  [diff.tables, diff.schemas, diff.views, diff.sequences, diff.enums].every((list) => list.length === 0);

type Pair<T> = readonly [T, T | undefined] | readonly [undefined, T];

/** Things of both sides by key: what is there now in its order, then what is gone. */
function pairs<T>(before: readonly T[], after: readonly T[], key: (one: T) => unknown): Pair<T>[] {
  const old = new Map(before.map((one) => [key(one), one]));
  const found: Pair<T>[] = after.map((now) => {
    const was = old.get(key(now));
    old.delete(key(now));
    return was === undefined ? ([undefined, now] as const) : ([was, now] as const);
  });
  return [...found, ...[...old.values()].map((was) => [was, undefined] as const)];
}

function change<T>(before: T | undefined, after: T | undefined, text: (one: T) => string): Change[] {
  if (before === undefined) return ['added'];
  if (after === undefined) return ['dropped'];
  return text(before) === text(after) ? [] : ['changed'];
}

const named = (before: readonly string[], after: readonly string[]): NamedChange[] =>
  pairs(before, after, (name) => name).flatMap(([old, now]) =>
    change(old, now, () => '').map((kind) => ({ name: (now ?? old)!, change: kind })),
  );

function tableDiff(
  before: TableSnapshot | undefined,
  after: TableSnapshot | undefined,
): TableDiff | undefined {
  const columns = pairs(before?.columns ?? [], after?.columns ?? [], (column) => column.number).flatMap(
    ([old, now]) => columnDiff(old, now, before, after),
  );
  const constraints = members(before?.constraints, after?.constraints);
  const indexes = members(before?.indexes, after?.indexes);
  const [kind] = change(before, after, (table) =>
    JSON.stringify([table.schema, table.name, table.comment, contents(table)]),
  );
  if (!kind && columns.length + constraints.length + indexes.length === 0) return undefined;
  const { schema, name } = (after ?? before)!;
  return {
    schema,
    name,
    oldName: before && before.name !== name ? before.name : undefined,
    change: kind ?? 'changed',
    columns,
    constraints,
    indexes,
    rowsBefore: before?.rowCount ?? 0,
    rowsAfter: after?.rowCount ?? 0,
    lostCells: columns.reduce((sum, column) => sum + column.lostCells, 0),
  };
}

/** Rows and the column order that they are in. */
const contents = (table: TableSnapshot) => [table.rowCount, table.rows];

function columnDiff(
  before: ColumnSnapshot | undefined,
  after: ColumnSnapshot | undefined,
  tableBefore: TableSnapshot | undefined,
  tableAfter: TableSnapshot | undefined,
): ColumnDiff[] {
  const lostCells = lost(before, after, tableBefore, tableAfter);
  const kinds = change(before, after, (column) => JSON.stringify({ ...column, filled: 0 }));
  if (kinds.length === 0 && lostCells > 0) kinds.push('changed');
  return kinds.map((kind) => ({
    name: (after ?? before)!.name,
    oldName: before && after && before.name !== after.name ? before.name : undefined,
    change: kind,
    before,
    after,
    lostCells,
  }));
}

/** Alembic moves its marker on by every command: the number that stood there is no lost value. */
const isVersionTable = ({ name }: TableSnapshot) => name === 'alembic_version';

/** A dropped column loses its values; a kept one those that turned NULL or whose rows were deleted. */
function lost(
  before: ColumnSnapshot | undefined,
  after: ColumnSnapshot | undefined,
  tableBefore: TableSnapshot | undefined,
  tableAfter: TableSnapshot | undefined,
): number {
  if (!before || !tableBefore || isVersionTable(tableBefore)) return 0;
  if (!after || !tableAfter) return before.filled;
  return lostByKey(before, after, tableBefore, tableAfter) ?? Math.max(0, before.filled - after.filled);
}

/** Row by row, where both tables are there whole and have the same key: rows that came do not make up for rows that went. */
function lostByKey(
  before: ColumnSnapshot,
  after: ColumnSnapshot,
  tableBefore: TableSnapshot,
  tableAfter: TableSnapshot,
): number | undefined {
  const whole = (table: TableSnapshot) => table.rows.length === table.rowCount;
  const [keys, keysAfter] = [keyNumbers(tableBefore), keyNumbers(tableAfter)];
  if (!whole(tableBefore) || !whole(tableAfter) || keys.length === 0 || keys.join() !== keysAfter.join()) {
    return undefined;
  }
  const keyOf = (table: TableSnapshot) => {
    const at = keys.map((number) => table.columns.findIndex((column) => column.number === number));
    return (row: readonly (string | null)[]) => JSON.stringify(at.map((index) => row[index]));
  };
  const [keyBefore, keyAfter] = [keyOf(tableBefore), keyOf(tableAfter)];
  const [old, now] = [tableBefore.columns.indexOf(before), tableAfter.columns.indexOf(after)];
  const kept = new Set(tableAfter.rows.filter((row) => row[now] !== null).map(keyAfter));
  return tableBefore.rows.filter((row) => row[old] !== null && !kept.has(keyBefore(row))).length;
}

const keyNumbers = ({ constraints, columns }: TableSnapshot): readonly number[] =>
  (constraints.find(({ kind }) => kind === 'primary-key')?.columns ?? []).map(
    (key) => columns.find(({ name }) => name === key)?.number ?? -1,
  );

function members(
  before: readonly (ConstraintSnapshot | IndexSnapshot)[] = [],
  after: readonly (ConstraintSnapshot | IndexSnapshot)[] = [],
): MemberDiff[] {
  return pairs(before, after, (one) => one.name).flatMap(([old, now]) =>
    change(old, now, (one) => one.definition).map((kind) => ({
      name: (now ?? old)!.name,
      change: kind,
      before: old?.definition,
      after: now?.definition,
    })),
  );
}
