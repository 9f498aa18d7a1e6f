/** `create_all`, `drop_all`, `table.create`, `table.drop`. Answers to: sqlalchemy/sql/ddl.py (SchemaGenerator, SchemaDropper). */
import { Raise } from '../../machine.ts';
import { Sequence } from '../schema/columns/sequence.ts';
import type { ForeignKeyConstraint } from '../schema/constraints/foreign-key.ts';
import type { MetaData } from '../schema/metadata.ts';
import {
  CircularDependency,
  cycleNames,
  type SortedTables,
  sortTablesAndConstraints,
} from '../schema/sorted-tables.ts';
import type { Table } from '../schema/table.ts';
import { type DdlRunner, hasSequence, isPlaced, placed } from './ddl-runner.ts';
import { typesAfterMetadata, typesAfterTable, typesBeforeMetadata, typesBeforeTable } from './named-types.ts';

export interface CreateDropOptions {
  readonly checkFirst: boolean;
  /** Only these; all of the metadata's where it is undefined. */
  readonly tables?: readonly Table[] | undefined;
  /** What listeners of create and drop events get as their connection. */
  readonly connection?: unknown;
}

/** What every listener is told beside the facts: who runs the DDL, which is nobody that it could ask. */
const DETAILS = { _ddl_runner: null };

/** Calls listeners around an action, as `with_ddl_events` does. */
function around(
  target: Table | MetaData,
  verb: 'create' | 'drop',
  connection: unknown,
  details: Readonly<Record<string, unknown>>,
  types: { before?: () => void; after?: () => void },
  action: () => void,
): void {
  target.listeners.fireWithTypes(`before_${verb}`, types.before, target, connection, details);
  action();
  target.listeners.fireWithTypes(`after_${verb}`, types.after, target, connection, details);
}

/** `metadata.create_all(bind)` */
export function createAll(metadata: MetaData, runner: DdlRunner, options: CreateDropOptions): void {
  const { checkFirst, connection } = options;
  const wanted = (options.tables ?? [...metadata.tables.values()]).filter(
    (table) => !checkFirst || !isPlaced(runner, table),
  );
  const { tables, remaining } = sortTablesAndConstraints(wanted);
  const sequences = options.tables
    ? []
    : [...metadata.sequences.values()].filter(
        (one) => !one.column && canCreateSequence(one, runner, checkFirst),
      );
  const details = { ...DETAILS, tables: tables.map(({ table }) => table), checkfirst: checkFirst };
  const types = { before: () => typesBeforeMetadata(metadata, runner, checkFirst) };
  around(metadata, 'create', connection, details, types, () => {
    for (const element of sequences) runner.execute({ kind: 'create-sequence', element });
    for (const { table, foreignKeys } of tables) createTableParts(table, runner, options, true, foreignKeys);
    for (const element of remaining) runner.execute({ kind: 'add-constraint', element });
  });
}

/** `table.create(bind)` */
export function createTable(table: Table, runner: DdlRunner, options: CreateDropOptions): void {
  if (options.checkFirst && isPlaced(runner, table)) return;
  createTableParts(table, runner, options, false, undefined);
}

function createTableParts(
  table: Table,
  runner: DdlRunner,
  { checkFirst, connection }: CreateDropOptions,
  ofMetadata: boolean,
  foreignKeys: ReadonlySet<ForeignKeyConstraint> | undefined,
): void {
  const event = { checkFirst, ofMetadata };
  const details = { ...DETAILS, checkfirst: checkFirst, _is_metadata_operation: ofMetadata };
  const types = { before: () => typesBeforeTable(table, runner, event) };
  around(table, 'create', connection, details, types, () => {
    for (const { default: sequence } of table.columns) {
      if (!(sequence instanceof Sequence) || sequence.optional) continue;
      if (canCreateSequence(sequence, runner, checkFirst))
        runner.execute({ kind: 'create-sequence', element: sequence });
    }
    runner.execute({ kind: 'create-table', element: table, foreignKeys });
    for (const element of table.indexes) {
      if (element.ddlIf?.(element, 'postgresql') !== false) runner.execute({ kind: 'create-index', element });
    }
    writeComments(table, runner);
  });
}

