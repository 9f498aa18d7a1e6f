/** The schemas that take part. Answers to: alembic/autogenerate/compare/schema.py. */
import type { UpgradeOps } from '../../operations/modify-table.ts';
import { ownComparison } from '../own.ts';
import type { CompareContext } from './context.ts';
import { compareTables } from './tables.ts';

/** Adds the operations that bring the database to the model. */
export function compareSchemas(context: CompareContext, upgrade: UpgradeOps): void {
  if (!context.plugins.has('schemas')) return;
  const names = schemaNames(context).filter((name) => context.includesName(name, 'schema', null));
  if (context.plugins.has('tables')) compareTables(context, upgrade, names);
  ownComparison(context.migrationContext.process)('schema', [context, upgrade, names]);
}

/** null stands for the default schema. */
function schemaNames(context: CompareContext): (string | null)[] {
  if (!context.opts.include_schemas) return [null];
  const { inspector } = context;
  const others = inspector
    .getSchemaNames()
    .filter((name) => name !== 'information_schema' && name !== inspector.defaultSchemaName);
  return [null, ...[...others].sort()];
}
