/** What operations that add a constraint to one table have in common. Answers to: alembic/operations/ops.py (AddConstraintOp). */
import type { GivenName, Name, OperationDefinition, OperationRecord } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';

/** The record of such an operation. */
export interface TableConstraint<Kind extends string> {
  readonly kind: Kind;
  constraintName: GivenName;
  tableName: Name;
  schema: GivenName;
  /** Options of the constraint, under Python's names. */
  kw: Map<string, unknown>;
  info?: unknown;
}

/** How it describes itself and what it does. @param make the constraint that a record stands for */
export function addsConstraint<Record extends OperationRecord>(
  make: (operation: Record, objects: SchemaObjects) => unknown,
): Pick<OperationDefinition<Record>, 'describe' | 'apply'> {
  return {
    describe: (operation, python) =>
      python.tuple(['add_constraint', make(operation, new SchemaObjects(null))]),
    apply: (operation, operations) => {
      operations.impl.addConstraint(make(operation, operations.schemaObjects) as never);
      return null;
    },
  };
}
