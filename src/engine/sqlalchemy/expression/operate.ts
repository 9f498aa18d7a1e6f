/**
 * Operators between expressions and anything: the right side becomes a parameter, None and booleans are told apart,
 * the result gets its type. Answers to: sqlalchemy/sql/default_comparator.py, the comparators of sqltypes.py and of
 * dialects/postgresql/{array,json,hstore,ranges}.py.
 */
import { Raise } from '../../machine.ts';
import { ARRAY as PG_ARRAY } from '../postgresql/types.ts';
import { ARRAY, MATCH_TYPE, STRING, TUPLE_TYPE } from '../types/index.ts';
import { SqlType } from '../types/type.ts';
import { bindparam, conjunction, FALSE, list, literalOrElement, NULL, TRUE, tuple } from './build.ts';
import { argumentError, clauseOf, operandOf } from './coerce.ts';
import { isFrom, isSelect } from './columns.ts';
import type { BinaryExpression, BindParameter, CustomOperator, Element } from './elements.ts';
import { group, typeOf } from './group.ts';
import { host } from './host.ts';
import { against, OPERATORS, type OperatorName } from './operators.ts';
import { adapted, affinity, isNullType, TYPES, typeBeside } from './type-rules.ts';

interface BinaryOptions {
  readonly negate?: OperatorName | undefined;
  readonly type?: SqlType;
  readonly modifiers?: Readonly<Record<string, unknown>>;
  readonly custom?: CustomOperator;
}

