/** Keys, checks and foreign keys of tables. Answers to: dialects/postgresql/base.py (get_multi_pk_constraint and its kin). */
import type { ColumnFacts } from './load-columns.ts';
import type { IndexFacts } from './load-indexes.ts';
import { withoutOuterParens } from './outer-parens.ts';
import type {
  ReflectedCheck,
  ReflectedForeignKey,
  ReflectedForeignKeyOptions,
  ReflectedPrimaryKey,
  ReflectedUnique,
} from './reflected.ts';
import { among, type CatalogSource, grouped, select } from './source.ts';

/** One row of pg_constraint. */
type ConstraintRow = readonly [
  table: number,
  name: string,
  type: string,
  columns: readonly number[] | null,
  referred: number,
  referredColumns: readonly number[] | null,
  actions: string,
  deferrable: boolean,
  deferred: boolean,
  deleted: readonly number[] | null,
  index: number,
  definition: string | null,
  comment: string | null,
];

/** One constraint as the catalog has it. */
export interface ConstraintFacts {
  readonly table: number;
  readonly name: string;
  readonly type: 'p' | 'u' | 'c' | 'f' | 'x';
  readonly columns: readonly number[];
  readonly referred: number;
  readonly referredColumns: readonly number[];
  /** Codes of ON UPDATE, ON DELETE and MATCH. */
  readonly actions: string;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly deleted: readonly number[] | null;
  /** The index behind it. */
  readonly index: number;
  readonly definition: string | null;
  readonly comment: string | null;
}

/** Constraints of these tables, by the table's oid, in order of their names. */
export function loadConstraints(
  source: CatalogSource,
  oids: readonly number[],
): ReadonlyMap<number, readonly ConstraintFacts[]> {
  const rows = select<ConstraintRow>(
    source,
    'o.conrelid::int8, o.conname, o.contype, o.conkey, o.confrelid::int8, o.confkey, ' +
      'o.confupdtype::text || o.confdeltype::text || o.confmatchtype::text, o.condeferrable, o.condeferred, ' +
      "o.confdelsetcols, o.conindid::int8, case when o.contype = 'c' then pg_get_constraintdef(o.oid, true) end, " +
      'd.description',
    `from pg_catalog.pg_constraint o left join pg_catalog.pg_description d on d.objoid = o.oid
     and d.classoid = 'pg_catalog.pg_constraint'::regclass
     where ${among('o.conrelid', oids)} and o.contype in ('p', 'u', 'c', 'f', 'x')`,
    'o.conname',
  );
  const facts = rows.map(
    ([
      table,
      name,
      type,
      columns,
      referred,
      referredColumns,
      actions,
      deferrable,
      deferred,
      deleted,
      index,
      definition,
      comment,
    ]) => ({
      table,
      name,
      type: type as ConstraintFacts['type'],
      columns: columns ?? [],
      referred,
      referredColumns: referredColumns ?? [],
      actions,
      deferrable,
      deferred,
      deleted,
      index,
      definition,
      comment,
    }),
  );
  return grouped(facts, ({ table }) => table);
}

/** A table that foreign keys refer to. */
export interface ReferredTable {
  readonly name: string;
  readonly schema: string;
  readonly visible: boolean;
  readonly columns: ReadonlyMap<number, string>;
}

/** The tables that foreign keys refer to, by their oid. */
export function loadReferred(
  source: CatalogSource,
  oids: ReadonlySet<number>,
): ReadonlyMap<number, ReferredTable> {
  if (oids.size === 0) return new Map();
  const rows = select<readonly [number, string, string, boolean, readonly (readonly [number, string])[]]>(
    source,
    'c.oid::int8, c.relname, n.nspname, pg_table_is_visible(c.oid), (select json_agg(json_build_array(a.attnum, a.attname)) ' +
      'from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0)',
    `from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${among('c.oid', oids)}`,
  );
  return new Map(
    rows.map(([oid, name, schema, visible, columns]) => [
      oid,
      { name, schema, visible, columns: new Map(columns) },
    ]),
  );
}

