/** A traceback as a Python value: `exception.__traceback__`. */
import { tracebackClass } from '../classes/classes.ts';
import { PyObject } from '../value.ts';
import type { PyException, TracebackEntry } from './exceptions.ts';

export class PyTraceback extends PyObject {
  /** Outermost first. */
  readonly entries: readonly TracebackEntry[];
  constructor(entries: readonly TracebackEntry[]) {
    super(tracebackClass);
    this.entries = entries;
  }
}

const known = new WeakMap<PyException, PyTraceback>();

/** `exception.__traceback__`: one object as long as no frame joins it; undefined where no frame has. */
export function tracebackValue(exception: PyException): PyTraceback | undefined {
  const { traceback } = exception;
  if (traceback.length === 0) return undefined;
  const before = known.get(exception);
  if (before?.entries.length === traceback.length && before.entries[0] === traceback.at(-1)) return before;
  const made = new PyTraceback(traceback.toReversed());
  known.set(exception, made);
  return made;
}
