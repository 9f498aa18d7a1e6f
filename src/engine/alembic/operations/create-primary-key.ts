/** `op.create_primary_key`. Answers to: alembic/operations/ops.py (CreatePrimaryKeyOp). */
import type { PrimaryKeyConstraint } from '../../sqlalchemy/schema/index.ts';
import { dropConstraintOf, tableFacts } from './drop-constraint.ts';
import { plainKeywords } from './keywords.ts';
import { givenName } from './names.ts';
import { type GivenName, itemsOf, keywordsOf, type Name, type OperationDefinition } from './operation.ts';
import { notImplemented } from './rename-table.ts';
import { constraintKeywords, SchemaObjects } from './schema-objects.ts';

export interface CreatePrimaryKey {
  readonly kind: 'create_primary_key';
  constraintName: GivenName;
  tableName: Name;
  columns: Name[];
  schema: GivenName;
  kw: Map<string, unknown>;
  info?: unknown;
}

export const CREATE_PRIMARY_KEY: OperationDefinition<CreatePrimaryKey> = {
  kind: 'create_primary_key',
  className: 'CreatePrimaryKeyOp',
  signature: 'constraint_name, table_name, columns, *, schema=None, **kw',
  create: (given, python) => ({
    kind: 'create_primary_key',
    constraintName: given.constraint_name as GivenName,
    tableName: given.table_name as Name,
    columns: itemsOf(given.columns, python) as Name[],
    schema: given.schema as GivenName,
    kw: plainKeywords(keywordsOf(given), python),
  }),
  calls: [
    {
      on: 'op',
      name: 'create_primary_key',
      signature: 'constraint_name, table_name, columns, *, schema=None',
      make: (given, { python }) => CREATE_PRIMARY_KEY.create(given, python),
    },
    {
      on: 'batch_op',
      name: 'create_primary_key',
      signature: 'constraint_name, columns',
      make: (given, { batchTable, python }) =>
        CREATE_PRIMARY_KEY.create({ ...given, ...batchTable() }, python),
    },
  ],
  reverse: (operation) => dropConstraintOf(operation, 'primary'),
  describe: (operation, python) =>
    python.tuple(['add_constraint', toPrimaryKey(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    operations.impl.addConstraint(toPrimaryKey(operation, operations.schemaObjects));
    return null;
  },
  /** Alembic has a renderer that only says it is not implemented. */
  render: notImplemented,
};

export function toPrimaryKey(operation: CreatePrimaryKey, objects: SchemaObjects): PrimaryKeyConstraint {
  const { constraintName, tableName, columns, schema, kw } = operation;
  return objects.primaryKey(constraintName, tableName, columns, schema, kw);
}

export function createPrimaryKeyOf(constraint: PrimaryKeyConstraint): CreatePrimaryKey {
  return {
    kind: 'create_primary_key',
    constraintName: givenName(constraint),
    ...tableFacts(constraint),
    columns: [...constraint.columnKeys],
    kw: constraintKeywords(constraint),
  };
}
