/** Enums and domains of the database. Answers to: dialects/postgresql/base.py (_load_enums, _load_domains). */
import type { ReflectedDomain, ReflectedEnum } from './reflected.ts';
import { type CatalogSource, inSchema, json } from './source.ts';
import { type NamedTypes, namedTypeKey } from './type-names.ts';

/** @param schema null: visible ones; '*': those of all schemas */
const where = (schema: string | null): string =>
  schema === '*' ? 'true' : inSchema(schema, 'pg_type_is_visible(t.oid)');

export function loadEnums(source: CatalogSource, schema: string | null): ReflectedEnum[] {
  const rows = source.rows(
    `select t.typname, n.nspname, pg_type_is_visible(t.oid), coalesce((select json_agg(e.enumlabel order by e.enumsortorder)
     from pg_catalog.pg_enum e where e.enumtypid = t.oid), '[]') from pg_catalog.pg_type t
     join pg_catalog.pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and ${where(schema)}
     order by n.nspname, t.typname`,
  );
  return rows.map(([name, space, visible, labels]) => ({
    name: name!,
    schema: space!,
    visible: visible === 't',
    labels: json<string[]>(labels)!,
  }));
}

export function loadDomains(source: CatalogSource, schema: string | null): ReflectedDomain[] {
  const rows = source.rows(
    `select t.typname, n.nspname, pg_type_is_visible(t.oid), format_type(t.typbasetype, t.typtypmod), t.typnotnull,
     t.typdefault, co.collname, coalesce((select json_agg(json_build_object('name', k.conname, 'check',
     pg_get_constraintdef(k.oid, true)) order by k.conname) from pg_catalog.pg_constraint k
     where k.contypid = t.oid and k.contype = 'c'), '[]') from pg_catalog.pg_type t
     join pg_catalog.pg_namespace n on n.oid = t.typnamespace join pg_catalog.pg_type b on b.oid = t.typbasetype
     left join pg_catalog.pg_collation co on co.oid = t.typcollation and t.typcollation <> b.typcollation
     where t.typtype = 'd' and ${where(schema)} order by n.nspname, t.typname`,
  );
  return rows.map(([name, space, visible, type, notNull, fallback, collation, constraints]) => ({
    name: name!,
    schema: space!,
    visible: visible === 't',
    type: type!,
    nullable: notNull !== 't',
    default: fallback ?? null,
    constraints: json<{ name: string; check: string }[]>(constraints)!.map((one) => ({
      name: one.name,
      check: one.check.slice(7, -1),
    })),
    collation: collation ?? null,
  }));
}

/** All of the database's, for columns of any table. */
export function loadNamedTypes(source: CatalogSource): NamedTypes {
  return {
    enums: new Map(loadEnums(source, '*').map((one) => [namedTypeKey(one), one])),
    domains: new Map(loadDomains(source, '*').map((one) => [namedTypeKey(one), one])),
  };
}
