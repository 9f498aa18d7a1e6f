/** Levels as a program gives them: ints, or names. */
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { isInt } from '../../python/values/numbers.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { loggingOf } from '../../stdlib/logging/logging.ts';

/** @throws TypeError, ValueError of Python, as `logging._checkLevel` */
export function levelOf(call: Interpreter, value: Value): number {
  const bare = plain(value);
  if (isInt(bare)) return Number(bare);
  if (typeof bare === 'string') return loggingOf(call.process).levels.check(bare);
  throw typeError(`Level not an integer or a valid string: ${call.repr(value)}`);
}
