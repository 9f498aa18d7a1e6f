/** Rows as instances: one instance a row and session. Answers to: sqlalchemy/orm/loading.py, identity.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import { type OwningSession, stateOf } from './instance-state.ts';
import { setRaw } from './instance-values.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty } from './property.ts';

/** Instances by class and primary key. */
export type IdentityMap = Map<string, PyObject>;

/** The place of a row in the identity map. */
export function identityKey(call: Interpreter, mapper: Mapper, identity: readonly Value[]): string {
  let root = mapper;
  while (root.inherits && !root.concrete) root = root.inherits;
  return `${root.cls.module}.${root.cls.qualname}:${identity.map((value) => call.repr(value)).join(',')}`;
}

/** The columns that are read for an instance of this class, each with its attribute. */
export function loadedColumns(mapper: Mapper): { readonly key: string; readonly column: Column }[] {
  const found: { key: string; column: Column }[] = [];
  for (const [key, property] of mapper.properties) {
    if (property instanceof ColumnProperty) found.push({ key, column: property.columns[0] as Column });
  }
  return found;
}

/**
 * The instance of a row: the one that the session holds already, or a new one.
 * @param values one a column of `loadedColumns`.
 */
export function instanceOf(
  call: Interpreter,
  session: OwningSession,
  identities: IdentityMap,
  mapper: Mapper,
  values: readonly Value[],
): PyObject | null {
  const columns = loadedColumns(mapper);
  const byColumn = new Map(columns.map(({ column }, index) => [column, values[index]!]));
  const identity = identityFrom(mapper, byColumn);
  if (identity.every((value) => value === null)) return null;
  const key = identityKey(call, mapper, identity);
  const known = identities.get(key);
  const instance = known ?? new PyObject(classFor(mapper, byColumn));
  const state = stateOf(instance);
  if (!known || state.expired) {
    columns.forEach(({ key: name }, index) => {
      if (!state.changed.has(name)) setRaw(instance, name, values[index]!);
    });
    state.expired = false;
  }
  state.session = session;
  state.identity = identity;
  identities.set(key, instance);
  return instance;
}

function identityFrom(mapper: Mapper, byColumn: ReadonlyMap<Column, Value>): readonly Value[] {
  return mapper.primaryKey.map((column) => {
    const direct = byColumn.get(column);
    if (direct !== undefined) return direct;
    const property = mapper.propertyOf(column);
    return (property && byColumn.get(property.columns[0] as Column)) ?? null;
  });
}

/** The subclass that the row's polymorphic identity names. */
function classFor(mapper: Mapper, byColumn: ReadonlyMap<Column, Value>): PyClass {
  const { polymorphicOn } = mapper;
  if (!polymorphicOn) return mapper.cls;
  const identity = byColumn.get(polymorphicOn);
  const queue = [mapper];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (one.polymorphicIdentity !== null && one.polymorphicIdentity === identity) return one.cls;
    queue.push(...one.subclasses);
  }
  return mapper.cls;
}
