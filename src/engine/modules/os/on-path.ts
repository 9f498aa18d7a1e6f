/** What functions over one path have in common. */

import type { Machine } from '../../machine.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { fspath } from './path.ts';

export const onPath = (name: string, action: (call: Interpreter, path: string) => Value) => () =>
  nativeFunction(name, 'path', (call, path: Value) => action(call, fspath(call, path)));

export const exists = ({ files }: Machine, path: string) => files.isFile(path) || files.isDirectory(path);
