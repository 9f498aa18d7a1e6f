/** How methods of a decimal are made from the arithmetic. */
import type { NativeCode } from '../../python/values/callable.ts';
import { NotImplemented } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import type { Value } from '../../python/values/value.ts';
import {
  add,
  divide,
  floorDivide,
  modulo,
  multiply,
  plus,
  subtract,
  toIntegral,
} from '../../stdlib/decimal/arithmetic.ts';
import { type Context, finish, invalid, note } from '../../stdlib/decimal/context.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import { Float } from '../../stdlib/float.ts';
import { decimalArgument, operand } from './conversion.ts';
import { contextArgument, currentContext } from './current-context.ts';
import { roundingArgument } from './rounding-argument.ts';

type Operation = (left: Decimal, right: Decimal, context: Context) => Value;

/** `__add__`, `__radd__` and the like. */
export function arithmetic(): Record<string, readonly [string, never]> {
  const operations: Readonly<Record<string, Operation>> = {
    add,
    sub: subtract,
    mul: multiply,
    truediv: divide,
    floordiv: floorDivide,
    mod: modulo,
  };
  const entries = Object.entries(operations).flatMap(([name, operation]) => [
    [`__${name}__`, direct(operation)] as const,
    [`__r${name}__`, direct((a, b, context) => operation(b, a, context))] as const,
  ]);
  return Object.fromEntries(entries);
}

/** An operation whose left side is the decimal itself; NotImplemented beside what is no number. */
export const direct = (operation: Operation): readonly [string, never] => [
  'other, /',
  ((call: Interpreter, self: Decimal, other: Value) => {
    const right = operand(other);
    return right ? operation(self, right, currentContext(call)) : NotImplemented;
  }) as never,
];

/** A float may be compared with, and that is remembered. */
export function comparable(call: Interpreter, other: Value): Decimal | undefined {
  if (!(other instanceof Float)) return operand(other);
  note(currentContext(call), ['FloatOperation']);
  return Decimal.fromFloat(other.value);
}

/** A comparison. @param holds whether it is true of -1, 0 or 1; beside NaN it is false and signals */
export const compared = (holds: (order: number) => boolean): readonly [string, never] => [
  'other, /',
  ((call: Interpreter, self: Decimal, other: Value) => {
    const right = comparable(call, other);
    if (!right) return NotImplemented;
    const order = self.compare(right);
    if (order === undefined) invalid(currentContext(call));
    return order !== undefined && holds(order);
  }) as never,
];

/** `number_class()`: sign and kind. */
export function classified(self: Decimal): string {
  if (self.isNaN) return self.special === 'N' ? 'sNaN' : 'NaN';
  const size = self.special ? 'Infinity' : self.isZero ? 'Zero' : 'Normal';
  return `${self.negative ? '-' : '+'}${size}`;
}

const QUESTIONS: Readonly<Record<string, (self: Decimal) => boolean>> = {
  is_nan: (self) => self.isNaN,
  is_qnan: (self) => self.special === 'n',
  is_snan: (self) => self.special === 'N',
  is_infinite: (self) => self.special === 'F',
  is_finite: (self) => self.special === undefined,
  is_zero: (self) => self.isZero,
  is_signed: (self) => self.negative,
  is_normal: (self) => self.special === undefined && !self.isZero,
  is_subnormal: () => false,
  is_canonical: () => true,
};

export const questions = Object.fromEntries(
  Object.entries(QUESTIONS).map(([name, ask]) => [
    name,
    ['', (_call: Interpreter, self: Decimal) => ask(self)],
  ]),
) as Record<string, readonly [string, NativeCode]>;

/** The larger or the smaller of two; a number wins over a quiet NaN. */
export function extreme(self: Decimal, other: Decimal, wanted: 1 | -1, context: Context): Decimal {
  if (self.special === 'n' && !other.isNaN) return plus(other, context);
  if (other.special === 'n' && !self.isNaN) return plus(self, context);
  const order = self.compare(other);
  if (order === undefined) return add(self, other, context);
  const equal = self.negative === wanted > 0 ? other : self;
  return finish(order === 0 ? equal : order * wanted > 0 ? self : other, context);
}

/** `compare(other)`: -1, 0, 1, or a NaN. */
export function compareTo(self: Decimal, other: Decimal, context: Context): Decimal {
  const order = self.compare(other);
  return order === undefined ? add(self, other, context) : Decimal.fromInt(Math.sign(order));
}

/** As all digits stand: 1.0 comes after 1.00. */
export function totalOrder(self: Decimal, other: Decimal): Decimal {
  const order = self.compare(other) || Number(other.negative) - Number(self.negative);
  const sign = self.negative ? -1 : 1;
  return Decimal.fromInt(Math.sign(order || sign * (self.exponent - other.exponent)));
}

/** Digits moved within the precision: `shift` and `rotate`. */
export function moved(self: Decimal, by: Decimal, { precision }: Context, round: boolean): Decimal {
  const places = Number(by.toInt());
  const digits = self.digits.padStart(precision, '0').slice(-precision);
  const turn = ((places % precision) + precision) % precision;
  const filled =
    places >= 0
      ? digits.slice(places).padEnd(precision, '0')
      : digits.slice(0, places).padStart(precision, '0');
  const text = round ? digits.slice(turn) + digits.slice(0, turn) : filled;
  return new Decimal(self.negative, BigInt(text), self.exponent);
}

/** A method that needs the decimal only. */
export const unary = (code: (self: Decimal) => Value) =>
  ['', (_call: Interpreter, self: Decimal) => code(self)] as const;

/** A method without arguments that obeys the current context. */
export const obeying = (code: (self: Decimal, context: Context) => Value) =>
  ['', (call: Interpreter, self: Decimal) => code(self, currentContext(call))] as const;

/** A method that takes `context=`. */
export const withContext = (code: (self: Decimal, context: Context) => Value) =>
  [
    'context=None',
    (call: Interpreter, self: Decimal, context: Value) => code(self, contextArgument(call, context)),
  ] as const;

/** A method that takes another number, and `context=`. */
export const withOther = (code: (self: Decimal, other: Decimal, context: Context) => Value) =>
  [
    'other, context=None',
    (call: Interpreter, self: Decimal, other: Value, context: Value) =>
      code(self, decimalArgument(other), contextArgument(call, context)),
  ] as const;

export const integral = [
  'rounding=None, context=None',
  (call: Interpreter, self: Decimal, rounding: Value, context: Value) => {
    const obeyed = contextArgument(call, context);
    return toIntegral(self, obeyed, rounding === null ? obeyed.rounding : roundingArgument(rounding));
  },
] as const;

/** `**`, from either side. */
export const powerMethod =
  (raise: (self: Decimal, other: Decimal, context: Context) => Decimal): NativeCode =>
  (call, self: Decimal, given: Value) => {
    const other = operand(given);
    return other ? raise(self, other, currentContext(call)) : NotImplemented;
  };
