/** An expression back as text, as `ast.unparse` writes it: for annotations that stay text. */

import { Complex } from '../../../stdlib/complex.ts';
import { Float, reprFloat } from '../../../stdlib/float.ts';
import { reprBytes, reprString } from '../../../stdlib/repr.ts';
import { type Constant, ELLIPSIS, type Expr } from '../../parse/ast.ts';
import { BINARY } from '../../values/operators.ts';

const BINDING: Readonly<Record<string, number>> = {
  BitOr: 7,
  BitXor: 8,
  BitAnd: 9,
  LShift: 10,
  RShift: 10,
  Add: 11,
  Sub: 11,
  Mult: 12,
  Div: 12,
  FloorDiv: 12,
  Mod: 12,
  MatMult: 12,
  Pow: 14,
};
const COMPARISONS: Readonly<Record<string, string>> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};
const UNARY = { Invert: ['~', 13], Not: ['not ', 5], UAdd: ['+', 13], USub: ['-', 13] } as const;

/** Writes an expression; `outer` is how tightly its surroundings bind. */
export function unparse(node: Expr, outer = 0): string {
  const wrap = (own: number, text: string) => (own < outer ? `(${text})` : text);
  const all = (nodes: readonly Expr[]) => nodes.map((each) => unparse(each, 1)).join(', ');
  switch (node.kind) {
    case 'Name':
      return node.id;
    case 'Constant':
      return constantText(node);
    case 'Attribute':
      return `${unparse(node.value, 16)}.${node.attr}`;
    case 'Subscript':
      return `${unparse(node.value, 16)}[${node.slice.kind === 'Tuple' && node.slice.elts.length > 0 ? tupleItems(node.slice.elts) : unparse(node.slice)}]`;
    case 'Tuple':
      return `(${tupleItems(node.elts)})`;
    case 'List':
      return `[${all(node.elts)}]`;
    case 'Set':
      return `{${all(node.elts)}}`;
    case 'Dict':
      return `{${node.keys.map((key, index) => (key ? `${unparse(key, 1)}: ${unparse(node.values[index]!, 1)}` : `**${unparse(node.values[index]!, 7)}`)).join(', ')}}`;
    case 'Starred':
      return `*${unparse(node.value, 7)}`;
    case 'Call':
      return `${unparse(node.func, 16)}(${callArguments(node)})`;
    case 'BinOp': {
      const own = BINDING[node.op]!;
      const right = node.op === 'Pow' ? own : own + 1;
      const left = node.op === 'Pow' ? own + 1 : own;
      return wrap(own, `${unparse(node.left, left)} ${BINARY[node.op][0]} ${unparse(node.right, right)}`);
    }
    case 'UnaryOp': {
      const [symbol, own] = UNARY[node.op];
      return wrap(own, `${symbol}${unparse(node.operand, own)}`);
    }
    case 'BoolOp': {
      const own = node.op === 'And' ? 4 : 3;
      return wrap(
        own,
        node.values.map((each) => unparse(each, own + 1)).join(node.op === 'And' ? ' and ' : ' or '),
      );
    }
    case 'Compare':
      return wrap(
        6,
        [
          unparse(node.left, 7),
          ...node.ops.map((op, index) => `${COMPARISONS[op]} ${unparse(node.comparators[index]!, 7)}`),
        ].join(' '),
      );
    case 'IfExp':
      return wrap(2, `${unparse(node.body, 3)} if ${unparse(node.test, 3)} else ${unparse(node.orelse, 2)}`);
    case 'Slice':
      return `${node.lower ? unparse(node.lower) : ''}:${node.upper ? unparse(node.upper) : ''}${node.step ? `:${unparse(node.step)}` : ''}`;
    default:
      return '...';
  }
}

const tupleItems = (elements: readonly Expr[]) =>
  elements.length === 1
    ? `${unparse(elements[0]!, 1)},`
    : elements.map((each) => unparse(each, 1)).join(', ');

function callArguments(node: Extract<Expr, { kind: 'Call' }>): string {
  const named = node.keywords.map(({ arg, value }) =>
    arg === null ? `**${unparse(value, 1)}` : `${arg}=${unparse(value, 1)}`,
  );
  return [...node.args.map((each) => unparse(each, 1)), ...named].join(', ');
}

function constantText({ value }: Constant): string {
  if (value === null) return 'None';
  if (value === ELLIPSIS) return '...';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return reprString(value);
  if (value instanceof Uint8Array) return reprBytes(value);
  if (value instanceof Float) return reprFloat(value.value);
  return value instanceof Complex ? `${value.imag}j` : String(value);
}