function binary(
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
function bindKey(element: Element): string {
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
  const clause = operandOf(value);
  if (clause) return clause.kind === 'bind' ? typed(clause, element, operator) : clause;
  if (element.kind === 'tuple') {
    const items = host().items(value);
    if (items) return tuple(items, element.types);
  }
  const own = type ?? typeBeside(typeOf(element), operator, value);
  const key = bindKey(element);
  return bindparam(key === 'param' || key === '' ? null : key, value, { unique: true, type: own });
}

function typed(bind: BindParameter, element: Element, operator: OperatorName): Element {
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
    operandOf(value) ??
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

/** `x.in_(…)`, `x.not_in(…)` */
export function within(left: Element, operator: 'in' | 'not-in', value: unknown): Element {
  const negate = OPERATORS[operator].negate as OperatorName;
  return binary(left, operator, inOperand(left, operator, value), { negate });
}

function inOperand(left: Element, operator: OperatorName, value: unknown): Element {
  const clause = clauseOf(value);
  if (clause) {
    if (clause.kind === 'bind') {
      const bound = { ...clause, expanding: true, expandOperator: operator };
      return typed(bound, left, operator);
    }
    if (clause.kind === 'scalar-select') return clause.element;
    if (isFrom(clause) && (clause.kind === 'subquery' || clause.kind === 'cte')) {
      host().warn(
        'sqlalchemy.exc.SAWarning',
        'Coercing Subquery object into a select() for use in IN(); please pass a select() construct explicitly',
      );
      return clause.kind === 'subquery' ? (clause.element as Element) : clause;
    }
    if (
      isSelect(clause) ||
      clause.kind === 'values' ||
      clause.kind === 'text' ||
      clause.kind === 'clause-list' ||
      clause.kind === 'grouping'
    )
      return clause;
    if (clause.kind === 'tuple') return clause;
  }
  const items = clause ? undefined : host().items(value);
  if (!items) {
    throw argumentError(
      `IN expression list, SELECT construct, or bound parameter object expected, got ${host().repr(value)}.`,
    );
  }
  return inList(left, operator, items);
}

function inList(left: Element, operator: OperatorName, items: readonly unknown[]): Element {
  if (items.some((item) => clauseOf(item) !== undefined)) {
    const clauses = items.map((item) => (item === null ? NULL : beside(left, operator, item)));
    return { kind: 'grouping', element: list('comma', clauses, false), type: TYPES.null };
  }
  const key = bindKey(left);
  const type =
    left.kind === 'tuple' ? new SqlType(TUPLE_TYPE, { types: left.types }) : inType(left, operator, items);
  const values = left.kind === 'tuple' ? items.map((item) => host().items(item) ?? [item]) : items;
  return bindparam(key === 'param' ? null : key, values, {
    unique: true,
    type,
    expanding: true,
    expandOperator: operator,
  });
}

function inType(left: Element, operator: OperatorName, items: readonly unknown[]): SqlType {
  const own = typeOf(left);
  const first = items.find((item) => item !== null);
  return first === undefined ? own : typeBeside(own, operator, first);
}

/** `like`, `ilike` and their negations. */
export function like(left: Element, operator: OperatorName, value: unknown, sign: string | null): Element {
  return binary(left, operator, beside(left, operator, value), {
    negate: OPERATORS[operator].negate,
    modifiers: sign === null ? {} : { escape: sign },
  });
}

/** `contains`, `startswith`, `endswith` and their i-forms. */
export function likeAround(
  left: Element,
  operator: OperatorName,
  value: unknown,
  sign: string | null,
  autoescape: boolean,
): Element {
  let sought = value;
  let mark = sign;
  if (autoescape) {
    if (typeof value !== 'string')
      throw new Raise('builtins.TypeError', ['String value expected when autoescape=True']);
    mark ??= '/';
    sought = value;
    if (mark !== '%' && mark !== '_') sought = (sought as string).replaceAll(mark, mark + mark);
    sought = (sought as string).replaceAll('%', `${mark}%`).replaceAll('_', `${mark}_`);
  }
  return like(left, operator, sought, mark);
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

export function regexpMatch(left: Element, operator: OperatorName, value: unknown, flags: unknown): Element {
  return binary(left, operator, beside(left, operator, value), {
    negate: OPERATORS[operator].negate,
    type: TYPES.null,
    modifiers: flags === null ? {} : { flags },
  });
}

export function regexpReplace(
  left: Element,
  pattern: unknown,
  replacement: unknown,
  flags: unknown,
): Element {
  const parts = list(
    'comma',
    [beside(left, 'regexp-replace', pattern), beside(left, 'regexp-replace', replacement)],
    false,
  );
  return binary(left, 'regexp-replace', parts, {
    type: TYPES.null,
    modifiers: flags === null ? {} : { flags },
  });
}

/** `x.match(…)` */
export function match(left: Element, value: unknown, options: Readonly<Record<string, unknown>>): Element {
  return binary(left, 'match', beside(left, 'match', value), {
    negate: 'not-match',
    type: new SqlType(MATCH_TYPE),
    modifiers: options,
  });
}

/** `x.collate(name)` */
export function collate(left: Element, name: string): Element {
  const own = typeOf(left);
  const type = own.is(STRING) ? own.copy({ ...own.options, collation: name }) : own;
  return binary(left, 'collate', { kind: 'collation', name, type: TYPES.null }, { type });
}

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

/** `x & y`, `x | y` between conditions. */
export const both = (operator: 'and' | 'or', left: unknown, right: unknown): Element =>
  conjunction(operator, [left, right]);

/** `x[index]` on arrays. */
export function arrayItem(left: Element, index: unknown): Element {
  const type = typeOf(left);
  const shift = type.options.zero_indexes === true ? 1 : 0;
  const at = typeof index === 'number' ? index + shift : index;
  const dimensions = type.options.dimensions as number | null | undefined;
  const result =
    dimensions == null || dimensions === 1
      ? (type.options.item_type as SqlType)
      : type.copy({ ...type.options, dimensions: dimensions - 1 });
  return binary(
    left,
    'getitem',
    beside(left, 'getitem', at, typeof at === 'number' ? TYPES.integer : undefined),
    {
      type: result,
    },
  );
}

/** `x[a:b]` on arrays. */
export function arraySlice(left: Element, start: unknown, stop: unknown, step: unknown): Element {
  const part = (value: unknown) =>
    value === null ? undefined : beside(left, 'getitem', value, TYPES.integer);
  const slice: Element = {
    kind: 'slice',
    start: part(start),
    stop: part(stop),
    step: part(step),
    type: TYPES.null,
  };
  return binary(left, 'getitem', slice, { type: typeOf(left) });
}

/** `x @> y` and the like on PostgreSQL's own types. */
export function postgresql(
  left: Element,
  symbol: string,
  value: unknown,
  type: SqlType,
  operandType?: SqlType,
): Element {
  const right = operandOf(value) ?? beside(left, 'custom', value, operandType);
  return binary(left, 'custom', right, {
    type,
    custom: { symbol, precedence: 5, isComparison: true },
  });
}

export const isArray = (type: SqlType): boolean => type.is(ARRAY) || type.is(PG_ARRAY);
