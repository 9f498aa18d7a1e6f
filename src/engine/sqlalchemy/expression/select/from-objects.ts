/** Which tables an expression speaks of. Answers to: `_from_objects` in sqlalchemy/sql. */
import type { Element } from '../elements.ts';
import type { FromClause } from './selectables.ts';

/** The FROM elements of these expressions, in order, each once. Subqueries speak for themselves. */
export function fromsOf(elements: Iterable<Element | FromClause>): readonly FromClause[] {
  const found = new Set<FromClause>();
  for (const element of elements) collect(element, found);
  return [...found];
}

function collect(element: Element | undefined, found: Set<FromClause>): void {
  if (element === undefined) return;
  switch (element.kind) {
    case 'column':
    case 'column-clause':
      if (element.table) found.add(element.table as FromClause);
      return;
    case 'table':
    case 'table-clause':
    case 'alias':
    case 'subquery':
    case 'lateral':
    case 'tablesample':
    case 'cte':
    case 'join':
    case 'values':
    case 'from-grouping':
      found.add(element);
      return;
    case 'entity':
      found.add(element.table);
      return;
    case 'table-valued-column':
      found.add(element.alias);
      return;
    default:
      for (const part of partsOf(element)) collect(part, found);
  }
}

/** The expressions that one is made of, in order. */
export function partsOf(element: Element): readonly (Element | undefined)[] {
  switch (element.kind) {
    case 'binary':
      return [element.left, element.right];
    case 'clause-list':
    case 'tuple':
      return element.clauses;
    case 'unary':
    case 'grouping':
    case 'label':
    case 'cast':
    case 'try-cast':
    case 'type-coerce':
    case 'extract':
    case 'collection':
      return [element.element];
    case 'function':
      return element.args;
    case 'filter':
      return [element.function, element.criterion];
    case 'over':
      return [element.element, ...element.partitionBy, ...element.orderBy];
    case 'within-group':
      return [element.function, ...element.orderBy];
    case 'case':
      return [element.value, ...element.whens.flat(), element.otherwise];
    case 'array':
      return element.items;
    case 'slice':
      return [element.start, element.stop, element.step];
    case 'aggregate-order-by':
      return [element.target, ...element.orderBy];
    default:
      return [];
  }
}

/** The tables inside joins, which a FROM list does not repeat. */
export function hiddenBy(from: FromClause): readonly FromClause[] {
  if (from.kind === 'from-grouping') return hiddenBy(from.element as FromClause);
  if (from.kind !== 'join') return [];
  return [from.left, from.right, ...hiddenBy(from.left), ...hiddenBy(from.right)];
}
