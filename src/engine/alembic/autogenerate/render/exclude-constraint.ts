/** The arguments of an EXCLUDE constraint in rendered Python. Answers to: alembic/ddl/postgresql.py (_exclude_constraint_render_sql_expr). */
import type { ExcludeConstraint } from '../../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import type { AutogenContext } from '../context.ts';
import { renderExpression } from './expression.ts';
import { quoted } from './text.ts';

/** `deferrable` comes out as a string, as it does in Alembic. */
export function renderExcludeArguments(constraint: ExcludeConstraint, context: AutogenContext): string[] {
  const parts = constraint.elements.map(
    ({ expression, operator }) => `(${renderElement(expression, context)}, ${quoted(operator)})`,
  );
  if (constraint.where) parts.push(`where=${renderExpression(constraint.where, context, 'text')}`);
  if (constraint.deferrable) parts.push("deferrable='True'");
  if (constraint.initially) parts.push(`initially=${quoted(constraint.initially)}`);
  parts.push(`using=${quoted(constraint.using)}`);
  return parts;
}

function renderElement(expression: unknown, context: AutogenContext): string {
  const kind = (expression as { kind?: string } | null)?.kind;
  if (kind === 'column' || kind === 'column-clause') {
    const { name, literal } = expression as { name: string; literal?: boolean };
    return `${context.saPrefix}${literal ? 'literal_column' : 'column'}(${quoted(name)})`;
  }
  return renderExpression(expression, context, 'text');
}
