/** NOT, and the opposite of an operator. */
import { FALSE, literalOrElement, TRUE } from '../build.ts';
import { operandOf } from '../coerce.ts';
import type { Element } from '../elements.ts';
import { group, typeOf } from '../group.ts';
import { against } from './operators.ts';
import { affinity, TYPES } from './type-rules.ts';

/** `-x`, `~x` on bits. */
export function unary(operator: 'neg' | 'bitwise-not', element: Element): Element {
  return { kind: 'unary', operator, element: group(element, against(operator)), type: typeOf(element) };
}

/** `not_(x)`, `~x` */
export function negated(value: unknown): Element {
  const element = operandOf(value) ?? literalOrElement(value);
  switch (element.kind) {
    case 'true':
      return FALSE;
    case 'false':
      return TRUE;
    case 'exists':
      return { ...element, negated: !element.negated };
    case 'binary':
      if (element.negate) {
        const { negate, operator, right } = element;
        const bound = right.kind === 'bind' && right.expanding ? { ...right, expandOperator: negate } : right;
        return { ...element, operator: negate, negate: operator, right: bound };
      }
      return inverted(element);
    case 'unary':
      return element.operator === 'is-false' ? element.element : inverted(element);
    case 'grouping':
      return inverted(element);
    default:
      return inverted(element);
  }
}

function inverted(element: Element): Element {
  if (element.kind !== 'clause-list' && affinity(typeOf(element)) === 'boolean') {
    return {
      kind: 'unary',
      operator: 'is-false',
      element: group(element, against('inv')),
      type: TYPES.boolean,
    };
  }
  // What has no opposite stands in parentheses, however tightly it binds.
  const inner: Element =
    element.kind === 'binary'
      ? { kind: 'grouping', element, type: typeOf(element) }
      : group(element, against('inv'));
  return { kind: 'unary', operator: 'inv', element: inner, type: TYPES.null };
}
