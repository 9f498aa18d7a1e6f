/** Columns of relations. Answers to: dialects/postgresql/base.py (get_multi_columns). */
import { typeAffinity } from '../../types/implementation.ts';
import { INTEGER } from '../../types/number.ts';
import type { SqlType } from '../../types/type.ts';
import { DOMAIN } from '../types.ts';
import type { ReflectedColumn, ReflectedIdentity } from './reflected.ts';
import { among, type CatalogSource, grouped, select } from './source.ts';
import { type NamedTypes, reflectType } from './type-names.ts';

/** One row of pg_attribute. */
type AttributeRow = readonly [
  relation: number,
  number: number,
  name: string,
  type: number,
  modifier: number,
  notNull: boolean,
  hasDefault: boolean,
  generated: string,
  identity: string,
  collation: number,
];

/** A column as the catalogs have it. */
export interface ColumnFacts {
  readonly name: string;
  readonly number: number;
  readonly formatted: string;
  readonly notNull: boolean;
  readonly fallback: string | null;
  readonly generated: string;
  readonly identity: string;
  readonly sequence: Omit<ReflectedIdentity, 'always'> | null;
  readonly collation: string | null;
  readonly comment: string | null;
}

const place = (relation: number, column: number): string => `${relation}.${column}`;

/** Columns of these relations, by the relation's oid. */
export function loadColumns(
  source: CatalogSource,
  oids: readonly number[],
  comments: ReadonlyMap<string, string>,
): ReadonlyMap<number, readonly ColumnFacts[]> {
  const rows = select<AttributeRow>(
    source,
    'a.attrelid::int8, a.attnum, a.attname, a.atttypid::int8, a.atttypmod, a.attnotnull, a.atthasdef, a.attgenerated, ' +
      'a.attidentity, a.attcollation::int8',
    `from pg_catalog.pg_attribute a where ${among('a.attrelid', oids)} and a.attnum > 0 and not a.attisdropped`,
  );
  const types = loadTypes(source, rows);
  const defaults = loadDefaults(source, rows);
  const sequences = loadIdentities(source, rows);
  const facts = grouped(
    [...rows].sort((a, b) => a[1] - b[1]),
    ([relation]) => relation,
  );
  return new Map(
    [...facts].map(([relation, attributes]) => [
      relation,
      attributes.map(([, number, name, type, modifier, notNull, , generated, identity, collation]) => {
        const at = place(relation, number);
        const known = types.get(`${type}.${modifier}`)!;
        return {
          name,
          number,
          formatted: known.formatted,
          notNull,
          fallback: defaults.get(at) ?? null,
          generated,
          identity,
          sequence: sequences.get(at) ?? null,
          collation: collation !== known.collation ? (types.collations.get(collation) ?? null) : null,
          comment: comments.get(at) ?? null,
        };
      }),
    ]),
  );
}

interface FormattedType {
  readonly formatted: string;
  /** The type's own collation: a column that has another names it. */
  readonly collation: number;
}

type Types = ReadonlyMap<string, FormattedType> & { readonly collations: ReadonlyMap<number, string> };

/** How the server writes each type that occurs, and the names of collations that are not the type's own. */
function loadTypes(source: CatalogSource, rows: readonly AttributeRow[]): Types {
  const pairs = [...new Set(rows.map(([, , , type, modifier]) => `(${type},${modifier})`))];
  const types = new Map<string, FormattedType>();
  if (pairs.length === 0) return Object.assign(types, { collations: new Map<number, string>() });
  const found = select<readonly [number, number, string, number]>(
    source,
    'v.t, v.m, format_type(v.t::oid, v.m), (select t.typcollation::int8 from pg_catalog.pg_type t where t.oid = v.t::oid)',
    `from (values ${pairs.join(',')}) v(t, m)`,
  );
  for (const [type, modifier, formatted, collation] of found)
    types.set(`${type}.${modifier}`, { formatted, collation });
  const own = (row: AttributeRow) => types.get(`${row[3]}.${row[4]}`)!.collation;
  const strange = new Set(rows.filter((row) => row[9] !== own(row)).map((row) => row[9]));
  const names =
    strange.size === 0
      ? []
      : select<readonly [number, string]>(
          source,
          'co.oid::int8, co.collname',
          `from pg_catalog.pg_collation co where ${among('co.oid', strange)}`,
        );
  return Object.assign(types, { collations: new Map(names) });
}

function loadDefaults(source: CatalogSource, rows: readonly AttributeRow[]): ReadonlyMap<string, string> {
  const relations = new Set(rows.filter((row) => row[6]).map(([relation]) => relation));
  if (relations.size === 0) return new Map();
  const found = select<readonly [number, number, string]>(
    source,
    'd.adrelid::int8, d.adnum, pg_get_expr(d.adbin, d.adrelid)',
    `from pg_catalog.pg_attrdef d where ${among('d.adrelid', relations)}`,
  );
  return new Map(found.map(([relation, number, text]) => [place(relation, number), text]));
}

type IdentityRow = readonly [number, number, string, string, string, string, boolean, string];

function loadIdentities(
  source: CatalogSource,
  rows: readonly AttributeRow[],
): ReadonlyMap<string, Omit<ReflectedIdentity, 'always'>> {
  const relations = new Set(rows.filter((row) => row[8] !== '').map(([relation]) => relation));
  if (relations.size === 0) return new Map();
  const found = select<IdentityRow>(
    source,
    'p.refobjid::int8, p.refobjsubid, s.seqstart::text, s.seqincrement::text, s.seqmin::text, s.seqmax::text, s.seqcycle, ' +
      's.seqcache::text',
    `from pg_catalog.pg_depend p join pg_catalog.pg_sequence s on s.seqrelid = p.objid
     where p.deptype = 'i' and p.classid = 'pg_catalog.pg_class'::regclass and ${among('p.refobjid', relations)}`,
  );
  return new Map(
    found.map(([relation, number, start, increment, minimum, maximum, cycle, cache]) => [
      place(relation, number),
      {
        start: integer(start),
        increment: integer(increment),
        minvalue: integer(minimum),
        maxvalue: integer(maximum),
        cache: integer(cache),
        cycle,
      },
    ]),
  );
}

/** Python's int: a number while it is safe. */
const integer = (text: string): number | bigint => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
};

/** The dict of one column. */
export function reflectColumn(
  row: ColumnFacts,
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
