/** Builtin functions of numbers. */
import { callSpecialMethod, type NativeCode, specialMethod } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { iterate } from '../../../python/values/containers/iterate.ts';
import { raise, typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { arithmetic, isInt, toIndex } from '../../../python/values/numbers.ts';
import { binary } from '../../../python/values/operators.ts';
import { truth } from '../../../python/values/truth.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { divmodFloats } from './float.ts';

/** How `hex`, `oct` and `bin` write an int. */
export const radix = (prefix: string, base: number): NativeCode =>
  ((_call: Interpreter, value: Value) => {
    const number = BigInt(toIndex(value));
    return `${number < 0n ? '-' : ''}${prefix}${(number < 0n ? -number : number).toString(base)}`;
  }) as NativeCode;

/** `sum(items, start)`. @throws TypeError for text, and what `__add__` throws */
export function sum(_call: Interpreter, items: Value, start: Value): Value {
  if (typeof plain(start) === 'string') throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: Value = start;
  for (const item of iterate(items)) total = binary('Add', total, item);
  return total;
}

/** `pow(base, exponent, modulus)`. @throws TypeError, ValueError */
export function power(_call: Interpreter, base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === null) return binary('Pow', base, exponent);
  if (specialMethod(base, '__pow__') !== undefined) {
    const answer = callSpecialMethod(base, '__pow__', exponent, modulus)!;
    if (answer !== NotImplemented) return answer;
  }
  if ([exponent, modulus].some((value) => plain(value) instanceof Float))
    throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
  const types = [base, exponent, modulus].map((value) => `'${typeName(value)}'`).join(', ');
  throw typeError(`unsupported operand type(s) for ** or pow(): ${types}`);
}

/** `divmod(a, b)`. @throws ZeroDivisionError, TypeError */
export function divmod(_call: Interpreter, a: Value, b: Value): Value {
  const [left, right] = [plain(a), plain(b)];
  if (isInt(left) && isInt(right) && !truth(b)) {
    throw raise('ZeroDivisionError', 'integer division or modulo by zero');
  }
  const numbers = isNumber(left) && isNumber(right);
  if (numbers && isInt(left) && isInt(right))
    return tuple([arithmetic('FloorDiv', left, right)!, arithmetic('Mod', left, right)!]);
  if (numbers) return divmodFloats(left, right);
  const answer = callSpecialMethod(a, '__divmod__', b);
  if (answer !== undefined && answer !== NotImplemented) return answer;
  const reflected = callSpecialMethod(b, '__rdivmod__', a);
  if (reflected !== undefined && reflected !== NotImplemented) return reflected;
  throw typeError(`unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`);
}

const isNumber = (value: Value) => isInt(value) || value instanceof Float;

/** `round(value, digits)`: what `__round__` answers. @throws TypeError where there is none */
export function round(_call: Interpreter, value: Value, digits: Value): Value {
  const answer =
    digits === null ? callSpecialMethod(value, '__round__') : callSpecialMethod(value, '__round__', digits);
  if (answer === undefined) throw typeError(`type ${typeName(value)} doesn't define __round__ method`);
  return answer;
}

/** `abs(value)`: what `__abs__` answers. @throws TypeError where there is none */
export function absolute(_call: Interpreter, value: Value): Value {
  const answer = callSpecialMethod(value, '__abs__');
  if (answer === undefined) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return answer;
}
