/**
 * Expressions, by recursive descent down to comparisons and by precedence climbing for the binary operators below.
 * Above 300 lines because the levels of the expression grammar call one another in a circle: an atom holds expressions again.
 */
import { callArguments } from './arguments.ts';
import {
  type BinaryOperator,
  type ComparisonOperator,
  type Comprehension,
  ELLIPSIS,
  type Expr,
} from './ast.ts';
import { asTarget, type Cursor, MISMATCH, starred, startsComprehension } from './cursor.ts';
import { numberValue } from './numbers.ts';
import { parameters } from './parameters.ts';
import { strings } from './strings.ts';
import type { Token } from './tokens.ts';

/** `yield …` or star_expressions: what stands right of "=". */
export function rightSide(p: Cursor): Expr {
  return p.kind === 'yield' ? yieldExpression(p) : starExpressions(p);
}

function yieldExpression(p: Cursor): Expr {
  const start = p.expect('yield');
  if (p.accept('from')) {
    const value = expression(p);
    return { kind: 'YieldFrom', value, ...p.span(start) };
  }
  const value = startsExpression(p.kind) || p.kind === '*' ? starExpressions(p) : null;
  return { kind: 'Yield', value, ...p.span(start) };
}

const CLOSERS = new Set([
  ...')]},;:='.split(''),
  ...(
    'NEWLINE END INDENT DEDENT OTHER := += -= *= /= //= %= @= &= |= ^= >>= <<= **= . -> for in if else as from and or is ' +
    '* / // % @ ** & | ^ << >> < > <= >= == != <> async import while with class def return'
  ).split(' '),
]);

/** Whether an expression can begin with this token. */
const startsExpression = (kind: string) => !CLOSERS.has(kind);

/** One or more expressions, a tuple where a comma follows; items may be starred. */
export function starExpressions(p: Cursor): Expr {
  return commaTuple(p, starExpression);
}

function starExpression(p: Cursor): Expr {
  return p.kind === '*' ? starred(p, bitwiseOr) : expression(p);
}

/** As in displays and calls: `a := 1` and `*a`. */
export function starNamedExpression(p: Cursor): Expr {
  return p.kind === '*' ? starred(p, bitwiseOr) : namedExpression(p);
}

/** Items between commas; one alone without a comma is itself, else they are a tuple. */
export function commaTuple(p: Cursor, item: (p: Cursor) => Expr): Expr {
  const start = p.token;
  const first = item(p);
  if (p.kind !== ',') return first;
  const elts = [first];
  while (p.accept(',')) {
    if (!p.is('*') && !startsExpression(p.kind)) break;
    elts.push(item(p));
  }
  return { kind: 'Tuple', elts, ctx: 'Load', ...p.span(start) };
}

/** `name := value`, or an expression. @throws MISMATCH */
export function namedExpression(p: Cursor): Expr {
  if (p.kind === 'NAME' && p.peek(1) === ':=') return assignmentExpression(p);
  const value = expression(p);
  if (p.kind === ':=') throw MISMATCH;
  return value;
}

function assignmentExpression(p: Cursor): Expr {
  const start = p.token;
  const id = p.name();
  const target = { kind: 'Name', id, ctx: 'Store', ...p.span(start) } as const;
  p.expect(':=');
  const value = expression(p);
  return { kind: 'NamedExpr', target, value, ...p.span(start) };
}

/** Behind these an expression is at its end, so that what stands before them alone is all of it. */
const ENDS = new Set([',', ')', ']', '}', ':', 'NEWLINE', '=']);
const ALONE = new Set(['NAME', 'NUMBER', 'None', 'True', 'False']);

/** Any expression but `:=`, `yield` and a bare tuple: a lambda, or a disjunction with its `if … else`. @throws MISMATCH */
export function expression(p: Cursor): Expr {
  if (ALONE.has(p.kind) && ENDS.has(p.peek(1))) return atom(p);
  if (p.kind === 'lambda') return lambda(p);
  p.enter();
  const start = p.token;
  const body = disjunction(p);
  if (p.kind !== 'if') {
    p.leave();
    return body;
  }
  p.advance();
  const test = disjunction(p);
  p.expect('else');
  const orelse = expression(p);
  p.leave();
  return { kind: 'IfExp', test, body, orelse, ...p.span(start) };
}

