/** Operators as SQL. Answers to: the visit_…_binary and visit_…_unary methods of sql/compiler.py, postgresql/base.py. */
import { compileType } from '../../postgresql/type-compiler.ts';
import { JSONB } from '../../postgresql/types.ts';
import { JSON_TYPE } from '../../types/index.ts';
import { typeText } from '../../types/text-of.ts';
import type { SqlType } from '../../types/type.ts';
import type { BinaryExpression, UnaryExpression } from '../elements.ts';
import { typeOf } from '../group.ts';
import { OPERATORS, type OperatorName } from '../operators/operators.ts';
import { affinity } from '../operators/type-rules.ts';
import { literalText, quoted } from './write-literal.ts';
import type { Place, Writer } from './writer.ts';

type Rule = (writer: Writer, node: BinaryExpression, place: Place) => string;

/** Writes a type where SQL names it: in casts. */
export const typeSql = (writer: Writer, type: SqlType): string =>
  writer.postgresql ? compileType(type, { doublePercents: writer.doublePercents }) : typeText(type);

const left: Rule = (writer, node, place) => writer.write(node.left, place);
const right: Rule = (writer, node, place) => writer.write(node.right, place);
const infix =
  (symbol: string): Rule =>
  (writer, node, place) =>
    left(writer, node, place) + symbol + right(writer, node, place);

function escapeClause(writer: Writer, node: BinaryExpression): string {
  const sign = node.modifiers.escape;
  return sign === undefined ? '' : ` ESCAPE ${quoted(writer, String(sign))}`;
}

/** LIKE; case-insensitive ones have no ILIKE outside PostgreSQL. */
function likeRule(
  keyword: 'LIKE' | 'NOT LIKE',
  ignoreCase: boolean,
  around: '' | 'both' | 'start' | 'end',
): Rule {
  return (writer, node, place) => {
    const percent = writer.doublePercents ? "'%%'" : "'%'";
    const lower = ignoreCase && !writer.postgresql;
    const fold = (text: string) => (lower ? `lower(${text})` : text);
    const operator = ignoreCase && writer.postgresql ? keyword.replace('LIKE', 'ILIKE') : keyword;
    let pattern = fold(right(writer, node, place));
    if (around === 'both' || around === 'end') pattern = `${percent} || ${pattern}`;
    if (around === 'both' || around === 'start') pattern += ` || ${percent}`;
    return `${fold(left(writer, node, place))} ${operator} ${pattern}${escapeClause(writer, node)}`;
  };
}

const divide: Rule = (writer, node, place) => {
  const type = typeOf(node.right);
  const numeric = ['numeric', 'float'].includes(affinity(type));
  return `${left(writer, node, place)} / CAST(${right(writer, node, place)} AS ${numeric ? typeSql(writer, type) : 'NUMERIC'})`;
};

const floorDivide: Rule = (writer, node, place) => {
  const text = `${left(writer, node, place)} / ${right(writer, node, place)}`;
  const whole = affinity(typeOf(node.left)) === 'integer' && affinity(typeOf(node.right)) === 'integer';
  return whole ? text : `FLOOR(${text})`;
};

const subscript: Rule = (writer, node, place) =>
  `${left(writer, node, place)}[${right(writer, node, place)}]`;

/** `->`, `#>`; with a type that is no JSON, the text cast to it. */
function jsonRule(symbol: string): Rule {
  return (writer, node, place) => {
    if (!writer.postgresql) return subscript(writer, node, place);
    const inner = { ...place, inOperator: true };
    const isJson = node.type.is(JSON_TYPE);
    if (!isJson) {
      const { type, ...rest } = node;
      const text = jsonText(writer, { ...rest, type: typeOf(node.left) }, `${symbol}>`, place, inner);
      return `CAST(${text} AS ${typeSql(writer, type)})`;
    }
    if (symbol === '->' && node.type.is(JSONB) && typeOf(node.left).is(JSONB))
      return subscript(writer, node, inner);
    return jsonText(writer, node, symbol, place, inner);
  };
}

function jsonText(
  writer: Writer,
  node: BinaryExpression,
  symbol: string,
  place: Place,
  inner: Place,
): string {
  const text = `${writer.write(node.left, inner)} ${symbol} ${writer.write(node.right, inner)}`;
  return place.inOperator ? `(${text})` : text;
}

