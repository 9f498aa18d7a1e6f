/** The exception that was being handled when another one came. Answers to: CPython, Python/errors.c (_PyErr_SetObject). */
import type { PyException } from '../values/exceptions/exceptions.ts';

/** Exceptions that happened while others were handled are remembered this far back. */
const LONGEST_CHAIN = 200;

/** Remembers what was being handled, without making the chain a circle. */
export function setContext(exception: PyException, handling: PyException | null): void {
  if (handling === null || handling === exception) return;
  let length = 0;
  for (let at: PyException | null = handling; at; at = at.context) {
    if (at.context === exception || ++length === LONGEST_CHAIN) at.context = null;
  }
  exception.context = handling;
}
