/** A constructor of the expression language by its name, its signature and what it makes. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

type Make = (call: Interpreter, ...bound: never[]) => unknown;

/** @param make what the call becomes. @returns the name and its function, made when it is first looked up */
export const define = (name: string, signature: string, make: Make): readonly [string, () => Value] => {
  let made: Value | undefined;
  return [
    name,
    () => {
      made ??= nativeFunction(name, signature, make as never, 'sqlalchemy.sql._elements_constructors');
      return made;
    },
  ];
};
