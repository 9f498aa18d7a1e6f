/** Columns that `foreign(…)` marked in a join condition. Answers to: sqlalchemy/orm/relationships.py (foreign). */
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';

const marks = new WeakSet<object>();

/** `foreign(expression)`: its column is the one that refers. */
export function markForeign(expression: unknown): void {
  const column = clauseOf(expression);
  if (column) marks.add(column);
}

/** Whether `foreign(…)` named this column. */
export const isMarkedForeign = (column: object): boolean => marks.has(column);
