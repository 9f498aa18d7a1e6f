/** Keys, checks and foreign keys of a schema's tables. Answers to: dialects/postgresql/base.py (get_multi_pk_constraint and its kin). */
import type {
  ReflectedCheck,
  ReflectedForeignKey,
  ReflectedForeignKeyOptions,
  ReflectedPrimaryKey,
  ReflectedUnique,
} from './reflected.ts';
import { type CatalogSource, json, relationInSchema } from './source.ts';

/** One constraint as the catalog has it. */
export interface ConstraintRow {
  readonly table: string;
  readonly name: string;
  readonly type: 'p' | 'u' | 'c' | 'f';
  readonly columns: readonly string[];
  readonly included: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly definition: string | null;
  readonly comment: string | null;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly reference: Reference | null;
}

interface Reference {
  readonly schema: string;
  readonly table: string;
  readonly visible: boolean;
  readonly columns: readonly string[];
  readonly update: string;
  readonly delete: string;
  readonly match: string;
  readonly deleted: readonly string[] | null;
}

const names = (relation: string, numbers: string) =>
  `(select json_agg(a.attname order by k.n) from unnest(${numbers}) with ordinality k(num, n)
   join pg_catalog.pg_attribute a on a.attrelid = ${relation} and a.attnum = k.num)`;

export function loadConstraints(
  source: CatalogSource,
  schema: string | null,
): ReadonlyMap<string, readonly ConstraintRow[]> {
  const rows = source.rows(
    `select c.oid, o.conname, o.contype, ${names('o.conrelid', 'o.conkey')},
     case when o.contype in ('p', 'u') then ${names('o.conrelid', 'i.indkey[i.indnkeyatts : i.indnatts - 1]')} end,
     i.indnullsnotdistinct, case when o.contype = 'c' then pg_get_constraintdef(o.oid, true) end, ds.description,
     o.condeferrable, o.condeferred, case when o.contype = 'f' then json_build_object('schema', rn.nspname,
     'table', rc.relname, 'visible', pg_table_is_visible(rc.oid), 'columns', ${names('o.confrelid', 'o.confkey')},
     'update', o.confupdtype, 'delete', o.confdeltype, 'match', o.confmatchtype,
     'deleted', ${names('o.conrelid', 'o.confdelsetcols')}) end
     from pg_catalog.pg_constraint o join pg_catalog.pg_class c on c.oid = o.conrelid
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_index i on i.indexrelid = o.conindid and o.contype in ('p', 'u')
     left join pg_catalog.pg_class rc on rc.oid = o.confrelid left join pg_catalog.pg_namespace rn on rn.oid = rc.relnamespace
     left join pg_catalog.pg_description ds on ds.objoid = o.oid and ds.classoid = 'pg_catalog.pg_constraint'::regclass
     where o.contype in ('p', 'u', 'c', 'f') and ${relationInSchema(schema)} order by c.oid, o.conname`,
  );
  const byTable = new Map<string, ConstraintRow[]>();
  for (const [
    oid,
    name,
    type,
    columns,
    included,
    distinct,
    definition,
    comment,
    deferrable,
    deferred,
    reference,
  ] of rows) {
    const constraints = byTable.get(oid!) ?? [];
    byTable.set(oid!, constraints);
    constraints.push({
      table: oid!,
      name: name!,
      type: type as ConstraintRow['type'],
      columns: json<string[]>(columns) ?? [],
      included: json<string[]>(included) ?? [],
      nullsNotDistinct: distinct === 't',
      definition: definition ?? null,
      comment: comment ?? null,
      deferrable: deferrable === 't',
      deferred: deferred === 't',
      reference: json<Reference>(reference),
    });
  }
  return byTable;
}

export function primaryKeyOf(rows: readonly ConstraintRow[]): ReflectedPrimaryKey {
  const row = rows.find(({ type }) => type === 'p');
  if (!row) return { constrained_columns: [], name: null };
  return {
    constrained_columns: row.columns,
    name: row.name,
    comment: row.comment,
    dialect_options: { postgresql_include: row.included },
  };
}

export const uniquesOf = (rows: readonly ConstraintRow[]): ReflectedUnique[] =>
  rows
    .filter(({ type }) => type === 'u')
    .map((row) => ({
      column_names: row.columns,
      name: row.name,
      comment: row.comment,
      dialect_options: {
        postgresql_include: row.included,
        postgresql_nulls_not_distinct: row.nullsNotDistinct,
      },
    }));

export function checksOf(rows: readonly ConstraintRow[], warn: (message: string) => void): ReflectedCheck[] {
  return rows.filter(({ type }) => type === 'c').map((row) => checkOf(row, warn));
}

function checkOf(
  { name, definition, comment }: ConstraintRow,
  warn: (message: string) => void,
): ReflectedCheck {
  const match = /^CHECK *\((.+)\)( NO INHERIT)?( NOT VALID)?$/s.exec(definition ?? '');
  if (!match) {
    warn(`Could not parse CHECK constraint text: '${definition}'`);
    return { name, sqltext: '', comment };
  }
  const sqltext = match[1]!.replace(/^[\s\n]*\((.+)\)[\s\n]*$/s, '$1');
  const options = { ...(match[3] && { not_valid: true }), ...(match[2] && { no_inherit: true }) };
  return { name, sqltext, comment, ...(Object.keys(options).length > 0 && { dialect_options: options }) };
}

const ACTIONS: Readonly<Record<string, string | undefined>> = {
  c: 'CASCADE',
  r: 'RESTRICT',
  n: 'SET NULL',
  d: 'SET DEFAULT',
};

/** @param schema what was asked for: a key into the same schema names it only then */
export function foreignKeysOf(rows: readonly ConstraintRow[], schema: string | null): ReflectedForeignKey[] {
  return rows
    .filter(({ type, reference }) => type === 'f' && reference !== null)
    .map((row) => {
      const reference = row.reference!;
      const sameSchema = schema !== null && schema === reference.schema;
      return {
        name: row.name,
        constrained_columns: row.columns,
        referred_schema: !reference.visible || sameSchema ? reference.schema : null,
        referred_table: reference.table,
        referred_columns: reference.columns,
        options: optionsOf(row, reference),
        comment: row.comment,
      };
    });
}

function optionsOf(row: ConstraintRow, reference: Reference): ReflectedForeignKeyOptions {
  const onupdate = ACTIONS[reference.update];
  const deleted = reference.deleted ? ` (${reference.deleted.join(', ')})` : '';
  const ondelete = ACTIONS[reference.delete];
  return {
    ...(onupdate && { onupdate }),
    ...(ondelete && { ondelete: ondelete + deleted }),
    ...(row.deferred && { initially: 'DEFERRED' }),
    ...(row.deferrable && { deferrable: true }),
    ...(reference.match === 'f' && { match: 'FULL' }),
    ...(reference.match === 'p' && { match: 'PARTIAL' }),
  };
}
