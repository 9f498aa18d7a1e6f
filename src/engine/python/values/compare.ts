/** Comparison: `==`, `<` and the rest, with reflected methods; identity; what the core types compare by themselves. */
import { Float } from '../../stdlib/float.ts';
import type { ComparisonOperator } from '../parse/ast.ts';
import { callSpecial, NativeFunction } from './callable.ts';
import { classOf, typeName } from './classes/class-of.ts';
import { typeClass } from './classes/classes.ts';
import { NotImplemented, PyList, PyTuple } from './containers/containers.ts';
import { typeError } from './exceptions/exceptions.ts';
import { deeper } from './interpreter.ts';
import { truth } from './truth.ts';
import { PyBoxed, PyClass, plain, type Value } from './value.ts';

export type RichOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE';

const METHODS: Readonly<Record<RichOperator, readonly [method: string, reflected: string, symbol: string]>> =
  {
    Eq: ['__eq__', '__eq__', '=='],
    NotEq: ['__ne__', '__ne__', '!='],
    Lt: ['__lt__', '__gt__', '<'],
    LtE: ['__le__', '__ge__', '<='],
    Gt: ['__gt__', '__lt__', '>'],
    GtE: ['__ge__', '__le__', '>='],
  };

/** `a is b`. Equal strings, ints and bools are one object. */
export function identical(a: Value, b: Value): boolean {
  return a === b;
}

/** What containers compare items by: identity or equality. */
export function sameOrEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return false;
  // Classes without a metaclass of their own are equal to themselves alone.
  if (a instanceof PyClass && b instanceof PyClass && a.cls === typeClass && b.cls === typeClass)
    return false;
  return truth(richCompare('Eq', a, b));
}

/** `a == b` as a JavaScript boolean. */
export function isEqual(a: Value, b: Value): boolean {
  return truth(richCompare('Eq', a, b));
}

/** `a < b` as a JavaScript boolean. */
export function isLess(a: Value, b: Value): boolean {
  return truth(richCompare('Lt', a, b));
}

/**
 * `a == b`, `a < b` …: any value, as the methods may answer anything.
 * @throws TypeError of Python where an order is asked of what has none
 */
export function richCompare(operator: RichOperator, a: Value, b: Value): Value {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null || a instanceof Float) {
    const direct = comparePrimitive(operator, a, b);
    if (direct !== undefined) return direct;
  }
  const [method, reflected, symbol] = METHODS[operator];
  const classA = classOf(a);
  const classB = classOf(b);
  const reflectedFirst =
    classA !== classB && classB.isSubclassOf(classA) && classB.lookup(reflected) !== undefined;
  if (reflectedFirst) {
    const answer = attempt(b, reflected, a);
    if (answer !== NotImplemented) return answer;
  }
  const answer = attempt(a, method, b);
  if (answer !== NotImplemented) return answer;
  if (!reflectedFirst) {
    const other = attempt(b, reflected, a);
    if (other !== NotImplemented) return other;
  }
  if (operator === 'Eq') return a === b;
  if (operator === 'NotEq') return a !== b;
  throw typeError(`'${symbol}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function attempt(self: Value, name: string, other: Value): Value {
  const method = classOf(self).lookup(name);
  if (method === undefined || method === null) return NotImplemented;
  if (method instanceof NativeFunction) return callSpecial(method, self, [other]);
  return deeper(' in comparison', () => callSpecial(method, self, [other]));
}

/** Numbers, strings and bytes among themselves; undefined where the two are not comparable in this way. */
function comparePrimitive(operator: RichOperator, left: Value, right: Value): boolean | undefined {
  const a = left instanceof PyBoxed ? undefined : comparable(left);
  const b = right instanceof PyBoxed ? undefined : comparable(right);
  if (a === undefined || b === undefined) return undefined;
  if ((typeof a === 'string') !== (typeof b === 'string')) return undefined;
  return ordered(operator, a, b);
}

function comparable(value: Value): string | number | bigint | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Float) return value.value;
  return undefined;
}

function ordered<T extends string | number | bigint>(operator: RichOperator, a: T, b: T): boolean {
  switch (operator) {
    case 'Eq':
      // biome-ignore lint/suspicious/noDoubleEquals: 1 == 1n compares ints of both shapes by value
      return a == b;
    case 'NotEq':
      // biome-ignore lint/suspicious/noDoubleEquals: as above
      return a != b;
    case 'Lt':
      return a < b;
    case 'LtE':
      return a <= b;
    case 'Gt':
      return a > b;
    case 'GtE':
      return a >= b;
  }
}

/** The core types' own `__eq__`, `__lt__` …: NotImplemented for anything else. */
export function compareCore(operator: RichOperator, self: Value, other: Value): Value {
  const a = plain(self);
  const b = plain(other);
  const direct = comparePrimitive(operator, a, b);
  if (direct !== undefined) return direct;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return ordered(operator, compareBytes(a, b), 0);
  const lists = a instanceof PyList && b instanceof PyList;
  if (lists || (a instanceof PyTuple && b instanceof PyTuple))
    return compareItems(operator, a.items, b.items);
  return NotImplemented;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (a[index] !== b[index]) return a[index]! - b[index]!;
  }
  return a.length - b.length;
}

function compareItems(operator: RichOperator, a: readonly Value[], b: readonly Value[]): Value {
  if (a.length !== b.length && operator === 'Eq') return false;
  if (a.length !== b.length && operator === 'NotEq') return true;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (sameOrEqual(a[index]!, b[index]!)) continue;
    if (operator === 'Eq') return false;
    if (operator === 'NotEq') return true;
    return richCompare(operator, a[index]!, b[index]!);
  }
  return ordered(operator, a.length, b.length);
}

/** The names of the comparison methods, for the core types' tables. */
export const RICH_METHODS: readonly (readonly [RichOperator, string])[] = (
  Object.keys(METHODS) as RichOperator[]
).map((operator) => [operator, METHODS[operator][0]]);

/** True for the operators that `richCompare` takes. */
export const isRich = (operator: ComparisonOperator): operator is RichOperator => operator in METHODS;
