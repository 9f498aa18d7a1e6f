/** `isinstance`, `issubclass`, `callable`. */
import {
  callSpecial,
  callSpecialMethod,
  NativeFunction,
  PyCallable,
} from '../../../python/values/callable.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import { PyGenericAlias, PyUnion } from '../../../python/values/property.ts';
import { truth } from '../../../python/values/truth.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';

/** `isinstance(value, cls)` @throws TypeError of Python */
export function isInstanceOf(value: Value, cls: Value): boolean {
  if (cls instanceof PyTuple) return cls.items.some((each) => isInstanceOf(value, each));
  if (cls instanceof PyClass) {
    if (classOf(value).isSubclassOf(cls)) return true;
    const check = cls.cls.lookup('__instancecheck__');
    if (
      check === undefined ||
      (check instanceof NativeFunction && check.qualname === 'type.__instancecheck__')
    )
      return false;
    return truth(callSpecial(check, cls, [value]));
  }
  if (cls instanceof PyUnion)
    return cls.args.some((each) => each instanceof PyClass && isInstanceOf(value, each));
  if (cls instanceof PyGenericAlias)
    throw typeError('isinstance() argument 2 cannot be a parameterized generic');
  const check = cls === null ? undefined : callSpecialMethod(cls, '__instancecheck__', value);
  if (check !== undefined) return truth(check);
  throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
}

/** `issubclass(cls, base)`, with `__subclasscheck__` asked. @throws TypeError for what is no class */
export function isSubclass(cls: Value, base: Value): boolean {
  if (!(cls instanceof PyClass)) throw typeError('issubclass() arg 1 must be a class');
  if (base instanceof PyTuple) return base.items.some((each) => isSubclass(cls, each));
  if (base instanceof PyUnion) return base.args.some((each) => isSubclass(cls, each));
  const check = base === null ? undefined : classOf(base).lookup('__subclasscheck__');
  if (base instanceof PyClass && (cls.isSubclassOf(base) || check === undefined))
    return cls.isSubclassOf(base);
  if (check === undefined)
    throw typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return truth(callSpecial(check, base, [cls]));
}

/** `callable(value)` */
export const isCallable = (value: Value): boolean =>
  value instanceof PyCallable || value instanceof PyClass || classOf(value).lookup('__call__') !== undefined;
