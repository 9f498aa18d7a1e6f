/** A table as the database has it. Answers to: alembic/autogenerate/compare/tables.py, ddl/postgresql.py (autogen_column_reflect). */
import { bindText, text } from '../../../sqlalchemy/expression/build.ts';
import { reflectTable as fill, type ReflectedColumn } from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { type MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { BIGINT, SQL_INTEGER } from '../../../sqlalchemy/types/index.ts';
import type { CompareContext } from './context.ts';
import { firstRow } from './first-row.ts';

/** The reflected table. Names of its constraints and indexes are final; defaults that only say SERIAL are left out. */
export function reflectTable(
  context: CompareContext,
  name: string,
  schema: string | null,
  database: MetaData,
): Table {
  const table = new Table(name, database, { schema: schema ?? false });
  database.addTable(table);
  fill(context.inspector, table, {
    resolveForeignKeys: false,
    onColumn: (_, column) => withoutSerial(context, table, column),
  });
  for (const item of [...table.constraints, ...table.indexes]) item.conv = item.name !== null;
  return table;
}

const OWNER =
  'select c.relname, a.attname from pg_class as c ' +
  'join pg_depend d on d.objid=c.oid and ' +
  "d.classid='pg_class'::regclass and " +
  "d.refclassid='pg_class'::regclass " +
  'join pg_class t on t.oid=d.refobjid ' +
  'join pg_attribute a on a.attrelid=t.oid and ' +
  'a.attnum=d.refobjsubid ' +
  "where c.relkind='S' and " +
  'c.oid=cast(:seqname as regclass)';

/** Asks who owns the sequence behind an integer's `nextval` default. */
function withoutSerial(context: CompareContext, table: Table, column: ReflectedColumn): ReflectedColumn {
  if (column.default === null || !(column.type.is(SQL_INTEGER) || column.type.is(BIGINT))) return column;
  const sequence = /nextval\('(.+?)'::regclass\)/.exec(column.default)?.[1];
  const owner = sequence === undefined ? undefined : ownerOf(context, sequence);
  if (owner?.column !== column.name) return column;
  context.migrationContext.process.log(
    'alembic.ddl.postgresql',
    'INFO',
    `Detected sequence named '${owner.sequence}' as owned by integer column '${table.name}(${column.name})', assuming SERIAL and omitting`,
  );
  return { ...column, default: null };
}

/** The sequence's bare name, and the column that it belongs to. */
function ownerOf(
  { migrationContext }: CompareContext,
  name: string,
): { readonly sequence: unknown; readonly column: unknown } | undefined {
  const statement = bindText(text(OWNER), [], new Map([['seqname', name]]));
  const row = firstRow(migrationContext.connection!.execute(statement));
  return row && { sequence: row[0], column: row[1] };
}
