/** Short ways to write the names of a module. */
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { type Logging, loggingOf } from '../../stdlib/logging/logging.ts';

export type Names = NativeModule['names'];

/** The loggers of the process that runs. */
export const loggingIn = (call: Interpreter): Logging => loggingOf(call.process);

/** A function of the module, made when it is first looked up. */
export const nativeName =
  (
    name: string,
    signature: string,
    code: (call: Interpreter, ...bound: never[]) => Value,
    module = 'logging',
  ) =>
  () =>
    nativeFunction(name, signature, code, module);

/** Names that a text of the library gives, fetched when one is asked for. */
export const later = (list: string): Names =>
  Object.fromEntries(
    list.split(' ').map((name) => [name, (call: Interpreter) => call.importName(`_logging_more.${name}`)]),
  );
