/**
 * Collections of instances are plain lists: what came to one and what left it is seen by comparing it with what was known before.
 * Answers to: sqlalchemy/orm/collections.py, as far as a flush needs it.
 */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { membersOf } from './instance-values.ts';
import type { Mapper } from './mapper.ts';
import { Relationship } from './property.ts';

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
