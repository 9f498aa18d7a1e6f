/** Python's containers into plain arrays and maps, and back. */
import { list, PyList, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { PySet } from '../../python/values/containers/set.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { PlainTuple } from '../../sqlalchemy/types/plain-tuple.ts';

/** Lists and sets as arrays, tuples as arrays that remember it, dicts as Maps, subclasses of str and int as what they hold; one level at a time, all the way down. */
export function toPlain(value: Value): unknown {
  if (value instanceof PyTuple) return PlainTuple.holding(value.items.map(toPlain));
  if (value instanceof PyList) return value.items.map(toPlain);
  if (value instanceof PySet) return [...value].map(toPlain);
  if (value instanceof PyDict)
    return new Map([...value.entries()].map(([key, item]) => [toPlain(key), toPlain(item)]));
  return plain(value);
}

/** The way back: arrays as lists or tuples, Sets as sets, Maps as dicts. */
export function toPython(value: unknown): Value {
  if (value === undefined) return null;
  if (value instanceof PlainTuple) return tuple(value.map(toPython));
  if (Array.isArray(value)) return list(value.map(toPython));
  if (value instanceof Set) return new PySet(value as Set<Value>);
  if (value instanceof Map)
    return dict([...value].map(([key, item]) => [toPython(key), toPython(item)] as const));
  return value as Value;
}
