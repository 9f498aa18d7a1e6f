/**
 * What separates models, revisions and database, as far as it can be read from files and catalog alone: tables and columns. What a run
 * of autogenerate would find beyond that (types, constraints) is for the tool to say.
 */
import { classesOf } from '../../checks/python-classes.ts';
import type { Snapshot } from '../../engine/snapshot.ts';
import { graphOf, pendingOf } from '../revisions/graph.ts';

export interface DriftItem {
  readonly table: string;
  /** undefined for a whole table. */
  readonly column: string | undefined;
  readonly inModel: boolean;
  readonly inDatabase: boolean;
  /** The operation of a revision that speaks of it, waiting or done. */
  readonly operation: string | undefined;
  readonly waits: boolean;
  /** As the model's source has it: "String(20)". */
  readonly modelType: string;
  readonly databaseType: string;
}

export interface Drift {
  /** Things that differ and that no revision waiting to be applied takes care of. */
  readonly toGenerate: readonly DriftItem[];
  /** Revisions that wait to be applied. */
  readonly pending: number;
  /** What the strip lists: differences first, else what the newest revision did. */
  readonly items: readonly DriftItem[];
  readonly heads: readonly string[];
  readonly current: readonly string[];
  readonly missing: boolean;
}

export function driftOf(snapshot: Snapshot, files: Readonly<Record<string, string>>): Drift {
  const graph = graphOf(snapshot.revisions);
  const pending = pendingOf(graph);
  const model = modelColumns(files);
  const database = databaseColumns(snapshot);
  const operations = new Map<string, { name: string; waits: boolean }>();
  for (const node of [...graph.nodes].reverse()) {
    for (const { name, table, subject } of node.file?.operations ?? []) {
      operations.set(key(table ?? '', subject), { name, waits: !node.applied });
      if (name === 'create_table' || name === 'drop_table')
        operations.set(key(table ?? '', undefined), { name, waits: !node.applied });
    }
  }
  const tables = new Set([...model.keys(), ...database.keys()].map((one) => one.split('\0')[0]!));
  const items = [...new Set([...model.keys(), ...database.keys()])].flatMap((one) => {
    const [table, column] = one.split('\0') as [string, string];
    if (table === 'alembic_version' || !tables.has(table)) return [];
    const operation = operations.get(one) ?? operations.get(key(table, undefined));
    return [
      {
        table,
        column,
        inModel: model.has(one),
        inDatabase: database.has(one),
        operation: operation?.name,
        waits: operation?.waits ?? false,
        modelType: model.get(one) ?? '',
        databaseType: shortType(database.get(one) ?? ''),
      },
    ];
  });
  const different = items.filter(({ inModel, inDatabase }) => inModel !== inDatabase);
  const newest =
    graph.nodes
      .find(({ file }) => file && file.operations.length > 0)
      ?.file?.operations.map(({ table, subject }) => key(table ?? '', subject)) ?? [];
  const settled = items.filter(
    ({ table, column }) =>
      newest.includes(key(table, column)) ||
      newest.includes(key(table, undefined)) ||
      newest.includes(key(table, table)),
  );
  return {
    toGenerate: different.filter((item) => !isAwaited(item)),
    pending: pending.length,
    items: different.length > 0 ? different : settled,
    heads: snapshot.revisions.heads,
    current: snapshot.revisions.current,
    missing: graph.nodes.some(({ isCurrent, file }) => isCurrent && file === undefined),
  };
}

/** An operation that is not yet applied brings the two together. */
function isAwaited({ inModel, operation, waits }: DriftItem): boolean {
  if (!waits || operation === undefined) return false;
  return inModel ? /^(add_column|create_table)$/.test(operation) : /^drop_(column|table)$/.test(operation);
}

const key = (table: string, column: string | undefined) => `${table}\0${column ?? ''}`;

function modelColumns(files: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.py') || path.includes('/versions/')) continue;
    for (const { table, columns } of classesOf(text)) {
      if (table === undefined) continue;
      for (const { name, source } of columns) found.set(key(table, name), typeIn(source));
    }
  }
  return found;
}

function databaseColumns({ database }: Snapshot): Map<string, string> {
  return new Map(
    database.tables
      .filter(({ schema }) => schema === 'public')
      .flatMap(({ name, columns }) =>
        columns.map((column) => [key(name, column.name), column.type] as const),
      ),
  );
}

/** The type in a column's source: the first argument that is no string. */
function typeIn(source: string): string {
  const found =
    /\((?:['"]\w+['"],)?((?:\w+\.)*[A-Z]\w*(?:\([^()]*\))?)/.exec(source) ?? /Mapped\[(.+)\]/.exec(source);
  return (found?.[1] ?? '').replace(/^(sa|sqlalchemy)\./, '');
}

/** PostgreSQL's short form of a type; panels show the full one on focus. */
export function shortType(type: string): string {
  return type
    .replace('character varying', 'varchar')
    .replace('timestamp without time zone', 'timestamp')
    .replace('timestamp with time zone', 'timestamptz')
    .replace('double precision', 'float8');
}
