/** `op.create_exclude_constraint`. Answers to: alembic/ddl/postgresql.py (CreateExcludeConstraintOp). */
import type { ExcludeConstraint } from '../../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import { renderExcludeArguments } from '../../autogenerate/render/exclude-constraint.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { plainKeywords, refuseTwice } from '../keywords.ts';
import { givenName } from '../names.ts';
import {
  type Given,
  type GivenName,
  itemsOf,
  keywordsOf,
  type Name,
  type OperationDefinition,
} from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { constraintKeywords } from './constraint-keywords.ts';
import { dropConstraintOf, tableFacts } from './drop-constraint.ts';
import type { TableConstraint } from './table-constraint.ts';

export interface CreateExcludeConstraint extends TableConstraint<'create_exclude_constraint'> {
  /** Pairs of a column or expression and an operator. */
  elements: unknown[];
  where: unknown;
}

export const CREATE_EXCLUDE_CONSTRAINT: OperationDefinition<CreateExcludeConstraint> = {
  kind: 'create_exclude_constraint',
  className: 'CreateExcludeConstraintOp',
  signature: 'constraint_name, table_name, elements, where=None, schema=None, _orig_constraint=None, **kw',
  asGiven: ['elements'],
  create: (given, python) => ({
    kind: 'create_exclude_constraint',
    constraintName: given.constraint_name as GivenName,
    tableName: given.table_name as Name,
    elements: itemsOf(given.elements, python),
    where: given.where,
    schema: given.schema as GivenName,
    kw: plainKeywords(keywordsOf(given), python),
  }),
  calls: [
    {
      on: 'op',
      name: 'create_exclude_constraint',
      signature: 'constraint_name, table_name, *elements, **kw',
      make: (given, { python }) => CREATE_EXCLUDE_CONSTRAINT.create(fromKeywords(given), python),
    },
    {
      on: 'batch_op',
      name: 'create_exclude_constraint',
      signature: 'constraint_name, *elements, **kw',
      make: (given, { batchTable, python }) =>
        CREATE_EXCLUDE_CONSTRAINT.create(fromKeywords({ ...given, ...batchTable() }), python),
    },
  ],
  reverse: (operation) => dropConstraintOf(operation, null, operation),
  describe: (operation, python) =>
    python.tuple(['add_constraint', toExcludeConstraint(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    operations.impl.addConstraint(toExcludeConstraint(operation, operations.schemaObjects));
    return null;
  },
  render: (operation, context) => {
    const constraint = toExcludeConstraint(operation, new SchemaObjects(null));
    const parts = [renderName(operation.constraintName, context)];
    if (!context.inBatch) parts.push(quoted(operation.tableName));
    parts.push(...renderExcludeArguments(constraint, context));
    if (operation.schema && !context.inBatch) parts.push(`schema=${quoted(operation.schema)}`);
    return `${context.opPrefix}create_exclude_constraint(${parts.join(', ')})`;
  },
};

/** `schema=` and `where=` travel among the free keywords of the call. */
function fromKeywords(given: Given): Given {
  const kw = keywordsOf(given);
  refuseTwice(kw, 'CreateExcludeConstraintOp', [], ['table_name', 'elements']);
  const where = kw.get('where') ?? null;
  const schema = ('schema' in given ? given.schema : kw.get('schema')) ?? null;
  kw.delete('where');
  kw.delete('schema');
  return { ...given, where, schema, kw };
}

/** The constraint that the operation creates, on a table of the same name. Answers to: `to_constraint`. */
export function toExcludeConstraint(
  operation: CreateExcludeConstraint,
  objects: SchemaObjects,
): ExcludeConstraint {
  const { constraintName, tableName, elements, where, schema, kw } = operation;
  return objects.excludeConstraint(constraintName, tableName, elements, where, schema, kw);
}

/** The operation that creates this constraint. Answers to: `from_constraint`. */
export function createExcludeConstraintOf(constraint: ExcludeConstraint): CreateExcludeConstraint {
  const kw = constraintKeywords(constraint);
  kw.set('using', constraint.using);
  return {
    kind: 'create_exclude_constraint',
    constraintName: givenName(constraint),
    ...tableFacts(constraint),
    elements: constraint.elements.map(({ expression, operator }) => [expression, operator]),
    where: constraint.where,
    kw,
  };
}
