/** `ast.literal_eval`; the rest of `ast` fails by name where it is used. */
import type { Python } from '../../../python/evaluate/python.ts';
import type { Expr } from '../../../python/parse/ast.ts';
import { parseExpression } from '../../../python/parse/index.ts';
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import { type NativeModule, nativeFunction } from '../../../python/values/native/native.ts';
import { Complex } from '../../../stdlib/complex.ts';
import { Float } from '../../../stdlib/float.ts';
import { unknownName } from '../../unknown.ts';

/** The first part that is no literal; undefined where all is. */
function malformed(node: Expr): Expr | undefined {
  switch (node.kind) {
    case 'Constant':
      return undefined;
    case 'Tuple':
    case 'List':
    case 'Set':
      return firstOf(node.elts);
    case 'Dict':
      return firstOf(node.keys) ?? firstOf(node.values);
    case 'UnaryOp':
      return isNumber(node.operand) ? undefined : node.operand;
    case 'BinOp':
      return isComplex(node) ? undefined : node;
    default:
      return node;
  }
}

const isNumber = (node: Expr): boolean =>
  node.kind === 'Constant' &&
  (typeof node.value === 'number' || typeof node.value === 'bigint' || node.value instanceof Float);

/** `1+2j`: a real number, and an imaginary one. */
function isComplex({ left, op, right }: Extract<Expr, { kind: 'BinOp' }>): boolean {
  const real = left.kind === 'UnaryOp' ? left.operand : left;
  return (
    (op === 'Add' || op === 'Sub') &&
    isNumber(real) &&
    right.kind === 'Constant' &&
    right.value instanceof Complex
  );
}

function firstOf(nodes: readonly (Expr | null)[]): Expr | undefined {
  for (const node of nodes) {
    const found = node === null ? undefined : malformed(node);
    if (found) return found;
  }
  return undefined;
}

const literalEval = nativeFunction(
  'literal_eval',
  'node_or_string',
  (call, text: string) => {
    const source = text.replace(/^[ \t]+/, '');
    const bad = malformed(parseExpression(source, '<unknown>').body);
    if (bad) {
      throw raise(
        'ValueError',
        `malformed node or string on line 1: <ast.${bad.kind} object at 0x7f0000000000>`,
      );
    }
    return (call as Python).evaluateText(source, '<unknown>', new Map(), new Map());
  },
  'ast',
);

export const astModule: NativeModule = {
  name: 'ast',
  names: { literal_eval: () => literalEval },
  getattr: (_call, name) => (name.startsWith('__') ? undefined : unknownName(`ast.${name}`, true)),
};
