/** The schemas that take part. Answers to: alembic/autogenerate/compare/schema.py. */
import type { UpgradeOps } from '../../operations/modify-table.ts';
import { dispatch } from './comparators.ts';
import type { CompareContext } from './context.ts';

/** Adds the operations that bring the database to the model. */
export function compareSchemas(context: CompareContext, upgrade: UpgradeOps): void {
  const names = schemaNames(context).filter((name) => context.includesName(name, 'schema', null));
  dispatch(context.comparators, 'schema', [context, upgrade, names]);
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
