/** INSERT, as many rows in one statement as have the same columns. Answers to: sqlalchemy/orm/persistence.py (_emit_insert_statements). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { insert, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { autoincrementColumn } from '../../../../sqlalchemy/schema/columns/autoincrement.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { FlushTarget } from './flush.ts';
import {
  byColumnKey,
  mapperOf,
  parameters,
  type Record,
  sentWith,
  tablesOf,
  versionOf,
} from './flush-rows.ts';

/** Inserts the rows of new instances of one class, a table after the other. @throws what the statements throw */
export function insertRows(call: Interpreter, target: FlushTarget, instances: readonly PyObject[]): void {
  for (const one of instances) prepareNew(call, one);
  for (const table of tablesOf(instances)) {
    const records = instances
      .filter((one) => mapperOf(one).tables.includes(table))
      .map((one) => insertRecord(one, table));
    for (const group of grouped(records, signature)) insertGroup(call, target, table, group);
  }
}

/** Which rows may share a statement: those that name the same columns. */
export const signature = ({ values, expressions }: Record): string =>
  `${[...values.keys()].map((column) => column.key).join()}:${expressions}`;

/** Neighbours with the same signature. */
export function grouped(
  records: readonly Record[],
  by: (one: Record) => string,
): readonly (readonly Record[])[] {
  const groups: Record[][] = [];
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

function insertRecord(instance: PyObject, table: Table): Record {
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
      if (!omitted) values.set(column, null);
      continue;
    }
    if (clauseOf(value)) expressions = true;
    values.set(column, value);
  }
  return { instance, mapper, values, expressions };
}

function insertGroup(call: Interpreter, target: FlushTarget, table: Table, records: readonly Record[]): void {
  const { values } = records[0]!;
  const columns = [...table.columns];
  const keys = columns.filter((column) => column.primaryKey);
  const counting = autoincrementColumn(table.primaryKey);
  const generated = (column: Column) => column === counting || serverFills(column) || fallsBack(column);
  const missing = keys.filter((column) => !values.has(column) && !clientSide(column) && generated(column));
  const filled = columns.filter((column) => !column.primaryKey && !values.has(column) && serverFills(column));
  const returning = [...missing, ...filled];
  if (records[0]!.expressions) {
    for (const record of records) insertOne(call, target, table, record, returning);
    return;
  }
  const ordered = returning.length > 0 && records.length > 1;
  const sentinel = missing.length === 1 ? missing : [];
  const statement = {
    ...insert(table),
    returning: (ordered ? [...returning, ...sentinel] : returning) as readonly Element[],
    sortByParameterOrder: ordered && sentinel.length > 0,
  };
  const result = target.run(
    call,
    statement as unknown as Value,
    parameters(records.map((one) => byColumnKey(one.values))),
  );
  const rows = returning.length > 0 ? rowsOf(call, result) : [];
  for (const [at, record] of records.entries()) take(record, returning, rows[at] ?? [], result, at);
}

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
  const statement = { ...withValues(insert(table), given), returning: returning as readonly Element[] };
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
  { instance, mapper, values }: Record,
  returning: readonly Column[],
  row: readonly Value[],
  result: Value,
  at: number,
): void {
  returning.forEach((column, place) => {
    const key = mapper.propertyOf(column)?.key;
    if (key !== undefined && row[place] !== undefined) setRaw(instance, key, row[place]!);
  });
  for (const [column, value] of values) {
    const key = mapper.propertyOf(column)?.key;
    if (key !== undefined && value === null && !instance.attrs?.has(key)) setRaw(instance, key, null);
  }
  const sent = sentWith(result)[at];
  for (const table of mapper.tables) {
    for (const column of table.columns) {
      const key = mapper.propertyOf(column)?.key;
      if (key === undefined || instance.attrs?.has(key)) continue;
      if (sent?.has(column.key) && clientSide(column))
        setRaw(instance, key, (sent.get(column.key) ?? null) as Value);
      else if (fallsBack(column) && !clientSide(column)) stateOf(instance).expired.add(key);
    }
  }
}
