/** Columns that `foreign(…)` marked in a join condition. Answers to: sqlalchemy/orm/relationships.py (foreign). */
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';

const marks = new WeakSet<object>();

export function markForeign(expression: unknown): void {
  const column = clauseOf(expression);
  if (column) marks.add(column);
}

export const isMarkedForeign = (column: object): boolean => marks.has(column);
