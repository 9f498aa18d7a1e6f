/** Conditions in Python, over an instance in memory. Answers to: sqlalchemy/orm/evaluator.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';

/** What cannot be told without the database. */
export const UNKNOWN: unique symbol = Symbol('unknown');

type Answer = Value | typeof UNKNOWN;

/** Whether a condition holds for an instance. */
export function matches(call: Interpreter, condition: Element, instance: PyObject): boolean | typeof UNKNOWN {
  const answer = heldValue(call, condition, instance);
  return answer === UNKNOWN ? UNKNOWN : answer === true;
}

const METHODS: Readonly<Record<string, string>> = {
  eq: '__eq__',
  ne: '__ne__',
  lt: '__lt__',
  le: '__le__',
  gt: '__gt__',
  ge: '__ge__',
};

function heldValue(call: Interpreter, element: Element, instance: PyObject): Answer {
  switch (element.kind) {
    case 'column': {
      const property = inheritedMapper(instance.cls)?.propertyOf(element as unknown as Column);
      if (!property || stateOf(instance).expired.has(property.key)) return UNKNOWN;
      return instance.attrs?.get(property.key) ?? UNKNOWN;
    }
    case 'bind':
      return element.value === undefined ? UNKNOWN : (element.value as Value);
    case 'null':
      return null;
    case 'true':
    case 'false':
      return element.kind === 'true';
    case 'grouping':
      return heldValue(call, element.element, instance);
    case 'clause-list':
      return allOf(call, element.operator, element.clauses, instance);
    case 'binary': {
      const [left, right] = [
        heldValue(call, element.left, instance),
        heldValue(call, element.right, instance),
      ];
      if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
      if (element.operator === 'is') return left === right;
      if (element.operator === 'is-not') return left !== right;
      const method = METHODS[element.operator];
      if (method === undefined) return UNKNOWN;
      if (left === null || right === null) return false;
      return call.truth(call.callMethod(left as Value, method, right as Value));
    }
    default:
      return UNKNOWN;
  }
}

function allOf(call: Interpreter, operator: string, clauses: readonly Element[], instance: PyObject): Answer {
  const answers = clauses.map((one) => heldValue(call, one, instance));
  const decisive = operator === 'or';
  if (answers.some((one) => one === decisive)) return decisive;
  return answers.some((one) => one === UNKNOWN) ? UNKNOWN : !decisive;
}
