/** Values of an instance as they lie in its dictionary. */
import { PyList } from '../../../../python/values/containers/containers.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import type { Mapper } from './mapper.ts';
import type { Relationship } from './property.ts';

/** Stores a value without events. */
export function setRaw(self: PyObject, key: string, value: Value): void {
  self.attrs ??= new Map();
  self.attrs.set(key, value);
}

/** The primary key as an instance has it in memory; None where it has not. */
export const identityIn = (mapper: Mapper, instance: PyObject): readonly Value[] =>
  mapper.primaryKey.map((column) => {
    const property = mapper.propertyOf(column);
    return (property && instance.attrs?.get(property.key)) ?? null;
  });

/** The value of a relationship, loaded where it is not in memory. */
export const storedIn = (call: Interpreter, self: PyObject, property: Relationship): Value | undefined =>
  property.view ? property.view.stored(call, self) : call.getAttribute(self, property.key);

/** The members of a relationship's value: a collection's items, one object, or none. */
export function membersOf(call: Interpreter, value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  if (value instanceof PyList) return value.items;
  if (value instanceof PyDict) return [...value.entries()].map(([, member]) => member);
  const single = value instanceof PyObject && call.getAttribute(value, '__iter__') === undefined;
  return single ? [value] : [...call.iterate(value)];
}
