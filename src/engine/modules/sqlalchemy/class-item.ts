/** `Class[…]` for classes that annotations subscript. Answers to: `Generic` among the bases of SQLAlchemy's classes. */
import { PyClassMethod } from '../../python/values/callable.ts';
import { genericAlias } from '../../python/values/classes/generic.ts';
import { nativeMethod } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';

/** Gives a class `__class_getitem__`. */
export function addClassItem(cls: PyClass): void {
  const fill = cls.fill;
  cls.fill = (own, filled) => {
    fill?.(own, filled);
    const method = nativeMethod(
      `${cls.name}.__class_getitem__`,
      'item, /',
      (_call, origin: PyClass, item: Value) => genericAlias(origin, item),
      'python',
      cls.module,
    );
    own.set('__class_getitem__', new PyClassMethod(method));
  };
}
