/** `op.drop_table_comment`. Answers to: alembic/operations/ops.py (DropTableCommentOp). */
import { quoted } from '../../autogenerate/render/text.ts';
import { nameText } from '../names.ts';
import type { Given, GivenName, Name, OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { CREATE_TABLE_COMMENT, renderLines } from './create-table-comment.ts';

export interface DropTableComment {
  readonly kind: 'drop_table_comment';
  tableName: Name;
  existingComment: string | null;
  schema: GivenName;
  info?: unknown;
}

export const DROP_TABLE_COMMENT: OperationDefinition<DropTableComment> = {
  kind: 'drop_table_comment',
  className: 'DropTableCommentOp',
  signature: 'table_name, *, schema=None, existing_comment=None',
  create: fromCall,
  calls: [
    {
      on: 'op',
      name: 'drop_table_comment',
      signature: 'table_name, *, existing_comment=None, schema=None',
      make: fromCall,
    },
    {
      on: 'batch_op',
      name: 'drop_table_comment',
      signature: '*, existing_comment=None',
      make: (given, { batchTable }) => fromCall({ ...given, ...batchTable() }),
    },
  ],
  reverse: ({ tableName, existingComment, schema }) => ({
    kind: CREATE_TABLE_COMMENT.kind,
    tableName,
    comment: existingComment,
    existingComment: null,
    schema,
  }),
  describe: ({ tableName, schema }, python) =>
    python.tuple(['remove_table_comment', new SchemaObjects(null).table(tableName, [], { schema })]),
  apply: ({ tableName, schema }, operations) => {
    operations.impl.dropTableComment(operations.schemaObjects.table(tableName, [], { schema }));
    return null;
  },
  render: ({ tableName, existingComment, schema }, context) => {
    const existing = `existing_comment=${context.repr(existingComment)}`;
    const lines = context.inBatch
      ? [existing]
      : [quoted(tableName), existing, `schema=${schema ? quoted(nameText(schema)) : 'None'}`];
    return renderLines(`${context.opPrefix}drop_table_comment(`, lines);
  },
};

function fromCall(given: Given): DropTableComment {
  return dropTableComment(
    given.table_name as Name,
    given.existing_comment as string | null,
    given.schema as GivenName,
  );
}

/** The record of a comment that is taken away. @param existingComment what the reverse sets again */
export function dropTableComment(
  tableName: Name,
  existingComment: string | null,
  schema: GivenName,
): DropTableComment {
  return { kind: 'drop_table_comment', tableName, existingComment, schema: schema ?? null };
}
