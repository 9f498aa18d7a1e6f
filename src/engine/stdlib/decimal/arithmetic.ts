/** Sums, products, quotients and whole powers of decimals in a context. Answers to: CPython's decimal module. */
import { Decimal, tenTo } from '../decimal.ts';
import { type Context, finish, invalid, note } from './context.ts';
import type { Rounding } from './rounding.ts';

/** The result that a NaN or an infinity forces. */
function specialOf(a: Decimal, b: Decimal, context: Context): Decimal | undefined {
  for (const value of [a, b]) if (value.special === 'N') return invalid(context);
  if (a.isNaN) return a;
  if (b.isNaN) return b;
  if (a.special) return a;
  return b.special ? b : undefined;
}

/** `a + b`, rounded. @throws what the context traps */
export function add(a: Decimal, b: Decimal, context: Context): Decimal {
  const special = specialOf(a, b, context);
  if (special) {
    const opposed = a.special === 'F' && b.special === 'F' && a.negative !== b.negative;
    return opposed ? invalid(context) : special;
  }
  const reach = 2 * context.precision + 2;
  if (a.isZero || b.isZero || Math.abs(a.adjusted - b.adjusted) <= reach)
    return finish(exactSum(a, b, context), context);
  const [large, small] = a.adjusted > b.adjusted ? [a, b] : [b, a];
  // All that is left of the small one is on which side of the large one the sum lies.
  const least = Math.min(large.exponent, large.adjusted - context.precision - 2);
  return finish(exactSum(large, new Decimal(small.negative, 1n, least - 1), context), context);
}

function exactSum(a: Decimal, b: Decimal, context: Context): Decimal {
  if ((a.isZero || b.isZero) && Math.abs(a.exponent - b.exponent) > 2 * context.precision) {
    if (a.isZero && b.isZero) return Decimal.ofSigned(0n, Math.min(a.exponent, b.exponent));
    return a.isZero ? b : a;
  }
  const exponent = Math.min(a.exponent, b.exponent);
  const sum = a.scaled(exponent) + b.scaled(exponent);
  const down = context.rounding === 'ROUND_FLOOR' && a.negative !== b.negative;
  return Decimal.ofSigned(sum, exponent, (a.negative && b.negative) || down);
}

/** `a - b`, rounded. @throws what the context traps */
export const subtract = (a: Decimal, b: Decimal, context: Context): Decimal =>
  add(a, b.isNaN ? b : b.opposite(), context);

/** `a * b`, rounded. @throws what the context traps */
export function multiply(a: Decimal, b: Decimal, context: Context): Decimal {
  const negative = a.negative !== b.negative;
  const special = specialOf(a, b, context);
  if (special) {
    if (special.isNaN) return special;
    return a.isZero || b.isZero ? invalid(context) : new Decimal(negative, 0n, 0, 'F');
  }
  return finish(new Decimal(negative, a.coefficient * b.coefficient, a.exponent + b.exponent), context);
}

function byZero(a: Decimal, negative: boolean, context: Context): Decimal {
  if (a.isZero) return invalid(context, 'DivisionUndefined');
  note(context, ['DivisionByZero']);
  return new Decimal(negative, 0n, 0, 'F');
}

/** @throws decimal.DivisionByZero, decimal.InvalidOperation where these are errors */
export function divide(a: Decimal, b: Decimal, context: Context): Decimal {
  const negative = a.negative !== b.negative;
  const special = specialOf(a, b, context);
  if (special) {
    if (special.isNaN) return special;
    if (a.special && b.special) return invalid(context);
    if (a.special) return new Decimal(negative, 0n, 0, 'F');
    return new Decimal(negative, 0n, context.smallest - context.precision + 1);
  }
  if (b.isZero) return byZero(a, negative, context);
  const ideal = a.exponent - b.exponent;
  if (a.isZero) return new Decimal(negative, 0n, ideal);
  const shift = Math.max(0, b.digits.length - a.digits.length + context.precision + 1);
  const top = a.coefficient * tenTo(shift);
  let quotient = top / b.coefficient;
  let exponent = ideal - shift;
  if (top % b.coefficient !== 0n) {
    // A last digit that is neither 0 nor 5 keeps the rounding from seeing a tie that is none.
    if (quotient % 5n === 0n) quotient++;
  } else {
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n;
      exponent++;
    }
  }
  return finish(new Decimal(negative, quotient, exponent), context);
}

