/** Writes what changed: inserts parents first, then updates, association rows and deletes. Answers to: sqlalchemy/orm/unitofwork.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { equals, insert, remove, update, where } from './core.ts';
import { stateOf } from './instance-state.ts';
import { membersOf, setRaw } from './instance-values.ts';
import { inheritedMapper } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, Relationship } from './property.ts';

/** What a flush needs of its session. */
export interface FlushTarget {
  execute(call: Interpreter, statement: Value): Value;
  /** A row exists now. */
  persisted(call: Interpreter, instance: PyObject, mapper: Mapper): void;
  /** Its row is gone. */
  removed(call: Interpreter, instance: PyObject, mapper: Mapper): void;
  isNew(instance: PyObject): boolean;
  /** It belongs to the session: nothing is written for others. */
  holds(instance: Value): boolean;
}

/** Instances that a flush writes. */
export interface Work {
  readonly added: readonly PyObject[];
  readonly changed: readonly PyObject[];
  readonly deleted: readonly PyObject[];
}

export function flushWork(call: Interpreter, target: FlushTarget, work: Work): void {
  for (const instance of inOrder(call, work.added)) insertInstance(call, target, instance);
  for (const instance of work.changed) updateInstance(call, target, instance);
  for (const instance of [...work.added, ...work.changed]) writeAssociations(call, target, instance);
  for (const instance of [...inOrder(call, work.deleted)].reverse()) deleteInstance(call, target, instance);
}

const mapperOfInstance = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

/** Instances whose rows others refer to come first; otherwise the order in which they were added stays. */
function inOrder(call: Interpreter, instances: readonly PyObject[]): PyObject[] {
  const left = [...instances];
  const done: PyObject[] = [];
  while (left.length > 0) {
    const free = left.findIndex((one) => !needsAny(call, one, left));
    done.push(...left.splice(Math.max(0, free), 1));
  }
  return done;
}

function needsAny(call: Interpreter, instance: PyObject, others: readonly PyObject[]): boolean {
  for (const property of mapperOfInstance(instance).properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'many-to-one') continue;
    const value = instance.attrs?.get(property.key);
    if (value instanceof PyObject && value !== instance && others.includes(value)) return true;
  }
  return others.some((other) => other !== instance && holdsAsChild(call, other, instance));
}

function holdsAsChild(call: Interpreter, parent: PyObject, child: PyObject): boolean {
  for (const property of mapperOfInstance(parent).properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'one-to-many') continue;
    if (membersOf(call, parent.attrs?.get(property.key)).includes(child)) return true;
  }
  return false;
}

function insertInstance(call: Interpreter, target: FlushTarget, instance: PyObject): void {
  const mapper = mapperOfInstance(instance);
  takeForeignKeys(call, instance, mapper);
  takePolymorphicIdentity(instance, mapper);
  for (const table of mapper.tables) {
    const values = valuesFor(instance, mapper, table);
    const result = target.execute(call, insert(call, table, values));
    takePrimaryKey(call, instance, mapper, table, result);
  }
  target.persisted(call, instance, mapper);
  giveForeignKeys(call, target, instance, mapper);
}

function takePolymorphicIdentity(instance: PyObject, mapper: Mapper): void {
  if (!mapper.polymorphicOn || mapper.polymorphicIdentity === null) return;
  const property = mapper.propertyOf(mapper.polymorphicOn);
  if (property && !instance.attrs?.has(property.key))
    setRaw(instance, property.key, mapper.polymorphicIdentity);
}

function valuesFor(instance: PyObject, mapper: Mapper, table: Table): Map<Column, Value> {
  const values = new Map<Column, Value>();
  for (const [key, property] of mapper.properties) {
    if (!(property instanceof ColumnProperty)) continue;
    const value = instance.attrs?.get(key);
    if (value === undefined) continue;
    for (const column of property.columns as readonly Column[]) {
      if (column.table !== table) continue;
      if (value === null && column.primaryKey) continue;
      values.set(column, value);
    }
  }
  return values;
}

