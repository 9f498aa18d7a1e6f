/**
 * The operators: how they are written, how tightly they bind, what their negation is.
 * Answers to: sqlalchemy/sql/operators.py.
 */

interface Operator {
  /** The symbol in SQL with its spaces; undefined where the compiler has a rule of its own. */
  readonly symbol?: string;
  readonly precedence: number;
  readonly negate?: string;
  /** `a op b op c` needs no parentheses on either side. */
  readonly associative?: true;
  readonly comparison?: true;
}

const COMPARISON = { precedence: 5, comparison: true } as const;

/** LIKE with a percent sign added: the real tool knows no precedence of these, so they stand in parentheses everywhere. */
const AFFIX = { precedence: -1000, comparison: true } as const;

const TABLE = {
  getitem: { precedence: 15, associative: true },
  'json-getitem': { precedence: 15, associative: true },
  'json-path-getitem': { precedence: 15, associative: true },
  'json-astext': { precedence: 15, symbol: ' ->> ' },
  'json-path-astext': { precedence: 15, symbol: ' #>> ' },
  any: { precedence: 15 },
  all: { precedence: 15 },
  mul: { precedence: 8, symbol: ' * ', associative: true },
  truediv: { precedence: 8 },
  floordiv: { precedence: 8 },
  mod: { precedence: 8 },
  neg: { precedence: 8, symbol: '-' },
  add: { precedence: 7, symbol: ' + ', associative: true },
  sub: { precedence: 7, symbol: ' - ' },
  'bitwise-and': { precedence: 7, symbol: ' & ' },
  'bitwise-or': { precedence: 7, symbol: ' | ' },
  'bitwise-xor': { precedence: 7 },
  'bitwise-not': { precedence: 7, symbol: '~' },
  'bitwise-lshift': { precedence: 7, symbol: ' << ' },
  'bitwise-rshift': { precedence: 7, symbol: ' >> ' },
  concat: { precedence: 5, symbol: ' || ', associative: true },
  filter: { precedence: 6 },
  match: { ...COMPARISON, negate: 'not-match' },
  'not-match': { ...COMPARISON, negate: 'match' },
  'regexp-match': { ...COMPARISON, negate: 'not-regexp-match' },
  'not-regexp-match': { ...COMPARISON, negate: 'regexp-match' },
  'regexp-replace': { precedence: 5 },
  like: { ...COMPARISON, negate: 'not-like' },
  'not-like': { ...COMPARISON, negate: 'like' },
  ilike: { ...COMPARISON, negate: 'not-ilike' },
  'not-ilike': { ...COMPARISON, negate: 'ilike' },
  contains: { ...AFFIX, negate: 'not-contains' },
  'not-contains': { ...AFFIX, negate: 'contains' },
  startswith: { ...AFFIX, negate: 'not-startswith' },
  'not-startswith': { ...AFFIX, negate: 'startswith' },
  endswith: { ...AFFIX, negate: 'not-endswith' },
  'not-endswith': { ...AFFIX, negate: 'endswith' },
  icontains: { ...AFFIX, negate: 'not-icontains' },
  'not-icontains': { ...AFFIX, negate: 'icontains' },
  istartswith: { ...AFFIX, negate: 'not-istartswith' },
  'not-istartswith': { ...AFFIX, negate: 'istartswith' },
  iendswith: { ...AFFIX, negate: 'not-iendswith' },
  'not-iendswith': { ...AFFIX, negate: 'iendswith' },
  in: { ...COMPARISON, negate: 'not-in', symbol: ' IN ' },
  'not-in': { ...COMPARISON, negate: 'in' },
  is: { ...COMPARISON, negate: 'is-not', symbol: ' IS ' },
  'is-not': { ...COMPARISON, negate: 'is', symbol: ' IS NOT ' },
  eq: { ...COMPARISON, negate: 'ne', symbol: ' = ', associative: true },
  ne: { ...COMPARISON, negate: 'eq', symbol: ' != ', associative: true },
  lt: { ...COMPARISON, negate: 'ge', symbol: ' < ' },
  le: { ...COMPARISON, negate: 'gt', symbol: ' <= ' },
  gt: { ...COMPARISON, negate: 'le', symbol: ' > ' },
  ge: { ...COMPARISON, negate: 'lt', symbol: ' >= ' },
  'is-distinct-from': { ...COMPARISON, negate: 'is-not-distinct-from', symbol: ' IS DISTINCT FROM ' },
  'is-not-distinct-from': { ...COMPARISON, negate: 'is-distinct-from', symbol: ' IS NOT DISTINCT FROM ' },
  between: { ...COMPARISON, negate: 'not-between' },
  'not-between': { ...COMPARISON, negate: 'between' },
  distinct: { precedence: 5, symbol: 'DISTINCT ' },
  inv: { precedence: 5, symbol: 'NOT ' },
  'is-true': { precedence: 5, negate: 'is-false' },
  'is-false': { precedence: 5, negate: 'is-true' },
  collate: { precedence: 4, symbol: ' COLLATE ' },
  and: { precedence: 3, symbol: ' AND ', associative: true },
  or: { precedence: 2, symbol: ' OR ', associative: true },
  desc: { precedence: 3, symbol: ' DESC' },
  asc: { precedence: 3, symbol: ' ASC' },
  'nulls-first': { precedence: -1000, symbol: ' NULLS FIRST' },
  'nulls-last': { precedence: -1000, symbol: ' NULLS LAST' },
  exists: { precedence: 0 },
  comma: { precedence: -1, symbol: ', ' },
  /** Of a list whose parts stand side by side. */
  none: { precedence: -1, symbol: ' ' },
  as: { precedence: -1, symbol: ' AS ' },
  asbool: { precedence: -10 },
  /** `.op('…')`: symbol and precedence are in the expression. */
  custom: { precedence: 0 },
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof TABLE;

/** The table above, by name. */
export const OPERATORS: Readonly<Record<OperatorName, Operator & { readonly negate?: OperatorName }>> = TABLE;

/** Where an operand stands: under an operator, or under none. */
export interface Against {
  readonly operator: OperatorName;
  readonly precedence: number;
}

/** Whether an expression of `operator` needs parentheses as an operand of `against`. */
export function bindsLooser(
  operator: OperatorName | undefined,
  precedence: number | undefined,
  against: Against,
): boolean {
  if (operator !== undefined && operator === against.operator && OPERATORS[operator].associative)
    return false;
  const own = precedence ?? (operator === undefined ? -1000 : OPERATORS[operator].precedence);
  return own <= against.precedence;
}

/** What decides whether an operand needs parentheses: the operator around it, and how tightly that binds. */
export const against = (operator: OperatorName, precedence?: number): Against => ({
  operator,
  precedence: precedence ?? OPERATORS[operator].precedence,
});
