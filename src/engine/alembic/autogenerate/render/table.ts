/** The columns and constraints inside `op.create_table(…)`. Answers to: alembic/autogenerate/render.py (_add_table). */
import type { MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import type { AutogenContext } from '../context.ts';
import { renderColumn } from './column.ts';
import { renderConstraint } from './constraint.ts';

/** Python allows no more arguments in a call that is compiled by older versions. */
const MOST_ARGUMENTS = 255;

/** One a line; constraints are sorted by their text. */
export function renderTableBody(table: Table, context: AutogenContext, namespace: MetaData | null): string {
  // env.py's render_item may say None of something: it is left out.
  const columns = [...table.columns]
    .map((column) => renderColumn(column, context))
    .filter((text) => text !== '' && text !== 'None');
  const inColumns = new Set([...table.columns].flatMap((column) => [...column.constraints]));
  const constraints = [...table.constraints]
    .filter((constraint) => !inColumns.has(constraint))
    .map((constraint) => renderConstraint(constraint, context, namespace))
    .filter((text) => text !== undefined && text !== 'None')
    .sort();
  const all = [...columns, ...constraints];
  const text = all.join(',\n');
  return all.length > MOST_ARGUMENTS ? `*[${text}]` : text;
}
