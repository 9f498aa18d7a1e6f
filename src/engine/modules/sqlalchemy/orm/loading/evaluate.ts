/** Conditions in Python, over an instance in memory. Answers to: sqlalchemy/orm/evaluator.py. */
import { list } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';

const repr = (symbol: string): string => `'${symbol}'`;

/** What cannot be told without the database. */
export const UNKNOWN: unique symbol = Symbol('unknown');

type Answer = Value | typeof UNKNOWN;

/** Operators whose answer is NULL where a side is. */
const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'truediv', 'mod', 'concat']);

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
  add: '__add__',
  sub: '__sub__',
  mul: '__mul__',
  truediv: '__truediv__',
  mod: '__mod__',
  concat: '__add__',
};

/** The value of an expression for an instance. */
export function heldValue(call: Interpreter, element: Element, instance: PyObject): Answer {
  switch (element.kind) {
    case 'column': {
      const property = inheritedMapper(instance.cls)?.propertyOf(element as unknown as Column);
      if (!property || stateOf(instance).expired.has(property.key)) return UNKNOWN;
      const held = instance.attrs?.get(property.key);
      return held === undefined ? UNKNOWN : held;
    }
    case 'bind':
      if (element.value === undefined) return UNKNOWN;
      return Array.isArray(element.value) ? list([...element.value]) : (element.value as Value);
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
      if (left === null || right === null) return ARITHMETIC.has(element.operator) ? null : false;
      return compared(call, element.operator, left as Value, right as Value);
    }
    default:
      return UNKNOWN;
  }
}

function compared(call: Interpreter, operator: string, left: Value, right: Value): Answer {
  const method = METHODS[operator];
  // `||` of JSON adds nothing that Python could.
  if (operator === 'concat' && call.getAttribute(left, '__add__') === undefined) return UNKNOWN;
  if (method !== undefined) return call.callMethod(left, method, right);
  switch (operator) {
    case 'in':
    case 'not-in':
      return call.truth(call.callMethod(right, '__contains__', left)) === (operator === 'in');
    case 'startswith':
    case 'endswith':
      return call.callMethod(left, operator, right);
    default:
      return UNKNOWN;
  }
}

const STRAIGHT: ReadonlySet<string> = new Set([
  ...Object.keys(METHODS),
  ...['is', 'is-not', 'in', 'not-in', 'startswith', 'endswith'],
]);

const LISTS: ReadonlySet<string> = new Set(['and', 'or', 'comma']);

/** Why a condition cannot be told in Python, whatever the instance; undefined where it can. */
export function unevaluable(element: Element): string | undefined {
  switch (element.kind) {
    case 'column':
    case 'bind':
    case 'null':
    case 'true':
    case 'false':
      return undefined;
    case 'grouping':
      return unevaluable(element.element);
    case 'clause-list':
      if (!LISTS.has(element.operator)) return 'Cannot evaluate ClauseList';
      return element.clauses.map(unevaluable).find((one) => one !== undefined);
    case 'binary':
      if (STRAIGHT.has(element.operator)) return unevaluable(element.left) ?? unevaluable(element.right);
      if (element.custom)
        return `Custom operator ${repr(element.custom.symbol)} can't be evaluated in Python unless it specifies a callable using \`.python_impl\`.`;
      return `Cannot evaluate BinaryExpression with operator <function ${element.operator.replaceAll('-', '_')}_op at 0x0>`;
    default:
      return `Cannot evaluate ${CLASS_NAMES[element.kind] ?? element.kind}`;
  }
}

const CLASS_NAMES: Readonly<Record<string, string>> = {
  function: 'Function',
  exists: 'Exists',
  case: 'Case',
  cast: 'Cast',
  text: 'TextClause',
  unary: 'UnaryExpression',
  select: 'Select',
};

function allOf(call: Interpreter, operator: string, clauses: readonly Element[], instance: PyObject): Answer {
  const answers = clauses.map((one) => heldValue(call, one, instance));
  const decisive = operator === 'or';
  if (answers.some((one) => one === decisive)) return decisive;
  return answers.some((one) => one === UNKNOWN) ? UNKNOWN : !decisive;
}
