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
 * @returns whether it ends the comparison of comments
 */
export function compareColumnComment(
  context: CompareContext,
  operation: AlterColumn,
  { schema, table, name, existing, wanted }: ColumnPair,
): boolean {
  operation.existingComment = existing.comment;
  if (existing.comment === wanted.comment) return false;
  operation.modifyComment = wanted.comment;
  context.log('comments', `Detected column comment '${table}.${name}'`);
  context.detected('modify_comment', table, schema, name);
  return true;
}

/** Nothing is logged. A new table carries its comment itself. @returns whether it ends the comparison of comments */
export function compareTableComment(
  _context: CompareContext,
  ops: ModifyTable,
  { existing, wanted }: TablePair,
): boolean {
  if (!existing || !wanted) return false;
  const before = existing.comment;
  const after = wanted.comment;
  if (before === after) return false;
  if (after === null) ops.ops.push(dropTableComment(ops.tableName, before, ops.schema));
  else ops.ops.push(createTableComment(ops.tableName, after, before, ops.schema));
  return true;
}
