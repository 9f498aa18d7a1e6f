/** INSERT, as many rows in one statement as have the same columns. Answers to: sqlalchemy/orm/persistence.py (_emit_insert_statements). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { insert, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Insert } from '../../../../sqlalchemy/expression/dml/statements.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { autoincrementColumn } from '../../../../sqlalchemy/schema/columns/autoincrement.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { SqlType } from '../../../../sqlalchemy/types/type.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { FlushTarget } from './flush.ts';
import {
  byColumnKey,
  FLUSH_CACHE,
  mapperOf,
  parameters,
  type Record,
  sentWith,
  tablesOf,
  versionOf,
} from './flush-rows.ts';

/** How rows are written. */
export interface InsertOptions {
  /** What becomes of columns without a value: filled with NULL, left out, or left out but where None was given. */
  readonly nulls: 'filled' | 'left out' | 'as given';
  /** Whether instances learn what the database made; keys that rows of further tables need are asked for in any case. */
  readonly told: boolean;
  /** Columns that a program's own RETURNING asks for; what came goes into `rows`. */
  readonly returning?: readonly Element[];
  /** Rows come back in the order in which they were given. */
  readonly sorted?: boolean;
  /** What came back for each instance, by the column asked for. */
  readonly rows?: Map<PyObject, Map<Element, Value>>;
  /** Execution options of the statements. */
  readonly execution: Insert['executionOptions'];
}

const FLUSHED: InsertOptions = { nulls: 'filled', told: true, execution: FLUSH_CACHE };

/** Inserts the rows of new instances of one class, a table after the other. @throws what the statements throw */
export function insertRows(
  call: Interpreter,
  target: FlushTarget,
  instances: readonly PyObject[],
  options: InsertOptions = FLUSHED,
): void {
  for (const one of instances) prepareNew(call, one);
  const tables = tablesOf(instances);
  for (const table of tables) {
    const records = instances
      .filter((one) => mapperOf(one).tables.includes(table))
      .map((one) => insertRecord(one, table, options));
    const own = {
      ...options,
      sorted: options.sorted || tables.length > 1,
      told: options.told || table !== tables.at(-1),
    };
    for (const group of grouped(records, signature)) insertGroup(call, target, table, group, own);
  }
}

/** Which rows may share a statement: those that name the same columns. */
export const signature = ({ values, expressions }: Record): string =>
  `${[...values.keys()].map((column) => column.key).join()}:${expressions}`;

/** Neighbours with the same signature. */
export function grouped<Row>(records: readonly Row[], by: (one: Row) => string): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const record of records) {
    const last = groups.at(-1);
    if (last && by(last[0]!) === by(record)) last.push(record);
    else groups.push([record]);
  }
  return groups;
}

function prepareNew(call: Interpreter, instance: PyObject): void {
  const mapper = mapperOf(instance);
  if (mapper.polymorphicOn && mapper.polymorphicIdentity !== null) {
    const property = mapper.propertyOf(mapper.polymorphicOn);
    const own = property && instance.attrs?.get(property.key);
    if (own !== undefined) checkKind(call, mapper, instance, own);
    else if (property) setRaw(instance, property.key, mapper.polymorphicIdentity);
  }
  const version = versionOf(mapper);
  if (version && !instance.attrs?.has(version.key)) setRaw(instance, version.key, 1);
}

/** Warns of a row that another class of the hierarchy would be read from. */
function checkKind(call: Interpreter, mapper: Mapper, instance: PyObject, own: Value): void {
  const kinds = (one: Mapper): readonly Mapper[] => [one, ...one.subclasses.flatMap(kinds)];
  const fitting = kinds(mapper).filter((one) => one.table === mapper.table);
  const shown = call.repr(own);
  if (fitting.some((one) => call.repr(one.polymorphicIdentity) === shown)) return;
  call.process.warn(
    'sqlalchemy.exc.SAWarning',
    `Flushing object <${instance.cls.name} at 0x0> with incompatible polymorphic identity ${shown}; the object may not refresh ` +
      'and/or load correctly (this warning may be suppressed after 10 occurrences)',
  );
}

const fallsBack = (column: Column): boolean => column.default !== null && column.default !== undefined;

const serverFills = (column: Column): boolean =>
  Boolean(column.serverDefault ?? column.computed ?? column.identity);

/** Whether None is a value of the type rather than the lack of one. */
const evaluatesNone = (type: SqlType): boolean =>
  JSON_TYPES.has(type.definition.name) && type.options.none_as_null !== true;

const JSON_TYPES: ReadonlySet<string> = new Set(['JSON', 'JSONB']);

