/** A traceback as a Python value: `exception.__traceback__`. */
import { tracebackClass } from './classes.ts';
import type { TracebackEntry } from './exceptions.ts';
import { PyObject } from './value.ts';

export class PyTraceback extends PyObject {
  /** Outermost first. */
  readonly entries: readonly TracebackEntry[];
  constructor(entries: readonly TracebackEntry[]) {
    super(tracebackClass);
    this.entries = entries;
  }
}
