/** Tables in the order of their foreign keys. Answers to: sqlalchemy/sql/ddl.py (sort_tables_and_constraints), util/topological.py. */
import type { ForeignKeyConstraint } from './constraints/foreign-key.ts';
import type { MetaData } from './metadata.ts';
import type { Table } from './table.ts';

/** One dependency: the first comes before the second. */
type Edge<T> = readonly [T, T];

/** Thrown where the items depend on each other in a circle. */
export class CircularDependency<T> extends Error {
  /** The items on a circle. */
  readonly cycles: ReadonlySet<T>;
  readonly edges: readonly Edge<T>[];
  constructor(cycles: ReadonlySet<T>, edges: readonly Edge<T>[]) {
    super('Circular dependency detected.');
    this.cycles = cycles;
    this.edges = edges;
  }
}

/**
 * Items so that the first of each pair comes before the second, otherwise in the order given.
 * @throws CircularDependency
 */
function topological<T>(edges: readonly Edge<T>[], items: readonly T[]): T[] {
  const parents = new Map<T, T[]>();
  for (const [parent, child] of edges) parents.set(child, [...(parents.get(child) ?? []), parent]);
  const open = new Set(items);
  const sorted: T[] = [];
  while (open.size > 0) {
    const ready = [...open].filter((item) => !(parents.get(item) ?? []).some((parent) => open.has(parent)));
    if (ready.length === 0) throw new CircularDependency(onCircles(edges), edges);
    for (const item of ready) open.delete(item);
    sorted.push(...ready);
  }
  return sorted;
}

/** The items from which a way leads back to themselves. */
function onCircles<T>(edges: readonly Edge<T>[]): ReadonlySet<T> {
  const children = new Map<T, T[]>();
  for (const [parent, child] of edges) children.set(parent, [...(children.get(parent) ?? []), child]);
  const returns = (start: T): boolean => {
    const seen = new Set<T>();
    const stack = [...(children.get(start) ?? [])];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      if (item === start) return true;
      if (seen.has(item)) continue;
      seen.add(item);
      stack.push(...(children.get(item) ?? []));
    }
    return false;
  };
  return new Set([...children.keys()].filter(returns));
}

/** Tables in order, each with the foreign keys to write with it, and those that must wait for all tables. */
export interface SortedTables {
  readonly tables: readonly {
    readonly table: Table;
    readonly foreignKeys: ReadonlySet<ForeignKeyConstraint>;
  }[];
  readonly remaining: readonly ForeignKeyConstraint[];
}

export interface SortOptions {
  /** false: the key must stay with its table; true: it must wait; undefined: it may wait if that opens a circle. */
  readonly filter?: (key: ForeignKeyConstraint) => boolean | undefined;
  /** Told about circles. */
  readonly warn?: ((category: string, message: string) => void) | undefined;
}

/**
 * @throws CircularDependency where a circle cannot be opened; NoReferencedTableError
 */
export function sortTablesAndConstraints(tables: readonly Table[], options: SortOptions = {}): SortedTables {
  const remaining = new Set<ForeignKeyConstraint>();
  let edges: Edge<Table>[] = [];
  for (const table of tables) {
    for (const key of table.foreignKeyConstraints) {
      if (key.useAlter || options.filter?.(key) === true) remaining.add(key);
      else if (key.referredTable !== table) edges.push([key.referredTable, table]);
    }
  }
  let sorted: Table[];
  try {
    sorted = topological(edges, tables);
  } catch (error) {
    if (!(error instanceof CircularDependency)) throw error;
    options.warn?.('sqlalchemy.exc.SAWarning', cycleWarning(error.cycles as ReadonlySet<Table>));
    edges = opened(edges, error.cycles as ReadonlySet<Table>, remaining, options);
    sorted = topological(edges, tables);
  }
  return {
    tables: sorted.map((table) => ({
      table,
      foreignKeys: new Set(table.foreignKeyConstraints.filter((key) => !remaining.has(key))),
    })),
    remaining: [...remaining],
  };
}

/** Takes the foreign keys of tables on a circle out, and remembers them. */
function opened(
  edges: readonly Edge<Table>[],
  cycles: ReadonlySet<Table>,
  remaining: Set<ForeignKeyConstraint>,
  options: SortOptions,
): Edge<Table>[] {
  const removed = new Map<Table, Set<Table>>();
  for (const [, table] of edges) {
    if (!cycles.has(table) || removed.has(table)) continue;
    const movable = table.foreignKeyConstraints.filter((key) => options.filter?.(key) !== false);
    for (const key of movable) remaining.add(key);
    removed.set(table, new Set(movable.map((key) => key.referredTable)));
  }
  return edges.filter(([parent, table]) => !removed.get(table)?.has(parent));
}

/** The tables of a circle, as a warning names them. */
export const cycleNames = (cycles: ReadonlySet<Table>): string =>
  [...cycles]
    .map((table) => table.fullname)
    .sort()
    .join(', ');

function cycleWarning(cycles: ReadonlySet<Table>): string {
  return (
    `Cannot correctly sort tables; there are unresolvable cycles between tables "${cycleNames(cycles)}", which is usually ` +
    'caused by mutually dependent foreign key constraints.  Foreign key constraints involving these tables will not be ' +
    'considered; this warning may raise an error in a future release.'
  );
}

/** `metadata.sorted_tables`: by key, then by foreign keys. @param warn told about circles */
export function sortedTables(metadata: MetaData, warn?: SortOptions['warn']): readonly Table[] {
  const byKey = [...metadata.tables.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return sortTablesAndConstraints(byKey, { warn }).tables.map(({ table }) => table);
}
