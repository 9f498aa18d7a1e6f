/** Which columns join two tables: foreign keys between them. Answers to: sqlalchemy/sql/util.py (join_condition). */
import type { BinaryExpression, Element, Grouping } from '../../../../sqlalchemy/expression/elements.ts';
import { partsOf } from '../../../../sqlalchemy/expression/select/from-objects.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { isMarkedForeign } from './foreign-marks.ts';

/** The foreign keys of `from` that point to `to`, as pairs (referencing column, referenced column), by constraint. */
export function foreignKeyGroups(from: Table, to: Table): (readonly [Column, Column])[][] {
  const groups = new Map<unknown, (readonly [Column, Column])[]>();
  for (const key of from.foreignKeys) {
    const referenced = key.resolved();
    if (referenced?.table !== to || !key.parent) continue;
    const group = groups.get(key.constraint) ?? [];
    group.push([key.parent, referenced]);
    groups.set(key.constraint, group);
  }
  return [...groups.values()];
}

const WITHOUT_COLUMNS = new Set(['bind', 'null', 'true', 'false']);

/** Whether one of two columns refers to the other. */
const refers = (one: Column, other: Column): boolean =>
  [...one.foreignKeys].some((key) => key.resolved() === other) ||
  [...other.foreignKeys].some((key) => key.resolved() === one);

/** Whether a condition is one comparison of two columns by another operator than `=`. */
export const comparesUnequally = (element: Element): boolean =>
  element.kind === 'binary' &&
  element.operator !== 'eq' &&
  element.left.kind === 'column' &&
  element.right.kind === 'column';

/** Whether a condition may speak of a foreign key: of a column and what it refers to, of what `foreign()` marked, or of what cannot be looked into. */
export function hasForeignColumns(element: Element): boolean {
  if (isMarkedForeign(element)) return true;
  if (element.kind === 'binary' && element.left.kind === 'column' && element.right.kind === 'column') {
    if (refers(element.left as unknown as Column, element.right as unknown as Column)) return true;
  }
  if (element.kind === 'column') return false;
  if (WITHOUT_COLUMNS.has(element.kind)) return false;
  const parts = partsOf(element).filter((part) => part !== undefined);
  return parts.length === 0 || parts.some(hasForeignColumns);
}

type Pair = readonly [Column, Column];

/** The pairs of columns that a condition holds equal. */
export function comparedPairs(condition: unknown): readonly Pair[] {
  const element = condition as Partial<Element> & { readonly clauses?: readonly unknown[] };
  if (element?.kind === 'grouping') return comparedPairs((element as Grouping).element);
  if (element?.kind === 'clause-list') return (element.clauses ?? []).flatMap(comparedPairs);
  if (element?.kind !== 'binary') return [];
  const { operator, left, right } = element as BinaryExpression;
  if (operator !== 'eq' || left.kind !== 'column' || right.kind !== 'column') return [];
  return [[left as unknown as Column, right as unknown as Column]];
}

/** Whether a condition says more than that pairs of columns are equal. */
export function saysMore(condition: unknown): boolean {
  const element = condition as Partial<Element> & { readonly clauses?: readonly unknown[] };
  if (element?.kind === 'grouping') return saysMore((element as Grouping).element);
  if (element?.kind === 'clause-list')
    return (element as { operator?: unknown }).operator !== 'and' || (element.clauses ?? []).some(saysMore);
  return comparedPairs(condition).length !== 1;
}

/** The groups of foreign keys that a condition compares. */
export const comparedGroups = (
  groups: readonly (readonly Pair[])[],
  condition: unknown,
): readonly (readonly Pair[])[] => {
  const compared = comparedPairs(condition);
  const has = ([a, b]: Pair): boolean =>
    compared.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return groups.filter((group) => group.every(has));
};
