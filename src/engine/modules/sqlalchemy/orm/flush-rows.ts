/** INSERT, UPDATE and DELETE of rows, as many in one statement as have the same columns. Answers to: sqlalchemy/orm/persistence.py. */
import { Raise } from '../../../machine.ts';
import { list } from '../../../python/values/containers.ts';
import { dict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../python/values/value.ts';
import type { Result } from '../../../sqlalchemy/engine/result.ts';
import { bindparam } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import { deleteFrom, insert, update, withValues } from '../../../sqlalchemy/expression/dml-build.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../sqlalchemy/expression/operate.ts';
import { where } from '../../../sqlalchemy/expression/select-build.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import type { FlushTarget } from './flush.ts';
import { stateOf } from './instance-state.ts';
import { setRaw } from './instance-values.ts';
import { inheritedMapper } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';

const mapperOf = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

/** One row that is to be written. */
interface Record {
  readonly instance: PyObject;
  readonly mapper: Mapper;
  readonly values: ReadonlyMap<Column, Value>;
  /** Expressions among the values: each has a statement of its own. */
  readonly expressions: boolean;
}

/** Tables of a group, the oldest ancestor's first. */
function tablesOf(instances: readonly PyObject[]): readonly Table[] {
  return [...new Set(instances.flatMap((one) => mapperOf(one).tables))];
}

const parameters = (rows: readonly ReadonlyMap<string, Value>[]): Value =>
  rows.length === 1 ? dict([...rows[0]!]) : list(rows.map((row) => dict([...row])));

const byColumnKey = (values: ReadonlyMap<Column, Value>): Map<string, Value> =>
  new Map([...values].map(([column, value]) => [column.key, value]));

export function insertRows(call: Interpreter, target: FlushTarget, instances: readonly PyObject[]): void {
  for (const one of instances) prepareNew(one);
  for (const table of tablesOf(instances)) {
    const records = instances
      .filter((one) => mapperOf(one).tables.includes(table))
      .map((one) => insertRecord(one, table));
    for (const group of grouped(records, signature)) insertGroup(call, target, table, group);
  }
}

const signature = ({ values, expressions }: Record): string =>
  `${[...values.keys()].map((column) => column.key).join()}:${expressions}`;

/** Neighbours with the same signature. */
function grouped(records: readonly Record[], by: (one: Record) => string): readonly (readonly Record[])[] {
  const groups: Record[][] = [];
  for (const record of records) {
    const last = groups.at(-1);
    if (last && by(last[0]!) === by(record)) last.push(record);
    else groups.push([record]);
  }
  return groups;
}

function prepareNew(instance: PyObject): void {
  const mapper = mapperOf(instance);
  if (mapper.polymorphicOn && mapper.polymorphicIdentity !== null) {
    const property = mapper.propertyOf(mapper.polymorphicOn);
    if (property && !instance.attrs?.has(property.key))
      setRaw(instance, property.key, mapper.polymorphicIdentity);
  }
  const version = versionOf(mapper);
  if (version && !instance.attrs?.has(version.key)) setRaw(instance, version.key, 1);
}

/** `version_id_col` */
export function versionOf(mapper: Mapper): { readonly key: string; readonly column: Column } | undefined {
  for (let one: Mapper | undefined = mapper; one; one = one.inherits) {
    const given = (one.args.get('version_id_col') ?? null) as { column?: Column } | Column | null;
    if (given === null) continue;
    const column = ((given as { column?: Column }).column ?? given) as Column;
    const property = mapper.propertyOf(column);
    if (property) return { key: property.key, column };
  }
  return undefined;
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
  const missing = keys.filter((column) => !values.has(column) && !clientSide(column));
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

function expire(instance: PyObject, key: string): void {
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

/** The values that went out, Python's defaults among them. */
const sentWith = (result: Value): readonly ReadonlyMap<string, unknown>[] =>
  (result as unknown as Result).facts.sent ?? [];

/** `table.column = :table_column` for the key of a row that is updated. */
const keyName = (column: Column): string => `${(column.table as Table).name}_${column.key}`;

function rowColumns(mapper: Mapper, table: Table): readonly Column[] {
  return mapper.primaryKey.map((column) => {
    const property = mapper.propertyOf(column);
    return (property?.columns as readonly Column[] | undefined)?.find((one) => one.table === table) ?? column;
  });
}

const bound = (column: Column, name: string): Element =>
  compare(column as Element, 'eq', bindparam(name, undefined, { type: column.type, required: true }));

export function updateRows(call: Interpreter, target: FlushTarget, instances: readonly PyObject[]): void {
  for (const table of tablesOf(instances)) {
    const records = instances
      .filter((one) => mapperOf(one).tables.includes(table))
      .map((one) => updateRecord(one, table))
      .filter((one) => one.values.size > 0);
    for (const group of grouped(records, signature)) updateGroup(call, target, table, group);
  }
}

function updateRecord(instance: PyObject, table: Table): Record {
  const mapper = mapperOf(instance);
  const state = stateOf(instance);
  const values = new Map<Column, Value>();
  let expressions = false;
  for (const column of table.columns) {
    const key = mapper.propertyOf(column)?.key;
    if (key === undefined || !state.changed.has(key)) continue;
    const value = instance.attrs?.get(key) ?? null;
    const before = state.changed.get(key);
    if (before !== undefined && !clauseOf(value) && sameValue(before, value)) continue;
    if (clauseOf(value)) expressions = true;
    values.set(column, value);
  }
  return { instance, mapper, values, expressions };
}

const sameValue = (left: Value, right: Value): boolean => left === right;

function updateGroup(call: Interpreter, target: FlushTarget, table: Table, records: readonly Record[]): void {
  const { mapper, expressions } = records[0]!;
  const version = versionOf(mapper);
  const checked = version && version.column.table === table ? version : undefined;
  const keys = rowColumns(mapper, table);
  const criteria = [...keys.map((column) => bound(column, keyName(column)))];
  if (checked) criteria.push(bound(checked.column, keyName(checked.column)));
  const rows = records.map((record) => updateParameters(record, keys, checked));
  if (expressions) {
    records.forEach((record, at) => {
      const given = [...record.values].map(([column, value]) => [column as Element, value] as const);
      const statement = where(withValues(update(table), given), criteria);
      const only = new Map(
        [...rows[at]!].filter(([name]) => ![...record.values.keys()].some((column) => column.key === name)),
      );
      checkCount(call, target.run(call, statement as unknown as Value, parameters([only])), table, 1);
      for (const [column, value] of record.values) {
        const key = record.mapper.propertyOf(column)?.key;
        if (key && clauseOf(value)) expire(record.instance, key);
      }
    });
    return;
  }
  const statement = where(update(table), criteria);
  const versioned = checked && records.length > 1;
  const sent: ReadonlyMap<string, unknown>[] = [];
  for (const part of versioned ? rows.map((row) => [row]) : [rows]) {
    const result = target.run(call, statement as unknown as Value, parameters(part));
    checkCount(call, result, table, part.length);
    sent.push(...sentWith(result));
  }
  for (const [at, record] of records.entries()) afterUpdate(record, table, checked, sent[at]);
}

function updateParameters(
  { instance, values }: Record,
  keys: readonly Column[],
  version: { readonly key: string; readonly column: Column } | undefined,
): Map<string, Value> {
  const row = new Map<string, Value>();
  const current = version ? Number(instance.attrs?.get(version.key) ?? 0) : 0;
  if (version) row.set(version.column.key, current + 1);
  for (const [column, value] of values) row.set(column.key, value);
  for (const [at, column] of keys.entries())
    row.set(keyName(column), stateOf(instance).identity![at] ?? null);
  if (version) row.set(keyName(version.column), current);
  return row;
}

/** What the statement computed beside the values given. */
function afterUpdate(
  { instance, mapper, values }: Record,
  table: Table,
  version: { readonly key: string } | undefined,
  sent: ReadonlyMap<string, unknown> | undefined,
): void {
  if (version) setRaw(instance, version.key, Number(instance.attrs?.get(version.key) ?? 0) + 1);
  for (const column of table.columns) {
    const key = mapper.propertyOf(column)?.key;
    if (key === undefined || !column.onupdate || values.has(column)) continue;
    if (sent?.has(column.key)) setRaw(instance, key, (sent.get(column.key) ?? null) as Value);
    else expire(instance, key);
  }
}

/** @throws StaleDataError where rows are not there any more */
function checkCount(call: Interpreter, result: Value, table: Table, wanted: number): void {
  const matched = Number(call.getAttribute(result, 'rowcount') ?? -1);
  if (matched === wanted || matched < 0) return;
  throw new Raise('sqlalchemy.orm.exc.StaleDataError', [
    `UPDATE statement on table '${table.fullname}' expected to update ${wanted} row(s); ${matched} were matched.`,
  ]);
}

export function deleteRows(call: Interpreter, target: FlushTarget, instances: readonly PyObject[]): void {
  for (const table of [...tablesOf(instances)].reverse()) {
    const own = instances.filter((one) => mapperOf(one).tables.includes(table));
    if (own.length === 0) continue;
    const mapper = mapperOf(own[0]!);
    const keys = rowColumns(mapper, table);
    const version = versionOf(mapper);
    const checked = version && version.column.table === table ? version : undefined;
    const criteria = [...keys, ...(checked ? [checked.column] : [])].map((column) =>
      bound(column, column.key),
    );
    const rows = own.map((one) => {
      const row = new Map(
        keys.map((column, at) => [column.key, stateOf(one).identity![at] ?? null] as const),
      );
      if (checked) row.set(checked.column.key, one.attrs?.get(checked.key) ?? null);
      return row;
    });
    const result = target.run(call, where(deleteFrom(table), criteria) as unknown as Value, parameters(rows));
    const matched = Number(call.getAttribute(result, 'rowcount') ?? -1);
    if (matched !== rows.length && matched >= 0) warnOfGone(call, table, rows.length, matched);
  }
}

function warnOfGone(call: Interpreter, table: Table, wanted: number, matched: number): void {
  call.process.warn(
    'sqlalchemy.exc.SAWarning',
    `DELETE statement on table '${table.fullname}' expected to delete ${wanted} row(s); ${matched} were matched.  Please ` +
      'set confirm_deleted_rows=False within the mapper configuration to prevent this warning.',
  );
}

/** `bulk_update_mappings`: rows with their keys, by column keys. */
export function updateMapped(
  call: Interpreter,
  target: FlushTarget,
  mapper: Mapper,
  rows: readonly ReadonlyMap<string, Value>[],
): void {
  for (const table of mapper.tables) {
    const keys = rowColumns(mapper, table);
    const statement = where(
      update(table),
      keys.map((column) => bound(column, keyName(column))),
    );
    const sent = rows.map((row) => {
      const own = [...row].filter(
        ([key]) => table.columns.get(key) && !keys.some((column) => column.key === key),
      );
      return new Map([
        ...own,
        ...keys.map((column) => [keyName(column), row.get(column.key) ?? null] as const),
      ]);
    });
    if (sent[0]!.size === keys.length) continue;
    checkCount(call, target.run(call, statement as unknown as Value, parameters(sent)), table, sent.length);
  }
}
