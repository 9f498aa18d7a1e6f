/** Columns of a schema's relations. Answers to: dialects/postgresql/base.py (get_multi_columns). */
import { typeAffinity } from '../../types/implementation.ts';
import { INTEGER } from '../../types/number.ts';
import type { SqlType } from '../../types/type.ts';
import { DOMAIN } from '../types.ts';
import type { ReflectedColumn, ReflectedIdentity } from './reflected.ts';
import { type CatalogSource, json, relationInSchema } from './source.ts';
import { type NamedTypes, reflectType } from './type-names.ts';

/** Columns by the oid of their relation, in order. */
export type ColumnRows = ReadonlyMap<string, readonly ColumnRow[]>;

interface ColumnRow {
  readonly name: string;
  readonly formatted: string;
  readonly notNull: boolean;
  readonly fallback: string | null;
  readonly generated: string;
  readonly identity: string;
  readonly sequence: Omit<ReflectedIdentity, 'always'> | null;
  readonly collation: string | null;
  readonly comment: string | null;
}

export function loadColumnRows(source: CatalogSource, schema: string | null): ColumnRows {
  const rows = source.rows(
    `select c.oid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
     a.attgenerated, a.attidentity, case when a.attidentity <> '' then (select json_build_object('start', s.seqstart,
     'increment', s.seqincrement, 'minvalue', s.seqmin, 'maxvalue', s.seqmax::text, 'cycle', s.seqcycle, 'cache', s.seqcache)
     from pg_catalog.pg_depend p join pg_catalog.pg_sequence s on s.seqrelid = p.objid where p.refobjid = c.oid
     and p.refobjsubid = a.attnum and p.deptype = 'i' and p.classid = 'pg_catalog.pg_class'::regclass limit 1) end,
     co.collname, ds.description from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_catalog.pg_type t on t.oid = a.atttypid
     left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     left join pg_catalog.pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
     left join pg_catalog.pg_description ds on ds.objoid = c.oid and ds.objsubid = a.attnum
     and ds.classoid = 'pg_catalog.pg_class'::regclass
     where c.relkind in ('r', 'p', 'f', 'v', 'm') and ${relationInSchema(schema)} order by c.oid, a.attnum`,
  );
  const byTable = new Map<string, ColumnRow[]>();
  for (const [
    oid,
    name,
    formatted,
    notNull,
    fallback,
    generated,
    identity,
    sequence,
    collation,
    comment,
  ] of rows) {
    const columns = byTable.get(oid!) ?? [];
    byTable.set(oid!, columns);
    columns.push({
      name: name!,
      formatted: formatted!,
      notNull: notNull === 't',
      fallback: fallback ?? null,
      generated: generated ?? '',
      identity: identity ?? '',
      sequence: sequenceOf(sequence),
      collation: collation ?? null,
      comment: comment ?? null,
    });
  }
  return byTable;
}

function sequenceOf(cell: string | null | undefined): ColumnRow['sequence'] {
  const found = json<Omit<ReflectedIdentity, 'always'> & { maxvalue: string }>(cell);
  if (!found) return null;
  const maximum = BigInt(found.maxvalue);
  return { ...found, maxvalue: maximum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(maximum) : maximum };
}

/** The dict of one column. */
export function reflectColumn(
  row: ColumnRow,
  schema: string | null,
  named: NamedTypes,
  warn: (message: string) => void,
): ReflectedColumn {
  const question = { formatted: row.formatted, collation: row.collation, where: `column '${row.name}'` };
  const type = reflectType(question, named, warn);
  const computed =
    row.generated === '' ? undefined : { sqltext: row.fallback ?? '', persisted: row.generated === 's' };
  const given = computed || row.identity !== '' ? null : row.fallback;
  const { fallback, counts } = withSchema(given, type, schema);
  const domain = type.is(DOMAIN) ? type.options : undefined;
  return {
    name: row.name,
    type,
    nullable: !row.notNull && domain?.not_null !== true,
    default: fallback ?? ((domain?.default ?? null) as string | null),
    autoincrement: counts || row.identity !== '',
    comment: row.comment,
    ...(row.identity !== '' &&
      row.sequence && { identity: { always: row.identity === 'a', ...row.sequence } }),
    ...(computed && { computed }),
  };
}

/** `nextval('x')` means counting; the sequence is named with its schema where one was asked for. */
function withSchema(
  fallback: string | null,
  type: SqlType,
  schema: string | null,
): { readonly fallback: string | null; readonly counts: boolean } {
  const match = fallback === null ? null : /(nextval\(')([^']+)('.*$)/.exec(fallback);
  if (!match) return { fallback, counts: false };
  const counts = typeAffinity(type) === INTEGER;
  const [, before, sequence, after] = match as unknown as readonly [string, string, string, string];
  if (sequence.includes('.') || schema === null) return { fallback, counts };
  return { fallback: `${before}"${schema}".${sequence}${after}`, counts };
}
