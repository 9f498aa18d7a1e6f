/** `op.create_primary_key`. Answers to: alembic/operations/ops.py (CreatePrimaryKeyOp). */
import type { PrimaryKeyConstraint } from '../../../sqlalchemy/schema/index.ts';
import { givenName } from '../names.ts';
import type { OperationDefinition } from '../operation.ts';
import type { SchemaObjects } from '../schema-objects.ts';
import { notImplemented } from '../tables/rename-table.ts';
import { type ColumnsConstraint, columnsConstraint } from './columns-constraint.ts';
import { constraintKeywords } from './constraint-keywords.ts';
import { dropConstraintOf, tableFacts } from './drop-constraint.ts';
import { addsConstraint } from './table-constraint.ts';

export type CreatePrimaryKey = ColumnsConstraint<'create_primary_key'>;

export const CREATE_PRIMARY_KEY: OperationDefinition<CreatePrimaryKey> = {
  ...columnsConstraint('create_primary_key', 'CreatePrimaryKeyOp', ''),
  reverse: (operation) => dropConstraintOf(operation, 'primary'),
  ...addsConstraint(toPrimaryKey),
  /** Alembic has a renderer that only says it is not implemented. */
  render: notImplemented,
};

/** The constraint that the operation creates, on a table of the same name. Answers to: `to_constraint`. */
export function toPrimaryKey(operation: CreatePrimaryKey, objects: SchemaObjects): PrimaryKeyConstraint {
  const { constraintName, tableName, columns, schema, kw } = operation;
  return objects.primaryKey(constraintName, tableName, columns, schema, kw);
}

/** The operation that creates this constraint. Answers to: `from_constraint`. */
export function createPrimaryKeyOf(constraint: PrimaryKeyConstraint): CreatePrimaryKey {
  return {
    kind: 'create_primary_key',
    constraintName: givenName(constraint),
    ...tableFacts(constraint),
    columns: [...constraint.columnKeys],
    kw: constraintKeywords(constraint),
  };
}
