/** Column values of mutable types: they learn whose they are when they are read or set. Answers to: sqlalchemy/ext/mutable.py (the attribute events). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type PyObject, type Value } from '../../../../python/values/value.ts';
import { setRaw } from './instance-values.ts';
import { ColumnProperty, type Property } from './property.ts';

/** A type, or a class of types, to the class of its values. */
const tracked = new WeakMap<object, Value>();

/** `MutableDict.as_mutable(type)`, `.associate_with(type)` */
export const trackType = (type: Value, cls: Value): void => {
  tracked.set(type as object, cls);
};

/** The class that values of an attribute must be of; undefined where they are plain. */
export function trackingClass(property: Property): Value | undefined {
  if (!(property instanceof ColumnProperty)) return undefined;
  const type = (property.columns[0] as { type?: unknown } | null)?.type;
  if (typeof type !== 'object' || type === null) return undefined;
  return tracked.get(type) ?? tracked.get((type as { cls?: PyClass }).cls ?? type);
}

/** A value as a mutable type keeps it, tied to its instance. @throws ValueError for what the class does not take */
export function trackedValue(
  call: Interpreter,
  self: PyObject,
  key: string,
  value: Value,
  cls: Value,
): Value {
  if (value === null) return null;
  const made = call.callMethod(cls, 'coerce', key, value);
  if (made instanceof PyClass || made === null) return made;
  call.callMethod(made, '_belongs_to', self, key);
  return made;
}

/** A value that was loaded or made by a default, tied on its first look. */
export function trackedOnRead(call: Interpreter, self: PyObject, property: Property, value: Value): Value {
  const cls = value === null ? undefined : trackingClass(property);
  if (cls === undefined) return value;
  const made = trackedValue(call, self, property.key, value, cls);
  if (made !== value) setRaw(self, property.key, made);
  return made;
}
