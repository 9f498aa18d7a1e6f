/** Where the inspector reads catalogs. */

/** Cells as PostgreSQL's text. */
export type CatalogRow = readonly (string | null)[];

export interface CatalogSource {
  /** Runs one query without parameters. */
  rows(sql: string): readonly CatalogRow[];
  warn(category: string, message: string): void;
}

/** A string literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The condition that a relation `c` in namespace `n` is in the schema, or visible where none is named. */
export function inSchema(schema: string | null, visible: string): string {
  return schema === null ? `${visible} and n.nspname <> 'pg_catalog'` : `n.nspname = ${literal(schema)}`;
}

export const relationInSchema = (schema: string | null): string =>
  inSchema(schema, 'pg_table_is_visible(c.oid)');

/** A cell that holds JSON. */
export const json = <T>(cell: string | null | undefined): T | null =>
  cell === null || cell === undefined ? null : (JSON.parse(cell) as T);