function insertRecord(instance: PyObject, table: Table, { nulls }: InsertOptions): Record {
  const mapper = mapperOf(instance);
  const values = new Map<Column, Value>();
  let expressions = false;
  for (const column of table.columns) {
    const property = mapper.propertyOf(column);
    if (!property) continue;
    const value = property.columns
      .map((one) => instance.attrs?.get(mapper.propertyOf(one as Column)?.key ?? ''))
      .find((one) => one !== undefined);
    if (value === undefined || value === null) {
      const omitted = column.primaryKey || fallsBack(column) || serverFills(column);
      // None may be a value of the type's own: JSON's null is written where it was set, and only there.
      const given = value === null && (nulls === 'as given' || evaluatesNone(column.type));
      if (given || (nulls === 'filled' && !omitted && !evaluatesNone(column.type))) values.set(column, null);
      continue;
    }
    // In bulk, an expression is sent like any value, and the driver refuses it.
    if (nulls === 'filled' && clauseOf(value)) expressions = true;
    values.set(column, value);
  }
  return { instance, mapper, values, expressions };
}

function insertGroup(
  call: Interpreter,
  target: FlushTarget,
  table: Table,
  records: readonly Record[],
  { told, returning: asked, sorted, rows: answers, execution }: InsertOptions,
): void {
  const { values } = records[0]!;
  const columns = [...table.columns];
  const keys = columns.filter((column) => column.primaryKey);
  const counting = autoincrementColumn(table.primaryKey);
  const generated = (column: Column) => column === counting || serverFills(column) || fallsBack(column);
  const missing = keys.filter((column) => !values.has(column) && !clientSide(column) && generated(column));
  const filled = columns.filter((column) => !column.primaryKey && !values.has(column) && serverFills(column));
  const own = asked?.filter((one) => (one as { table?: unknown }).table === table) as Column[] | undefined;
  const returning = own ? withKeys(own, told ? missing : []) : told ? [...missing, ...filled] : [];
  if (records[0]!.expressions) {
    for (const record of records) insertOne(call, target, table, record, returning);
    return;
  }
  const ordered = returning.length > 0 && records.length > 1 && (!own || sorted === true);
  const sentinel = own ? keys.slice(0, 1) : missing.length === 1 ? missing : [];
  const statement = {
    ...insert(table),
    executionOptions: execution,
    returning: (ordered ? [...returning, ...sentinel] : returning) as readonly Element[],
    sortByParameterOrder: ordered && sentinel.length > 0,
  };
  const sent = parameters(records.map((one) => byColumnKey(one.values)));
  const result = target.run(call, statement as unknown as Value, sent);
  const rows = returning.length > 0 ? rowsOf(call, result) : [];
  for (const [at, record] of records.entries()) {
    take(record, returning, rows[at] ?? [], result, at);
    const answer = answers?.get(record.instance) ?? new Map<Element, Value>();
    returning.forEach((column, place) => void answer.set(column as Element, rows[at]?.[place] ?? null));
    answers?.set(record.instance, answer);
  }
}

const withKeys = (columns: readonly Column[], keys: readonly Column[]): readonly Column[] => [
  ...keys.filter((one) => !columns.includes(one)),
  ...columns,
];

/** Python makes the value: it goes out with the statement. */
const clientSide = (column: Column): boolean =>
  fallsBack(column) &&
  (column.default as { kind?: string }).kind !== 'sequence' &&
  !clauseOf((column.default as { arg?: unknown }).arg);

function insertOne(
  call: Interpreter,
  target: FlushTarget,
  table: Table,
  record: Record,
  returning: readonly Column[],
): void {
  const given = [...record.values].map(([column, value]) => [column as Element, value] as const);
  const computed = [...record.values].filter(([, value]) => clauseOf(value)).map(([column]) => column);
  const statement = {
    ...withValues(insert(table), given),
    executionOptions: FLUSH_CACHE,
    returning: returning as readonly Element[],
  };
  const result = target.run(call, statement as unknown as Value, null);
  take(record, returning, returning.length > 0 ? (rowsOf(call, result)[0] ?? []) : [], result, 0);
  for (const column of computed) {
    const key = record.mapper.propertyOf(column)?.key;
    if (key) expire(record.instance, key);
  }
}

/** An attribute that is asked of the database when it is next looked at. */
export function expire(instance: PyObject, key: string): void {
  instance.attrs?.delete(key);
  stateOf(instance).expired.add(key);
}

const rowsOf = (call: Interpreter, result: Value): Value[][] =>
  [...call.iterate(call.callMethod(result, 'fetchall'))].map((row) => [...call.iterate(row)]);

/** What the server and Python's defaults made. */
function take(
  { instance, mapper }: Record,
  returning: readonly Column[],
  row: readonly Value[],
  result: Value,
  at: number,
): void {
  returning.forEach((column, place) => {
    const key = mapper.propertyOf(column)?.key;
    if (key !== undefined && row[place] !== undefined) setRaw(instance, key, row[place]!);
  });
  const sent = sentWith(result)[at];
  for (const table of mapper.tables) {
    for (const column of table.columns) {
      const property = mapper.propertyOf(column);
      if (!property || (instance.attrs?.get(property.key) ?? null) !== null) continue;
      const { key } = property;
      if (sent?.has(column.key) && clientSide(column))
        setRaw(instance, key, (sent.get(column.key) ?? null) as Value);
      else if (instance.attrs?.has(key)) continue;
      else if (fallsBack(column) && !clientSide(column)) stateOf(instance).expired.add(key);
      else if (!property.deferred) stateOf(instance).unset.add(key);
    }
  }
}