/** The integer part of the quotient, towards zero. */
export function floorDivide(a: Decimal, b: Decimal, context: Context): Decimal {
  const negative = a.negative !== b.negative;
  if (specialOf(a, b, context)) {
    const quotient = divide(a, b, context);
    return quotient.special ? quotient : new Decimal(quotient.negative, 0n, 0);
  }
  if (b.isZero) return byZero(a, negative, context);
  const quotient = integerQuotient(a, b, context);
  return quotient === undefined ? invalid(context, 'DivisionImpossible') : new Decimal(negative, quotient, 0);
}

/** The remainder, with the sign of the dividend. */
export function modulo(a: Decimal, b: Decimal, context: Context): Decimal {
  const special = specialOf(a, b, context);
  if (special?.isNaN) return special;
  if (a.special) return invalid(context);
  if (b.special) return finish(a, context);
  if (b.isZero) return invalid(context, a.isZero ? 'DivisionUndefined' : 'InvalidOperation');
  if (integerQuotient(a, b, context) === undefined) return invalid(context, 'DivisionImpossible');
  const exponent = Math.min(a.exponent, b.exponent);
  const rest = a.absolute().scaled(exponent) % b.absolute().scaled(exponent);
  return finish(new Decimal(a.negative, rest, exponent), context);
}

/** Digits enough for an exact result on the way. */
const WIDE = 10_000;

/** The remainder that is nearest to zero: `remainder_near`. */
export function remainderNear(a: Decimal, b: Decimal, context: Context): Decimal {
  const finite = !a.special && !b.special && !b.isZero;
  if (finite && integerQuotient(a, b, context) === undefined) return invalid(context, 'DivisionImpossible');
  const rest = modulo(a, b, { ...context, precision: WIDE });
  if (rest.special || b.special) return finish(rest, context);
  const twice = new Decimal(false, rest.coefficient * 2n, rest.exponent);
  const order = twice.compare(b.absolute())!;
  const odd = (integerQuotient(a, b, context) ?? 0n) % 2n === 1n;
  if (order < 0 || (order === 0 && !odd)) return finish(rest, context);
  return subtract(rest, b.withSign(rest.negative), context);
}

function integerQuotient(a: Decimal, b: Decimal, context: Context): bigint | undefined {
  const exponent = Math.min(a.exponent, b.exponent);
  const quotient = a.absolute().scaled(exponent) / b.absolute().scaled(exponent);
  return quotient.toString().length > context.precision ? undefined : quotient;
}

/** To a whole power, by squaring, with digits to spare on the way. */
export function wholePower(base: Decimal, exponent: number, context: Context): Decimal {
  if (base.isNaN) return base;
  if (exponent === 0) return base.isZero ? invalid(context) : Decimal.fromInt(1);
  const negative = base.negative && exponent % 2 !== 0;
  if (base.special || base.isZero) {
    const vanishes = (base.special !== undefined) === exponent < 0;
    return new Decimal(negative, 0n, 0, vanishes ? undefined : 'F');
  }
  const spare: Context = {
    ...context,
    precision: context.precision + String(exponent).length + 4,
    rounding: 'ROUND_HALF_EVEN',
    flags: new Set(),
  };
  let result = Decimal.fromInt(1);
  let square = base.absolute();
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square, spare);
    if (rest > 1) square = multiply(square, square, spare);
  }
  if (exponent < 0) result = divide(Decimal.fromInt(1), result, spare);
  return finish(result.withSign(negative), context);
}

