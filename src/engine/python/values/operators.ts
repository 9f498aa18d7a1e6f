/** Binary and unary operators with their reflected and in-place methods. */
import { Float } from '../../stdlib/float.ts';
import type { BinaryOperator, UnaryOperator } from '../parse/ast.ts';
import { callSpecial, callSpecialMethod } from './callable.ts';
import { classOf, typeName } from './classes/class-of.ts';
import { NotImplemented } from './containers/containers.ts';
import { typeError } from './exceptions/exceptions.ts';
import { arithmetic } from './numbers.ts';
import { truth } from './truth.ts';
import type { Value } from './value.ts';

/** Operator, its symbol, and the stem of its methods: `__add__`, `__radd__`, `__iadd__`. */
export const BINARY: Readonly<Record<BinaryOperator, readonly [symbol: string, stem: string]>> = {
  Add: ['+', 'add'],
  Sub: ['-', 'sub'],
  Mult: ['*', 'mul'],
  MatMult: ['@', 'matmul'],
  Div: ['/', 'truediv'],
  Mod: ['%', 'mod'],
  Pow: ['**', 'pow'],
  LShift: ['<<', 'lshift'],
  RShift: ['>>', 'rshift'],
  BitOr: ['|', 'or'],
  BitXor: ['^', 'xor'],
  BitAnd: ['&', 'and'],
  FloorDiv: ['//', 'floordiv'],
};

/** `left op right` */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const direct = arithmetic(operator, left, right);
    if (direct !== undefined) return direct;
  } else if (typeof left === 'string' && typeof right === 'string' && operator === 'Add') {
    return left + right;
  }
  const answer = dispatch(operator, left, right);
  if (answer !== NotImplemented) return answer;
  throw unsupported(operator, left, right, false);
}

/** `left op= right`: `__iadd__` where there is one. */
export function inPlace(operator: BinaryOperator, left: Value, right: Value): Value {
  if (typeof left === 'object' && left !== null && !(left instanceof Float)) {
    const method = classOf(left).lookup(`__i${BINARY[operator][1]}__`);
    if (method !== undefined && method !== null) {
      const answer = callSpecial(method, left, [right]);
      if (answer !== NotImplemented) return answer;
    }
  } else if (typeof left === 'number' || typeof left === 'string') {
    if (typeof left === typeof right && (operator === 'Add' || typeof left === 'number'))
      return binary(operator, left, right);
  }
  const answer = dispatch(operator, left, right);
  if (answer !== NotImplemented) return answer;
  throw unsupported(operator, left, right, true);
}

function dispatch(operator: BinaryOperator, left: Value, right: Value): Value {
  const stem = BINARY[operator][1];
  const leftClass = classOf(left);
  const rightClass = classOf(right);
  const method = leftClass.lookup(`__${stem}__`) ?? undefined;
  const reflected = leftClass === rightClass ? undefined : (rightClass.lookup(`__r${stem}__`) ?? undefined);
  const reflectedFirst =
    reflected !== undefined &&
    rightClass.isSubclassOf(leftClass) &&
    reflected !== leftClass.lookup(`__r${stem}__`);
  if (reflectedFirst) {
    const answer = callSpecial(reflected, right, [left]);
    if (answer !== NotImplemented) return answer;
  }
  if (method !== undefined) {
    const answer = callSpecial(method, left, [right]);
    if (answer !== NotImplemented) return answer;
  }
  if (reflected !== undefined && !reflectedFirst) return callSpecial(reflected, right, [left]);
  return NotImplemented;
}

const CONCATENATES = new Set(['str', 'list', 'tuple']);

function unsupported(operator: BinaryOperator, left: Value, right: Value, assigning: boolean): object {
  const [symbol] = BINARY[operator];
  const a = typeName(left);
  const b = typeName(right);
  const native = classOf(left).mro.find((cls) => CONCATENATES.has(cls.name) && cls.native)?.name;
  if (operator === 'Add' && native)
    return typeError(`can only concatenate ${native} (not "${b}") to ${native}`);
  if (operator === 'Add' && left instanceof Uint8Array) return typeError(`can't concat ${b} to bytes`);
  if (operator === 'Mult') {
    const repeats = (value: Value) =>
      classOf(value).lookup('__rmul__') && classOf(value).lookup('__getitem__');
    if (repeats(left)) return typeError(`can't multiply sequence by non-int of type '${b}'`);
    if (repeats(right)) return typeError(`can't multiply sequence by non-int of type '${a}'`);
  }
  const shown = operator === 'Pow' && !assigning ? '** or pow()' : assigning ? `${symbol}=` : symbol;
  return typeError(`unsupported operand type(s) for ${shown}: '${a}' and '${b}'`);
}

const UNARY: Readonly<Record<Exclude<UnaryOperator, 'Not'>, readonly [symbol: string, method: string]>> = {
  USub: ['-', '__neg__'],
  UAdd: ['+', '__pos__'],
  Invert: ['~', '__invert__'],
};

/** `-value`, `+value`, `~value`, `not value` */
export function unary(operator: UnaryOperator, value: Value): Value {
  if (operator === 'Not') return !truth(value);
  if (typeof value === 'number' && operator === 'USub') return 0 - value;
  const [symbol, method] = UNARY[operator];
  const answer = callSpecialMethod(value, method);
  if (answer === undefined) throw typeError(`bad operand type for unary ${symbol}: '${typeName(value)}'`);
  return answer;
}
