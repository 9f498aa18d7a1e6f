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
    case 'binary':
      collect(element.left, found);
      collect(element.right, found);
      return;
    case 'clause-list':
    case 'tuple':
      for (const one of element.clauses) collect(one, found);
      return;
    case 'unary':
    case 'grouping':
    case 'label':
    case 'cast':
    case 'try-cast':
    case 'type-coerce':
    case 'extract':
    case 'collection':
      collect(element.element, found);
      return;
    case 'function':
      for (const one of element.args) collect(one, found);
      return;
    case 'filter':
      collect(element.function, found);
      collect(element.criterion, found);
      return;
    case 'over':
      for (const one of [element.element, ...element.partitionBy, ...element.orderBy]) collect(one, found);
      return;
    case 'within-group':
      for (const one of [element.function, ...element.orderBy]) collect(one, found);
      return;
    case 'case':
      collect(element.value, found);
      for (const [test, result] of element.whens) {
        collect(test, found);
        collect(result, found);
      }
      collect(element.otherwise, found);
      return;
    case 'array':
      for (const one of element.items) collect(one, found);
      return;
    case 'slice':
      for (const one of [element.start, element.stop, element.step]) collect(one, found);
      return;
    case 'aggregate-order-by':
      for (const one of [element.target, ...element.orderBy]) collect(one, found);
      return;
    default:
      return;
  }
}

/** The tables inside joins, which a FROM list does not repeat. */
export function hiddenBy(from: FromClause): readonly FromClause[] {
  if (from.kind === 'from-grouping') return hiddenBy(from.element as FromClause);
  if (from.kind !== 'join') return [];
  return [from.left, from.right, ...hiddenBy(from.left), ...hiddenBy(from.right)];
}
