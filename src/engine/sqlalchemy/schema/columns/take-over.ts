/** A column of a learner's class, whose `__init__` called SQLAlchemy's, stands in the place of the one that this made. */
import type { Column } from './column.ts';

/** Makes what belongs to a column belong to another with the same contents. */
export function takeOver(to: Column, from: Column): void {
  for (const key of to.foreignKeys) if (key.parent === from) key.parent = to;
  for (const part of [to.default, to.onupdate, to.serverDefault, to.serverOnupdate, to.identity, to.computed])
    if (part?.column === from) part.column = to;
  to.listeners.moveTo(to);
}
