/** `constraint.copy()`. Answers to: Constraint.copy and the `_copy` of its kinds in sqlalchemy/sql/schema.py. */
import { copyConstraint } from '../../../alembic/operations/copy.ts';
import { replaceColumns } from '../../../sqlalchemy/schema/columns/replace-columns.ts';
import {
  CheckConstraint,
  type Constraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../../sqlalchemy/schema/constraints/constraint.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';

/**
 * The same constraint once more. Of a key over Column objects the copy is over the same objects, so that it stands at their table at
 * once: at the old one, unless a target is named.
 */
export function constraintCopy(constraint: Constraint, target?: Table): Constraint {
  const copy = copyConstraint(constraint);
  if (constraint instanceof UniqueConstraint || constraint instanceof PrimaryKeyConstraint) {
    const table = target ?? constraint.table;
    if (table) table.appendConstraint(copy);
    return copy;
  }
  if (!(constraint instanceof CheckConstraint) || !target) return copy;
  const check = new CheckConstraint(
    replaceColumns(constraint.sqltext, (column) =>
      target.columns.get(column.key),
    ) as CheckConstraint['sqltext'],
    { name: constraint.name, deferrable: constraint.deferrable, initially: constraint.initially },
    [],
  );
  target.appendConstraint(check);
  return check;
}
