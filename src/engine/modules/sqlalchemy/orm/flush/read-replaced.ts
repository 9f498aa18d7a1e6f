/** What a one-to-one relationship held before it was set: read when it is written. Answers to: sqlalchemy/orm/dependency.py (OneToManyDP.presort_saves). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject } from '../../../../python/values/value.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';
import { relationshipChanged } from '../relationships/backref.ts';

/** Loads a relationship of one instance into it. */
interface LazyReader {
  lazy(call: Interpreter, instance: PyObject, property: Relationship): void;
}

/** The former other side lets go of an instance that has another one now. */
export function readReplaced(call: Interpreter, loader: LazyReader, instance: PyObject): void {
  const { changed, identity } = stateOf(instance);
  if (!identity) return;
  for (const property of inheritedMapper(instance.cls)!.properties.values()) {
    if (!(property instanceof Relationship) || property.useList || property.direction !== 'one-to-many')
      continue;
    const { key } = property;
    const now = instance.attrs?.get(key);
    if (!changed.has(key) || changed.get(key) !== undefined || now === undefined) continue;
    instance.attrs!.delete(key);
    loader.lazy(call, instance, property);
    const before = instance.attrs!.get(key) ?? null;
    setRaw(instance, key, now);
    changed.set(key, before);
    if (before !== now) relationshipChanged(call, instance, property, before, now);
  }
}
