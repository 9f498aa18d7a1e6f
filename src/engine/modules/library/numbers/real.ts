/** The argument of a function of floats. */
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { overflowError, typeError } from '../../../python/values/exceptions/exceptions.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';

/** A number as a float. @throws TypeError */
export function real(value: Value): number {
  const bare = plain(value);
  if (bare instanceof Float) return bare.value;
  if (typeof bare === 'number') return bare;
  if (typeof bare === 'bigint') {
    const number = Number(bare);
    if (Number.isFinite(number)) return number;
    throw overflowError('int too large to convert to float');
  }
  if (typeof bare === 'boolean') return bare ? 1 : 0;
  const converted = callSpecialMethod(value, '__float__');
  if (converted instanceof Float) return converted.value;
  throw typeError(`must be real number, not ${typeName(value)}`);
}
