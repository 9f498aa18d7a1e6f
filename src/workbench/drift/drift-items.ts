/** One line for each thing that differs between models, revisions and database: what the dry run found, with where it is written. */
import type { DetectedEvent } from '../../engine/events.ts';
import type { Snapshot, TableSnapshot } from '../../engine/snapshot.ts';
import type { Change } from '../../session/compare/database-diff.ts';
import type { Drift } from '../../session/rehearsal/drift.ts';
import type { Stray } from '../../session/rehearsal/strays.ts';
import { shortType } from '../database/short-type.ts';
import { type CodePlace, modelPlace, revisionPlace } from '../places.ts';
import type { RevisionGraph } from '../revisions/graph.ts';

/** How a thing stands in one place. */
export interface Side {
  readonly has: boolean;
  /** A type, an operation's name, `NOT NULL`. */
  readonly text: string;
  /** Where it is written. */
  readonly place: CodePlace | undefined;
}

export interface DriftItem {
  readonly key: string;
  readonly table: string;
  /** A column, an index, a constraint; undefined for the table itself. */
  readonly subject: string | undefined;
  readonly name: string;
  readonly change: Change;
  readonly model: Side;
  readonly revision: Side;
  readonly database: Side;
  /**
   * What comes next for it: `generate`: autogenerate would write it; `upgrade`: a revision waits; `undeclared`: the database has it and
   * no revision made it; `missing`: revisions made it and the database lacks it; `same`: nothing.
   */
  readonly next: 'generate' | 'upgrade' | 'undeclared' | 'missing' | 'same';
}

interface World {
  readonly snapshot: Snapshot;
  readonly files: Readonly<Record<string, string>>;
  readonly graph: RevisionGraph;
  /** Ids of the graph's revisions, newest first. */
  readonly order: readonly string[];
}

/** Differences first; where there are none, what the newest revision did. */
export function driftItems(drift: Drift, given: Omit<World, 'order'>): readonly DriftItem[] {
  const world: World = { ...given, order: given.graph.nodes.map(({ id }) => id) };
  const strays = drift.strays ?? [];
  const found = new Map<string, DriftItem>();
  const add = (item: DriftItem) => {
    if (!found.has(item.key)) found.set(item.key, item);
  };
  for (const change of drift.changes ?? []) add(ofChange(change, strays, world));
  for (const stray of strays) add(ofStray(stray, world));
  for (const { name, table, subject } of drift.upgrade.operations)
    if (table !== undefined) add(ofWaiting(name, table, subject, world));
  return found.size > 0 ? [...found.values()] : settled(world);
}

const keyOf = (table: string, subject: string | undefined) => `${table}.${subject ?? ''}`;
const NOWHERE: Side = { has: false, text: '', place: undefined };

function ofChange(event: DetectedEvent, strays: readonly Stray[], world: World): DriftItem {
  const { change, table = '', subject, wanted, existing } = event;
  const stray = strays.find((one) => one.table === table && one.column === subject);
  const kind = change.startsWith('add_') ? 'added' : change.startsWith('remove_') ? 'dropped' : 'changed';
  const revision = revisionSide(world, table, subject);
  const database = databaseSide(world, table, subject, existing);
  const base = { key: keyOf(table, subject), table, subject, name: subject ?? table, change: kind } as const;
  if (kind === 'dropped') {
    const undeclared = stray?.change === 'added';
    return {
      ...base,
      model: NOWHERE,
      revision: undeclared ? NOWHERE : revision,
      database,
      next: undeclared ? 'undeclared' : 'generate',
    };
  }
  const missing = stray?.change === 'dropped';
  return {
    ...base,
    model: modelSide(world, table, subject, wanted),
    revision: kind === 'changed' || missing ? revision : NOWHERE,
    database,
    next: missing ? 'missing' : 'generate',
  };
}

function ofStray({ change, table, column, existing }: Stray, world: World): DriftItem {
  const has = change !== 'dropped';
  return {
    key: keyOf(table, column),
    table,
    subject: column,
    name: column ?? table,
    change: change === 'added' ? 'dropped' : change === 'dropped' ? 'added' : 'changed',
    model: modelSide(world, table, column, undefined),
    revision: change === 'added' ? NOWHERE : revisionSide(world, table, column),
    database: has ? databaseSide(world, table, column, existing) : NOWHERE,
    next: has ? 'undeclared' : 'missing',
  };
}

function ofWaiting(name: string, table: string, subject: string | undefined, world: World): DriftItem {
  const change = /^(add|create)_|^bulk_insert$/.test(name)
    ? 'added'
    : name.startsWith('drop_')
      ? 'dropped'
      : 'changed';
  const about = /_table$/.test(name) ? undefined : subject;
  return {
    key: keyOf(table, about),
    table,
    subject: about,
    name: about ?? table,
    change,
    model: change === 'dropped' ? NOWHERE : modelSide(world, table, about, undefined),
    revision: { ...revisionSide(world, table, about), has: true, text: name },
    database: databaseSide(world, table, about, undefined),
    next: 'upgrade',
  };
}

/** What the newest revision with operations did: alike in all three places. */
function settled(world: World): DriftItem[] {
  const newest = world.graph.nodes.find(({ file }) => file && file.operations.length > 0)?.file;
  return (newest?.operations ?? []).flatMap(({ name, table, subject }): DriftItem[] => {
    if (table === undefined) return [];
    const about = /_table$/.test(name) ? undefined : subject;
    const database = databaseSide(world, table, about, undefined);
    if (!database.has) return [];
    return [
      {
        key: keyOf(table, about),
        table,
        subject: about,
        name: about ?? table,
        change: 'added',
        model: modelSide(world, table, about, undefined),
        revision: { ...revisionSide(world, table, about), has: true, text: name },
        database,
        next: 'same',
      },
    ];
  });
}

function modelSide(
  { files }: World,
  table: string,
  subject: string | undefined,
  wanted: string | undefined,
): Side {
  const found = modelPlace(files, table, subject);
  return {
    has: wanted !== undefined || found !== undefined,
    text: found?.type || (wanted ?? ''),
    place: found,
  };
}

function revisionSide({ snapshot, order }: World, table: string, subject: string | undefined): Side {
  const found = revisionPlace(snapshot.revisions, order, table, subject);
  return { has: found !== undefined, text: found?.operation.name ?? '', place: found };
}

function databaseSide(
  { snapshot }: World,
  table: string,
  subject: string | undefined,
  existing: string | undefined,
): Side {
  const found = snapshot.database.tables.find(({ name }) => name === table);
  return {
    has: found !== undefined && (subject === undefined || isIn(found, subject)),
    text: existing && /NULL$/.test(existing) ? existing : shortType(columnType(found, subject)),
    place: undefined,
  };
}

const columnType = (table: TableSnapshot | undefined, subject: string | undefined) =>
  table?.columns.find(({ name }) => name === subject)?.type ?? '';

const isIn = ({ columns, indexes, constraints }: TableSnapshot, subject: string) =>
  [columns, indexes, constraints].some((list) => list.some(({ name }) => name === subject));
