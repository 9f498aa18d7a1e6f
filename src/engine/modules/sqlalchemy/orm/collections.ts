/**
 * Collections of instances are plain lists: what came to one and what left it is seen by comparing it with what was known before.
 * Answers to: sqlalchemy/orm/collections.py, as far as a flush needs it.
 */
import { setClass } from '../../../python/values/classes.ts';
import { list, PyList } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { membersOf } from './instance-values.ts';
import type { Mapper } from './mapper.ts';
import { Relationship } from './property.ts';

/** What a relationship over a set holds. */
const instrumentedSetClass = nativeClass({
  name: 'InstrumentedSet',
  module: 'sqlalchemy.orm.collections',
  bases: [setClass],
});

/** A collection of a relationship's kind: a list, unless the class or its annotation say otherwise. */
export function collectionOf(call: Interpreter, property: Relationship, members: readonly Value[]): Value {
  const wanted = property.options.get('collection_class') ?? property.collection;
  if (wanted === undefined || wanted === null) return list([...members]);
  const made = call.call(wanted === setClass ? instrumentedSetClass : wanted);
  for (const member of members) addMember(call, made, member);
  return made;
}

/** Puts a member into a collection, as its kind does that. */
export function addMember(call: Interpreter, collection: Value, member: Value): void {
  if (collection instanceof PyList) collection.items.push(member);
  else {
    const method = ['append', 'add', 'set'].find((name) => call.getAttribute(collection, name) !== undefined);
    if (method) call.callMethod(collection, method, member);
  }
}

/** Takes a member out of a collection. */
export function removeMember(call: Interpreter, collection: Value, member: Value): void {
  if (!membersOf(call, collection).includes(member)) return;
  if (collection instanceof PyList) collection.items.splice(collection.items.indexOf(member), 1);
  else call.callMethod(collection, 'remove', member);
}

const known = new WeakMap<PyObject, Map<string, readonly Value[]>>();

/** What a collection holds now is no news. */
export function rememberCollection(instance: PyObject, key: string, members: readonly Value[]): void {
  const kept = known.get(instance) ?? new Map<string, readonly Value[]>();
  kept.set(key, [...members]);
  known.set(instance, kept);
}

/** Forgets what an instance's collections held: they are read again. */
export const forgetCollections = (instance: PyObject): void => void known.delete(instance);

export interface CollectionChange {
  readonly property: Relationship;
  readonly gained: readonly PyObject[];
  readonly lost: readonly PyObject[];
}

/** How an instance's collections changed since the last look, which this is from now on. */
export function collectionChanges(call: Interpreter, instance: PyObject, mapper: Mapper): CollectionChange[] {
  const found: CollectionChange[] = [];
  for (const [key, property] of mapper.properties) {
    if (!(property instanceof Relationship) || !property.useList) continue;
    const value = instance.attrs?.get(key);
    if (value === undefined || value === null) continue;
    const now = membersOf(call, value).filter((one) => one instanceof PyObject);
    const before = (known.get(instance)?.get(key) ?? []) as readonly PyObject[];
    const gained = now.filter((one) => !before.includes(one));
    const lost = before.filter((one) => !now.includes(one));
    if (gained.length + lost.length === 0) continue;
    rememberCollection(instance, key, now);
    found.push({ property, gained, lost });
  }
  return found;
}

const passive = new WeakMap<PyObject, Set<PyObject>>();

/** A member came to a collection because its own side was set: that alone does not bring it into the session. */
export function notePassive(instance: PyObject, member: PyObject): void {
  passive.set(instance, (passive.get(instance) ?? new Set()).add(member));
}

export const isPassive = (instance: PyObject, member: PyObject): boolean =>
  passive.get(instance)?.has(member) === true;
