/** Which table remembers the applied revisions of a run: Alembic's, or what a learner's class makes. */
import { Raise } from '../../machine.ts';
import type { Table } from '../../sqlalchemy/schema/index.ts';
import { assertionError } from '../script/errors.ts';
import type { MigrationContext } from './context.ts';
import type { OwnImpl } from './own-impl.ts';
import { versionTable } from './version-table.ts';

/**
 * @param own the learner's implementation, which may override `version_table_impl`
 * @throws AssertionError, TypeError where env.py configured no name or a schema that is none
 */
export function versionTableOf(
  {
    impl,
    opts,
    process: { python },
    versionTableName: name,
  }: MigrationContext & { readonly versionTableName: string },
  own: OwnImpl | undefined,
): Table {
  if (opts.version_table === null) throw assertionError('use quoted_name.construct() for None passthrough');
  // A table's name is looked up among those of its metadata.
  if (opts.version_table !== undefined) python.evaluate('hash(it)', new Map([['it', opts.version_table]]));
  const schema = opts.version_table_schema ?? null;
  const primaryKey = opts.version_table_pk === undefined || python.truth(opts.version_table_pk);
  if (own?.overrides('version_table_impl')) {
    const keywords = { version_table: name, version_table_schema: schema, version_table_pk: primaryKey };
    return own.call(impl, 'version_table_impl', [], keywords) as Table;
  }
  if (schema !== null && !python.isInstance(schema, 'builtins.str')) {
    const found = python.typeName(schema);
    throw new Raise('builtins.TypeError', [`unsupported operand type(s) for +: '${found}' and 'str'`]);
  }
  return versionTable({ name, schema: schema as string | null, primaryKey });
}
