/** NULL and NOT NULL. Answers to: alembic/autogenerate/compare/constraints.py (_compare_nullable). */
import { Computed, Identity } from '../../../sqlalchemy/schema/index.ts';
import type { AlterColumn } from '../../operations/alter-column.ts';
import type { ColumnPair } from './columns.ts';
import type { CompareContext } from './context.ts';

export function compareNullable(
  context: CompareContext,
  operation: AlterColumn,
  { schema, table, name, existing, wanted }: ColumnPair,
): void {
  operation.existingNullable = existing.nullable;
  if (existing.nullable === wanted.nullable) return;
  const path = `'${table}.${name}'`;
  const generated = ignoredBecause(existing.serverDefault, wanted.serverDefault);
  if (generated) {
    context.log('constraints', `Ignoring nullable change on ${generated} column ${path}`);
    return;
  }
  operation.modifyNullable = wanted.nullable;
  context.log('constraints', `Detected ${wanted.nullable ? 'NULL' : 'NOT NULL'} on column ${path}`);
  const [now, before] = wanted.nullable ? ['NULL', 'NOT NULL'] : ['NOT NULL', 'NULL'];
  context.detected('modify_nullable', table, schema, name, { wanted: now, existing: before });
}

/** Generated columns have the nullability that the server gives them. */
function ignoredBecause(existing: unknown, wanted: unknown): string | undefined {
  if (existing instanceof Computed || wanted instanceof Computed) return 'computed';
  return existing instanceof Identity || wanted instanceof Identity ? 'identity' : undefined;
}
