/** A constraint that says no more than its name. Answers to: sqlalchemy/sql/schema.py (Constraint). */
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import { Constraint } from './constraint.ts';

/** `Constraint(name=…)`: what `op.drop_constraint` without a type drops. */
export class BareConstraint extends Constraint {
  override readonly kind = 'check-constraint';
  override readonly className = 'Constraint';

  override repr(python: PythonRepr = plainRepr): string {
    // Unlike the others, it is not given a table when it is made.
    const shown = this.reprKeywords(python).filter((one) => !one.startsWith('table='));
    return `Constraint(${shown.join(', ')})`;
  }
}
