/** `repr()`, `str()` and `ascii()` of any value. */

import { Float, reprFloat } from '../../stdlib/float.ts';
import { reprBytes, reprString } from '../../stdlib/repr.ts';
import { MOST_DIGITS } from '../parse/numbers.ts';
import { callSpecial, NativeFunction } from './callable.ts';
import { classOf, typeName } from './classes/class-of.ts';
import { idOf } from './containers/hash.ts';
import { typeError, valueError } from './exceptions/exceptions.ts';
import { deeper, interpreter } from './interpreter.ts';
import { PyBoxed, type PyClass, plain, type Value } from './value.ts';

/** `repr(value)` */
export function repr(value: Value): string {
  if (typeof value === 'string') return reprString(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'bigint') return digitsOf(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Float) return reprFloat(value.value);
  const method = classOf(value).lookup('__repr__');
  if (method === undefined) return defaultRepr(value);
  return textOf(deeply(method, value, ' while getting the repr of an object'), '__repr__');
}

let tooLong: bigint | undefined;

/** @throws ValueError where the number has too many digits */
function digitsOf(value: bigint): string {
  tooLong ??= 10n ** BigInt(MOST_DIGITS);
  if (value < tooLong && value > -tooLong) return String(value);
  throw valueError(
    `Exceeds the limit (${MOST_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** `str(value)` */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || value instanceof Float) return repr(value);
  const method = classOf(value).lookup('__str__');
  if (method !== undefined && !isObjectStr(method))
    return textOf(deeply(method, value, ' while getting the str of an object'), '__str__');
  const own = classOf(value).lookup('__repr__');
  return own === undefined ? repr(value) : textOf(callSpecial(own, value), '__str__');
}

const deeply = (method: Value, value: Value, doing: string): Value =>
  method instanceof NativeFunction
    ? callSpecial(method, value)
    : deeper(doing, () => callSpecial(method, value));

const isObjectStr = (method: Value) =>
  method instanceof NativeFunction && method.qualname === 'object.__str__';

function textOf(answer: Value, method: string): string {
  const text = plain(answer);
  if (typeof text === 'string') return text;
  throw typeError(`${method} returned non-string (type ${typeName(answer)})`);
}

/** `object.__repr__`: `<module.Name object at 0x…>` */
export function defaultRepr(value: Value): string {
  return `<${dottedName(classOf(value))} object at ${address(value)}>`;
}

/** As `repr` shows where an object lies. */
export const address = (value: Value): string => `0x${idOf(value).toString(16).padStart(12, '0')}`;

/** A class's name with its module, but for builtins. */
export function dottedName(cls: PyClass): string {
  const module = cls.lookup('__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${cls.qualname}` : cls.qualname;
}

/** `ascii(value)` */
export function ascii(value: Value): string {
  return repr(value).replace(/[^\x00-\x7f]/gu, (character) => {
    const code = character.codePointAt(0)!;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
}

const reprs = new WeakMap<object, Set<Value>>();

/** Runs `work` unless this value's repr is being made already: then the text for cycles, such as `[...]`. */
export function withoutCycle(value: Value, cycle: string, work: () => string): string {
  const python = interpreter();
  const active = reprs.get(python) ?? new Set<Value>();
  reprs.set(python, active);
  if (active.has(value)) return cycle;
  active.add(value);
  try {
    return work();
  } finally {
    active.delete(value);
  }
}

/** Bytes behind a value: bytes itself or an instance of a subclass. */
export function reprOfBytes(value: Value): string {
  return reprBytes((value instanceof PyBoxed ? value.value : value) as Uint8Array);
}
