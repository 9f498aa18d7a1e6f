/** Index expressions without what the server adds or drops on its own. Answers to: alembic/ddl/postgresql.py (_cleanup_index_expr). */
import type { Index } from '../../../sqlalchemy/schema/index.ts';

/** Words that only say the default order, behind an expression. */
const DEFAULT_ORDERS = [
  /\s+asc\s+nulls\s+last$/,
  /(?<!\bdesc)\s+nulls\s+last$/,
  /\s+asc$/,
  /\s+asc(?=\s+nulls\s+first$)/,
  /(?<=\bdesc)\s+nulls\s+first$/,
];

/** A form in which the model's and the server's spelling of an expression are alike. */
export function cleanExpression(sql: string, index: Index): string {
  let text = sql.toLowerCase().replaceAll('"', '').replaceAll("'", '');
  if (index.table) text = text.replaceAll(`${index.table.name.toLowerCase()}.`, '');
  text = unwrapped(text.replace(/::[\w ]+\w/g, ''));
  const order = DEFAULT_ORDERS.find((pattern) => pattern.test(text));
  if (order) text = unwrapped(text.replace(order, ''));
  if (/^cast\s*\(/.test(text)) text = text.replace(/cast\s*\(/, '').replace(/\s+as\s+[^)]+\)/, '');
  return text.replaceAll(' ', '');
}

/** Without parentheses around the whole. */
function unwrapped(text: string): string {
  let inner = text;
  while (inner.startsWith('(') && inner.endsWith(')')) inner = inner.slice(1, -1);
  return inner;
}
