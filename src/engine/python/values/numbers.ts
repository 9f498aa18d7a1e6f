/** Arithmetic of int and float: ints are numbers while safe, else bigints. */
import { Complex, powerComplex } from '../../stdlib/complex.ts';
import { Float } from '../../stdlib/float.ts';
import type { BinaryOperator } from '../parse/ast.ts';
import { callSpecialMethod } from './callable.ts';
import { typeName } from './classes/class-of.ts';
import { overflowError, raise, typeError, valueError } from './exceptions/exceptions.ts';
import { plain, type Value } from './value.ts';

export type Int = number | bigint;

/** Ints end here, at 300,000 digits: Firefox has no bigint of more than 2 ** 20 bits. */
const LARGEST = 1n << 1_000_000n;

/** The shortest shape of an int. */
export function normal(value: bigint): Int {
  if (value > LARGEST || value < -LARGEST)
    throw raise('MemoryError', 'the number is too large for this simulator');
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** Whether a value is an int; a bool is one, too. */
export const isInt = (value: Value): value is Int | boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** As `toIndex`, where C keeps the number in an int. @throws OverflowError */
export function toCInt(value: Value): number {
  const index = toIndex(value);
  if (index >= -(2 ** 31) && index < 2 ** 31) return Number(index);
  throw overflowError('Python int too large to convert to C int');
}

const toInt = (value: Int | boolean): Int => (typeof value === 'boolean' ? (value ? 1 : 0) : value);

/** A float's number for an int or float; undefined for anything else. */
export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Float) return value.value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return bigToNumber(value);
  return undefined;
}

function bigToNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw overflowError('int too large to convert to float');
  return number;
}

/** `left op right` where both are ints or floats; undefined where they are not. */
export function arithmetic(operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (isInt(left) && isInt(right)) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      if (operator === 'BitAnd') return left && right;
      if (operator === 'BitOr') return left || right;
      if (operator === 'BitXor') return left !== right;
    }
    return intArithmetic(operator, toInt(left), toInt(right));
  }
  const a = toNumber(left);
  const b = toNumber(right);
  return a === undefined || b === undefined ? undefined : floatArithmetic(operator, a, b);
}

function intArithmetic(operator: BinaryOperator, a: Int, b: Int): Value | undefined {
  switch (operator) {
    case 'Add': {
      if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
      return normal(BigInt(a) + BigInt(b));
    }
    case 'Sub': {
      if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a - b)) return a - b;
      return normal(BigInt(a) - BigInt(b));
    }
    case 'Mult': {
      if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b + 0;
      return normal(BigInt(a) * BigInt(b));
    }
    case 'Div':
      return divideInts(a, b);
    case 'FloorDiv':
      if (Number(b) === 0) throw raise('ZeroDivisionError', 'integer division or modulo by zero');
      return floorDivide(a, b);
    case 'Mod':
      if (Number(b) === 0) throw raise('ZeroDivisionError', 'integer modulo by zero');
      return modulo(a, b);
    case 'Pow':
      return power(a, b);
    case 'MatMult':
      return undefined;
    default:
      return bitwise(operator, a, b);
  }
}

function divideInts(a: Int, b: Int): Float {
  if (Number(b) === 0) throw raise('ZeroDivisionError', 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return new Float(a / b);
  const quotient = Number(a) / Number(b);
  if (Number.isFinite(quotient)) return new Float(quotient);
  const whole = BigInt(a) / BigInt(b);
  if (!Number.isFinite(Number(whole))) throw overflowError('integer division result too large for a float');
  return new Float(Number(whole));
}

/** `a // b` of ints; b is not 0. */
export function floorDivide(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    return (a - (modulo(a, b) as number)) / b + 0;
  }
  return normal((BigInt(a) - BigInt(modulo(a, b))) / BigInt(b));
}

/** `a % b` of ints, with the sign of b; b is not 0. */
export function modulo(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const divisor = BigInt(b);
  const rest = BigInt(a) % divisor;
  return normal(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest);
}

function power(a: Int, b: Int): Value {
  if (b < 0) {
    if (Number(a) === 0) throw raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
    return new Float(Number(a) ** Number(b));
  }
  const direct = Number(a) ** Number(b);
  if (Number.isSafeInteger(direct)) return direct;
  if (b > 100000) throw raise('MemoryError', 'the number is too large for this simulator');
  return normal(BigInt(a) ** BigInt(b));
}

function bitwise(operator: BinaryOperator, a: Int, b: Int): Int {
  const small = typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b;
  if (operator === 'LShift' || operator === 'RShift') {
    if (b < 0) throw valueError('negative shift count');
    if (operator === 'RShift') return normal(BigInt(a) >> BigInt(b));
    if (Number(a) === 0) return 0;
    if (b > 2 ** 64) throw raise('OverflowError', 'too many digits in integer');
    if (b > 1000000) throw raise('MemoryError', 'the number is too large for this simulator');
    return normal(BigInt(a) << BigInt(b));
  }
  if (operator === 'BitAnd') return small ? a & b : normal(BigInt(a) & BigInt(b));
  if (operator === 'BitOr') return small ? a | b : normal(BigInt(a) | BigInt(b));
  return small ? a ^ b : normal(BigInt(a) ^ BigInt(b));
}

function floatArithmetic(operator: BinaryOperator, a: number, b: number): Value | undefined {
  switch (operator) {
    case 'Add':
      return new Float(a + b);
    case 'Sub':
      return new Float(a - b);
    case 'Mult':
      return new Float(a * b);
    case 'Div':
      if (b === 0) throw raise('ZeroDivisionError', 'float division by zero');
      return new Float(a / b);
    case 'FloorDiv':
      if (b === 0) throw raise('ZeroDivisionError', 'float floor division by zero');
      return new Float(Math.floor((a - floatModulo(a, b)) / b + 0.5));
    case 'Mod':
      if (b === 0) throw raise('ZeroDivisionError', 'float modulo');
      return new Float(floatModulo(a, b));
    case 'Pow':
      return floatPower(a, b);
    default:
      return undefined;
  }
}

/** `a % b` of floats, with the sign of b. */
function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

function floatPower(a: number, b: number): Value {
  if (a === 0 && b < 0) throw raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b))
    return powerComplex(new Complex(a, 0), new Complex(b, 0))!;
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw raise('OverflowError', 34, 'Numerical result out of range');
  }
  return new Float(a === 1 || b === 0 ? 1 : result);
}

/**
 * An int, or what `__index__` gives: for subscripts, range(), repetition.
 * @throws TypeError of Python
 */
export function toIndex(value: Value, message?: (type: string) => string): Int {
  const bare = plain(value);
  if (isInt(bare)) return toInt(bare);
  const index = typeof bare === 'object' && bare !== null ? callSpecialMethod(value, '__index__') : undefined;
  if (index !== undefined && isInt(index)) return toInt(index);
  const type = typeName(value);
  throw typeError(message ? message(type) : `'${type}' object cannot be interpreted as an integer`);
}

/** As `toIndex`, where only small numbers make sense. */
export function toSize(value: Value): number {
  const index = toIndex(value);
  if (typeof index === 'number') return index;
  if (index >= -(2n ** 63n) && index < 2n ** 63n) return Number(index);
  throw overflowError('Python int too large to convert to C ssize_t');
}