function writeComments(table: Table, runner: DdlRunner): void {
  if (table.comment !== null) runner.execute({ kind: 'set-table-comment', element: table });
  for (const element of table.columns) {
    if (element.comment !== null) runner.execute({ kind: 'set-column-comment', element });
  }
  for (const element of table.constraints) {
    if (element.comment !== null) runner.execute({ kind: 'set-constraint-comment', element });
  }
}

const canCreateSequence = (sequence: Sequence, runner: DdlRunner, checkFirst: boolean): boolean =>
  !sequence.optional && (!checkFirst || !hasSequence(runner, sequence.name, placed(runner, sequence.schema)));

const canDropSequence = (sequence: Sequence, runner: DdlRunner, checkFirst: boolean): boolean =>
  !sequence.optional && (!checkFirst || hasSequence(runner, sequence.name, placed(runner, sequence.schema)));

/** `metadata.drop_all(bind)` @throws CircularDependencyError where unnamed foreign keys make a circle */
export function dropAll(metadata: MetaData, runner: DdlRunner, options: CreateDropOptions): void {
  const { checkFirst, connection } = options;
  const present = (options.tables ?? [...metadata.tables.values()]).filter(
    (table) => !checkFirst || isPlaced(runner, table),
  );
  const { tables, remaining } = sortedForDrop(present);
  const sequences = options.tables
    ? []
    : [...metadata.sequences.values()].filter((one) => canDropSequence(one, runner, checkFirst));
  const details = { ...DETAILS, tables: tables.map(({ table }) => table), checkfirst: checkFirst };
  const types = { after: () => typesAfterMetadata(metadata, runner, checkFirst) };
  around(metadata, 'drop', connection, details, types, () => {
    for (const element of remaining) runner.execute({ kind: 'drop-constraint', element });
    for (const { table } of [...tables].reverse()) dropTableParts(table, runner, options, true, sequences);
    for (const element of sequences) {
      if (!element.column || canDropSequence(element, runner, checkFirst)) {
        runner.execute({ kind: 'drop-sequence', element });
      }
    }
  });
}

function sortedForDrop(tables: readonly Table[]): SortedTables {
  try {
    return sortTablesAndConstraints(tables, { filter: (key) => (key.name === null ? false : undefined) });
  } catch (error) {
    if (!(error instanceof CircularDependency)) throw error;
    throw new Raise('sqlalchemy.exc.CircularDependencyError', [
      "Can't sort tables for DROP; an unresolvable foreign key dependency exists between tables: " +
        `${cycleNames(error.cycles as ReadonlySet<Table>)}.  Please ensure that the ForeignKey and ForeignKeyConstraint ` +
        'objects involved in the cycle have names so that they can be dropped using DROP CONSTRAINT.',
    ]);
  }
}

/** `table.drop(bind)` */
export function dropTable(table: Table, runner: DdlRunner, options: CreateDropOptions): void {
  if (options.checkFirst && !isPlaced(runner, table)) return;
  dropTableParts(table, runner, options, false, []);
}

function dropTableParts(
  table: Table,
  runner: DdlRunner,
  { checkFirst, connection }: CreateDropOptions,
  ofMetadata: boolean,
  ignored: readonly Sequence[],
): void {
  const event = { checkFirst, ofMetadata };
  const details = { ...DETAILS, checkfirst: checkFirst, _is_metadata_operation: ofMetadata };
  const types = { after: () => typesAfterTable(table, runner, event) };
  around(table, 'drop', connection, details, types, () => {
    runner.execute({ kind: 'drop-table', element: table });
    for (const { default: sequence } of table.columns) {
      if (!(sequence instanceof Sequence) || ignored.includes(sequence)) continue;
      if (canDropSequence(sequence, runner, checkFirst))
        runner.execute({ kind: 'drop-sequence', element: sequence });
    }
  });
}
