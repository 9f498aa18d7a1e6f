/** `aiter` and `anext`. Answers to: CPython's Python/bltinmodule.c. */
import { awaitValue, NativeAwaitable } from '../../../python/evaluate/generator.ts';
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { isException, typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';

/** `aiter(value)` @throws TypeError of Python */
export function aiter(_call: Interpreter, value: Value): Value {
  const iterator = callSpecialMethod(value, '__aiter__');
  if (iterator === undefined) throw typeError(`'${typeName(value)}' object is not an async iterable`);
  return iterator;
}

/** `anext(iterator[, default])`: an awaitable, whose value is the default where the iterator has ended. @throws TypeError of Python */
export function anext(_call: Interpreter, iterator: Value, otherwise?: Value): Value {
  const next = callSpecialMethod(iterator, '__anext__');
  if (next === undefined) throw typeError(`'${typeName(iterator)}' object is not an async iterator`);
  if (otherwise === undefined) return next;
  return new NativeAwaitable(() => {
    try {
      return awaitValue(next);
    } catch (error) {
      if (isException(error, 'StopAsyncIteration')) return otherwise;
      throw error;
    }
  });
}
