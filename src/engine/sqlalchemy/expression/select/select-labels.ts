/**
 * Which columns of a SELECT get a label, and under what names an enclosing statement sees them.
 * Answers to: sqlalchemy/sql/selectable.py (_generate_columns_plus_names).
 */
import type { AnonymousName, ColumnClause, ColumnNode, Element } from '../elements.ts';
import type {
  Alias,
  CommonTableExpression,
  FromClause,
  LabelStyle,
  TableClause,
  TableNode,
} from './selectables.ts';

export interface NamedColumn {
  readonly element: Element;
  /** A label that the style demands, because the name is taken or by tablename. */
  readonly label: string | AnonymousName | undefined;
  /** The name for an enclosing statement; undefined for plain text. */
  readonly proxyName: string | AnonymousName | undefined;
}

/** @param columns what the SELECT lists, tables already replaced by their columns */
export function namedColumns(columns: readonly Element[], style: LabelStyle): readonly NamedColumn[] {
  const taken = new Map<string, Element>();
  const repeats = new Map<Element, number>();
  return columns.map((element) => {
    const name = plainName(element);
    if (element.kind === 'text') return { element, label: undefined, proxyName: undefined };
    if (name === undefined) return { element, label: undefined, proxyName: anonymousLabel(element) };
    if (style === 'none') return { element, label: undefined, proxyName: name };
    const chosen = style === 'tablename' ? tableLabel(element, name) : name;
    const wanted = typeof chosen === 'string' ? chosen : `${chosen.stem}_${chosen.suffix}`;
    const first = typeof chosen === 'string' ? taken.get(wanted) : undefined;
    if (first === undefined) {
      if (typeof chosen === 'string') taken.set(wanted, element);
      return { element, label: chosen === name ? undefined : chosen, proxyName: chosen };
    }
    if (first === element) {
      const label = repeated(element, wanted, repeats);
      return { element, label, proxyName: label };
    }
    const wraps = ['cast', 'try-cast', 'type-coerce'].includes(element.kind);
    const label: AnonymousName = { stem: wraps ? `${wanted}_` : wanted, owner: element };
    // A label that was given stays as it is.
    if (element.kind === 'label') return { element, label: undefined, proxyName: label };
    return { element, label, proxyName: label };
  });
}

/** `id__1`: the same column a second time. */
function repeated(element: Element, name: string, repeats: Map<Element, number>): AnonymousName {
  const count = (repeats.get(element) ?? 0) + 1;
  repeats.set(element, count);
  return { stem: `${name}_`, owner: repeatOwner(element, count) };
}

const repeatOwners = new WeakMap<object, object[]>();

function repeatOwner(element: object, count: number): object {
  const owners = repeatOwners.get(element) ?? [];
  repeatOwners.set(element, owners);
  owners[count] ??= {};
  return owners[count];
}

/** The name that an element has without numbering; casts have that of the column inside. */
export function plainName(element: Element): string | undefined {
  switch (element.kind) {
    case 'column':
      return element.name;
    case 'column-clause':
    case 'label':
      return typeof element.name === 'string' ? element.name : undefined;
    case 'cast':
    case 'try-cast':
    case 'type-coerce':
      return ['column', 'column-clause', 'label'].includes(element.element.kind)
        ? plainName(element.element)
        : undefined;
    default:
      return undefined;
  }
}

/** The numbered label of an element that has no name. */
export function anonymousLabel(element: Element): AnonymousName {
  switch (element.kind) {
    case 'column-clause':
    case 'label':
      return element.name as AnonymousName;
    case 'function':
      return { stem: element.name, owner: element };
    case 'custom':
      return { stem: element.name ?? 'anon', owner: element };
    case 'next-value':
      return { stem: 'next_value', owner: element };
    case 'cast':
    case 'type-coerce':
      return element.element.kind === 'column-clause' || element.element.kind === 'label'
        ? { stem: 'anon', owner: element }
        : { stem: 'anon', owner: element };
    default:
      return { stem: 'anon', owner: element };
  }
}

/** The number that the compiler gives to a table without a name. */
function anonymousTable(from: FromClause): AnonymousName | undefined {
  switch (from.kind) {
    case 'alias':
    case 'lateral':
    case 'tablesample':
      return from.name === undefined ? { stem: aliasStem(from.element), owner: from } : undefined;
    case 'subquery':
      return from.name === undefined ? { stem: 'anon', owner: from } : undefined;
    case 'cte':
      return from.name === undefined && !from.aliasOf && !from.restates
        ? { stem: 'anon', owner: from }
        : undefined;
    default:
      return undefined;
  }
}

/** What numbered aliases are called after: the name of the table or alias; a function's is its column's. */
export function aliasStem(element: (Alias | CommonTableExpression)['element']): string {
  const name = element.kind !== 'function' && 'name' in element ? element.name : undefined;
  return name === undefined ? 'anon' : String(name);
}

function tableLabel(element: Element, name: string): string | AnonymousName {
  if (element.kind === 'cast' || element.kind === 'try-cast' || element.kind === 'type-coerce')
    return tableLabel(element.element, name);
  if (element.kind !== 'column' && element.kind !== 'column-clause') return name;
  const table = (element as ColumnNode | ColumnClause).table as TableNode | TableClause | undefined;
  if (!table || (element.kind === 'column-clause' && element.literal)) return name;
  const anonymous = anonymousTable(table as FromClause);
  if (anonymous) return { ...anonymous, suffix: name };
  if (typeof table.name !== 'string') return name;
  const prefix = table.schema ? `${table.schema.replaceAll('.', '_')}_` : '';
  return `${prefix}${table.name}_${name}`;
}