function takePrimaryKey(
  call: Interpreter,
  instance: PyObject,
  mapper: Mapper,
  table: Table,
  result: Value,
): void {
  const key = call.getAttribute(result, 'inserted_primary_key') ?? null;
  if (key === null) return;
  const made = [...call.iterate(key)];
  [...table.primaryKey.columns].forEach((column, index) => {
    const property = mapper.propertyOf(column);
    const value = made[index];
    if (property && value !== undefined && (instance.attrs?.get(property.key) ?? null) === null) {
      setRaw(instance, property.key, value);
    }
  });
}

/** Many-to-one: the parent's key goes into this instance's columns. */
function takeForeignKeys(call: Interpreter, instance: PyObject, mapper: Mapper): void {
  for (const property of mapper.properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'many-to-one') continue;
    const parent = instance.attrs?.get(property.key);
    if (parent === undefined) continue;
    for (const [own, referenced] of property.pairs) {
      const value = parent instanceof PyObject ? columnValue(call, parent, referenced) : null;
      const holder = mapper.propertyOf(own);
      if (holder && (parent !== null || stateOf(instance).changed.has(property.key))) {
        setRaw(instance, holder.key, value);
        stateOf(instance).changed.add(holder.key);
      }
    }
  }
}

function columnValue(call: Interpreter, instance: PyObject, column: Column): Value {
  const property = mapperOfInstance(instance).propertyOf(column);
  return property ? (call.getAttribute(instance, property.key) ?? null) : null;
}

/** One-to-many: this instance's key goes into its children. */
function giveForeignKeys(call: Interpreter, target: FlushTarget, instance: PyObject, mapper: Mapper): void {
  for (const property of mapper.properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'one-to-many') continue;
    for (const child of membersOf(call, instance.attrs?.get(property.key))) {
      if (!(child instanceof PyObject) || !target.holds(child)) continue;
      setChildKey(call, property, instance, child);
      if (!target.isNew(child)) updateInstance(call, target, child);
    }
  }
}

/** Puts a parent's key, or none, into a child's columns. */
export function setChildKey(
  call: Interpreter,
  property: Relationship,
  parent: PyObject | null,
  child: PyObject,
): void {
  for (const [own, referring] of property.pairs) {
    const holder = mapperOfInstance(child).propertyOf(referring);
    if (!holder) continue;
    setRaw(child, holder.key, parent ? columnValue(call, parent, own) : null);
    stateOf(child).changed.add(holder.key);
  }
}

function updateInstance(call: Interpreter, target: FlushTarget, instance: PyObject): void {
  const mapper = mapperOfInstance(instance);
  const state = stateOf(instance);
  takeForeignKeys(call, instance, mapper);
  for (const table of mapper.tables) {
    const values = new Map(
      [...valuesFor(instance, mapper, table)].filter(([column]) => {
        const property = mapper.propertyOf(column);
        return property !== undefined && state.changed.has(property.key);
      }),
    );
    if (values.size === 0) continue;
    target.execute(
      call,
      where(call, update(call, table, values), ...rowCriteria(call, mapper, table, state.identity!)),
    );
  }
  if ([...state.changed].some((key) => mapper.properties.get(key) instanceof Relationship)) {
    giveForeignKeys(call, target, instance, mapper);
  }
  state.changed.clear();
}

/** `table.key == value` for a row of one of the mapper's tables. */
export function rowCriteria(
  call: Interpreter,
  mapper: Mapper,
  table: Table,
  identity: readonly Value[],
): Value[] {
  return mapper.primaryKey.map((column, index) => {
    const property = mapper.propertyOf(column);
    const own = (property?.columns as readonly Column[] | undefined)?.find((one) => one.table === table);
    return equals(call, own ?? column, identity[index]!);
  });
}

