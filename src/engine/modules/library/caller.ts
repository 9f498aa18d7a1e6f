/** Who called the library: for what is named after the module in which it is made. */

import { PyDict } from '../../python/values/containers/dict.ts';
import type { FrameView, Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';

/** The innermost frame of code that is not the library's. */
export function callingFrame({ frame }: Interpreter): FrameView | undefined {
  let found = frame;
  while (found?.file.startsWith('<library>')) found = found.back;
  return found;
}

/** `__name__` of the module whose code called the library. */
export const callerModule = nativeFunction(
  '_caller_module',
  '',
  (call): Value => callingFrame(call)?.globals.get('__name__') ?? null,
);

/** The globals of that module. */
export const callerGlobals = nativeFunction('_caller_globals', '', (call): Value => {
  const frame = callingFrame(call);
  return frame ? PyDict.over(frame.globals) : null;
});
