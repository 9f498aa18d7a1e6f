/** `op.create_unique_constraint`. Answers to: alembic/operations/ops.py (CreateUniqueConstraintOp). */
import type { UniqueConstraint } from '../../../sqlalchemy/schema/index.ts';
import { renderDialectOptions } from '../../autogenerate/render/dialect-options.ts';
import { quoted, renderName } from '../../autogenerate/render/text.ts';
import { givenName, nameText } from '../names.ts';
import type { OperationDefinition } from '../operation.ts';
import type { SchemaObjects } from '../schema-objects.ts';
import { type ColumnsConstraint, columnsConstraint } from './columns-constraint.ts';
import { constraintKeywords } from './constraint-keywords.ts';
import { dropConstraintOf, tableFacts } from './drop-constraint.ts';
import { addsConstraint } from './table-constraint.ts';

export type CreateUniqueConstraint = ColumnsConstraint<'create_unique_constraint'>;

export const CREATE_UNIQUE_CONSTRAINT: OperationDefinition<CreateUniqueConstraint> = {
  ...columnsConstraint('create_unique_constraint', 'CreateUniqueConstraintOp', ', **kw'),
  reverse: (operation) => dropConstraintOf(operation, 'unique'),
  ...addsConstraint(toUniqueConstraint),
  render: (operation, context) => {
    const { kw, schema } = operation;
    const parts = [renderName(operation.constraintName, context)];
    if (!context.inBatch) parts.push(quoted(operation.tableName));
    parts.push(`[${operation.columns.map(quoted).join(', ')}]`);
    for (const name of ['deferrable', 'initially']) {
      const value = kw.get(name);
      if (value) parts.push(`${name}=${context.repr(value)}`);
    }
    if (!context.inBatch && schema) parts.push(`schema=${quoted(nameText(schema))}`);
    const options = [...kw].filter(([name]) => name !== 'deferrable' && name !== 'initially');
    parts.push(...renderDialectOptions(new Map(options), context));
    return `${context.opPrefix}create_unique_constraint(${parts.join(', ')})`;
  },
};

/** The constraint that the operation creates, on a table of the same name. Answers to: `to_constraint`. */
export function toUniqueConstraint(
  operation: CreateUniqueConstraint,
  objects: SchemaObjects,
): UniqueConstraint {
  const { constraintName, tableName, columns, schema, kw } = operation;
  return objects.uniqueConstraint(constraintName, tableName, columns, schema, kw);
}

/** The operation that creates this constraint. Answers to: `from_constraint`. */
export function createUniqueConstraintOf(constraint: UniqueConstraint): CreateUniqueConstraint {
  return {
    kind: 'create_unique_constraint',
    constraintName: givenName(constraint),
    ...tableFacts(constraint),
    columns: constraint.columns.map((column) => column.name),
    kw: constraintKeywords(constraint),
  };
}
