/** Expressions over other tables: columns replaced wherever they stand. Answers to: sqlalchemy/sql/util.py (ClauseAdapter). */

import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { columnsOf } from '../../../../sqlalchemy/expression/select/columns.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';

/** What stands in the place of a column; undefined: it stays. */
export type Replace = (column: Element) => Element | undefined;

const LEAVES: ReadonlySet<string> = new Set([
  'table',
  'table-clause',
  'alias',
  'subquery',
  'cte',
  'entity',
  'join',
  'values',
]);

/** The same expression with columns replaced; what holds none of them stays the same object. */
export function adapted(element: Element, replace: Replace): Element {
  const other = replace(element);
  if (other) return other;
  if (element.kind === 'column' || element.kind === 'column-clause' || LEAVES.has(element.kind))
    return element;
  return inside(element, replace) as Element;
}

function inside(node: object, replace: Replace): object {
  let changed = false;
  const entries = Object.entries(node).map(([name, value]) => {
    const made = part(value, replace);
    if (made !== value) changed = true;
    return [name, made] as const;
  });
  return changed ? Object.fromEntries(entries) : node;
}

function part(value: unknown, replace: Replace): unknown {
  if (Array.isArray(value)) {
    const made = value.map((one) => part(one, replace));
    return made.some((one, at) => one !== value[at]) ? made : value;
  }
  const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
  return typeof kind === 'string' ? adapted(value as Element, replace) : value;
}

/** Columns of a table as an alias or subquery of it has them. */
export function throughAlias(alias: FromClause): Replace {
  const columns = new Map<Element, Element>();
  for (const column of columnsOf(alias)) {
    if (column.kind === 'column-clause' && column.proxied && !columns.has(column.proxied))
      columns.set(column.proxied, column as Element);
  }
  return (column) => columns.get(column);
}
