/** NULL and NOT NULL. Answers to: alembic/autogenerate/compare/constraints.py (_compare_nullable). */
import { Computed, Identity } from '../../../sqlalchemy/schema/index.ts';
import type { AlterColumn } from '../../operations/columns/alter-column.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';

/** Notes whether the column takes NULL in the database and, where the model says otherwise, the change; generated columns are only logged. @returns whether it ends the comparison */
export function compareNullable(context: CompareContext, operation: AlterColumn, pair: ColumnPair): boolean {
  const { schema, table, name, existing, wanted } = pair;
  operation.existingNullable = existing.nullable;
  if (existing.nullable === wanted.nullable) return false;
  const path = `'${table}.${name}'`;
  if (isGenerated(pair)) {
    // Alembic speaks of an identity column for computed ones, too.
    context.log('constraints', `Ignoring nullable change on identity column ${path}`);
    return false;
  }
  operation.modifyNullable = wanted.nullable;
  context.log('constraints', `Detected ${wanted.nullable ? 'NULL' : 'NOT NULL'} on column ${path}`);
  const [now, before] = wanted.nullable ? ['NULL', 'NOT NULL'] : ['NOT NULL', 'NULL'];
  context.detected('modify_nullable', table, schema, name, { wanted: now, existing: before });
  return true;
}

/** Generated columns have the nullability that the server gives them; for computed ones the model may say it. */
function isGenerated({ existing, wanted }: ColumnPair): boolean {
  const defaults = [existing.serverDefault, wanted.serverDefault];
  if (defaults.some((one) => one instanceof Computed) && !wanted.nullableGiven) return true;
  return defaults.some((one) => one instanceof Identity);
}
