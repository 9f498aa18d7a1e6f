/** Writes what changed, table by table, in the order of what depends on what. Answers to: sqlalchemy/orm/unitofwork.py, persistence.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { fireInstance } from '../mapper/instance-events.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { membersOf, setRaw, storedIn } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { Relationship } from '../mapper/property.ts';
import { deleteRows } from './delete-rows.ts';
import { associationWork, writeAssociations } from './flush-associations.ts';
import { inOrder } from './flush-order.ts';
import { insertRows } from './insert-rows.ts';
import { isPostUpdate, partingKeys, type Waiting, waitingKeys } from './post-update.ts';
import { updateRows } from './update-rows.ts';

/** What a flush needs of its session. */
export interface FlushTarget {
  run(call: Interpreter, statement: Value, parameters: Value): Value;
  connectionFor(call: Interpreter): Value;
  /** Warns of a new instance whose key another one has. */
  checkFresh(call: Interpreter, instance: PyObject, mapper: Mapper): void;
  /** A row exists now. */
  persisted(call: Interpreter, instance: PyObject, mapper: Mapper): void;
  /** Its row is gone. */
  removed(call: Interpreter, instance: PyObject, mapper: Mapper): void;
}

/** Instances that a flush writes. */
export interface Work {
  readonly added: readonly PyObject[];
  readonly changed: readonly PyObject[];
  readonly deleted: readonly PyObject[];
}

const mapperOfInstance = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

/** Writes a session's work: INSERT and UPDATE along the foreign keys, then secondary tables, then DELETE. @throws what the statements throw */
export function flushWork(call: Interpreter, target: FlushTarget, work: Work): void {
  const associations = associationWork(call, work);
  const released = releasedChildren(call, work);
  const changed = [...new Set([...work.changed, ...released])].filter((one) => !work.deleted.includes(one));
  const waiting = waitingKeys(call, [...work.added, ...changed]);
  for (const group of inOrder(call, [...work.added, ...changed], work.added)) {
    const added = group.filter((one) => work.added.includes(one));
    const kept = group.filter((one) => !work.added.includes(one));
    for (const one of group) takeForeignKeys(call, one, mapperOfInstance(one));
    for (const one of added) target.checkFresh(call, one, mapperOfInstance(one));
    for (const one of added) fireInstance(call, 'before_insert', target, one);
    for (const one of kept) fireInstance(call, 'before_update', target, one);
    updateRows(call, target, kept);
    insertRows(call, target, added);
    for (const one of added) target.persisted(call, one, mapperOfInstance(one));
    for (const one of kept) stateOf(one).changed.clear();
    for (const one of group) giveForeignKeys(call, one, mapperOfInstance(one));
    for (const one of added) fireInstance(call, 'after_insert', target, one);
    for (const one of kept) fireInstance(call, 'after_update', target, one);
  }
  writeKeys(call, target, waiting);
  writeAssociations(call, target, associations);
  writeKeys(call, target, partingKeys(work.deleted));
  for (const group of [...inOrder(call, work.deleted, [], true)].reverse()) {
    for (const one of group) fireInstance(call, 'before_delete', target, one);
    deleteRows(call, target, group);
    for (const one of group) fireInstance(call, 'after_delete', target, one);
  }
  for (const one of work.deleted) target.removed(call, one, mapperOfInstance(one));
  for (const one of [...work.added, ...changed]) rememberCollections(call, one);
}

/** UPDATE of the keys that waited for all rows. */
function writeKeys(call: Interpreter, target: FlushTarget, waiting: readonly Waiting[]): void {
  for (const { property, referring, referred } of waiting) {
    const mapper = mapperOfInstance(referring);
    for (const [here, there] of property.pairs) {
      const [column, source] = property.direction === 'many-to-one' ? [here, there] : [there, here];
      const value = referred ? columnValue(call, referred, source) : null;
      if (columnValue(call, referring, column) !== value) setColumn(referring, mapper, column, value);
    }
    updateRows(call, target, [referring]);
    stateOf(referring).changed.clear();
  }
}

function relationshipsOf(mapper: Mapper): readonly Relationship[] {
  return [...mapper.properties.values()].filter(
    (one): one is Relationship => one instanceof Relationship && one.options.get('viewonly') !== true,
  );
}

