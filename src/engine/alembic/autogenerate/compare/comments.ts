/** Comments of tables and columns. Answers to: alembic/autogenerate/compare/comments.py. */
import type { AlterColumn } from '../../operations/columns/alter-column.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { createTableComment } from '../../operations/tables/create-table-comment.ts';
import { dropTableComment } from '../../operations/tables/drop-table-comment.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';
import type { TablePair } from './tables.ts';

/**
 * Notes the comment that the column has in the database and, where the model says another one, the new one. Logged; None and no comment are the
 * same.
 */
export function compareColumnComment(
  context: CompareContext,
  operation: AlterColumn,
  { schema, table, name, existing, wanted }: ColumnPair,
): void {
  operation.existingComment = existing.comment;
  if (existing.comment === wanted.comment) return;
  operation.modifyComment = wanted.comment;
  context.log('comments', `Detected column comment '${table}.${name}'`);
  context.detected('modify_comment', table, schema, name);
}

/** Nothing is logged. A new table carries its comment itself. */
export function compareTableComment(
  _context: CompareContext,
  ops: ModifyTable,
  { existing, wanted }: TablePair,
): void {
  if (!existing || !wanted) return;
  const before = existing.comment;
  const after = wanted.comment;
  if (before === null && after === null) return;
  if (after === null) ops.ops.push(dropTableComment(ops.tableName, before, ops.schema));
  else if (before !== after) ops.ops.push(createTableComment(ops.tableName, after, before, ops.schema));
}
