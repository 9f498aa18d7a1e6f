/** `op.drop_constraint`. Answers to: alembic/operations/ops.py (DropConstraintOp), toimpl.py (drop_constraint). */
import { Raise } from '../../../machine.ts';
import { notBound } from '../../../sqlalchemy/schema/constraints/bound-table.ts';
import type { Constraint } from '../../../sqlalchemy/schema/index.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { quotable } from '../names.ts';
import type { Given, GivenName, Name, OperationDefinition, OperationRecord } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { constraintFrom } from './constraint-operations.ts';

export interface DropConstraint {
  readonly kind: 'drop_constraint';
  constraintName: GivenName;
  tableName: Name;
  constraintType: string | null;
  schema: GivenName;
  ifExists: boolean | null;
  /** What brings the constraint back; null where it is not known. */
  reverse: OperationRecord | null;
  info?: unknown;
}

export const DROP_CONSTRAINT: OperationDefinition<DropConstraint> = {
  kind: 'drop_constraint',
  className: 'DropConstraintOp',
  signature: 'constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None',
  create: fromCall,
  calls: [
    {
      on: 'op',
      name: 'drop_constraint',
      signature: 'constraint_name, table_name, type_=None, *, schema=None, if_exists=None',
      make: fromCall,
    },
    {
      on: 'batch_op',
      name: 'drop_constraint',
      signature: 'constraint_name, type_=None',
      make: (given, { batchTable }) => fromCall({ ...given, ...batchTable() }),
    },
  ],
  reverse: original,
  describe: (operation, python) => {
    const change = operation.constraintType === 'foreignkey' ? 'remove_fk' : 'remove_constraint';
    return python.tuple([change, droppedConstraint(operation)]);
  },
  apply: (operation, operations) => {
    const { constraintName, tableName, constraintType, schema, ifExists, reverse } = operation;
    const objects = operations.schemaObjects;
    const constraint =
      reverse === null
        ? objects.genericConstraint(constraintName, tableName, constraintType, schema)
        : constraintFrom(reverse, objects);
    operations.impl.dropConstraint(constraint, ifExists);
    return null;
  },
  render: (operation, context) => {
    const parts = [renderName(operation.constraintName, context)];
    if (!context.inBatch) {
      parts.push(quoted(operation.tableName));
      if (operation.schema) parts.push(`schema=${quoted(operation.schema)}`);
    }
    if (operation.constraintType) parts.push(`type_=${quoted(operation.constraintType)}`);
    if (operation.ifExists !== null) parts.push(`if_exists=${context.repr(operation.ifExists)}`);
    return `${context.opPrefix}drop_constraint(${parts.join(', ')})`;
  },
};

function fromCall(given: Given): DropConstraint {
  return {
    kind: 'drop_constraint',
    constraintName: given.constraint_name as GivenName,
    tableName: given.table_name as Name,
    constraintType: (given.type_ ?? null) as string | null,
    schema: given.schema as GivenName,
    ifExists: (given.if_exists ?? null) as boolean | null,
    reverse: (given._reverse ?? null) as OperationRecord | null,
  };
}

/** What adds the constraint again. @throws ValueError where the operation was not made from a constraint */
function original(operation: DropConstraint): OperationRecord {
  const { reverse, constraintName, tableName, schema } = operation;
  if (reverse === null) {
    throw new Raise('builtins.ValueError', [
      'constraint cannot be produced; original constraint is not present',
    ]);
  }
  const place = 'sourceTable' in reverse ? { sourceTable: tableName } : { tableName, schema };
  return Object.assign({ ...reverse }, { constraintName, ...place });
}

/** The constraint that goes. @throws ValueError where the operation was not made from a constraint */
export const droppedConstraint = (operation: DropConstraint): Constraint =>
  constraintFrom(original(operation), new SchemaObjects(null));

/** The removal of what `create` made. */
export function dropConstraintOf(
  create: OperationRecord & {
    readonly constraintName: GivenName;
    readonly tableName: Name;
    readonly schema: GivenName;
  },
  constraintType: string | null,
  reverse: OperationRecord = create,
): DropConstraint {
  return {
    kind: 'drop_constraint',
    constraintName: create.constraintName,
    tableName: create.tableName,
    constraintType,
    schema: create.schema ?? null,
    ifExists: null,
    reverse,
  };
}

/** What Alembic's first look at the table of a constraint without one gives. */
function withoutTable({ kind, className }: Constraint): Raise {
  return kind === 'check-constraint' || kind === 'foreign-key-constraint'
    ? new Raise('builtins.AttributeError', [`'${className}' object has no attribute 'parent'`])
    : notBound();
}

/** Where a constraint stands. @throws AttributeError, InvalidRequestError where it stands nowhere */
export function tableFacts(constraint: Constraint): { tableName: Name; schema: GivenName } {
  const { table } = constraint;
  if (!table) throw withoutTable(constraint);
  return {
    tableName: quotable(table.name, table.quote),
    schema: table.schema === null ? null : quotable(table.schema, table.quoteSchema),
  };
}
