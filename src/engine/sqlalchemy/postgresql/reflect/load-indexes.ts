/** Indexes of tables. Answers to: dialects/postgresql/base.py (get_multi_indexes). */
import type { ColumnFacts } from './load-columns.ts';
import type { ConstraintFacts } from './load-constraints.ts';
import type { ReflectedIndex } from './reflected.ts';
import { among, type CatalogSource, select } from './source.ts';

/** One row of pg_index. */
type IndexRow = readonly [
  table: number,
  oid: number,
  name: string,
  unique: boolean,
  primary: boolean,
  keys: number,
  columns: readonly number[],
  flags: readonly number[],
  operators: readonly number[],
  storage: readonly string[] | null,
  method: string,
  predicate: string | null,
  nullsNotDistinct: boolean,
  expressions: readonly string[] | null,
];

/** An index as the catalog has it; its columns by name. */
export interface IndexFacts {
  readonly table: number;
  readonly oid: number;
  readonly name: string;
  readonly unique: boolean;
  readonly primary: boolean;
  readonly elements: readonly Element[];
  readonly included: readonly string[];
  readonly storage: readonly string[];
  readonly method: string;
  readonly predicate: string | null;
  readonly nullsNotDistinct: boolean;
}

interface Element {
  readonly text: string;
  readonly isExpression: boolean;
  readonly flags: number;
  /** null where the operator class is the type's default. */
  readonly operators: string | null;
}

/** One key column's flags in pg_index.indoption. */
const DESCENDING = 1;
const NULLS_FIRST = 2;

/** Indexes of these tables, in order of their names. */
export function loadIndexes(
  source: CatalogSource,
  oids: readonly number[],
  columns: ReadonlyMap<number, readonly ColumnFacts[]>,
): readonly IndexFacts[] {
  const rows = select<IndexRow>(
    source,
    'i.indrelid::int8, ic.oid::int8, ic.relname, i.indisunique, i.indisprimary, i.indnkeyatts, i.indkey::int2[], ' +
      'i.indoption::int2[], i.indclass::int8[], ic.reloptions, am.amname, pg_get_expr(i.indpred, i.indrelid), i.indnullsnotdistinct, ' +
      'case when i.indexprs is not null then (select array_agg(pg_get_indexdef(ic.oid, n, true) order by n) ' +
      'from generate_series(1, i.indnkeyatts::int) n) end',
    `from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
     join pg_catalog.pg_am am on am.oid = ic.relam where ${among('i.indrelid', oids)}`,
    'ic.relname',
  );
  const operators = loadOperators(source, rows);
  return rows.map((row) => factsOf(row, columns.get(row[0]) ?? [], operators));
}

/** Names of the operator classes that are not their type's default. */
function loadOperators(source: CatalogSource, rows: readonly IndexRow[]): ReadonlyMap<number, string> {
  const used = new Set(rows.flatMap((row) => row[8]));
  if (used.size === 0) return new Map();
  return new Map(
    select<readonly [number, string]>(
      source,
      'oc.oid::int8, oc.opcname',
      `from pg_catalog.pg_opclass oc where not oc.opcdefault and ${among('oc.oid', used)}`,
    ),
  );
}

function factsOf(
  row: IndexRow,
  columns: readonly ColumnFacts[],
  classes: ReadonlyMap<number, string>,
): IndexFacts {
  const [
    table,
    oid,
    name,
    unique,
    primary,
    keys,
    numbers,
    flags,
    operators,
    storage,
    method,
    predicate,
    distinct,
    texts,
  ] = row;
  const names = new Map(columns.map((column) => [column.number, column.name]));
  const nameAt = (number: number, at: number) => (number === 0 ? texts?.[at] : names.get(number)) ?? '';
  const elements = numbers.slice(0, keys).map((number, at) => ({
    text: nameAt(number, at),
    isExpression: number === 0,
    flags: flags[at] ?? 0,
    operators: classes.get(operators[at] ?? 0) ?? null,
  }));
  const included = numbers.slice(keys).map((number) => names.get(number) ?? '');
  return {
    ...{ table, oid, name, unique, primary, elements, included, method, predicate },
    storage: storage ?? [],
    nullsNotDistinct: distinct,
  };
}

/** The dicts of a table's indexes, without the primary key's. @param constraints those that an index may stand behind */
export function reflectIndexes(
  indexes: readonly IndexFacts[],
  constraints: readonly ConstraintFacts[],
): ReflectedIndex[] {
  const behind = new Set(
    constraints.filter(({ type }) => type !== 'f' && type !== 'c').map(({ index }) => index),
  );
  return indexes.filter(({ primary }) => !primary).map((index) => reflectIndex(index, behind.has(index.oid)));
}

function reflectIndex(index: IndexFacts, ofConstraint: boolean): ReflectedIndex {
  const { elements, included } = index;
  const sorting = elements.flatMap((element) => {
    const order = orderOf(element.flags);
    return order.length > 0 ? [[element.text, order] as const] : [];
  });
  const operators = elements
    .filter((one) => one.operators !== null)
    .map((one) => [one.text, one.operators] as const);
  const storage = index.storage.map(
    (one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const,
  );
  return {
    name: index.name,
    unique: index.unique,
    column_names: elements.map(({ text, isExpression }) => (isExpression ? null : text)),
    ...(elements.some(({ isExpression }) => isExpression) && {
      expressions: elements.map(({ text }) => text),
    }),
    ...(sorting.length > 0 && { column_sorting: Object.fromEntries(sorting) }),
    ...(ofConstraint && { duplicates_constraint: index.name }),
    include_columns: included,
    dialect_options: {
      ...(operators.length > 0 && { postgresql_ops: Object.fromEntries(operators) }),
      ...(storage.length > 0 && { postgresql_with: Object.fromEntries(storage) }),
      ...(index.method !== 'btree' && { postgresql_using: index.method }),
      ...(index.predicate !== null && { postgresql_where: index.predicate }),
      postgresql_include: included,
      ...(index.nullsNotDistinct && { postgresql_nulls_not_distinct: true }),
    },
  };
}

/** What differs from ascending with nulls last. */
function orderOf(flags: number): readonly string[] {
  if (!(flags & DESCENDING)) return flags & NULLS_FIRST ? ['nulls_first'] : [];
  return flags & NULLS_FIRST ? ['desc'] : ['desc', 'nulls_last'];
}
