/** REFERENCES inside ADD COLUMN. Answers to: alembic/ddl/base.py (add_column with inline references). */
import { type DdlOptions, named, qualified } from '../../sqlalchemy/postgresql/ddl/index.ts';
import type { ForeignKey } from '../../sqlalchemy/schema/index.ts';

/** Name and dialect options of the key are left out, as Alembic does. */
export function foreignKeyReference(key: ForeignKey, options: DdlOptions): string {
  const { column } = key;
  const { match, ondelete, onupdate, deferrable, initially } = key.options;
  let text = `REFERENCES ${qualified(column.table!, options)} (${named(column, options)})`;
  if (match) text += ` MATCH ${match}`;
  if (ondelete) text += ` ON DELETE ${ondelete}`;
  if (onupdate) text += ` ON UPDATE ${onupdate}`;
  if (deferrable !== undefined && deferrable !== null) text += deferrable ? ' DEFERRABLE' : ' NOT DEFERRABLE';
  if (initially) text += ` INITIALLY ${initially}`;
  return text;
}
