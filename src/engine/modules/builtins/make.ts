/** Short ways to fill the core classes. */
import { NativeFunction, PyStaticMethod } from '../../python/values/callable.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeMethod } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';

/** `__new__` of an immutable core class: gets the class and the bound arguments. */
export function makeNew(
  name: string,
  signature: string,
  code: (call: Interpreter, cls: PyClass, ...bound: never[]) => Value,
): () => Value {
  return () =>
    new PyStaticMethod(
      new NativeFunction({ qualname: name, signature, style: 'builtin', method: true, code: code as never }),
    );
}

/** A method of a core class as a class attribute. */
export const method = (
  qualname: string,
  signature: string,
  code: (call: Interpreter, self: never, ...bound: never[]) => Value,
): Value => nativeMethod(qualname, signature, code as never, 'builtin', 'builtins');
