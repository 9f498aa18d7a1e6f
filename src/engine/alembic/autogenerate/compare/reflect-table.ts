/** A table as the database has it. Answers to: alembic/autogenerate/compare/tables.py, ddl/postgresql.py (autogen_column_reflect). */
import { text } from '../../../sqlalchemy/expression/build.ts';
import { reflectTable as fill, type ReflectedColumn } from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { type MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { BIGINT, SQL_INTEGER } from '../../../sqlalchemy/types/index.ts';
import type { CompareContext } from './context.ts';
import { allRows } from './first-row.ts';

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

/** One question for all sequences, where Alembic asks for each: a database of a thousand tables has as many. */
const OWNERS =
  'select c.oid\\:\\:regclass\\:\\:text, c.relname, a.attname from pg_class c join pg_depend d on d.objid = c.oid and ' +
  "d.classid = 'pg_class'\\:\\:regclass and d.refclassid = 'pg_class'\\:\\:regclass join pg_attribute a " +
  "on a.attrelid = d.refobjid and a.attnum = d.refobjsubid where c.relkind = 'S'";

interface Owner {
  /** The sequence's bare name. */
  readonly sequence: unknown;
  readonly column: unknown;
}

const known = new WeakMap<CompareContext, ReadonlyMap<unknown, Owner>>();

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

/** @param name as `regclass` shows it: quoted and qualified where it must be */
function ownerOf(context: CompareContext, name: string): Owner | undefined {
  let owners = known.get(context);
  if (!owners) {
    const rows = allRows(context.migrationContext.connection!.execute(text(OWNERS)));
    owners = new Map(rows.map(([shown, sequence, column]) => [shown, { sequence, column }]));
    known.set(context, owners);
  }
  return owners.get(name);
}
