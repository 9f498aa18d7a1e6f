/** A table as the database has it. Answers to: alembic/autogenerate/compare/tables.py, ddl/postgresql.py (autogen_column_reflect). */
import {
  reflectTable as fill,
  heardColumn,
  type ReflectedColumn,
} from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { type MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { serialColumns } from '../../ddl/serial-column.ts';
import type { CompareContext } from './context.ts';

/** The reflected table. Names of its constraints and indexes are final; defaults that only say SERIAL are left out. */
export function reflectTable(
  context: CompareContext,
  name: string,
  schema: string | null,
  database: MetaData,
): Table {
  const table = new Table(name, database, { schema: schema ?? false });
  table.listeners.fire('before_parent_attach', table, database);
  database.addTable(table);
  table.listeners.fire('after_parent_attach', table, database);
  fill(context.inspector, table, {
    resolveForeignKeys: false,
    onColumn: (_, column) => withoutSerial(context, table, heardColumn(context.inspector, table, column)),
  });
  for (const item of [...table.constraints, ...table.indexes]) item.conv = item.name !== null;
  return table;
}

const asked = new WeakMap<CompareContext, ReturnType<typeof serialColumns>>();

/** A learner's implementation may see a column in the place of Alembic's own. */
function withoutSerial(context: CompareContext, table: Table, column: ReflectedColumn): ReflectedColumn {
  const { impl } = context.migrationContext;
  if (impl?.own?.overrides('autogen_column_reflect'))
    return impl.own.reflectColumn(impl, context.inspector, table, column);
  const isSerial = asked.get(context) ?? serialColumns(context.migrationContext);
  asked.set(context, isSerial);
  return isSerial(table.name, column) ? { ...column, default: null } : column;
}
