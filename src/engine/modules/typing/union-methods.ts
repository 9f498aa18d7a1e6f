/** `X | Y` of the objects of `typing`. */
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import { unionOf } from './subscript.ts';

export const UNION_METHODS = {
  __or__: ['right, /', (_call: Interpreter, self: Value, other: Value) => either(self, other)],
  __ror__: ['left, /', (_call: Interpreter, self: Value, other: Value) => either(other, self)],
} as const;

function either(left: Value, right: Value): Value {
  return unionOf([left, right]);
}
