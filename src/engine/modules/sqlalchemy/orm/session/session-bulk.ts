/** `bulk_save_objects` and its kin: rows without a unit of work. Answers to: sqlalchemy/orm/bulk_persistence.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { BULK_CACHE } from '../flush/flush-rows.ts';
import { type InsertOptions, insertRows } from '../flush/insert-rows.ts';
import { updateMapped } from '../flush/update-rows.ts';
import { newInstance } from '../loading/load-rows.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
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

/** Rows as instances that no session knows, whose tables a flush's INSERT writes. */
const standIns = (mapper: Mapper, rows: readonly ReadonlyMap<string, Value>[]): readonly PyObject[] =>
  rows.map((row) => {
    const made = newInstance(mapper.cls);
    for (const [key, value] of row) setRaw(made, key, value);
    return made;
  });

/** The values of columns by attribute names. */
const attributesOf = (mapper: Mapper, read: (key: string) => Value | undefined): Map<string, Value> =>
  new Map(
    [...mapper.properties].flatMap(([key, property]) => {
      const value = property instanceof ColumnProperty ? read(key) : undefined;
      return value === undefined ? [] : [[key, value] as const];
    }),
  );

const each = (call: Interpreter, values: Value): readonly Value[] => [...call.iterate(values)];

/** Reads a mapping as a row is read. */
const itemOf =
  (call: Interpreter, one: Value) =>
  (key: string): Value | undefined =>
    call.truth(call.callMethod(one, '__contains__', key))
      ? call.callMethod(one, '__getitem__', key)
      : undefined;

/** `bulk_insert_mappings`: rows into all tables of a class, without instances. @returns what stood for each mapping */
export function insertMappings(
  call: Interpreter,
  session: OrmSession,
  mapper: Mapper,
  mappings: readonly Value[],
  options: InsertOptions,
): readonly PyObject[] {
  const rows = standIns(
    mapper,
    mappings.map((one) => attributesOf(mapper, itemOf(call, one))),
  );
  insertRows(call, session, rows, options);
  return rows;
}

/** `bulk_update_mappings` @throws InvalidRequestError for a row without its key, StaleDataError */
export function updateMappings(
  call: Interpreter,
  session: OrmSession,
  mapper: Mapper,
  mappings: readonly Value[],
  execution: InsertOptions['execution'],
): void {
  const rows = mappings.map((one) => rowOf(mapper, itemOf(call, one)));
  for (const row of rows) requireKey(mapper, row);
  updateMapped(call, session, mapper, rows, execution);
}

/** Objects that have no row yet, one run of a class after the other. */
function saveNew(
  call: Interpreter,
  session: OrmSession,
  fresh: readonly PyObject[],
  returnDefaults: boolean,
): void {
  for (const [at, one] of fresh.entries()) {
    if (fresh[at - 1]?.cls === one.cls) continue;
    const end = fresh.findIndex((other, place) => place > at && other.cls !== one.cls);
    const run = fresh.slice(at, end < 0 ? undefined : end);
    const mapper = requireMapper(call, one.cls);
    const rows = returnDefaults
      ? run
      : standIns(
          mapper,
          run.map((other) => attributesOf(mapper, (key) => other.attrs?.get(key))),
        );
    insertRows(call, session, rows, { nulls: 'left out', told: returnDefaults, execution: BULK_CACHE });
  }
}

export const BULK_METHODS: Readonly<Record<string, NativeMethod>> = {
  bulk_save_objects: [
    'objects, return_defaults=False, update_changed_only=True, preserve_order=True',
    (call, self: OrmSession, all: Value, returnDefaults: Value) => {
      const objects = each(call, all) as PyObject[];
      for (const one of objects) self.requireInstance(call, one);
      const fresh = objects.filter((one) => !stateOf(one).identity);
      saveNew(call, self, fresh, returnDefaults === true);
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
    (call, self: OrmSession, cls: Value, mappings: Value, _defaults: Value, nulls: Value) => {
      insertMappings(call, self, requireMapper(call, cls), each(call, mappings), {
        nulls: nulls === true ? 'as given' : 'left out',
        told: false,
        execution: BULK_CACHE,
      });
      return null;
    },
  ],
  bulk_update_mappings: [
    'mapper, mappings',
    (call, self: OrmSession, cls: Value, mappings: Value) => {
      updateMappings(call, self, requireMapper(call, cls), each(call, mappings), BULK_CACHE);
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
