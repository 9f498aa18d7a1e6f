/** Where the inspector reads catalogs, and how: each question is one row of JSON, which is read many times faster than rows. */

import type { SqlType } from '../../types/type.ts';

/** Cells as PostgreSQL's text. */
export type CatalogRow = readonly (string | null)[];

export interface CatalogSource {
  /** Runs one query without parameters. */
  rows(sql: string): readonly CatalogRow[];
  /** Runs one of SQLAlchemy's own questions, with `%(name)s` parameters. */
  query(sql: string, parameters: ReadonlyMap<string, unknown>): readonly (readonly unknown[])[];
  /** A type that a program added to those that reflection knows, with the arguments that the database gives it. */
  addedType?(name: string, args: readonly string[]): SqlType | undefined;
  /** The dialect's `default_schema_name`. */
  defaultSchema(): string | null;
  /** The schema in which a table is looked for when it is filled in: a `schema_translate_map` may put another in its place. */
  placed?(schema: string | null): string | null;
  warn(category: string, message: string): void;
}

/** A string literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The condition that a relation `c` in namespace `n` is in the schema, or visible where none is named. */
export function inSchema(schema: string | null, visible: string): string {
  return schema === null ? `${visible} and n.nspname <> 'pg_catalog'` : `n.nspname = ${literal(schema)}`;
}

/** The condition for relations of a schema, null for those on the search path. */
export const relationInSchema = (schema: string | null): string =>
  inSchema(schema, 'pg_table_is_visible(c.oid)');

/**
 * The rows of a query as arrays of JSON values.
 * @param columns what each row holds; numbers beyond 2^53 must be cast to text
 * @param rest FROM and what follows, without ORDER BY
 */
export function select<Row extends readonly unknown[]>(
  source: CatalogSource,
  columns: string,
  rest: string,
  order = '',
): readonly Row[] {
  const ordered = order ? ` order by ${order}` : '';
  const [row] = source.rows(`select json_agg(json_build_array(${columns})${ordered}) ${rest}`);
  const cell = row?.[0];
  return cell === null || cell === undefined ? [] : (JSON.parse(cell) as Row[]);
}

/** `column in (…)` for oids. */
export const among = (column: string, oids: Iterable<number>): string =>
  `${column} = any ('{${[...oids].join(',')}}'::oid[])`;

/** Items by their key, in order. */
export function grouped<T>(items: Iterable<T>, key: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
