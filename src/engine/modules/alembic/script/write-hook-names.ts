/** alembic.script.write_hooks: a learner's own functions over new revision files. */
import { registerHook } from '../../../alembic/script/write-hooks.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

const MODULE = 'alembic.script.write_hooks';

export const WRITE_HOOK_NAMES: Readonly<Record<string, (call: Interpreter) => Value>> = {
  register: () =>
    nativeFunction(
      'register',
      'name',
      (_call, name: string) =>
        nativeFunction('register.<locals>.decorate', 'fn', (call, fn: Value) => {
          registerHook(call.process, name, fn);
          return fn;
        }),
      MODULE,
    ),
};