/** Many-to-one: the parent's key goes into this instance's columns. */
function takeForeignKeys(call: Interpreter, instance: PyObject, mapper: Mapper): void {
  const state = stateOf(instance);
  for (const property of relationshipsOf(mapper)) {
    if (property.direction !== 'many-to-one' || isPostUpdate(property)) continue;
    if (!instance.attrs?.has(property.key)) continue;
    const parent = instance.attrs.get(property.key)!;
    if (!state.changed.has(property.key) && state.identity) continue;
    if (parent === null && !state.changed.has(property.key)) continue;
    for (const [own, referenced] of property.pairs) {
      const value = parent instanceof PyObject ? columnValue(call, parent, referenced) : null;
      setColumn(instance, mapper, own, value);
    }
  }
}

/** Notes a column's new value, where it is one. */
function setColumn(
  instance: PyObject,
  mapper: Mapper,
  column: Relationship['pairs'][number][0],
  value: Value,
): void {
  const holder = mapper.propertyOf(column);
  if (!holder) return;
  const before = instance.attrs?.get(holder.key);
  setRaw(instance, holder.key, value);
  const { changed } = stateOf(instance);
  if (!changed.has(holder.key)) changed.set(holder.key, before);
}

/** The value that an instance has for a column, None where it has no attribute for it. */
function columnValue(call: Interpreter, instance: PyObject, column: Relationship['pairs'][number][0]): Value {
  const property = mapperOfInstance(instance).propertyOf(column);
  return property ? (call.getAttribute(instance, property.key) ?? null) : null;
}

/** One-to-many: this instance's key goes into its new children. */
function giveForeignKeys(call: Interpreter, instance: PyObject, mapper: Mapper): void {
  for (const property of relationshipsOf(mapper)) {
    if (property.direction !== 'one-to-many' || isPostUpdate(property)) continue;
    const before = stateOf(instance).committed.get(property.key) ?? [];
    for (const child of membersOf(call, instance.attrs?.get(property.key))) {
      if (!(child instanceof PyObject) || before.includes(child) || !stateOf(child).session) continue;
      for (const [own, referring] of property.pairs)
        setColumn(child, mapperOfInstance(child), referring, columnValue(call, instance, own));
    }
  }
}

/** Children that lose their parent: taken out of a collection, or left by a parent that is deleted. */
function releasedChildren(call: Interpreter, work: Work): readonly PyObject[] {
  const released: PyObject[] = [];
  const release = (property: Relationship, child: Value): void => {
    if (!(child instanceof PyObject) || work.deleted.includes(child) || !stateOf(child).identity) return;
    for (const [, referring] of property.pairs) setColumn(child, mapperOfInstance(child), referring, null);
    released.push(child);
  };
  for (const one of work.changed) {
    for (const property of relationshipsOf(mapperOfInstance(one))) {
      if (property.direction !== 'one-to-many' || !one.attrs?.has(property.key)) continue;
      const now = membersOf(call, one.attrs.get(property.key));
      for (const child of stateOf(one).committed.get(property.key) ?? [])
        if (!now.includes(child) && !movedOn(child, property)) release(property, child);
      const before = stateOf(one).committed.get(property.key) ?? [];
      for (const child of now)
        if (child instanceof PyObject && stateOf(child).identity && !before.includes(child))
          released.push(child);
    }
  }
  for (const one of work.deleted) {
    for (const property of relationshipsOf(mapperOfInstance(one))) {
      const passive = property.options.get('passive_deletes') ?? false;
      if (property.direction !== 'one-to-many' || passive === 'all') continue;
      // Children that are in memory are let go all the same.
      const children = passive === false ? storedIn(call, one, property) : one.attrs?.get(property.key);
      for (const child of membersOf(call, children)) release(property, child);
    }
  }
  return released;
}

/** Whether a child that left a collection has another parent already. */
function movedOn(child: Value, property: Relationship): boolean {
  const reverse = property.reverse;
  return (
    child instanceof PyObject && reverse !== undefined && child.attrs?.get(reverse.key) instanceof PyObject
  );
}

function rememberCollections(call: Interpreter, instance: PyObject): void {
  for (const property of relationshipsOf(mapperOfInstance(instance))) {
    const value = instance.attrs?.get(property.key);
    if (property.useList && value !== undefined)
      stateOf(instance).committed.set(property.key, [...membersOf(call, value)]);
  }
  stateOf(instance).changed.clear();
}
