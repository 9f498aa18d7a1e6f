/** SQL expressions in rendered Python. Answers to: alembic/autogenerate/render.py (_render_potential_expr). */
import { text } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import { ddlText } from '../../../sqlalchemy/expression/compile.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { group } from '../../../sqlalchemy/expression/group.ts';
import { Column } from '../../../sqlalchemy/schema/index.ts';
import { sequenceText } from '../../../sqlalchemy/types/plain-tuple.ts';
import { reprString } from '../../../stdlib/repr.ts';
import { plainSequence } from '../../operations/keywords.ts';
import type { AutogenContext } from '../context.ts';
import { quoted } from './text.ts';

/** How the SQL stands in Python: `sa.text('…')`, `sa.literal_column('…')`, or the bare string. */
export type Wrapping = 'text' | 'literal_column' | 'bare';

/**
 * An expression as its SQL, a column as its name; other values by `repr()`.
 * @param wrapping "literal_column" for what an index is on: it stands in parentheses where SQL wants them
 */
export function renderExpression(value: unknown, context: AutogenContext, wrapping: Wrapping): string {
  if (value instanceof Column) return quoted(value.name);
  const items = plainSequence(value, context.python);
  if (items) {
    return sequenceText(
      items,
      items.map((item) => renderExpression(item, context, 'text')),
    );
  }
  const element = typeof value === 'string' && wrapping === 'bare' ? text(value) : clauseOf(value);
  if (!element || (element !== value && stands(value, context))) return context.repr(value);
  if (wrapping === 'literal_column') return renderIndexed(element, context);
  const sql = reprString(expressionSql(element, context));
  return wrapping === 'bare' ? sql : `${context.saPrefix}${wrapping}(${sql})`;
}

/** What only stands for an expression, such as an attribute of a mapped class: Alembic shows the object itself. */
const stands = (value: unknown, { python }: AutogenContext): boolean =>
  typeof value !== 'string' && !python.isInstance(value, 'sqlalchemy.sql.expression.ClauseElement');

function renderIndexed(element: Element, context: AutogenContext): string {
  const plain = element.kind === 'column-clause' || !isPostgresql(context);
  const grouped = plain
    ? element
    : group(element, { operator: 'none', precedence: Number.POSITIVE_INFINITY });
  const rendered = `${context.saPrefix}literal_column(${reprString(expressionSql(grouped, context))})`;
  return element.kind === 'label' && typeof element.name === 'string'
    ? `${rendered}.label(${reprString(element.name)})`
    : rendered;
}

/** The SQL of an expression, with its values written out and columns without their table. */
export const expressionSql = (element: Element, context: AutogenContext): string =>
  ddlText(element, {
    python: context.python,
    backslashEscapes: !context.migrationContext.connection,
    ...(isPostgresql(context) ? {} : { paramstyle: 'named' as const }),
  });

/** Where no dialect is given, expressions stand as SQLAlchemy's default one writes them. */
const isPostgresql = ({ migrationContext }: AutogenContext) => migrationContext.dialect.name === 'postgresql';
