/** `hash(value)` as CPython answers it. */
import { Float } from '../../../stdlib/float.ts';
import {
  hashOfBytes,
  hashOfFraction,
  hashOfInt,
  hashOfItems,
  hashOfText,
  hashOfTuple,
} from '../../../stdlib/hash.ts';
import { callSpecial, NativeFunction } from '../callable.ts';
import { classOf } from '../classes/class-of.ts';
import { frozensetClass } from '../classes/classes.ts';
import { typeError } from '../exceptions/exceptions.ts';
import { isInt } from '../numbers.ts';
import { PyBoxed, PyObject, plain, type Value } from '../value.ts';
import { PyTuple } from './containers.ts';
import { hashValue } from './hash.ts';

/** By its class: sets themselves build on this file. */
const isFrozenset = (value: Value): value is Value & Iterable<Value> =>
  value instanceof PyObject && value.cls === frozensetClass;

/** @throws TypeError of Python: "unhashable type: 'list'" */
export function pythonHash(value: Value): bigint {
  if (typeof value === 'string') return hashOfText(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return hashOfInt(BigInt(value));
  if (value instanceof Float)
    return Number.isInteger(value.value) ? hashOfInt(BigInt(value.value)) : hashOfFraction(value.value);
  if (value instanceof Uint8Array) return hashOfBytes(value);
  const method = classOf(value).lookup('__hash__');
  if (method instanceof NativeFunction) {
    if (value instanceof PyTuple && method.qualname === 'tuple.__hash__')
      return hashOfTuple(value.items.map(pythonHash));
    if (isFrozenset(value)) return hashOfItems([...value].map(pythonHash));
    if (value instanceof PyBoxed) return pythonHash(value.value);
    return hashOfInt(BigInt(Math.trunc(hashValue(value))));
  }
  if (method === undefined || method === null) return BigInt(hashValue(value));
  const answer = plain(callSpecial(method, value));
  if (!isInt(answer)) throw typeError('__hash__ method should return an integer');
  const whole = BigInt(answer);
  return BigInt.asIntN(64, whole) === whole && whole !== -1n ? whole : hashOfInt(whole);
}
