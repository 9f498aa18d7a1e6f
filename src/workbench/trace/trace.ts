/**
 * From a line of code to what it did, and back from a column to the line that made it. Everything comes from the events of the steps
 * that were done, or of the dry run for what waits; nothing is read from what the tools printed.
 */
import type { EngineEvent, OperationEvent, SqlEvent } from '../../engine/events.ts';
import type { OperationSnapshot, RevisionFileSnapshot, Snapshot } from '../../engine/snapshot.ts';
import type { Change, TableDiff } from '../../session/compare/database-diff.ts';
import type { StepResult } from '../../session/protocol.ts';
import type { Drift } from '../../session/rehearsal/drift.ts';
import { type CodePlace, isAbout, modelSubject, revisionPlace } from '../places.ts';

export interface Trace {
  /** Where the operation is written. */
  readonly place: CodePlace;
  readonly operation: Pick<OperationSnapshot, 'name' | 'table' | 'subject'>;
  readonly direction: 'upgrade' | 'downgrade';
  /** `done`: in a step that is in force. `next`: the dry run of `upgrade` does it. `never`: written, not run. */
  readonly status: 'done' | 'next' | 'never';
  readonly sql: readonly string[];
  readonly effects: readonly Effect[];
  /** Rows of the table before and after; undefined where no row can have changed or it was not run. */
  readonly rows: { readonly before: number; readonly after: number } | undefined;
  readonly lostCells: number;
}

/** One change of the catalog. */
export interface Effect {
  readonly change: Change;
  /** "users", "users.phone", or an index or constraint by its name. */
  readonly name: string;
  readonly oldName: string | undefined;
  readonly detail: string;
}

export interface TraceWorld {
  readonly snapshot: Snapshot;
  readonly files: Readonly<Record<string, string>>;
  /** Of every step in force, the setup's too. */
  readonly results: readonly StepResult[];
  readonly drift: Drift | undefined;
  /** Revisions, newest first. */
  readonly order: readonly string[];
}

const ROOT = '/home/learner/app/';

/** What the line under the cursor does: a revision's operation, or a model's column by the operation that made it. */
export function traceAt(world: TraceWorld, { path, line }: CodePlace): Trace | undefined {
  const { revisions } = world.snapshot;
  const file = revisions.files.find((one) => one.path === path);
  if (file) return traceInRevision(world, file, line);
  const subject = modelSubject(world.files[path] ?? '', line);
  if (!subject) return undefined;
  const made = revisionPlace(revisions, world.order, subject.table, subject.column);
  const there = made && revisions.files.find((one) => one.path === made.path);
  return there && traceInRevision(world, there, made.line);
}

function traceInRevision(world: TraceWorld, file: RevisionFileSnapshot, line: number): Trace | undefined {
  const within = ({ line: from, endLine }: OperationSnapshot) => from <= line && line <= endLine;
  const forward = file.operations.find(within);
  const operation = forward ?? file.undoing.find(within);
  if (!operation) return undefined;
  const base = {
    place: { path: file.path, line: operation.line },
    operation,
    direction: forward ? 'upgrade' : 'downgrade',
  } as const;
  const isCall = (event: OperationEvent) =>
    event.path === `${ROOT}${file.path}` &&
    event.line !== undefined &&
    event.line >= operation.line &&
    event.line <= operation.endLine;
  const result = world.results.findLast(({ events }) => calls(events).some(isCall));
  if (result) return { ...base, status: 'done', ...deed(result, calls(result.events).filter(isCall)) };
  const waiting = world.drift?.upgrade.operations.filter(isCall) ?? [];
  const sql = sentBy(waiting, world.drift?.upgrade.sql ?? []);
  const status = waiting.length > 0 ? 'next' : 'never';
  return { ...base, status, sql, effects: [], rows: undefined, lostCells: 0 };
}

const calls = (events: readonly EngineEvent[]) => events.filter((event) => event.kind === 'operation');

