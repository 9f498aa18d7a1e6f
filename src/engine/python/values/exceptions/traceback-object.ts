/** A traceback as a Python value: `exception.__traceback__`. */
import { tracebackClass } from '../classes/classes.ts';
import { PyObject } from '../value.ts';
import type { TracebackEntry } from './exceptions.ts';

export class PyTraceback extends PyObject {
  /** Outermost first. */
  readonly entries: readonly TracebackEntry[];
  constructor(entries: readonly TracebackEntry[]) {
    super(tracebackClass);
    this.entries = entries;
  }
}
