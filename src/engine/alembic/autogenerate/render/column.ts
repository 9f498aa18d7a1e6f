/** Columns in rendered Python. Answers to: alembic/autogenerate/render.py (_render_column). */
import { type Column, Computed, Identity } from '../../../sqlalchemy/schema/index.ts';
import type { AutogenContext } from '../context.ts';
import { renderServerDefault } from './server-default.ts';
import { quoted } from './text.ts';
import { renderType } from './type.ts';

/** Keys, indexes and checks of the column are rendered elsewhere or not at all. */
export function renderColumn(column: Column, context: AutogenContext): string {
  const own = context.userRendering('column', column);
  if (own !== undefined) return own;
  const { serverDefault } = column;
  // Before the type: env.py's render_item sees them in this order.
  const rendered = serverDefault ? renderServerDefault(serverDefault, context) : '';
  const parts = [quoted(column.name), renderType(column.type, context)];
  if (serverDefault instanceof Computed || serverDefault instanceof Identity) parts.push(rendered);
  else if (rendered !== '' && rendered !== 'None') parts.push(`server_default=${rendered}`);
  // As Alembic writes it: a text stands without quotes.
  const { autoincrement } = column;
  if (autoincrement !== 'auto')
    parts.push(
      `autoincrement=${typeof autoincrement === 'string' ? autoincrement : context.repr(autoincrement)}`,
    );
  // What is no boolean stands as it prints.
  parts.push(`nullable=${context.python.str(column.nullable)}`);
  if (column.system) parts.push('system=True');
  if (column.comment) parts.push(`comment=${context.repr(column.comment)}`);
  for (const [name, value] of column.dialectOptions) parts.push(`${name}=${context.repr(value)}`);
  return `${context.saPrefix}Column(${parts.join(', ')})`;
}
