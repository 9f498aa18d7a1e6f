/** Columns that `foreign(…)` and `remote(…)` marked in a join condition. Answers to: sqlalchemy/orm/relationships.py (foreign). */
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';

const marks = new WeakSet<object>();
const remotes = new WeakSet<object>();

/** `remote(expression)`: its column is the other side's, where a table is joined to itself. */
export function markRemote(expression: unknown): void {
  const column = clauseOf(expression);
  if (column) remotes.add(column);
}

/** Whether `remote(…)` named this column. */
export const isMarkedRemote = (column: object): boolean => remotes.has(column);

/** `foreign(expression)`: its column is the one that refers. */
export function markForeign(expression: unknown): void {
  const column = clauseOf(expression);
  if (column) marks.add(column);
}

/** Whether `foreign(…)` named this column. */
export const isMarkedForeign = (column: object): boolean => marks.has(column);