function writeAssociations(call: Interpreter, target: FlushTarget, instance: PyObject): void {
  const mapper = mapperOfInstance(instance);
  for (const property of mapper.properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'many-to-many') continue;
    const value = instance.attrs?.get(property.key);
    // What is not in memory did not change.
    if (value === undefined) continue;
    const before = committedMembers(instance, property);
    const now = membersOf(call, value).filter((member) => target.holds(member));
    for (const member of now)
      if (!before.has(member)) writeAssociation(call, target, property, instance, member);
    for (const member of before)
      if (!now.includes(member)) dropAssociation(call, target, property, instance, member);
    rememberMembers(instance, property, now);
    if (property.reverse) for (const member of now) rememberMember(member, property.reverse, instance);
  }
}

const committed = new WeakMap<PyObject, Map<string, Set<Value>>>();

function committedMembers(instance: PyObject, property: Relationship): ReadonlySet<Value> {
  return committed.get(instance)?.get(property.key) ?? new Set();
}

/** The association rows that exist for a collection. */
export function rememberMembers(instance: PyObject, property: Relationship, members: readonly Value[]): void {
  const kept = committed.get(instance) ?? new Map<string, Set<Value>>();
  kept.set(property.key, new Set(members));
  committed.set(instance, kept);
}

function rememberMember(instance: Value, property: Relationship, member: Value): void {
  if (!(instance instanceof PyObject)) return;
  rememberMembers(instance, property, [...committedMembers(instance, property), member]);
}

function associationValues(
  call: Interpreter,
  property: Relationship,
  instance: PyObject,
  member: PyObject,
): Map<Column, Value> {
  const values = new Map<Column, Value>();
  for (const [own, inTable] of property.pairs) values.set(inTable, columnValue(call, instance, own));
  for (const [own, inTable] of property.secondaryPairs) values.set(inTable, columnValue(call, member, own));
  return values;
}

function writeAssociation(
  call: Interpreter,
  target: FlushTarget,
  property: Relationship,
  instance: PyObject,
  member: Value,
): void {
  if (!(member instanceof PyObject)) return;
  const table = property.pairs[0]?.[1].table;
  if (table) target.execute(call, insert(call, table, associationValues(call, property, instance, member)));
}

function dropAssociation(
  call: Interpreter,
  target: FlushTarget,
  property: Relationship,
  instance: PyObject,
  member: Value,
): void {
  const table = property.pairs[0]?.[1].table;
  if (!table || !(member instanceof PyObject)) return;
  const criteria = [...associationValues(call, property, instance, member)].map(([column, value]) =>
    equals(call, column, value),
  );
  target.execute(call, where(call, remove(call, table), ...criteria));
}

function deleteInstance(call: Interpreter, target: FlushTarget, instance: PyObject): void {
  const mapper = mapperOfInstance(instance);
  const identity = stateOf(instance).identity;
  if (!identity) return;
  for (const property of mapper.properties.values()) {
    if (property instanceof Relationship) releaseMembers(call, target, instance, property);
  }
  for (const table of [...mapper.tables].reverse()) {
    target.execute(call, where(call, remove(call, table), ...rowCriteria(call, mapper, table, identity)));
  }
  target.removed(call, instance, mapper);
}

/** Children of a deleted parent go with it where the cascade says so, else they lose their key. */
function releaseMembers(
  call: Interpreter,
  target: FlushTarget,
  instance: PyObject,
  property: Relationship,
): void {
  if (property.direction === 'many-to-one' || property.options.get('passive_deletes') === 'all') return;
  const members = membersOf(call, call.getAttribute(instance, property.key));
  const cascade = String(property.options.get('cascade') ?? '');
  for (const member of members) {
    if (!(member instanceof PyObject)) continue;
    if (property.direction === 'many-to-many') dropAssociation(call, target, property, instance, member);
    else if (/all|delete/.test(cascade)) deleteInstance(call, target, member);
    else {
      setChildKey(call, property, null, member);
      updateInstance(call, target, member);
    }
  }
}