function lambda(p: Cursor): Expr {
  p.enter();
  const start = p.expect('lambda');
  const args = parameters(p, ':');
  p.expect(':');
  const body = expression(p);
  p.leave();
  return { kind: 'Lambda', args, body, ...p.span(start) };
}

/** `a or b`, and all that binds more tightly. @throws MISMATCH */
function disjunction(p: Cursor): Expr {
  const start = p.token;
  const first = conjunction(p);
  if (p.kind !== 'or') return first;
  const values = [first];
  while (p.accept('or')) values.push(conjunction(p));
  return { kind: 'BoolOp', op: 'Or', values, ...p.span(start) };
}

function conjunction(p: Cursor): Expr {
  const start = p.token;
  const first = inversion(p);
  if (p.kind !== 'and') return first;
  const values = [first];
  while (p.accept('and')) values.push(inversion(p));
  return { kind: 'BoolOp', op: 'And', values, ...p.span(start) };
}

function inversion(p: Cursor): Expr {
  if (p.kind !== 'not') return comparison(p);
  p.enter();
  const start = p.advance();
  const operand = inversion(p);
  p.leave();
  return { kind: 'UnaryOp', op: 'Not', operand, ...p.span(start) };
}

const COMPARISONS: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['==', 'Eq'],
  ['!=', 'NotEq'],
  ['<', 'Lt'],
  ['<=', 'LtE'],
  ['>', 'Gt'],
  ['>=', 'GtE'],
  ['in', 'In'],
  ['is', 'Is'],
  ['not', 'NotIn'],
]);

function comparison(p: Cursor): Expr {
  const start = p.token;
  const left = bitwiseOr(p);
  let op = COMPARISONS.get(p.kind);
  if (op === undefined) return left;
  const ops: ComparisonOperator[] = [];
  const comparators: Expr[] = [];
  while (op !== undefined) {
    if (op === 'NotIn') {
      if (p.peek(1) !== 'in') break;
      p.advance();
    }
    p.advance();
    ops.push(op === 'Is' && p.accept('not') ? 'IsNot' : op);
    comparators.push(bitwiseOr(p));
    op = COMPARISONS.get(p.kind);
  }
  if (ops.length === 0) return left;
  return { kind: 'Compare', left, ops, comparators, ...p.span(start) };
}

const BINARY: ReadonlyMap<string, readonly [number, BinaryOperator]> = new Map([
  ['|', [1, 'BitOr']],
  ['^', [2, 'BitXor']],
  ['&', [3, 'BitAnd']],
  ['<<', [4, 'LShift']],
  ['>>', [4, 'RShift']],
  ['+', [5, 'Add']],
  ['-', [5, 'Sub']],
  ['*', [6, 'Mult']],
  ['/', [6, 'Div']],
  ['//', [6, 'FloorDiv']],
  ['%', [6, 'Mod']],
  ['@', [6, 'MatMult']],
]);

function bitwiseOr(p: Cursor): Expr {
  return binary(p, 1);
}

/** Binary operators that bind at least so tightly. */
function binary(p: Cursor, least: number): Expr {
  const start = p.token;
  let left = factor(p);
  for (;;) {
    const operator = BINARY.get(p.kind);
    if (operator === undefined || operator[0] < least) return left;
    p.advance();
    const right = binary(p, operator[0] + 1);
    left = { kind: 'BinOp', left, op: operator[1], right, ...p.span(start) };
  }
}

const SIGNS = { '-': 'USub', '+': 'UAdd', '~': 'Invert' } as const;

function factor(p: Cursor): Expr {
  const { kind } = p;
  if (kind !== '-' && kind !== '+' && kind !== '~') return power(p);
  p.enter();
  const start = p.advance();
  const operand = factor(p);
  p.leave();
  return { kind: 'UnaryOp', op: SIGNS[kind], operand, ...p.span(start) };
}

