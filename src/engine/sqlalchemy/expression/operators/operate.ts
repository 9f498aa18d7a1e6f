/**
 * Operators between expressions and anything: the right side becomes a parameter, None and booleans are told apart,
 * the result gets its type. Answers to: sqlalchemy/sql/default_comparator.py, the comparators of sqltypes.py and of
 * dialects/postgresql/{array,json,hstore,ranges}.py.
 */
import type { SqlType } from '../../types/type.ts';
import { bindparam, FALSE, list, NULL, TRUE, tuple } from '../build.ts';
import { argumentError, BESIDE, clauseOf, operandOf } from '../coerce.ts';
import type { BinaryExpression, BindParameter, CustomOperator, Element } from '../elements.ts';
import { group, typeOf } from '../group.ts';
import { host } from '../host.ts';
import { against, OPERATORS, type OperatorName } from './operators.ts';
import { adapted, isNullType, TYPES, typeBeside } from './type-rules.ts';

interface BinaryOptions {
  readonly negate?: OperatorName | undefined;
  readonly type?: SqlType;
  readonly modifiers?: Readonly<Record<string, unknown>>;
  readonly custom?: CustomOperator;
}

/** The node of an operation, its sides in parentheses where they need them. */
export function binary(
  left: Element,
  operator: OperatorName,
  right: Element,
  options: BinaryOptions,
): BinaryExpression {
  const around = against(operator, options.custom?.precedence);
  return {
    kind: 'binary',
    operator,
    ...(options.negate ? { negate: options.negate } : {}),
    left: group(left, around),
    right: group(right, around),
    type: options.type ?? TYPES.boolean,
    modifiers: options.modifiers ?? {},
    ...(options.custom ? { custom: options.custom } : {}),
  };
}

/** The stem of the name that a parameter beside this element gets. */
export function bindKey(element: Element): string {
  switch (element.kind) {
    case 'column':
    case 'column-clause':
      return element.key;
    case 'function':
      return element.name;
    default:
      return 'param';
  }
}

/** The other operand: an element, or a parameter typed by what stands beside it. */
export function beside(element: Element, operator: OperatorName, value: unknown, type?: SqlType): Element {
  const clause = operandOf(value, BESIDE);
  if (clause) return clause.kind === 'bind' ? typed(clause, element, operator) : clause;
  if (element.kind === 'tuple') {
    const items = host().items(value);
    if (items) return tuple(items, element.types);
  }
  const own = type ?? typeBeside(typeOf(element), operator, value);
  const key = bindKey(element);
  return bindparam(key === 'param' || key === '' ? null : key, value, { unique: true, type: own });
}

/** A parameter without a type gets the one that fits beside the element. */
export function typed(bind: BindParameter, element: Element, operator: OperatorName): Element {
  if (!isNullType(bind.type) || isNullType(typeOf(element))) return bind;
  return { ...bind, type: typeBeside(typeOf(element), operator, bind.value ?? null) };
}

const CONSTANTS_WITH = new Set<OperatorName>(['is-distinct-from', 'is-not-distinct-from', 'is', 'is-not']);

/** `==`, `<`, `is_()` and the like. */
export function compare(left: Element, operator: OperatorName, value: unknown): Element {
  const clause = clauseOf(value);
  const kind = value === null ? 'null' : value === true ? 'true' : value === false ? 'false' : clause?.kind;
  if (kind === 'null' || kind === 'true' || kind === 'false') {
    const constant = kind === 'null' ? NULL : kind === 'true' ? TRUE : FALSE;
    return compareConstant(left, operator, constant);
  }
  if (left.kind === 'collection') return compareQuantified(left, operator, value);
  return binary(left, operator, beside(left, operator, value), { negate: OPERATORS[operator].negate });
}

function compareConstant(left: Element, operator: OperatorName, constant: Element): Element {
  const negate = OPERATORS[operator].negate;
  if (operator === 'eq' || operator === 'ne') {
    if (constant.kind !== 'null') return binary(left, operator, constant, { negate });
    const is = operator === 'eq' ? 'is' : 'is-not';
    return binary(left, is, constant, { negate: OPERATORS[is].negate });
  }
  if (CONSTANTS_WITH.has(operator)) return binary(left, operator, constant, { negate });
  throw argumentError(
    "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False",
  );
}

const MIRRORED: Partial<Record<OperatorName, OperatorName>> = { lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' };

/** `any_(x) < 5`: the quantifier moves to the right. */
function compareQuantified(left: Element, operator: OperatorName, value: unknown): Element {
  const right =
    operandOf(value, BESIDE) ??
    bindparam(null, value, { unique: true, type: typeBeside(typeOf(left), operator, value) });
  return binary(right, MIRRORED[operator] ?? operator, left, { negate: OPERATORS[operator].negate });
}

/** `+`, `-`, `*`, bit operators, `||`. @param reversed the element stands on the right */
export function arithmetic(
  element: Element,
  operator: OperatorName,
  value: unknown,
  reversed = false,
): Element {
  const other = beside(element, operator, value);
  const [left, right] = reversed ? [other, element] : [element, other];
  const [actual, type] = adapted(operator, typeOf(left), typeOf(right));
  return binary(left, actual, right, { type });
}

/** `x.op('…')(y)`; a comparison gives a Boolean. */
export function customOperation(
  left: Element,
  custom: CustomOperator,
  value: unknown,
  reversed = false,
): Element {
  const other = beside(left, 'custom', value);
  const [first, second] = reversed ? [other, left] : [left, other];
  const type = custom.returnType ?? (custom.isComparison ? TYPES.boolean : typeOf(first));
  return binary(first, 'custom', second, { type, custom });
}

/** `x.between(a, b)` */
export function between(
  left: Element,
  low: unknown,
  high: unknown,
  symmetric: boolean,
  operator: OperatorName = 'between',
): Element {
  const bounds = list(
    'and',
    [beside(left, operator, low), beside(left, operator, high)].map((one) => group(one, against('and'))),
    false,
  );
  return binary(left, operator, bounds, {
    negate: OPERATORS[operator].negate,
    type: TYPES.null,
    modifiers: { symmetric },
  });
}
