/**
 * A constraint of a learner's own class, which SQLAlchemy can keep, name and copy, and only the learner can write.
 * Answers to: sqlalchemy/sql/schema.py (Constraint, ColumnCollectionConstraint).
 */
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import { type ColumnArgument, Constraint, type ConstraintOptions } from './constraint.ts';

/** What the room that knows Python tells of the class. */
export interface OwnClass {
  /** "MyConstraint" */
  name(constraint: OwnConstraint): string;
  /** As `repr()` of the class shows it. */
  shown(constraint: OwnConstraint): string;
  /** `constraint._copy()`. @throws NotImplementedError where neither class nor learner says how */
  copy(constraint: OwnConstraint): Constraint;
}

export class OwnConstraint extends Constraint {
  override readonly kind = 'own-constraint';
  readonly ownClass: OwnClass;
  /** Whether it is one over columns. */
  readonly overColumns: boolean;

  /** @param columns undefined for a constraint that has none */
  constructor(
    ownClass: OwnClass,
    columns: readonly ColumnArgument[] | undefined,
    options: ConstraintOptions = {},
  ) {
    super(columns ?? [], options);
    this.ownClass = ownClass;
    this.overColumns = columns !== undefined;
    if (this.overColumns) this.autoAttach();
  }

  override get className(): string {
    return this.ownClass.name(this);
  }

  copy(): Constraint {
    return this.ownClass.copy(this);
  }

  override repr(python: PythonRepr = plainRepr): string {
    if (this.overColumns) return super.repr(python);
    const shown = this.reprKeywords(python).filter((one) => !one.startsWith('table='));
    return `${this.className}(${shown.join(', ')})`;
  }
}