function power(p: Cursor): Expr {
  const start = p.token;
  const left = awaited(p);
  if (p.kind !== '**') return left;
  p.enter();
  p.advance();
  const right = factor(p);
  p.leave();
  return { kind: 'BinOp', left, op: 'Pow', right, ...p.span(start) };
}

function awaited(p: Cursor): Expr {
  if (p.kind !== 'await') return primary(p);
  const start = p.advance();
  const value = primary(p);
  return { kind: 'Await', value, ...p.span(start) };
}

/** An atom and what follows it: attributes, calls, subscripts. */
export function primary(p: Cursor): Expr {
  const start = p.token;
  let value = atom(p);
  for (;;) {
    if (p.kind === '.') {
      p.advance();
      const attr = p.name();
      value = { kind: 'Attribute', value, attr, ctx: 'Load', ...p.span(start) };
    } else if (p.kind === '(') {
      const { args, keywords } = callArguments(p);
      value = { kind: 'Call', func: value, args, keywords, ...p.span(start) };
    } else if (p.kind === '[') {
      p.advance();
      const slice = slices(p);
      p.expect(']');
      value = { kind: 'Subscript', value, slice, ctx: 'Load', ...p.span(start) };
    } else return value;
  }
}

function slices(p: Cursor): Expr {
  const start = p.token;
  const first = sliceItem(p);
  if (p.kind !== ',') {
    if (first.kind !== 'Starred') return first;
    return { kind: 'Tuple', elts: [first], ctx: 'Load', ...p.span(start) };
  }
  const elts = [first];
  while (p.accept(',')) {
    if (p.is(']')) break;
    elts.push(sliceItem(p));
  }
  return { kind: 'Tuple', elts, ctx: 'Load', ...p.span(start) };
}

function sliceItem(p: Cursor): Expr {
  if (p.kind === '*') return starred(p, expression);
  const start = p.token;
  const lower = p.kind === ':' ? null : namedExpression(p);
  if (p.kind !== ':') return lower ?? mismatch();
  if (lower?.kind === 'NamedExpr' && p.tokens[p.at - 1]!.kind !== ')') throw MISMATCH;
  p.advance();
  const upper = sliceBound(p);
  const step = p.accept(':') ? sliceBound(p) : null;
  return { kind: 'Slice', lower, upper, step, ...p.span(start) };
}

const sliceBound = (p: Cursor) => (p.kind === ':' || p.kind === ']' || p.kind === ',' ? null : expression(p));

function mismatch(): never {
  throw MISMATCH;
}

function atom(p: Cursor): Expr {
  const start = p.token;
  switch (start.kind) {
    case 'NAME': {
      const id = p.name();
      return { kind: 'Name', id, ctx: 'Load', ...p.span(start) };
    }
    case 'STRING':
      return strings(p);
    case 'NUMBER':
      p.advance();
      return constant(p, start, numberValue(p.text.slice(start.start, start.end)));
    case '(':
      return parenthesised(p);
    case '[':
      return list(p);
    case '{':
      return braces(p);
    default:
      return word(p);
  }
}

function word(p: Cursor): Expr {
  const start = p.advance();
  switch (start.kind) {
    case 'None':
      return constant(p, start, null);
    case 'True':
      return constant(p, start, true);
    case 'False':
      return constant(p, start, false);
    case '...':
      return constant(p, start, ELLIPSIS);
    default:
      throw MISMATCH;
  }
}

function constant(p: Cursor, start: Token, value: Extract<Expr, { kind: 'Constant' }>['value']): Expr {
  return { kind: 'Constant', value, unicodePrefix: false, ...p.span(start) };
}