const regexpRule =
  (symbol: string, plain: string): Rule =>
  (writer, node, place) => {
    if (!writer.postgresql) return infix(` <${plain}> `)(writer, node, place);
    const { flags } = node.modifiers;
    if (flags === undefined) return infix(` ${symbol} `)(writer, node, place);
    if (flags === 'i') return infix(` ${symbol}* `)(writer, node, place);
    const pattern = `CONCAT('(?', ${quoted(writer, String(flags))}, ')', ${right(writer, node, place)})`;
    return `${left(writer, node, place)} ${symbol} ${pattern}`;
  };

const regexpReplace: Rule = (writer, node, place) => {
  const { flags } = node.modifiers;
  const tail = flags === undefined || !writer.postgresql ? '' : `, ${quoted(writer, String(flags))}`;
  const name = writer.postgresql ? 'REGEXP_REPLACE' : '<regexp replace>';
  return `${name}(${left(writer, node, place)}, ${right(writer, node, place)}${tail})`;
};

const matchRule: Rule = (writer, node, place) => {
  if (!writer.postgresql) return infix(' MATCH ')(writer, node, place);
  const config = node.modifiers.postgresql_regconfig;
  const first = config === undefined ? '' : `${literalText(writer, config, typeOf(node.left))}, `;
  return `${left(writer, node, place)} @@ plainto_tsquery(${first}${right(writer, node, place)})`;
};

const betweenRule =
  (keyword: string): Rule =>
  (writer, node, place) =>
    `${left(writer, node, place)} ${keyword}${node.modifiers.symmetric ? ' SYMMETRIC' : ''} ${right(writer, node, place)}`;

const custom: Rule = (writer, node, place) => {
  const inner = node.custom!.eager ? { ...place, inOperator: true } : place;
  const text = infix(` ${writer.escape(node.custom!.symbol)} `)(writer, node, inner);
  return node.custom!.eager && place.inOperator ? `(${text})` : text;
};

const LIKES: Readonly<Record<string, readonly [boolean, '' | 'both' | 'start' | 'end']>> = {
  like: [false, ''],
  ilike: [true, ''],
  contains: [false, 'both'],
  startswith: [false, 'start'],
  endswith: [false, 'end'],
  icontains: [true, 'both'],
  istartswith: [true, 'start'],
  iendswith: [true, 'end'],
};

const RULES: Partial<Record<OperatorName, Rule>> = {
  ...Object.fromEntries(
    Object.entries(LIKES).flatMap(([name, [ignoreCase, around]]) => [
      [name, likeRule('LIKE', ignoreCase, around)],
      [`not-${name}`, likeRule('NOT LIKE', ignoreCase, around)],
    ]),
  ),
  truediv: divide,
  floordiv: floorDivide,
  mod: (writer, node, place) => infix(writer.escape(' % '))(writer, node, place),
  'bitwise-xor': (writer, node, place) => infix(writer.postgresql ? ' # ' : ' ^ ')(writer, node, place),
  getitem: subscript,
  'json-getitem': jsonRule('->'),
  'json-path-getitem': jsonRule('#>'),
  'regexp-match': regexpRule('~', 'regexp'),
  'not-regexp-match': regexpRule('!~', 'not regexp'),
  'regexp-replace': regexpReplace,
  match: matchRule,
  'not-match': (writer, node, place) => `NOT ${matchRule(writer, node, place)}`,
  between: betweenRule('BETWEEN'),
  'not-between': betweenRule('NOT BETWEEN'),
  'not-in': (writer, node, place) => `(${infix(' NOT IN ')(writer, node, place)})`,
  custom,
};

/** An operation of two sides. @throws UnsupportedCompilationError */
export function writeBinary(writer: Writer, node: BinaryExpression, place: Place): string {
  const inner: Place = { ...place, inOperator: true, underOperator: node.operator };
  const rule = RULES[node.operator];
  if (node.operator === 'custom' || node.operator.startsWith('json')) {
    return rule!(writer, node, node.operator === 'custom' ? customPlace(node, place, inner) : place);
  }
  return (rule ?? infix(OPERATORS[node.operator].symbol ?? ' ? '))(writer, node, inner);
}

/** An eager custom operator looks at the place around it, its operands at the operator. */
function customPlace(node: BinaryExpression, place: Place, inner: Place): Place {
  return node.custom?.eager ? place : inner;
}

/** An operation of one side. */
export function writeUnary(writer: Writer, node: UnaryExpression, place: Place): string {
  const text = writer.write(node.element, place);
  if (node.operator === 'is-false') return `NOT ${text}`;
  if (node.operator === 'is-true') return text;
  const before = node.operator ? (OPERATORS[node.operator].symbol ?? '') : '';
  const after = node.modifier ? (OPERATORS[node.modifier].symbol ?? '') : '';
  return before + text + after;
}
