/** What is in the database, in a few catalog queries. */
import type { Connection, QueryResult } from '../engine/machine.ts';
import type {
  ColumnSnapshot,
  ConstraintSnapshot,
  DatabaseSnapshot,
  IndexSnapshot,
  TableSnapshot,
} from '../engine/snapshot.ts';

/** Rows of a table that a snapshot carries: it goes to the page with every step. */
const MOST_ROWS = 1000;
/** Of all tables together; those that come when so many are there give their first rows only. */
const MOST_IN_ALL = 5000;
const FIRST_ROWS = 100;

const OWN = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`;

/** One query, one JSON value: what PostgreSQL's catalog says of everything that a migration can change. */
const CATALOG = `
select json_build_object(
  'schemas', (select coalesce(json_agg(nspname order by nspname), '[]') from pg_namespace n where ${OWN}),
  'tables', (select coalesce(json_agg(json_build_object(
      'oid', c.oid::bigint, 'schema', n.nspname, 'name', c.relname, 'comment', obj_description(c.oid, 'pg_class'),
      'columns', (select coalesce(json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
          'default', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity, 'generated', a.attgenerated,
          'comment', col_description(c.oid, a.attnum), 'number', a.attnum) order by a.attnum), '[]')
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
      'constraints', (select coalesce(json_agg(json_build_object(
          'name', k.conname, 'kind', case k.contype when 'p' then 'primary-key' when 'f' then 'foreign-key'
            when 'u' then 'unique' when 'x' then 'exclude' else 'check' end,
          'definition', pg_get_constraintdef(k.oid),
          'columns', (select coalesce(json_agg(a.attname order by p.ord), '[]') from unnest(k.conkey) with ordinality p(num, ord)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.num),
          'references', case when k.contype = 'f' then (select json_build_object('schema', fn.nspname, 'table', f.relname,
            'columns', (select json_agg(a.attname order by p.ord) from unnest(k.confkey) with ordinality p(num, ord)
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.num))
            from pg_class f join pg_namespace fn on fn.oid = f.relnamespace where f.oid = k.confrelid) end)
          order by k.conname), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f', 'u', 'c', 'x')),
      'indexes', (select coalesce(json_agg(json_build_object(
          'name', ic.relname, 'unique', i.indisunique, 'definition', pg_get_indexdef(i.indexrelid)) order by ic.relname), '[]')
        from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid))
      order by n.nspname, c.relname), '[]')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OWN}),
  'views', (select coalesce(json_agg(n.nspname || '.' || c.relname order by 1), '[]')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${OWN}),
  'sequences', (select coalesce(json_agg(n.nspname || '.' || c.relname order by 1), '[]')
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${OWN}),
  'enums', (select coalesce(json_agg(json_build_object('name', n.nspname || '.' || t.typname, 'labels',
      (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
      order by n.nspname, t.typname), '[]')
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${OWN})
)`;

interface Catalog {
  readonly schemas: readonly string[];
  readonly tables: readonly CatalogTable[];
  readonly views: readonly string[];
  readonly sequences: readonly string[];
  readonly enums: DatabaseSnapshot['enums'];
}

interface CatalogTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly Omit<ColumnSnapshot, 'filled'>[];
  readonly constraints: readonly (Omit<ConstraintSnapshot, 'references'> & {
    readonly references: ConstraintSnapshot['references'] | null;
  })[];
  readonly indexes: readonly IndexSnapshot[];
}

/**
 * @param connection idle; nothing else works on the server meanwhile.
 * @param running whether the learner's server runs: the snapshot carries it, the catalog is read all the same.
 * @param mostRows of each table.
 */
export function databaseSnapshot(
  connection: Connection,
  running: boolean,
  mostRows = MOST_ROWS,
): DatabaseSnapshot {
  const text = connection.execute(CATALOG)[0]!.rows[0]![0]!;
  const { schemas, tables, views, sequences, enums } = JSON.parse(text) as Catalog;
  return { running, schemas, tables: contents(connection, tables, mostRows), views, sequences, enums };
}

/** So many tables are read in one go: each takes several of the server's locks, which are few. */
const BATCH = 50;

/** The tables with their rows: counted first, then read as far as there is room. */
function contents(
  connection: Connection,
  tables: readonly CatalogTable[],
  mostRows: number,
): TableSnapshot[] {
  const found: TableSnapshot[] = [];
  let room = MOST_IN_ALL;
  for (let at = 0; at < tables.length; at += BATCH) {
    const batch = tables.slice(at, at + BATCH);
    const counted = connection.execute(batch.map(countsOf).join(';'));
    const limits = counted.map(({ rows }) => {
      const count = Number(rows[0]![0]);
      const limit = Math.min(count, mostRows) <= room ? mostRows : Math.min(FIRST_ROWS, mostRows);
      room -= Math.min(count, limit);
      return limit;
    });
    const read = connection.execute(batch.map((table, i) => rowsOf(table, limits[i]!)).join(';'));
    found.push(...batch.map((table, i) => withRows(table, counted[i]!, read[i]!)));
  }
  return found;
}

function withRows(table: CatalogTable, counted: QueryResult, { rows }: QueryResult): TableSnapshot {
  const counts = counted.rows[0]!.map(Number);
  return {
    ...table,
    columns: table.columns.map((column, c) => ({ ...column, filled: counts[c + 1]! })),
    constraints: table.constraints.map(({ references, ...constraint }) =>
      references ? { ...constraint, references } : constraint,
    ),
    rowCount: counts[0]!,
    rows,
  };
}

const nameOf = (table: CatalogTable) => `${quoted(table.schema)}.${quoted(table.name)}`;

function countsOf(table: CatalogTable): string {
  const counts = table.columns.map((column) => `count(${quoted(column.name)})`);
  return `select ${['count(*)', ...counts].join(', ')} from ${nameOf(table)}`;
}

function rowsOf(table: CatalogTable, most: number): string {
  const key = table.constraints.find((one) => one.kind === 'primary-key')?.columns ?? [];
  const order = key.length > 0 ? `order by ${key.map(quoted).join(', ')}` : '';
  const columns = table.columns.map((column) => `${quoted(column.name)}::text`);
  return `select ${columns.join(', ')} from (select * from ${nameOf(table)} ${order} limit ${most}) rows`;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
