/** The class that an object of ours has in Python. */
import { PY_CLASS, type PyClass, PyObject, type Value } from '../value.ts';

/** Gives an object the class that was called, where that is not the class it has anyway. */
export function mark(object: Value, called: PyClass, natural: PyClass): Value {
  if (called === natural || typeof object !== 'object' || object === null) return object;
  if (object instanceof PyObject) {
    object.cls = called;
    return object;
  }
  const target = Object.isExtensible(object)
    ? object
    : adopt(Object.create(Object.getPrototypeOf(object)), object);
  Object.defineProperty(target, PY_CLASS, { value: called, configurable: true, writable: true });
  return target;
}

/** Makes `target` what `source` is, but for its class. */
export function adopt(target: object, source: object): object {
  if (Object.getPrototypeOf(target) !== Object.getPrototypeOf(source)) {
    Object.setPrototypeOf(target, Object.getPrototypeOf(source));
  }
  const { [PY_CLASS]: _own, ...descriptors } = Object.getOwnPropertyDescriptors(source) as Record<
    PropertyKey,
    PropertyDescriptor
  >;
  for (const key of Reflect.ownKeys(descriptors)) {
    const descriptor = descriptors[key]!;
    Object.defineProperty(target, key, {
      ...descriptor,
      configurable: true,
      ...('value' in descriptor && { writable: true }),
    });
  }
  return target;
}