/** A group, a tuple or a generator. */
function parenthesised(p: Cursor): Expr {
  const start = p.expect('(');
  if (p.accept(')')) return { kind: 'Tuple', elts: [], ctx: 'Load', ...p.span(start) };
  if (p.kind === 'yield') {
    const value = yieldExpression(p);
    p.expect(')');
    return value;
  }
  const first = starNamedExpression(p);
  if (startsComprehension(p)) {
    if (first.kind === 'Starred') throw MISMATCH;
    const generators = comprehensions(p);
    p.expect(')');
    return { kind: 'GeneratorExp', elt: first, generators, ...p.span(start) };
  }
  if (p.kind === ')' && first.kind !== 'Starred') {
    p.advance();
    return first;
  }
  const elts = [first];
  p.expect(',');
  items(p, elts, ')');
  return { kind: 'Tuple', elts, ctx: 'Load', ...p.span(start) };
}

/** The rest of a display behind a comma, with its closing bracket. */
function items(p: Cursor, elts: Expr[], close: string): void {
  while (p.kind !== close) {
    elts.push(starNamedExpression(p));
    if (!p.accept(',')) break;
  }
  p.expect(close);
}

function list(p: Cursor): Expr {
  const start = p.expect('[');
  const elts: Expr[] = [];
  if (p.accept(']')) return { kind: 'List', elts, ctx: 'Load', ...p.span(start) };
  const first = starNamedExpression(p);
  if (startsComprehension(p)) {
    if (first.kind === 'Starred') throw MISMATCH;
    const generators = comprehensions(p);
    p.expect(']');
    return { kind: 'ListComp', elt: first, generators, ...p.span(start) };
  }
  elts.push(first);
  if (p.accept(',')) items(p, elts, ']');
  else p.expect(']');
  return { kind: 'List', elts, ctx: 'Load', ...p.span(start) };
}

/** A dict or a set. */
function braces(p: Cursor): Expr {
  const start = p.expect('{');
  if (p.kind === '}' || p.kind === '**') return dict(p, start, []);
  const first = starNamedExpression(p);
  if (p.kind === ':' && first.kind !== 'Starred') {
    if (first.kind === 'NamedExpr' && p.tokens[p.at - 1]!.kind !== ')') throw MISMATCH;
    return dict(p, start, [first]);
  }
  if (startsComprehension(p)) {
    if (first.kind === 'Starred') throw MISMATCH;
    const generators = comprehensions(p);
    p.expect('}');
    return { kind: 'SetComp', elt: first, generators, ...p.span(start) };
  }
  const elts = [first];
  if (p.accept(',')) items(p, elts, '}');
  else p.expect('}');
  return { kind: 'Set', elts, ...p.span(start) };
}

/** @param keys the first key, which has been read, if there is one. */
function dict(p: Cursor, start: Token, keys: (Expr | null)[]): Expr {
  const values: Expr[] = [];
  while (p.kind !== '}' || keys.length > values.length) {
    if (keys.length === values.length) keys.push(p.kind === '**' ? null : expression(p));
    if (keys[keys.length - 1] === null) {
      p.expect('**');
      values.push(bitwiseOr(p));
    } else {
      p.expect(':');
      values.push(expression(p));
      if (values.length === 1 && startsComprehension(p)) {
        const generators = comprehensions(p);
        p.expect('}');
        return { kind: 'DictComp', key: keys[0]!, value: values[0]!, generators, ...p.span(start) };
      }
    }
    if (!p.accept(',')) break;
  }
  p.expect('}');
  return { kind: 'Dict', keys, values, ...p.span(start) };
}

/** The `for … in … if …` behind the element of a comprehension. @throws MISMATCH */
export function comprehensions(p: Cursor): Comprehension[] {
  const generators: Comprehension[] = [];
  while (startsComprehension(p)) {
    const is_async = p.accept('async') ? 1 : 0;
    p.expect('for');
    const target = targets(p);
    p.expect('in');
    const iter = disjunction(p);
    const ifs: Expr[] = [];
    while (p.accept('if')) ifs.push(disjunction(p));
    generators.push({ kind: 'comprehension', target, iter, ifs, is_async });
  }
  return generators;
}

/** star_targets: what a loop assigns to. */
export function targets(p: Cursor): Expr {
  return asTarget(commaTuple(p, target), 'Store');
}

/** One target, which may be starred. */
export function target(p: Cursor): Expr {
  return p.kind === '*' ? starred(p, primary) : primary(p);
}
