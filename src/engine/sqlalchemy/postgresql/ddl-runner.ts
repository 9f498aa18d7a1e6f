/** What creating and dropping schema objects needs of a connection, and the questions it asks first. */
import type { DdlElement } from './ddl/ddl-element.ts';
import { type SchemaMap, translated } from './identifiers.ts';

/** Sends DDL. A connection of the engine room stands behind it, or a printer in offline mode. */
export interface DdlRunner {
  execute(ddl: DdlElement): void;
  /** Runs a catalog query with psycopg2's `%(name)s` parameters; its rows. */
  query(sql: string, parameters: ReadonlyMap<string, unknown>): readonly (readonly unknown[])[];
  warn(category: string, message: string): void;
  /** Named types that this run has already created or dropped. */
  readonly memo: Set<string>;
  /** `schema_translate_map` of the connection. */
  readonly schemaMap?: SchemaMap | undefined;
}

/** The schema that a connection puts in the place of an object's. */
export const placed = (runner: DdlRunner, schema: string | null): string | null =>
  translated(schema, runner.schemaMap);

/** The part that asks. */
type Questions = Pick<DdlRunner, 'query'>;

const RELATION = `SELECT pg_catalog.pg_class.relname \nFROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_catalog.pg_namespace.oid = pg_catalog.pg_class.relnamespace \nWHERE `;
const KINDS =
  'pg_catalog.pg_class.relkind = ANY (ARRAY[%(param_1)s, %(param_2)s, %(param_3)s, %(param_4)s, %(param_5)s])';

/** The condition for a schema, or for what the search path shows. */
function place(catalog: 'pg_class' | 'pg_type', schema: string | null): readonly [string, string] {
  if (schema !== null) return [' AND pg_catalog.pg_namespace.nspname = %(nspname_1)s', schema];
  const visible = catalog === 'pg_class' ? 'pg_table_is_visible' : 'pg_type_is_visible';
  return [
    ` AND pg_catalog.${visible}(pg_catalog.${catalog}.oid) AND pg_catalog.pg_namespace.nspname != %(nspname_1)s`,
    'pg_catalog',
  ];
}

/** Whether a table, view or the like is there; without a schema, on the search path. @param name a text, or what somebody gave for one */
export function hasTable(runner: Questions, name: unknown, schema: string | null): boolean {
  const [where, value] = place('pg_class', schema);
  const parameters = new Map<string, unknown>([['table_name', name]]);
  [...'rpfvm'].forEach((kind, at) => {
    parameters.set(`param_${at + 1}`, kind);
  });
  parameters.set('nspname_1', value);
  const sql = `${RELATION}pg_catalog.pg_class.relname = %(table_name)s AND ${KINDS}${where}`;
  return runner.query(sql, parameters).length > 0;
}

/** Whether a table is there, in the schema that the connection puts in the place of its own. */
export const isPlaced = (
  runner: DdlRunner,
  { name, schema }: { readonly name: string; readonly schema: string | null },
): boolean => hasTable(runner, name, placed(runner, schema));

/** Whether a sequence is there. */
export function hasSequence(runner: Questions, name: string, schema: string | null): boolean {
  const [where, value] = place('pg_class', schema);
  const parameters = new Map<string, unknown>([
    ['relkind_1', 'S'],
    ['relname_1', name],
    ['nspname_1', value],
  ]);
  const sql = `${RELATION}pg_catalog.pg_class.relkind = %(relkind_1)s AND pg_catalog.pg_class.relname = %(relname_1)s${where}`;
  return runner.query(sql, parameters).length > 0;
}

/** Whether a type is there. */
export function hasType(runner: Questions, name: string, schema: string | null): boolean {
  const [where, value] = place('pg_type', schema);
  const parameters = new Map<string, unknown>([
    ['typname_1', name],
    ['nspname_1', value],
  ]);
  const sql =
    'SELECT pg_catalog.pg_type.typname \nFROM pg_catalog.pg_type JOIN pg_catalog.pg_namespace ON ' +
    'pg_catalog.pg_namespace.oid = pg_catalog.pg_type.typnamespace \n' +
    `WHERE pg_catalog.pg_type.typname = %(typname_1)s${where}`;
  return runner.query(sql, parameters).length > 0;
}

/** Whether a schema is there. */
export function hasSchema(runner: Questions, name: string): boolean {
  const sql =
    'SELECT pg_catalog.pg_namespace.nspname \nFROM pg_catalog.pg_namespace \nWHERE pg_catalog.pg_namespace.nspname = %(nspname_1)s';
  return runner.query(sql, new Map([['nspname_1', name]])).length > 0;
}
