/** Integer columns whose default only says SERIAL. Answers to: alembic/ddl/postgresql.py (autogen_column_reflect). */
import { text } from '../../sqlalchemy/expression/build.ts';
import { nameParts } from '../../sqlalchemy/postgresql/identifiers.ts';
import { BIGINT, SQL_INTEGER, type SqlType } from '../../sqlalchemy/types/index.ts';
import { allRows } from '../autogenerate/compare/first-row.ts';
import type { MigrationContext } from '../runtime/context.ts';

/** One question for all sequences, where Alembic asks for each: a database of a thousand tables has as many. */
const OWNERS =
  'select pg_table_is_visible(c.oid), n.nspname, c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_depend d on d.objid = c.oid and ' +
  "d.classid = 'pg_class'\\:\\:regclass and d.refclassid = 'pg_class'\\:\\:regclass join pg_attribute a " +
  "on a.attrelid = d.refobjid and a.attnum = d.refobjsubid where c.relkind = 'S'";

interface Owner {
  /** The sequence's bare name. */
  readonly sequence: unknown;
  readonly column: unknown;
}

/** A column as the catalog has it. */
interface FoundColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly default: string | null;
}

/**
 * Tells of each reflected column whether its default is that of a sequence which it owns, and says so in the log.
 * The sequences are asked for once.
 */
export function serialColumns(context: MigrationContext): (table: string, column: FoundColumn) => boolean {
  let owners: ReadonlyMap<string, Owner> | undefined;
  return (table, column) => {
    if (column.default === null || !(column.type.is(SQL_INTEGER) || column.type.is(BIGINT))) return false;
    const name = /nextval\('(.+?)'::regclass\)/.exec(column.default)?.[1];
    if (name === undefined) return false;
    owners ??= ownersOf(context);
    const owner = owners.get(keyOf(nameParts(name)));
    if (owner?.column !== column.name) return false;
    context.process.log(
      'alembic.ddl.postgresql',
      'INFO',
      `Detected sequence named '${owner.sequence}' as owned by integer column '${table}(${column.name})', assuming SERIAL and omitting`,
    );
    return true;
  };
}

const keyOf = (parts: readonly unknown[]): string => JSON.stringify(parts);

/** By their names with the schema, and without it where the search path leads to them. */
function ownersOf(context: MigrationContext): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const [visible, schema, sequence, column] of allRows(context.connection!.execute(text(OWNERS)))) {
    owners.set(keyOf([schema, sequence]), { sequence, column });
    if (visible === true) owners.set(keyOf([sequence]), { sequence, column });
  }
  return owners;
}
