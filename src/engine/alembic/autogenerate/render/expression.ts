/** SQL expressions in rendered Python. Answers to: alembic/autogenerate/render.py (_render_potential_expr). */
import { text } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import { ddlText } from '../../../sqlalchemy/expression/compile.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { reprString } from '../../../stdlib/repr.ts';
import type { AutogenContext } from '../context.ts';

/** How the SQL stands in Python: `sa.text('…')`, `sa.literal_column('…')`, or the bare string. */
export type Wrapping = 'text' | 'literal_column' | 'bare';

/** An expression as its SQL; other values by `repr()`. */
export function renderExpression(value: unknown, context: AutogenContext, wrapping: Wrapping): string {
  const element = typeof value === 'string' && wrapping === 'bare' ? text(value) : clauseOf(value);
  if (!element) return context.repr(value);
  const sql = reprString(expressionSql(element, context));
  return wrapping === 'bare' ? sql : `${context.saPrefix}${wrapping}(${sql})`;
}

/** The SQL of an expression, with its values written out and columns without their table. */
export const expressionSql = (element: Element, context: AutogenContext): string =>
  ddlText(element, { python: context.python });
