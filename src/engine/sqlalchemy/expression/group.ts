/** Parentheses. Answers to: `self_group` in sqlalchemy/sql/elements.py, selectable.py. */
import type { Element, ValueElement } from './elements.ts';
import { type Against, bindsLooser, type OperatorName } from './operators/operators.ts';
import { affinity, TYPES } from './operators/type-rules.ts';

const grouping = (element: Element): Element => ({ kind: 'grouping', element, type: typeOf(element) });

/** The type of an element, NullType where it has none. */
export const typeOf = (element: Element): ValueElement['type'] =>
  (element as ValueElement).type ?? TYPES.null;

/** The element as an operand, in parentheses where it binds looser than what stands around it. */
export function group(element: Element, against: Against): Element {
  switch (element.kind) {
    case 'binary':
      return bindsLooser(element.operator, element.custom?.precedence, against) ? grouping(element) : element;
    case 'unary':
      return element.operator && bindsLooser(element.operator, undefined, against)
        ? grouping(element)
        : element;
    case 'clause-list':
      return element.group && element.clauses.length > 0 && bindsLooser(element.operator, undefined, against)
        ? grouping(element)
        : element;
    case 'exists':
      return bindsLooser(element.negated ? 'inv' : 'exists', undefined, against)
        ? grouping(element)
        : element;
    case 'filter':
    case 'within-group':
      return bindsLooser('filter', undefined, against) ? grouping(element) : element;
    case 'collection':
      return bindsLooser('any', undefined, against) ? grouping(element) : element;
    case 'label':
    case 'type-coerce': {
      const inner = group(element.element, against);
      return inner === element.element ? element : { ...element, element: inner };
    }
    case 'array':
      return indexes(against.operator, true) ? grouping(element) : element;
    case 'function':
      return against.operator === 'getitem' && affinity(element.type) === 'array'
        ? grouping(element)
        : element;
    case 'text':
      return against.operator === 'in' ? grouping(element) : element;
    case 'select':
    case 'compound':
      return grouping(element);
    default:
      return element;
  }
}

const indexes = (operator: OperatorName, quantified: boolean) =>
  operator === 'getitem' || (quantified && (operator === 'any' || operator === 'all'));
