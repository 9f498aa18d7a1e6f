/** What functions over one path have in common. */

import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { fspath } from './path.ts';

/** A function of one path, given as text or as a path object. */
export const onPath =
  (name: string, action: (call: Interpreter, path: string) => Value, wrong?: string) => () =>
    nativeFunction(name, 'path', (call, path: Value) => action(call, fspath(call, path, wrong)));
