/** Python's containers into plain arrays and maps, and back. */
import { list, PyList, PyTuple } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { PySet } from '../../python/values/containers/set.ts';
import { plain, type Value } from '../../python/values/value.ts';

/** Lists, tuples and sets as arrays, dicts as Maps, subclasses of str and int as what they hold; one level at a time, all the way down. */
export function toPlain(value: Value): unknown {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.map(toPlain);
  if (value instanceof PySet) return [...value].map(toPlain);
  if (value instanceof PyDict)
    return new Map([...value.entries()].map(([key, item]) => [toPlain(key), toPlain(item)]));
  return plain(value);
}

/** The way back: arrays as lists, Maps as dicts. */
export function toPython(value: unknown): Value {
  if (value === undefined) return null;
  if (Array.isArray(value)) return list(value.map(toPython));
  if (value instanceof Map)
    return dict([...value].map(([key, item]) => [toPython(key), toPython(item)] as const));
  return value as Value;
}
