/** One table with what the last command did to it, ready to be drawn: present columns and, as ghosts, the ones that are gone. */
import type { ColumnSnapshot, DatabaseSnapshot, TableSnapshot } from '../../engine/snapshot.ts';
import type { Change, DatabaseDiff, TableDiff } from '../../session/compare/database-diff.ts';
import { primaryKey, rowViews } from './row-views.ts';

export interface ColumnView {
  readonly name: string;
  readonly oldName: string | undefined;
  readonly type: string;
  readonly change: Change | undefined;
  readonly lostCells: number;
  readonly keys: readonly ('primary' | 'foreign' | 'unique')[];
  readonly references: string | undefined;
  readonly notNull: boolean;
  readonly default: string | null;
}

export interface TableView {
  readonly name: string;
  readonly schema: string;
  readonly oldName: string | undefined;
  readonly change: Change | undefined;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly rowCount: number;
  readonly lostCells: number;
  readonly table: TableSnapshot | undefined;
  readonly diff: TableDiff | undefined;
}

export interface RowView {
  readonly cells: readonly CellView[];
  /** Told where the whole table is in view. */
  readonly change: Change | undefined;
}

export interface CellView {
  readonly text: string | null;
  /** A value that is gone. */
  readonly lost: boolean;
  /** What stood here before, where something else does now. */
  readonly was?: string;
}

/**
 * @param diff what the last command changed.
 * @param before the database before it, where the page has seen it: gives lost cells their values.
 */
export function tableViews(
  now: DatabaseSnapshot,
  diff: DatabaseDiff | undefined,
  before: DatabaseSnapshot | undefined,
): TableView[] {
  const present = now.tables.map((table) => {
    const own = diffOf(diff, table);
    return own ? viewOf(table, own, oldTable(before, table, own)) : untouched(table);
  });
  const gone = (diff?.tables ?? [])
    .filter(({ change }) => change === 'dropped')
    .map((one) =>
      droppedView(
        one,
        before?.tables.find(({ name, schema }) => name === one.name && schema === one.schema),
      ),
    );
  return [...present, ...gone].sort(
    (a, b) => Number(a.name === 'alembic_version') - Number(b.name === 'alembic_version'),
  );
}

const diffOf = (diff: DatabaseDiff | undefined, table: TableSnapshot) =>
  diff?.tables.find(
    ({ name, schema, change }) => name === table.name && schema === table.schema && change !== 'dropped',
  );

/** Views of tables that nothing happened to, kept: their snapshot stays the same object. */
const views = new WeakMap<TableSnapshot, TableView>();

function untouched(table: TableSnapshot): TableView {
  const known = views.get(table);
  if (known) return known;
  const view = viewOf(table, undefined, undefined);
  views.set(table, view);
  return view;
}

const oldTable = (before: DatabaseSnapshot | undefined, table: TableSnapshot, diff: TableDiff) =>
  before?.tables.find(({ name, schema }) => name === (diff.oldName ?? table.name) && schema === table.schema);

function viewOf(
  table: TableSnapshot,
  diff: TableDiff | undefined,
  before: TableSnapshot | undefined,
): TableView {
  const present = table.columns.map((column) => columnView(column, table, diff));
  const ghosts = (diff?.columns ?? []).filter(({ change }) => change === 'dropped');
  const rows = rowViews(
    table,
    diff,
    before,
    ghosts.map(({ name }) => name),
  );
  return {
    name: table.name,
    schema: table.schema,
    oldName: diff?.oldName,
    change: diff?.change,
    columns: [...present, ...ghosts.map(ghostColumn)],
    rows,
    rowCount: table.rowCount,
    lostCells: diff?.lostCells ?? 0,
    table,
    diff,
  };
}

function droppedView(diff: TableDiff, before: TableSnapshot | undefined): TableView {
  return {
    name: diff.name,
    schema: diff.schema,
    oldName: undefined,
    change: 'dropped',
    columns: diff.columns.map(ghostColumn),
    rows: (before?.rows ?? []).map((row) => ({
      change: undefined,
      cells: row.map((text) => ({ text, lost: text !== null })),
    })),
    rowCount: diff.rowsBefore,
    lostCells: diff.lostCells,
    table: undefined,
    diff,
  };
}

const ghostColumn = (diff: TableDiff['columns'][number]): ColumnView => ({
  name: diff.name,
  oldName: undefined,
  type: diff.before?.type ?? '',
  change: 'dropped',
  lostCells: diff.lostCells,
  keys: [],
  references: undefined,
  notNull: diff.before?.notNull ?? false,
  default: diff.before?.default ?? null,
});

function columnView(column: ColumnSnapshot, table: TableSnapshot, diff: TableDiff | undefined): ColumnView {
  const change =
    diff?.change === 'added' ? undefined : diff?.columns.find(({ name }) => name === column.name);
  const foreign = table.constraints.find(
    (one) => one.kind === 'foreign-key' && one.columns.includes(column.name),
  );
  const keys: ColumnView['keys'][number][] = [];
  if (primaryKey(table).includes(column.name)) keys.push('primary');
  if (foreign) keys.push('foreign');
  if (isUnique(table, column.name)) keys.push('unique');
  return {
    name: column.name,
    oldName: change?.oldName,
    type: column.type,
    change: change?.change,
    lostCells: change?.lostCells ?? 0,
    keys,
    references: foreign?.references && `${foreign.references.table}.${foreign.references.columns.join(', ')}`,
    notNull: column.notNull,
    default: column.default,
  };
}

const isUnique = (table: TableSnapshot, column: string) =>
  table.constraints.some(({ kind, columns }) => kind === 'unique' && columns.join() === column) ||
  table.indexes.some(
    ({ unique, definition, name }) =>
      unique && !table.constraints.some((one) => one.name === name) && definition.endsWith(`(${column})`),
  );
