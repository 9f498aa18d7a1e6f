/** What ORDER BY and GROUP BY take. Answers to: sqlalchemy/sql/coercions.py. */
import { clauseOf, orderingOf } from '../coerce.ts';
import type { Element } from '../elements.ts';
import { entityColumns } from './columns.ts';

/** Clauses with those before them; None alone takes all away. @throws ArgumentError */
export const ordering = (
  before: readonly Element[],
  clauses: readonly unknown[],
  role: 'ORDER BY expression' | 'GROUP BY expression',
): readonly Element[] =>
  clauses.length === 1 && clauses[0] === null
    ? []
    : [
        ...before,
        ...clauses.flatMap(
          (one) => (role.startsWith('GROUP') && entityColumns(clauseOf(one))) || [orderingOf(one, role)],
        ),
      ];
