/** ForeignKeyConstraint in rendered Python. Answers to: alembic/autogenerate/render.py (_render_foreign_key). */
import type { ForeignKey, ForeignKeyConstraint, MetaData } from '../../../sqlalchemy/schema/index.ts';
import { givenName } from '../../operations/names.ts';
import type { AutogenContext } from '../context.ts';
import { quoted, renderName } from './text.ts';

/** Options of a foreign key that are rendered, in Alembic's order. */
export const FOREIGN_KEY_OPTIONS = [
  'onupdate',
  'ondelete',
  'initially',
  'deferrable',
  'use_alter',
  'match',
] as const;

/** @param namespace the metadata whose tables know the names behind column keys */
export function renderForeignKey(
  constraint: ForeignKeyConstraint,
  context: AutogenContext,
  namespace: MetaData | null,
): string {
  const own = context.userRendering('foreign_key', constraint);
  if (own !== undefined) return own;
  const options: string[] = [];
  if (constraint.name !== null) options.push(`name=${renderName(givenName(constraint), context)}`);
  const values: readonly unknown[] = [
    constraint.onupdate,
    constraint.ondelete,
    constraint.initially,
    constraint.deferrable,
    constraint.useAlter || null,
    constraint.match,
  ];
  FOREIGN_KEY_OPTIONS.forEach((name, at) => {
    const value = values[at];
    if (value) options.push(`${name}=${context.repr(value)}`);
  });
  const local = constraint.elements.map((element) => quoted(element.parent!.name));
  const remote = constraint.elements.map((element) => quoted(targetText(element, namespace)));
  return `${context.saPrefix}ForeignKeyConstraint([${local.join(', ')}], [${remote.join(', ')}], ${options.join(', ')})`;
}

/** "schema.table.column" with the metadata's schema where none is said, and the column's name where its key is another. */
function targetText(element: ForeignKey, namespace: MetaData | null): string {
  const said = element.targetTableKey;
  const schema = namespace?.schema ?? null;
  const table = schema !== null && !said.includes('.') ? `${schema}.${said}` : said;
  const key = String(element.targetColumnKey ?? 'None');
  if (element.options.linkToName) return `${table}.${key}`;
  const column = namespace?.tables.get(table)?.columns.get(key);
  return `${table}.${column?.name ?? key}`;
}
