/** What Python's compiler finds odd in a program and only warns about. Answers to: the `check_…` functions of compile.c. */
import { Complex } from '../../../stdlib/complex.ts';
import { Float } from '../../../stdlib/float.ts';
import type { Assert, Call, Compare, Expr, Subscript } from '../ast.ts';

/** A SyntaxWarning, and the line that it is about. */
export interface CompileWarning {
  readonly line: number;
  readonly message: string;
}

/** No program without this gets a warning: a quick look spares most of them the search. */
export const MAY_WARN =
  /\bis\s+(?:not\s+)?[-~+("'\d[{.f]|["')\]}\d.]\s*is\b|\bassert\s*\(|["'\])}\d.]\s*[([]|\b(?:None|True|False)\s*[([]/;

/** The name of the type that an expression surely has; undefined where that depends on the run. */
function typeOf(node: Expr): string | undefined {
  switch (node.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constantType(node.value);
    case 'UnaryOp':
    case 'BinOp':
      return foldedType(node);
    default:
      return undefined;
  }
}

const NUMBERS = new Set(['int', 'bool', 'float', 'complex']);

/** The type of arithmetic with literals, which the compiler does beforehand. */
function foldedType(node: Extract<Expr, { kind: 'UnaryOp' | 'BinOp' }>): string | undefined {
  if (node.kind === 'UnaryOp') {
    if (node.op === 'Not')
      return node.operand.kind === 'Constant' || isNumber(node.operand) ? 'bool' : undefined;
    const type = isNumber(node.operand) ? typeOf(node.operand) : undefined;
    if (type === undefined) return undefined;
    return type === 'bool' ? 'int' : type;
  }
  if (!isNumber(node.left) || !isNumber(node.right)) return foldedText(node)?.type;
  const types = [typeOf(node.left), typeOf(node.right)];
  if (types.includes('complex')) return 'complex';
  if (types.every((type) => type === 'bool') && node.op.startsWith('Bit')) return 'bool';
  if (types.includes('float') || node.op === 'Div') return 'float';
  return node.op === 'Pow' && node.right.kind === 'UnaryOp' ? 'float' : 'int';
}

/** Longer texts are left to the program. */
const LONGEST_TEXT = 4096;

interface FoldedText {
  readonly type: 'str' | 'bytes';
  readonly length: number;
}

/** A text that the compiler knows: literals, put together or repeated. */
function foldedText(node: Expr): FoldedText | undefined {
  if (node.kind === 'Constant') {
    if (typeof node.value === 'string') return { type: 'str', length: [...node.value].length };
    return node.value instanceof Uint8Array ? { type: 'bytes', length: node.value.length } : undefined;
  }
  if (node.kind !== 'BinOp') return undefined;
  const [left, right] = [foldedText(node.left), foldedText(node.right)];
  if (node.op === 'Add' && left && left.type === right?.type)
    return { type: left.type, length: left.length + right.length };
  const times = left ? node.right : node.left;
  const text = left ?? right;
  if (node.op !== 'Mult' || !text || times.kind !== 'Constant') return undefined;
  if (typeof times.value !== 'number' && typeof times.value !== 'boolean') return undefined;
  const length = text.length * Math.max(Number(times.value), 0);
  return length <= LONGEST_TEXT ? { type: text.type, length } : undefined;
}

/** A number that the compiler knows. */
const isNumber = (node: Expr): boolean =>
  ['Constant', 'UnaryOp', 'BinOp'].includes(node.kind) && NUMBERS.has(typeOf(node) ?? '');

function constantType(value: unknown): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (typeof value === 'string') return 'str';
  if (value instanceof Float) return 'float';
  if (value instanceof Complex) return 'complex';
  return value instanceof Uint8Array ? 'bytes' : 'ellipsis';
}

/** A value that the compiler knows: literals, tuples of them, and signed numbers. */
function isKnown(node: Expr): boolean {
  if (node.kind === 'Constant') return true;
  if (node.kind === 'Tuple') return node.elts.every(isKnown);
  if (node.kind === 'BinOp') return foldedText(node) !== undefined || (isNumber(node) && !isLargePower(node));
  return node.kind === 'UnaryOp' && node.op !== 'Not' && isKnown(node.operand);
}

/** The compiler leaves powers beyond 128 bits to the program. */
function isLargePower({ op, left, right }: Extract<Expr, { kind: 'BinOp' }>): boolean {
  if (op !== 'Pow' || left.kind !== 'Constant' || right.kind !== 'Constant') return false;
  const bits = (value: unknown) =>
    typeof value === 'number' || typeof value === 'bigint' ? BigInt(value).toString(2).length : 0;
  return bits(left.value) * Number(right.value) > 128;
}

const hasIdentity = (node: Expr): boolean =>
  !isKnown(node) || ['NoneType', 'bool', 'ellipsis'].includes(typeOf(node) ?? '');

/** `x is "literal"` */
export function comparisonWarnings(node: Compare): string[] {
  const operands = [node.left, ...node.comparators];
  return node.ops.flatMap((operator, index) => {
    if (operator !== 'Is' && operator !== 'IsNot') return [];
    if (hasIdentity(operands[index]!) && hasIdentity(operands[index + 1]!)) return [];
    return operator === 'Is'
      ? ['"is" with a literal. Did you mean "=="?']
      : ['"is not" with a literal. Did you mean "!="?'];
  });
}

const UNCALLABLE = new Set(
  'Constant Tuple List ListComp Dict DictComp Set SetComp GeneratorExp JoinedStr FormattedValue'.split(' '),
);

/** `("a", 1) ("b", 2)` */
export function callWarnings({ func }: Call): string[] {
  if (!UNCALLABLE.has(func.kind) && !isLiteral(func)) return [];
  return [`'${typeOf(func)}' object is not callable; perhaps you missed a comma?`];
}

/** Literals, and arithmetic with them. */
const isLiteral = (node: Expr): boolean =>
  node.kind === 'Constant' ||
  ((node.kind === 'UnaryOp' || node.kind === 'BinOp') && (isNumber(node) || foldedText(node) !== undefined));

const WITHOUT_ITEMS = new Set(['NoneType', 'bool', 'int', 'float', 'complex', 'ellipsis']);
const NO_INDEX = new Set('Tuple List ListComp JoinedStr FormattedValue'.split(' '));

/** `{1} [0]` and `[1] ["a"]` */
export function subscriptWarnings({ value, slice, ctx }: Subscript): string[] {
  if (ctx !== 'Load') return [];
  const type = typeOf(value);
  const bare =
    ['Set', 'SetComp', 'GeneratorExp', 'Lambda'].includes(value.kind) ||
    (isLiteral(value) && WITHOUT_ITEMS.has(type!));
  const found = bare ? [`'${type}' object is not subscriptable; perhaps you missed a comma?`] : [];
  const index = typeOf(slice);
  const sequence = NO_INDEX.has(value.kind) || (isLiteral(value) && (type === 'str' || type === 'bytes'));
  if (!sequence || index === undefined || index === 'int' || index === 'bool') return found;
  return [...found, `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`];
}

/** `assert (test, message)` */
export function assertionWarnings({ test }: Assert): string[] {
  return test.kind === 'Tuple' && test.elts.length > 0
    ? ['assertion is always true, perhaps remove parentheses?']
    : [];
}