/** The statements that these operations sent, in order. */
function sentBy(operations: readonly OperationEvent[], sql: readonly EngineEvent[]): string[] {
  const ids = new Set(operations.map(({ id }) => id));
  return sql
    .filter((event): event is SqlEvent => event.kind === 'sql')
    .filter(({ operation }) => operation !== undefined && ids.has(operation))
    .map((event) => event.sql.trim());
}

function deed(
  { events, database }: StepResult,
  operations: readonly OperationEvent[],
): Pick<Trace, 'sql' | 'effects' | 'rows' | 'lostCells'> {
  const parts = operations.flatMap((operation) => {
    const table = database.tables.find(
      ({ name, oldName }) => name === operation.table || oldName === operation.table,
    );
    return table ? [partOf(table, operation)] : [];
  });
  const [first] = parts;
  return {
    sql: sentBy(operations, events),
    effects: parts.flatMap(({ effects }) => effects),
    rows: first && { before: first.table.rowsBefore, after: first.table.rowsAfter },
    lostCells: parts.reduce((sum, part) => sum + part.lostCells, 0),
  };
}

/** What of a table's difference this operation speaks of. */
function partOf(table: TableDiff, { name, subject }: OperationEvent) {
  const whole = /^(create|drop|rename)_table$/.test(name) || table.change !== 'changed';
  if (whole) {
    const { change, oldName, lostCells } = table;
    const detail = table.columns.map((column) => column.name).join(', ');
    return { table, lostCells, effects: [{ change, name: table.name, oldName, detail }] };
  }
  const own = <T extends { readonly name: string }>(list: readonly T[]) =>
    list.filter((one) => subject === undefined || one.name === subject || oldNameOf(one) === subject);
  const columns = own(table.columns);
  return {
    table,
    lostCells: columns.reduce((sum, column) => sum + column.lostCells, 0),
    effects: [
      ...columns.map(
        (column): Effect => ({
          change: column.change,
          name: `${table.name}.${column.name}`,
          oldName: column.oldName,
          detail: typeChange(column.before?.type, column.after?.type),
        }),
      ),
      ...[...own(table.constraints), ...own(table.indexes)].map(
        (one): Effect => ({
          change: one.change,
          name: one.name,
          oldName: undefined,
          detail: one.after ?? one.before ?? '',
        }),
      ),
    ],
  };
}

const oldNameOf = (one: object) => ('oldName' in one ? one.oldName : undefined);

const typeChange = (before: string | undefined, after: string | undefined) =>
  before !== undefined && after !== undefined && before !== after
    ? `${before} → ${after}`
    : (after ?? before ?? '');

/** Where a column came from. */
export type Origin =
  /** An operation of a revision. */
  | { readonly kind: 'operation'; readonly name: string; readonly place: CodePlace; readonly step: number }
  /** A statement that no operation sent: typed into the console, or by a program. */
  | { readonly kind: 'sql'; readonly step: number };

/** @returns undefined where no step in force made it. */
export function originOf(results: readonly StepResult[], table: string, column: string): Origin | undefined {
  // Backwards, since both may have been renamed meanwhile: a name is looked up as of its step.
  let [tableName, name] = [table, column];
  for (let step = results.length - 1; step >= 0; step--) {
    const { database, events } = results[step]!;
    const diff = database.tables.find((one) => one.name === tableName && one.change !== 'dropped');
    const own = diff?.columns.find((one) => one.name === name && one.change !== 'dropped');
    if (diff?.change === 'added' || own?.change === 'added') {
      const made = calls(events).findLast(
        (one) => isAbout(one, tableName, name) && !one.name.startsWith('drop_') && one.path !== undefined,
      );
      if (made?.path === undefined || made.line === undefined) return { kind: 'sql', step };
      const place = { path: made.path.replace(ROOT, ''), line: made.line };
      return { kind: 'operation', name: made.name, place, step };
    }
    name = own?.oldName ?? name;
    tableName = diff?.oldName ?? tableName;
  }
  return undefined;
}
