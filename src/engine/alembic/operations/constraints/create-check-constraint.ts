/** `op.create_check_constraint`. Answers to: alembic/operations/ops.py (CreateCheckConstraintOp). */
import type { CheckConstraint } from '../../../sqlalchemy/schema/index.ts';
import { renderExpression } from '../../autogenerate/render/expression.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { refuseTwice } from '../keywords.ts';
import { givenName } from '../names.ts';
import { type GivenName, keywordsOf, type Name, type OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { constraintKeywords } from './constraint-keywords.ts';
import { dropConstraintOf, tableFacts } from './drop-constraint.ts';
import { addsConstraint, type TableConstraint } from './table-constraint.ts';

export interface CreateCheckConstraint extends TableConstraint<'create_check_constraint'> {
  /** A string, or a construct of the expression language. */
  condition: unknown;
}

const SIGNATURE = 'constraint_name, table_name, condition, *, schema=None, **kw';

export const CREATE_CHECK_CONSTRAINT: OperationDefinition<CreateCheckConstraint> = {
  kind: 'create_check_constraint',
  className: 'CreateCheckConstraintOp',
  signature: SIGNATURE,
  create: (given) => ({
    kind: 'create_check_constraint',
    constraintName: given.constraint_name as GivenName,
    tableName: given.table_name as Name,
    condition: given.condition,
    schema: given.schema as GivenName,
    kw: keywordsOf(given),
  }),
  calls: [
    {
      on: 'op',
      name: 'create_check_constraint',
      signature: SIGNATURE,
      make: (given, { python }) => CREATE_CHECK_CONSTRAINT.create(given, python),
    },
    {
      on: 'batch_op',
      name: 'create_check_constraint',
      signature: 'constraint_name, condition, **kw',
      make: (given, { batchTable, python }) => {
        refuseTwice(keywordsOf(given), 'CreateCheckConstraintOp', ['schema'], ['table_name']);
        return CREATE_CHECK_CONSTRAINT.create({ ...given, ...batchTable() }, python);
      },
    },
  ],
  reverse: (operation) => dropConstraintOf(operation, 'check'),
  ...addsConstraint(toCheckConstraint),
  /** Options of the constraint are not rendered. */
  render: (operation, context) => {
    const parts = [renderName(operation.constraintName, context)];
    if (!context.inBatch) parts.push(quoted(operation.tableName));
    // By way of the constraint, which says what is wrong with its options.
    const { sqltext } = toCheckConstraint(operation, new SchemaObjects(null));
    parts.push(renderExpression(sqltext, context, 'bare'));
    if (!context.inBatch && operation.schema) parts.push(`schema=${quoted(operation.schema)}`);
    return `${context.opPrefix}create_check_constraint(${parts.join(', ')})`;
  },
};

/** The constraint that the operation creates, on a table of the same name. Answers to: `to_constraint`. */
export function toCheckConstraint(operation: CreateCheckConstraint, objects: SchemaObjects): CheckConstraint {
  const { constraintName, tableName, condition, schema, kw } = operation;
  return objects.checkConstraint(constraintName, tableName, condition, schema, kw);
}

/** The operation that creates this constraint. Answers to: `from_constraint`. */
export function createCheckConstraintOf(constraint: CheckConstraint): CreateCheckConstraint {
  return {
    kind: 'create_check_constraint',
    constraintName: givenName(constraint),
    ...tableFacts(constraint),
    condition: constraint.sqltext,
    kw: constraintKeywords(constraint),
  };
}
