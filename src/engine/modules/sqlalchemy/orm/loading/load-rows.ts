/** Rows as instances: one instance a row and session. Answers to: sqlalchemy/orm/loading.py, identity.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { type PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { instanceLoaded } from '../mapper/attribute-events.ts';
import { giveState } from '../mapper/inspection.ts';
import { type OwningSession, stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import { makeCollection } from '../relationships/collection.ts';
import type { EntityReader, ReadColumn } from './reading.ts';

/** Instances by class and primary key. */
export type IdentityMap = Map<string, PyObject>;

/** What instances of rows are put into. */
export interface Loading {
  readonly session: OwningSession;
  readonly identities: IdentityMap;
  /** Values in memory give way to those of the rows. */
  readonly populateExisting: boolean;
  /** Collections that this load fills. */
  readonly filled: Map<PyObject, Map<string, Value[]>>;
  /** Instances of a reader, for what is loaded after the rows. */
  readonly seen: Map<EntityReader, Set<PyObject>>;
}

/** What one result knows while its rows become instances. @param populateExisting whether rows overwrite what instances hold already */
export const startLoading = (
  session: OwningSession,
  identities: IdentityMap,
  populateExisting = false,
): Loading => ({
  session,
  identities,
  populateExisting,
  filled: new Map(),
  seen: new Map(),
});

/** The place of a row in the identity map. */
export function identityKey(call: Interpreter, mapper: Mapper, identity: readonly Value[]): string {
  let root = mapper;
  while (root.inherits && !root.concrete) root = root.inherits;
  return `${root.cls.module}.${root.cls.qualname}:${identity.map((value) => call.repr(value)).join(',')}`;
}

/** The instance of a row: the one that the session holds already, or a new one; null where there is no row. */
export function instanceOf(
  call: Interpreter,
  loading: Loading,
  reader: EntityReader,
  row: readonly Value[],
): PyObject | null {
  const { mapper } = reader;
  const identity = reader.identity.map((at) => row[at] ?? null);
  if (identity.every((value) => value === null)) return null;
  const key = identityKey(call, mapper, identity);
  const known = loading.identities.get(key);
  const instance =
    known ??
    newInstance(classFor(mapper, reader.discriminator === undefined ? null : row[reader.discriminator]!));
  const whole = !known || loading.populateExisting;
  fill(instance, reader.columns, row, whole);
  for (const kind of reader.kinds)
    if (instance.cls.isSubclassOf(kind.mapper.cls)) fill(instance, kind.columns, row, whole);
  for (const key of reader.refused) stateOf(instance).refused.add(key);
  const state = stateOf(instance);
  state.session = loading.session;
  state.identity = identity;
  loading.identities.set(key, instance);
  if (!known) instanceLoaded(call, instance);
  const seen = loading.seen.get(reader) ?? new Set();
  loading.seen.set(reader, seen.add(instance));
  for (const { property, reader: inner } of reader.joined) {
    const member = instanceOf(call, loading, inner, row);
    attach(loading, instance, property, member);
  }
  return instance;
}

/** An instance without a call of its class. */
export function newInstance(cls: PyClass): PyObject {
  const made = new PyObject(cls);
  giveState(made, inheritedMapper(cls)!);
  return made;
}

function fill(
  instance: PyObject,
  columns: readonly ReadColumn[],
  row: readonly Value[],
  whole: boolean,
): void {
  const state = stateOf(instance);
  for (const { key, at } of columns) {
    const wanted = whole || state.expired.has(key) || instance.attrs?.has(key) !== true;
    if (!wanted || state.changed.has(key)) continue;
    setRaw(instance, key, row[at]!);
    state.expired.delete(key);
  }
}

/** A member that the same row brought. */
function attach(loading: Loading, instance: PyObject, property: Relationship, member: PyObject | null): void {
  const filled = loading.filled.get(instance) ?? new Map<string, Value[]>();
  loading.filled.set(instance, filled);
  const members = filled.get(property.key);
  if (!property.useList) {
    if (!members && !instance.attrs?.has(property.key)) setRaw(instance, property.key, member);
    filled.set(property.key, [member]);
    return;
  }
  if (members) {
    if (member && !members.includes(member)) members.push(member);
    return;
  }
  const items: Value[] = member ? [member] : [];
  filled.set(property.key, items);
}

/** Collections that joins filled become the instances' own, unless those have them. */
export function finishCollections(
  call: Interpreter,
  loading: Loading,
  readers: readonly EntityReader[],
): void {
  const properties = new Map<string, Relationship>();
  const walk = (reader: EntityReader): void => {
    for (const { property, reader: inner } of reader.joined) {
      properties.set(property.key, property);
      walk(inner);
    }
  };
  for (const reader of readers) walk(reader);
  for (const [instance, filled] of loading.filled) {
    for (const [key, items] of filled) {
      const property = properties.get(key);
      if (!property?.useList || instance.attrs?.has(key)) continue;
      setCollection(call, instance, property, items);
    }
  }
}

/** Puts a collection as it is in the database into an instance. */
export function setCollection(
  call: Interpreter,
  instance: PyObject,
  property: Relationship,
  items: readonly Value[],
): Value {
  const made = makeCollection(call, instance, property, items);
  setRaw(instance, property.key, made);
  stateOf(instance).committed.set(property.key, [...items]);
  return made;
}

/** The subclass that the row's polymorphic identity names. */
function classFor(mapper: Mapper, identity: Value): PyClass {
  const queue = [mapper];
  for (let one = queue.pop(); one; one = queue.pop()) {
    if (one.polymorphicIdentity !== null && one.polymorphicIdentity === identity) return one.cls;
    queue.push(...one.subclasses);
  }
  return mapper.cls;
}
