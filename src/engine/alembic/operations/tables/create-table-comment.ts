/** `op.create_table_comment`. Answers to: alembic/operations/ops.py (CreateTableCommentOp). */
import { quoted } from '../../autogenerate/render/text.ts';
import { nameText } from '../names.ts';
import type { Given, GivenName, Name, OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import { dropTableComment } from './drop-table-comment.ts';

export interface CreateTableComment {
  readonly kind: 'create_table_comment';
  tableName: Name;
  comment: string | null;
  existingComment: string | null;
  schema: GivenName;
  info?: unknown;
}

export const CREATE_TABLE_COMMENT: OperationDefinition<CreateTableComment> = {
  kind: 'create_table_comment',
  className: 'CreateTableCommentOp',
  signature: 'table_name, comment, *, schema=None, existing_comment=None',
  create: fromCall,
  calls: [
    {
      on: 'op',
      name: 'create_table_comment',
      signature: 'table_name, comment, *, existing_comment=None, schema=None',
      make: fromCall,
    },
    {
      on: 'batch_op',
      name: 'create_table_comment',
      signature: 'comment, *, existing_comment=None',
      make: (given, { batchTable }) => fromCall({ ...given, ...batchTable() }),
    },
  ],
  reverse: ({ tableName, comment, existingComment, schema }) =>
    existingComment === null
      ? dropTableComment(tableName, comment, schema)
      : createTableComment(tableName, existingComment, comment, schema),
  /** Alembic shows the comment that was there before. */
  describe: ({ tableName, schema, comment, existingComment }, python) =>
    python.tuple([
      'add_table_comment',
      new SchemaObjects(null).table(tableName, [], { schema, comment }),
      existingComment,
    ]),
  apply: ({ tableName, schema, comment }, operations) => {
    operations.impl.createTableComment(operations.schemaObjects.table(tableName, [], { schema, comment }));
    return null;
  },
  render: ({ tableName, comment, existingComment, schema }, context) => {
    const lines = [
      quoted(tableName),
      context.repr(comment),
      `existing_comment=${context.repr(existingComment)}`,
    ];
    if (!context.inBatch) lines.push(`schema=${schema ? quoted(nameText(schema)) : 'None'}`);
    return renderLines(`${context.opPrefix}create_table_comment(`, context.inBatch ? lines.slice(1) : lines);
  },
};

/** One argument a line. */
export const renderLines = (head: string, lines: readonly string[]): string =>
  `${head}\n${lines.map((line) => `    ${line}`).join(',\n')}\n)`;

function fromCall(given: Given): CreateTableComment {
  return createTableComment(
    given.table_name as Name,
    given.comment as string | null,
    given.existing_comment as string | null,
    given.schema as GivenName,
  );
}

/** The record of a comment that is set. @param existingComment what the reverse sets again */
export function createTableComment(
  tableName: Name,
  comment: string | null,
  existingComment: string | null,
  schema: GivenName,
): CreateTableComment {
  return { kind: 'create_table_comment', tableName, comment, existingComment, schema: schema ?? null };
}
