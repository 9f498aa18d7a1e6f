/** `atexit`: what is to be done when the program ends. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { lazyModule, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

interface Registered {
  readonly callable: Value;
  readonly call: () => Value;
}

export const atexitModule = lazyModule('atexit', {
  register: () =>
    nativeFunction(
      'register',
      'func, /, *args, **kwargs',
      (call, callable: Value, args: Value[], keywords: ReadonlyMap<string, Value>) => {
        atEnd(call).push({ callable, call: () => call.call(callable, args, keywords) });
        return callable;
      },
    ),
  unregister: () =>
    nativeFunction('unregister', 'func, /', (call, callable: Value) => {
      const all = atEnd(call);
      all.splice(0, all.length, ...all.filter((one) => one.callable !== callable));
      return null;
    }),
  _run_exitfuncs: () =>
    nativeFunction('_run_exitfuncs', '', (call) => {
      const all = atEnd(call);
      for (let last = all.pop(); last; last = all.pop()) last.call();
      return null;
    }),
});

const key = Symbol('atexit');
const atEnd = (call: Interpreter): Registered[] => call.state(key, () => []);
