/** The table of a constraint. Answers to: Constraint.table in sqlalchemy/sql/schema.py. */
import { Raise } from '../../../machine.ts';
import type { Table } from '../table.ts';
import type { Constraint } from './constraint.ts';

/** What is said of a constraint that stands in no table. */
export const notBound = () =>
  new Raise('sqlalchemy.exc.InvalidRequestError', [
    'This constraint is not bound to a table.  Did you mean to call table.append_constraint(constraint) ?',
  ]);

/** @throws InvalidRequestError where the constraint stands nowhere, or was given inside a column */
export function boundTable({ table, onColumn }: Constraint): Table {
  if (table && !onColumn) return table;
  throw notBound();
}
