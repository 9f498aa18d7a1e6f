/** What CPython says of a coroutine that goes before anybody awaited it; here, where a statement leaves it lying. Answers to: _warn_unawaited_coroutine. */
import { callValue } from '../values/callable.ts';
import { exceptionClass } from '../values/exceptions.ts';
import type { Value } from '../values/value.ts';
import { type Frame, runtime } from './frame.ts';
import { PyCoroutine } from './generator.ts';

/** @param line of the statement whose value nobody takes. */
export function warnOfForgotten(frame: Frame, value: Value, line: number): void {
  if (!(value instanceof PyCoroutine) || value.state !== 'created') return;
  value.close();
  callValue(runtime(frame).importName('warnings.warn_explicit'), [
    `coroutine '${value.frame.code.qualname}' was never awaited`,
    exceptionClass('RuntimeWarning'),
    frame.file,
    line,
  ]);
}
