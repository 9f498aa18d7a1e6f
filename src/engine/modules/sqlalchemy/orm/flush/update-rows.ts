/** UPDATE of rows. Answers to: sqlalchemy/orm/persistence.py (_emit_update_statements). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { update, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Update } from '../../../../sqlalchemy/expression/dml/statements.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { FlushTarget } from './flush.ts';
import {
  bound,
  checkCount,
  FLUSH_CACHE,
  keyName,
  mapperOf,
  parameters,
  type Record,
  rowColumns,
  sentWith,
  tablesOf,
  versionOf,
} from './flush-rows.ts';
import { expire, grouped, signature } from './insert-rows.ts';

/** Writes what changed in instances of one class. @throws StaleDataError where a row is not as it was */
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

const flushed = (table: Table): Update => ({ ...update(table), executionOptions: FLUSH_CACHE });

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
      const statement = where(withValues(flushed(table), given), criteria);
      const only = new Map(
        [...rows[at]!].filter(([name]) => ![...record.values.keys()].some((column) => column.key === name)),
      );
      checkCount(call, target.run(call, statement as unknown as Value, parameters([only])), table, 1);
      for (const [column, value] of record.values) {
        const key = record.mapper.propertyOf(column)?.key;
        if (key && clauseOf(value)) expire(record.instance, key);
      }
      afterUpdate(record, table, undefined, undefined);
    });
    return;
  }
  const statement = where(flushed(table), criteria);
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
    const follows = column.onupdate || column.computed || column.serverOnupdate;
    if (key === undefined || !follows || values.has(column)) continue;
    if (sent?.has(column.key)) setRaw(instance, key, (sent.get(column.key) ?? null) as Value);
    else expire(instance, key);
  }
}

/** `bulk_update_mappings`: rows with their keys, by column keys; a table after the other. @param execution options of the statements */
export function updateMapped(
  call: Interpreter,
  target: FlushTarget,
  mapper: Mapper,
  rows: readonly ReadonlyMap<string, Value>[],
  execution: Update['executionOptions'] = FLUSH_CACHE,
): void {
  for (const table of mapper.tables) {
    const keys = rowColumns(mapper, table);
    const criteria = keys.map((column) => bound(column, keyName(column)));
    const statement = where({ ...update(table), executionOptions: execution }, criteria);
    const sent = rows.flatMap((row) => {
      const own = [...row].filter(
        ([key]) => table.columns.get(key) && !keys.some((column) => column.key === key),
      );
      const found = keys.map((column) => [keyName(column), row.get(column.key) ?? null] as const);
      return own.length === 0 ? [] : [new Map([...own, ...found])];
    });
    for (const group of grouped(sent, (row) => [...row.keys()].join())) {
      const result = target.run(call, statement as unknown as Value, parameters(group));
      checkCount(call, result, table, group.length);
    }
  }
}
