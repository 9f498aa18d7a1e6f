/** Indexes of a schema's tables. Answers to: dialects/postgresql/base.py (get_multi_indexes). */
import type { ReflectedIndex } from './reflected.ts';
import { type CatalogSource, json, relationInSchema } from './source.ts';

interface Element {
  readonly text: string;
  readonly expression: boolean;
  /** null where the operator class is the type's default. */
  readonly operators: string | null;
}

/** One key column's flags in pg_index.indoption. */
const DESCENDING = 1;
const NULLS_FIRST = 2;

/** By the oid of their table, in order of their names. */
export function loadIndexes(
  source: CatalogSource,
  schema: string | null,
): ReadonlyMap<string, readonly ReflectedIndex[]> {
  const rows = source.rows(
    `select c.oid, ic.relname, i.indisunique, i.indnkeyatts, i.indoption::text, ic.reloptions is not null,
     coalesce(to_json(ic.reloptions), '[]'), am.amname, pg_get_expr(i.indpred, i.indrelid), i.indnullsnotdistinct,
     exists (select from pg_catalog.pg_constraint o where o.conrelid = c.oid and o.conindid = ic.oid
     and o.contype in ('p', 'u', 'x')), (select json_agg(json_build_object('text', coalesce(a.attname,
     pg_get_indexdef(ic.oid, k.n::int, true)), 'expression', k.num = 0, 'operators', case when not oc.opcdefault
     then oc.opcname end) order by k.n) from unnest(i.indkey) with ordinality k(num, n)
     left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.num and k.num <> 0
     left join unnest(i.indclass) with ordinality oi(oid, n) on oi.n = k.n
     left join pg_catalog.pg_opclass oc on oc.oid = oi.oid)
     from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
     join pg_catalog.pg_class c on c.oid = i.indrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_am am on am.oid = ic.relam where not i.indisprimary and ${relationInSchema(schema)}
     order by c.oid, ic.relname`,
  );
  const byTable = new Map<string, ReflectedIndex[]>();
  for (const row of rows) {
    const indexes = byTable.get(row[0]!) ?? [];
    byTable.set(row[0]!, indexes);
    indexes.push(indexOf(row));
  }
  return byTable;
}

function indexOf(row: readonly (string | null)[]): ReflectedIndex {
  const [, name, unique, keys, flags, , parameters, method, predicate, nullsNotDistinct, ofConstraint, cell] =
    row;
  const all = json<Element[]>(cell) ?? [];
  const elements = all.slice(0, Number(keys));
  const included = all.slice(Number(keys)).map(({ text }) => text);
  const expressions = elements.some(({ expression }) => expression);
  const sorting = sortingOf(elements, (flags ?? '').split(' ').map(Number));
  const operators = elements
    .filter((one) => one.operators !== null)
    .map((one) => [one.text, one.operators] as const);
  const storage = json<string[]>(parameters)!.map((one) => [
    one.slice(0, one.indexOf('=')),
    one.slice(one.indexOf('=') + 1),
  ]);
  return {
    name: name!,
    unique: unique === 't',
    column_names: elements.map(({ text, expression }) => (expression ? null : text)),
    ...(expressions && { expressions: elements.map(({ text }) => text) }),
    ...(sorting.length > 0 && { column_sorting: Object.fromEntries(sorting) }),
    ...(ofConstraint === 't' && { duplicates_constraint: name! }),
    include_columns: included,
    dialect_options: {
      ...(operators.length > 0 && { postgresql_ops: Object.fromEntries(operators) }),
      ...(storage.length > 0 && { postgresql_with: Object.fromEntries(storage) }),
      ...(method !== 'btree' && { postgresql_using: method }),
      ...(predicate !== null && { postgresql_where: predicate }),
      postgresql_include: included,
      ...(nullsNotDistinct === 't' && { postgresql_nulls_not_distinct: true }),
    },
  };
}

/** What differs from ascending with nulls last. */
function sortingOf(
  elements: readonly Element[],
  flags: readonly number[],
): (readonly [string, readonly string[]])[] {
  return elements.flatMap(({ text }, at) => {
    const flag = flags[at] ?? 0;
    const order: string[] = [];
    if (flag & DESCENDING) {
      order.push('desc');
      if (!(flag & NULLS_FIRST)) order.push('nulls_last');
    } else if (flag & NULLS_FIRST) order.push('nulls_first');
    return order.length > 0 ? [[text, order] as const] : [];
  });
}