const namesOf = (numbers: readonly number[], columns: ReadonlyMap<number, string>): string[] =>
  numbers.map((number) => columns.get(number) ?? '');

/** What the constraints of one table are read with. */
export interface TableParts {
  readonly constraints: readonly ConstraintFacts[];
  readonly columns: readonly ColumnFacts[];
  readonly indexes: ReadonlyMap<number, IndexFacts>;
}

const columnNames = ({ columns }: TableParts): ReadonlyMap<number, string> =>
  new Map(columns.map(({ number, name }) => [number, name]));

/** The primary key of a table; one without columns where there is none. */
export function primaryKeyOf(parts: TableParts): ReflectedPrimaryKey {
  const row = parts.constraints.find(({ type }) => type === 'p');
  if (!row) return { constrained_columns: [], name: null };
  return {
    constrained_columns: namesOf(row.columns, columnNames(parts)),
    name: row.name,
    comment: row.comment,
    dialect_options: { postgresql_include: parts.indexes.get(row.index)?.included ?? [] },
  };
}

/** The unique constraints of a table. */
export function uniquesOf(parts: TableParts): ReflectedUnique[] {
  return parts.constraints
    .filter(({ type }) => type === 'u')
    .map((row) => {
      const index = parts.indexes.get(row.index);
      return {
        column_names: namesOf(row.columns, columnNames(parts)),
        name: row.name,
        comment: row.comment,
        dialect_options: {
          postgresql_include: index?.included ?? [],
          postgresql_nulls_not_distinct: index?.nullsNotDistinct ?? false,
        },
      };
    });
}

/** The CHECK constraints of a table. @param warn told of a text that cannot be read */
export const checksOf = ({ constraints }: TableParts, warn: (message: string) => void): ReflectedCheck[] =>
  constraints.filter(({ type }) => type === 'c').map((row) => checkOf(row, warn));

function checkOf(
  { name, definition, comment }: ConstraintFacts,
  warn: (message: string) => void,
): ReflectedCheck {
  const match = /^CHECK *\((.+)\)( NO INHERIT)?( NOT VALID)?$/s.exec(definition ?? '');
  if (!match) {
    warn(`Could not parse CHECK constraint text: '${definition}'`);
    return { name, sqltext: '', comment };
  }
  const sqltext = withoutOuterParens(match[1]!);
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
export function foreignKeysOf(
  parts: TableParts,
  referred: ReadonlyMap<number, ReferredTable>,
  schema: string | null,
): ReflectedForeignKey[] {
  const columns = columnNames(parts);
  return parts.constraints
    .filter(({ type }) => type === 'f')
    .map((row) => {
      const target = referred.get(row.referred)!;
      const sameSchema = schema !== null && schema === target.schema;
      return {
        name: row.name,
        constrained_columns: namesOf(row.columns, columns),
        referred_schema: !target.visible || sameSchema ? target.schema : null,
        referred_table: target.name,
        referred_columns: namesOf(row.referredColumns, target.columns),
        options: optionsOf(row, columns),
        comment: row.comment,
      };
    });
}

function optionsOf(row: ConstraintFacts, columns: ReadonlyMap<number, string>): ReflectedForeignKeyOptions {
  const [update = '', remove = '', match = ''] = row.actions;
  const onupdate = ACTIONS[update];
  const ondelete = ACTIONS[remove];
  const deleted = row.deleted ? ` (${namesOf(row.deleted, columns).join(', ')})` : '';
  return {
    ...(onupdate && { onupdate }),
    ...(ondelete && { ondelete: ondelete + deleted }),
    ...(row.deferred && { initially: 'DEFERRED' }),
    ...(row.deferrable && { deferrable: true }),
    ...(match === 'f' && { match: 'FULL' }),
    ...(match === 'p' && { match: 'PARTIAL' }),
  };
}
