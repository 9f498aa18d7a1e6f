/** What CPython says of a coroutine that goes before anybody awaited it; here, where a statement leaves it lying. Answers to: _warn_unawaited_coroutine. */
import { callValue } from '../values/callable.ts';
import { exceptionClass } from '../values/exceptions/exceptions.ts';
import type { Interpreter } from '../values/interpreter.ts';
import type { Value } from '../values/value.ts';
import { NativeAwaitable, PyCoroutine } from './generator.ts';

/** The name of a coroutine that was not awaited yet; undefined for every other value. */
function forgottenName(value: Value): string | undefined {
  if (value instanceof PyCoroutine) return value.state === 'created' ? value.frame.code.qualname : undefined;
  return value instanceof NativeAwaitable && !value.awaited ? value.qualname : undefined;
}

/** @param file and line of the statement whose value nobody takes */
export function warnOfForgotten(python: Interpreter, value: Value, file: string, line: number): void {
  const name = forgottenName(value);
  if (name === undefined) return;
  if (value instanceof PyCoroutine) value.close();
  callValue(
    python.importName('warnings.warn_explicit'),
    [`coroutine '${name}' was never awaited`, exceptionClass('RuntimeWarning'), file, line],
    new Map([['source', value]]),
  );
}
