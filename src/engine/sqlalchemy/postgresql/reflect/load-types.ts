/** Enums and domains of the database. Answers to: dialects/postgresql/base.py (_load_enums, _load_domains). */
import type { ReflectedDomain, ReflectedEnum } from './reflected.ts';
import { type CatalogSource, inSchema, select } from './source.ts';
import { type NamedTypes, namedTypeKey } from './type-names.ts';

/** @param schema null: visible ones; '*': those of all schemas */
const where = (schema: string | null): string =>
  schema === '*' ? 'true' : inSchema(schema, 'pg_type_is_visible(t.oid)');

/** The enums of a schema, '*' for all, null for those on the search path. */
export function loadEnums(source: CatalogSource, schema: string | null): ReflectedEnum[] {
  const rows = select<readonly [string, string, boolean, readonly string[] | null]>(
    source,
    't.typname, n.nspname, pg_type_is_visible(t.oid), (select array_agg(e.enumlabel order by e.enumsortorder) ' +
      'from pg_catalog.pg_enum e where e.enumtypid = t.oid)',
    `from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
     where t.typtype = 'e' and ${where(schema)}`,
    'n.nspname, t.typname',
  );
  return rows.map(([name, space, visible, labels]) => ({
    name,
    schema: space,
    visible,
    labels: labels ?? [],
  }));
}

type DomainRow = readonly [
  name: string,
  schema: string,
  visible: boolean,
  type: string,
  notNull: boolean,
  fallback: string | null,
  collation: string | null,
  constraints: readonly (readonly [name: string, definition: string])[] | null,
];

/** The domains of a schema, '*' for all, null for those on the search path. */
export function loadDomains(source: CatalogSource, schema: string | null): ReflectedDomain[] {
  const rows = select<DomainRow>(
    source,
    't.typname, n.nspname, pg_type_is_visible(t.oid), format_type(t.typbasetype, t.typtypmod), t.typnotnull, ' +
      't.typdefault, (select co.collname from pg_catalog.pg_collation co where co.oid = t.typcollation), (select json_agg(json_build_array(k.conname, ' +
      'pg_get_constraintdef(k.oid, true)) order by k.conname) from pg_catalog.pg_constraint k ' +
      "where k.contypid = t.oid and k.contype = 'c')",
    `from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
     where t.typtype = 'd' and ${where(schema)}`,
    'n.nspname, t.typname',
  );
  return rows.map(([name, space, visible, type, notNull, fallback, collation, constraints]) => ({
    name,
    schema: space,
    visible,
    // Lengths and precisions of a domain are not read.
    type: type.replace(/\(.*\)/, ''),
    nullable: !notNull,
    default: fallback,
    constraints: (constraints ?? []).map(([constraint, text]) => ({
      name: constraint,
      check: text.slice(7, -1),
    })),
    collation,
  }));
}

/** All of the database's, for columns of any table. */
export function loadNamedTypes(source: CatalogSource): NamedTypes {
  return {
    enums: new Map(loadEnums(source, '*').map((one) => [namedTypeKey(one), one])),
    domains: new Map(loadDomains(source, '*').map((one) => [namedTypeKey(one), one])),
    ...(source.addedType && { added: source.addedType }),
  };
}
