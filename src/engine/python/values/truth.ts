/** `bool(value)` */
import { Float } from '../../stdlib/float.ts';
import { callSpecial } from './callable.ts';
import { classOf, typeName } from './classes/class-of.ts';
import { PyList, PyTuple } from './containers/containers.ts';
import { typeError, valueError } from './exceptions/exceptions.ts';
import type { Value } from './value.ts';

/**
 * What `if value:` decides by: `__bool__`, else `__len__`, else true.
 * @throws TypeError of Python where `__bool__` gives no bool
 */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value !== 'object') return Boolean(value);
  if (value instanceof Float) return value.value !== 0;
  const cls = classOf(value);
  const bool = cls.lookup('__bool__');
  if (bool !== undefined) {
    const answer = callSpecial(bool, value);
    if (typeof answer === 'boolean') return answer;
    throw typeError(`__bool__ should return bool, returned ${typeName(answer)}`);
  }
  if (value instanceof PyList || value instanceof PyTuple) {
    if (cls.native) return value.items.length > 0;
  }
  const len = cls.lookup('__len__');
  if (len === undefined) return true;
  const length = callSpecial(len, value);
  if (typeof length !== 'number')
    throw typeError(`'${typeName(length)}' object cannot be interpreted as an integer`);
  if (length < 0) throw valueError('__len__() should return >= 0');
  return length > 0;
}
