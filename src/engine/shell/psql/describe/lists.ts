/** The lists of `\dt \di \dv \ds \dm \dn \dT \du \df \dx \l`: each a query and a title. Answers to: psql's describe.c. */
import { matching, type Pattern } from './pattern.ts';

/** One list: its query and its words. */
export interface Listing {
  readonly title: string;
  readonly sql: string;
  /** What psql says instead of an empty table. */
  readonly none?: string;
  readonly noFooter?: true;
}

const NO_SYSTEM =
  "n.nspname <> 'pg_catalog' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_toast'";
const KINDS: Readonly<Record<string, readonly string[]>> = {
  t: ['r', 'p'],
  i: ['i', 'I'],
  v: ['v'],
  s: ['S'],
  m: ['m'],
  E: ['f'],
};
const WORDS: Readonly<Record<string, string>> = {
  t: 'tables',
  i: 'indexes',
  v: 'views',
  s: 'sequences',
  m: 'materialized views',
  E: 'foreign tables',
};

/**
 * `\d` without a name, `\dt` and its kin.
 * @param letters which kinds: some of t i v s m E.
 */
export function relations(
  letters: string,
  pattern: Pattern,
  named: string,
  plus: boolean,
  system: boolean,
): Listing {
  const kinds = [...letters].flatMap((letter) => KINDS[letter] ?? []);
  const word = letters.length === 1 ? WORDS[letters]! : 'relations';
  const indexes = letters.includes('i');
  const hidden = system || pattern.name !== undefined ? 'true' : NO_SYSTEM;
  const columns = [
    'n.nspname as "Schema"',
    'c.relname as "Name"',
    `case c.relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index'
      when 'S' then 'sequence' when 'f' then 'foreign table' when 'p' then 'partitioned table' when 'I' then 'partitioned index' end as "Type"`,
    'pg_get_userbyid(c.relowner) as "Owner"',
    ...(indexes ? ['(select relname from pg_class where oid = i.indrelid) as "Table"'] : []),
    ...(plus ? plusColumns(letters) : []),
  ];
  return {
    title: `List of ${word}`,
    none: `Did not find any ${word}${named ? ` named "${named}"` : ''}.`,
    sql: `select ${columns.join(', ')} from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_am am on am.oid = c.relam ${indexes ? 'left join pg_index i on i.indexrelid = c.oid' : ''}
      where c.relkind in (${kinds.map((kind) => `'${kind}'`).join()}) and ${hidden}
      and ${matching(pattern, 'n.nspname', 'c.relname', 'pg_table_is_visible(c.oid)')} order by 1, 2`,
  };
}

function plusColumns(letters: string): string[] {
  const method = /[tmi]/.test(letters) ? ['am.amname as "Access method"'] : [];
  return [
    `case c.relpersistence when 'p' then 'permanent' when 't' then 'temporary' when 'u' then 'unlogged' end as "Persistence"`,
    ...method,
    'pg_size_pretty(pg_table_size(c.oid)) as "Size"',
    `obj_description(c.oid, 'pg_class') as "Description"`,
  ];
}

/** `\\dn` */
export const schemas = (pattern: Pattern, plus: boolean, system: boolean): Listing => ({
  title: 'List of schemas',
  sql: `select n.nspname as "Name", pg_get_userbyid(n.nspowner) as "Owner"
    ${plus ? `, case when array_length(n.nspacl, 1) = 0 then '(none)' else array_to_string(n.nspacl, E'\\n') end as "Access privileges", obj_description(n.oid, 'pg_namespace') as "Description"` : ''}
    from pg_namespace n where ${system || pattern.name ? 'true' : "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"}
    and ${matching({ ...pattern, schema: undefined }, '', 'n.nspname', 'true')} order by 1`,
});

/** `\\dT` */
export const types = (pattern: Pattern, plus: boolean, system: boolean): Listing => ({
  title: 'List of data types',
  sql: `select n.nspname as "Schema", format_type(t.oid, null) as "Name"
    ${
      plus
        ? `, t.typname as "Internal name", case when t.typrelid <> 0 then 'tuple' when t.typlen < 0 then 'var' else t.typlen::text end as "Size",
      (select string_agg(e.enumlabel, E'\\n' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as "Elements",
      pg_get_userbyid(t.typowner) as "Owner", array_to_string(t.typacl, E'\\n') as "Access privileges"`
        : ''
    }, obj_description(t.oid, 'pg_type') as "Description"
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where (t.typrelid = 0 or (select relkind = 'c' from pg_class where oid = t.typrelid))
    and not exists (select from pg_type el where el.oid = t.typelem and el.typarray = t.oid)
    and ${system || pattern.name ? 'true' : NO_SYSTEM} and ${matching(pattern, 'n.nspname', 't.typname', 'pg_type_is_visible(t.oid)')} order by 1, 2`,
});

const ATTRIBUTES = [
  ['rolsuper', 'Superuser'],
  ['not rolinherit', 'No inheritance'],
  ['rolcreaterole', 'Create role'],
  ['rolcreatedb', 'Create DB'],
  ['not rolcanlogin', 'Cannot login'],
  ['rolreplication', 'Replication'],
  ['rolbypassrls', 'Bypass RLS'],
] as const;

/** `\\du` */
export const roles = (pattern: Pattern): Listing => ({
  title: 'List of roles',
  noFooter: true,
  sql: `select rolname as "Role name", concat_ws(', ', ${ATTRIBUTES.map(([test, text]) => `case when ${test} then '${text}' end`).join()}) as "Attributes"
    from pg_roles where rolname !~ '^pg_' and ${matching({ ...pattern, schema: undefined }, '', 'rolname', 'true')} order by 1`,
});

/** `\\df` */
export const functions = (pattern: Pattern, system: boolean): Listing => ({
  title: 'List of functions',
  sql: `select n.nspname as "Schema", p.proname as "Name", pg_get_function_result(p.oid) as "Result data type",
    pg_get_function_arguments(p.oid) as "Argument data types",
    case p.prokind when 'a' then 'agg' when 'w' then 'window' when 'p' then 'proc' else 'func' end as "Type"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${system || pattern.name ? 'true' : NO_SYSTEM} and ${matching(pattern, 'n.nspname', 'p.proname', 'pg_function_is_visible(p.oid)')} order by 1, 2, 4`,
});

/** `\\dx` */
export const extensions = (pattern: Pattern): Listing => ({
  title: 'List of installed extensions',
  sql: `select e.extname as "Name", e.extversion as "Version", a.default_version as "Default version", n.nspname as "Schema",
    obj_description(e.oid, 'pg_extension') as "Description"
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace left join pg_available_extensions a on a.name = e.extname
    where ${matching({ ...pattern, schema: undefined }, '', 'e.extname', 'true')} order by 1`,
});

/** @param own what the server's one database is called here. */
export const databases = (own: string): Listing => ({
  title: 'List of databases',
  sql: `select case d.datname when 'postgres' then '${own.replaceAll("'", "''")}' else d.datname end as "Name", pg_get_userbyid(d.datdba) as "Owner",
    pg_encoding_to_char(d.encoding) as "Encoding",
    case d.datlocprovider when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' end as "Locale Provider",
    d.datcollate as "Collate", d.datctype as "Ctype", d.datlocale as "Locale", d.daticurules as "ICU Rules",
    case when array_length(d.datacl, 1) = 0 then '(none)' else array_to_string(d.datacl, E'\\n') end as "Access privileges"
    from pg_database d order by 1`,
});
