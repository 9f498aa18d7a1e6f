/** `bulk_save_objects` and its kin: rows without a unit of work. Answers to: sqlalchemy/orm/bulk_persistence.py. */
import { Raise } from '../../../../machine.ts';
import { list } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { insert } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import { insertRows } from '../flush/insert-rows.ts';
import { updateMapped } from '../flush/update-rows.ts';
import { stateOf } from '../mapper/instance-state.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty } from '../mapper/property.ts';
import { requireMapper } from '../mapper/require-mapper.ts';
import type { OrmSession } from './session.ts';

/** Column keys and values of an instance or a mapping. */
type Row = ReadonlyMap<string, Value>;

function rowOf(mapper: Mapper, read: (key: string) => Value | undefined): Row {
  const row = new Map<string, Value>();
  for (const [key, property] of mapper.properties) {
    const value = read(key);
    if (!(property instanceof ColumnProperty) || value === undefined) continue;
    row.set((property.columns[0] as { key: string }).key, value);
  }
  return row;
}

/** Neighbours with the same columns. */
function grouped(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && [...last[0]!.keys()].join() === [...row.keys()].join()) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const parameters = (rows: readonly Row[]): Value => {
  const made = rows.map((row) => dict([...row]));
  return made.length === 1 ? made[0]! : list(made);
};

function insertAll(call: Interpreter, session: OrmSession, mapper: Mapper, rows: readonly Row[]): void {
  const filled = rows.map((row) => new Map([...row].filter(([, value]) => value !== null)));
  for (const table of mapper.tables)
    for (const group of grouped(filled))
      session.run(call, insert(table) as unknown as Value, parameters(group));
}

const each = (call: Interpreter, values: Value): readonly Value[] => [...call.iterate(values)];

const mapping = (call: Interpreter, mapper: Mapper, one: Value): Row =>
  rowOf(mapper, (key) =>
    call.truth(call.callMethod(one, '__contains__', key))
      ? call.callMethod(one, '__getitem__', key)
      : undefined,
  );

export const BULK_METHODS: Readonly<Record<string, NativeMethod>> = {
  bulk_save_objects: [
    'objects, return_defaults=False, update_changed_only=True, preserve_order=True',
    (call, self: OrmSession, all: Value, returnDefaults: Value) => {
      const objects = each(call, all) as PyObject[];
      for (const one of objects) self.requireInstance(call, one);
      const fresh = objects.filter((one) => !stateOf(one).identity);
      for (const one of fresh) {
        const mapper = requireMapper(call, one.cls);
        const last = fresh[fresh.indexOf(one) - 1];
        if (last && last.cls === one.cls) continue;
        const run = fresh.slice(fresh.indexOf(one)).filter((other) => other.cls === one.cls);
        if (returnDefaults === true) {
          insertRows(call, self, run);
          continue;
        }
        insertAll(
          call,
          self,
          mapper,
          run.map((other) => rowOf(mapper, (key) => other.attrs?.get(key))),
        );
      }
      for (const one of objects.filter((other) => stateOf(other).identity)) {
        const mapper = requireMapper(call, one.cls);
        const keys = new Set([...stateOf(one).changed.keys()]);
        const row = rowOf(mapper, (key) => (keys.has(key) ? one.attrs?.get(key) : undefined));
        if (row.size > 0) updateMapped(call, self, mapper, [withKey(mapper, row, stateOf(one).identity!)]);
      }
      return null;
    },
  ],
  bulk_insert_mappings: [
    'mapper, mappings, return_defaults=False, render_nulls=False',
    (call, self: OrmSession, cls: Value, mappings: Value) => {
      const mapper = requireMapper(call, cls);
      insertAll(
        call,
        self,
        mapper,
        each(call, mappings).map((one) => mapping(call, mapper, one)),
      );
      return null;
    },
  ],
  bulk_update_mappings: [
    'mapper, mappings',
    (call, self: OrmSession, cls: Value, mappings: Value) => {
      const mapper = requireMapper(call, cls);
      const rows = each(call, mappings).map((one) => mapping(call, mapper, one));
      for (const row of rows) requireKey(mapper, row);
      for (const group of grouped(rows)) updateMapped(call, self, mapper, group);
      return null;
    },
  ],
};

/** @throws InvalidRequestError for a row that does not say which one it is */
function requireKey(mapper: Mapper, row: Row): void {
  const missing = mapper.primaryKey.filter((column) => (row.get(column.key) ?? null) === null);
  if (missing.length === 0) return;
  throw new Raise(
    'sqlalchemy.exc.InvalidRequestError',
    [
      `No primary key value supplied for column(s) ${missing.join(', ')}; per-row ORM Bulk UPDATE by Primary Key requires that ` +
        'records contain primary key values',
    ],
    { attributes: { code: 'bupq' } },
  );
}

const withKey = (mapper: Mapper, row: Row, identity: readonly Value[]): Row =>
  new Map([...row, ...mapper.primaryKey.map((column, at) => [column.key, identity[at]!] as const)]);