/** `-a`, rounded; a zero loses its sign. */
export const negate = (value: Decimal, context: Context): Decimal =>
  signOf(value, context, (number) => number.opposite());

/** `+a`: rounded to the context; a zero loses its sign. */
export const plus = (value: Decimal, context: Context): Decimal => signOf(value, context, (number) => number);

/** `abs(a)` */
export const absolute = (value: Decimal, context: Context): Decimal =>
  signOf(value, context, (number) => number.absolute());

/** What is no number keeps its sign. @throws decimal.InvalidOperation for one that signals */
function signOf(value: Decimal, context: Context, change: (number: Decimal) => Decimal): Decimal {
  if (value.special === 'N') return invalid(context);
  if (value.isNaN) return value;
  return value.isZero ? value.absolute() : finish(change(value), context);
}

/** The square root, correctly rounded. @throws decimal.InvalidOperation for what is below zero */
export function squareRoot(value: Decimal, context: Context): Decimal {
  if (value.special === 'N') return invalid(context);
  if (value.isNaN) return value;
  const ideal = Math.floor(value.exponent / 2);
  if (value.isZero) return new Decimal(value.negative, 0n, ideal);
  if (value.negative) return invalid(context);
  if (value.special) return value;
  const odd = value.exponent % 2 === 0 ? 0 : 1;
  const room = Math.max(0, context.precision + 1 - Math.ceil(value.digits.length / 2));
  const square = value.coefficient * tenTo(odd + 2 * room);
  let root = wholeRoot(square);
  let exponent = ideal - room;
  const exact = root * root === square;
  while (exact && exponent < ideal && root % 10n === 0n) {
    root /= 10n;
    exponent++;
  }
  if (!exact && root % 5n === 0n) root++;
  return finish(new Decimal(false, root, exponent), { ...context, rounding: 'ROUND_HALF_EVEN' });
}

/** The root of a positive number without what is behind the point, by Newton's way. */
function wholeRoot(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length >> 1) + 1);
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) root = next;
  return root;
}

/** To a whole number, left as it is where it is one. */
export function toIntegral(value: Decimal, context: Context, rounding = context.rounding): Decimal {
  if (value.special === 'N') return invalid(context);
  return value.special || value.exponent >= 0 ? value : value.rescaled(0, rounding);
}

/** As many decimal places as another has. @throws decimal.InvalidOperation beyond the digits of the context */
export function quantize(
  value: Decimal,
  like: Decimal,
  context: Context,
  rounding: Rounding = context.rounding,
): Decimal {
  if (value.special || like.special) {
    if (value.isNaN || like.isNaN || value.special === like.special) return value.isNaN ? value : like;
    return invalid(context);
  }
  if (!value.isZero && value.adjusted - like.exponent >= context.precision) return invalid(context);
  const result = value.rescaled(like.exponent, rounding);
  if (result.digits.length > context.precision) return invalid(context);
  if (like.exponent > value.exponent) {
    const exact = result.compare(value) === 0;
    note(context, exact ? ['Rounded'] : ['Inexact', 'Rounded']);
  }
  return result;
}

/** Without zeros at the end. */
export function normalize(value: Decimal, context: Context): Decimal {
  const { special, coefficient, exponent, negative } = finish(value, context);
  if (special) return value;
  if (coefficient === 0n) return new Decimal(negative, 0n, 0);
  const all = coefficient.toString();
  const digits = all.replace(/0+$/, '');
  return new Decimal(negative, BigInt(digits), exponent + all.length - digits.length);
}

/** The number beside it that the context can hold, upwards or downwards. */
export function neighbour(value: Decimal, context: Context, upwards: boolean): Decimal {
  if (value.special) return value;
  const step = new Decimal(!upwards, 1n, context.smallest - context.precision);
  return add(value, step, {
    ...context,
    rounding: upwards ? 'ROUND_CEILING' : 'ROUND_FLOOR',
    flags: new Set(),
    traps: new Set(),
  });
}
