/** The columns of everything that can stand in FROM. Answers to: sqlalchemy/sql/selectable.py (FromClause.columns). */
import type {
  AnonymousName,
  ColumnClause,
  ColumnNode,
  Element,
  SelectLike,
  ValueElement,
} from '../elements.ts';
import { TYPES } from '../operators/type-rules.ts';
import { namedColumns } from './select-labels.ts';
import type { FromClause, SelectSource } from './selectables.ts';

export type AnyColumn = ColumnNode | ColumnClause;

const proxies = new WeakMap<object, readonly ColumnClause[]>();

/** The columns of a FROM element, always the same objects. */
export function columnsOf(from: FromClause | SelectLike): readonly AnyColumn[] {
  switch (from.kind) {
    case 'table':
      return [...from.columns];
    case 'table-clause':
    case 'values':
      return from.columns;
    case 'entity':
      return (from.columns as readonly AnyColumn[] | undefined) ?? columnsOf(from.table);
    case 'from-grouping':
      return columnsOf(from.element);
    case 'join':
      return [...columnsOf(from.left), ...columnsOf(from.right)];
    default:
      return proxied(from);
  }
}

function proxied(from: Exclude<FromClause | SelectLike, { kind: 'table' }>): readonly ColumnClause[] {
  const known = proxies.get(from);
  if (known) return known;
  const made = makeProxies(from);
  proxies.set(from, made);
  return made;
}

function makeProxies(from: FromClause | SelectLike): readonly ColumnClause[] {
  if (from.kind === 'cte' && from.restates) {
    return columnsOf(from.restates).map((column) => proxy(column.name, column.key, column, from));
  }
  if (from.kind === 'select' || from.kind === 'compound') {
    return selectColumns(from).map(({ name, element }) => proxy(name, keyOf(name), element, from as never));
  }
  if (from.kind === 'textual-select') {
    return from.columns.map((column) => proxy(column.name, column.key, column, from as never));
  }
  if (from.kind !== 'cte' && !('element' in from)) return [];
  if ('valued' in from && from.valued) {
    return from.valued.map((column) => proxy(column.name, column.key, column, from));
  }
  const inner = from.element as FromClause | SelectSource;
  if (inner.kind === 'select' || inner.kind === 'compound') {
    return selectColumns(inner).map(({ name, element }) =>
      proxy(name, keyOf(name, element), element, from as FromClause),
    );
  }
  if ((inner as { kind: string }).kind === 'function') return [];
  if ('returning' in inner) {
    const returning = (inner as { returning: readonly Element[] }).returning;
    return expand(returning).map((element) =>
      proxy(nameOfColumn(element), keyOf(nameOfColumn(element)), element, from as FromClause),
    );
  }
  return columnsOf(inner as FromClause).map((column) =>
    proxy(column.name, column.key, column, from as FromClause),
  );
}

/** Tables among the elements, replaced by their columns. */
export function expand(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) =>
    isFrom(element) ? (columnsOf(element) as readonly Element[]) : [element],
  );
}

const nameOfColumn = (element: Element): string | AnonymousName =>
  'name' in element && element.name !== undefined && element.kind !== 'function'
    ? (element.name as string | AnonymousName)
    : { stem: 'anon', owner: element };

function selectColumns(source: SelectLike): readonly { name: string | AnonymousName; element: Element }[] {
  if (source.kind === 'compound') return selectColumns(source.selects[0] as SelectLike);
  if (source.kind === 'textual-select')
    return source.columns.map((column) => ({ name: column.name, element: column }));
  if (source.kind !== 'select') {
    return columnsOf(source as FromClause).map((column) => ({ name: column.name, element: column }));
  }
  return namedColumns(expand(source.entities), source.labelStyle)
    .filter((one) => one.proxyName !== undefined)
    .map((one) => ({ name: one.proxyName!, element: one.element }));
}

function keyOf(name: string | AnonymousName, element?: Element): string {
  if (element && (element.kind === 'column' || element.kind === 'column-clause') && element.name === name)
    return element.key;
  return typeof name === 'string' ? name : (name.suffix ?? name.stem);
}

function proxy(name: string | AnonymousName, key: string, element: Element, table: FromClause): ColumnClause {
  return {
    kind: 'column-clause',
    name,
    key,
    quote: 'quote' in element ? ((element.quote as boolean | null) ?? null) : null,
    type: (element as ValueElement).type ?? TYPES.null,
    table,
    literal: false,
    proxied: element,
  };
}

const FROM_KINDS = new Set([
  'table',
  'table-clause',
  'alias',
  'subquery',
  'lateral',
  'tablesample',
  'cte',
  'join',
  'values',
  'entity',
  'from-grouping',
]);

/** Whether a value can stand in FROM. */
export const isFrom = (value: unknown): value is FromClause =>
  typeof value === 'object' && value !== null && FROM_KINDS.has((value as { kind: string }).kind);

/** Whether a value is a SELECT of any form. */
export const isSelect = (value: unknown): value is SelectLike =>
  typeof value === 'object' &&
  value !== null &&
  ['select', 'compound', 'textual-select'].includes((value as { kind: string }).kind);

/** A column by its key. */
export const columnNamed = (from: FromClause | SelectLike, key: string): AnyColumn | undefined =>
  columnsOf(from).find((column) => column.key === key);

/** The columns that a mapped class stands for; undefined for anything else. */
export function entityColumns(clause: Element | undefined): readonly Element[] | undefined {
  return clause?.kind === 'entity' ? clause.columns : undefined;
}
