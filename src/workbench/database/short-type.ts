/** PostgreSQL's short form of a type; panels show the full one on focus. */
export function shortType(type: string): string {
  return type
    .replace('character varying', 'varchar')
    .replace('timestamp without time zone', 'timestamp')
    .replace('timestamp with time zone', 'timestamptz')
    .replace('double precision', 'float8');
}
