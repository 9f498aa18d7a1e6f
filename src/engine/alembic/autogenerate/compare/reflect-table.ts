/** A table as the database has it. Answers to: alembic/autogenerate/compare/tables.py, ddl/postgresql.py (autogen_column_reflect). */
import { bindText, text } from '../../../sqlalchemy/expression/build.ts';
import { type MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { INTEGER, SqlType } from '../../../sqlalchemy/types/index.ts';
import type { CompareContext } from './context.ts';
import type { ColumnFacts } from './inspector.ts';

/** The reflected table. Defaults that only say SERIAL are left out. */
export function reflectTable(
  context: CompareContext,
  name: string,
  schema: string | null,
  database: MetaData,
): Table {
  const table = new Table(name, database, { schema: schema ?? false });
  context.inspector.reflectTable(table, (_, column) => omitSerial(context, table, column));
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
function omitSerial(context: CompareContext, table: Table, column: ColumnFacts): void {
  if (column.default === null) return;
  if (!(column.type instanceof SqlType && column.type.is(INTEGER))) return;
  const sequence = /nextval\('(.+?)'::regclass\)/.exec(column.default)?.[1];
  if (sequence === undefined) return;
  const { migrationContext, python } = context;
  const statement = bindText(text(OWNER), [], new Map([['seqname', sequence]]));
  const result = migrationContext.connection!.execute(statement);
  const row = python.call(python.getAttribute(result, 'first'), []);
  if (row === null) return;
  const [, owner] = [...python.iterate(row)];
  if (owner !== column.name) return;
  const { name } = table;
  migrationContext.process.log(
    'alembic.ddl.postgresql',
    'INFO',
    `Detected sequence named '${sequence}' as owned by integer column '${name}(${column.name})', assuming SERIAL and omitting`,
  );
  column.default = null;
}
