/** `ln`, `log10`, `exp` and powers that are not whole, by series over large integers. Answers to: CPython's decimal module. */
import { Decimal, tenTo } from '../decimal.ts';
import { wholePower } from './arithmetic.ts';
import { type Context, finish, invalid, note } from './context.ts';

/** Digits beyond those that are wanted. */
const SPARE = 16;

/** `2 * atanh(top / bottom)` over a unit. */
function twiceAtanh(top: bigint, bottom: bigint, unit: bigint): bigint {
  let term = (unit * top) / bottom;
  let sum = 0n;
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += term / odd;
    term = (term * top * top) / (bottom * bottom);
  }
  return 2n * sum;
}

const ln2 = (unit: bigint): bigint => twiceAtanh(1n, 3n, unit);
/** ln(10) = 3 ln(2) + ln(5/4) */
const ln10 = (unit: bigint): bigint => 3n * ln2(unit) + twiceAtanh(1n, 9n, unit);

/** The natural logarithm of a positive number, over a unit. */
function naturalLog(value: Decimal, unit: bigint): bigint {
  // Between 1 and 10, halved until it is near 1, where the series is short.
  const shift = value.digits.length - 1;
  let mantissa = (value.coefficient * unit) / tenTo(shift);
  let halvings = 0n;
  while (mantissa * 3n > unit * 4n) {
    mantissa /= 2n;
    halvings++;
  }
  const near = twiceAtanh(mantissa - unit, mantissa + unit, unit);
  return near + halvings * ln2(unit) + BigInt(value.exponent + shift) * ln10(unit);
}

/** `e ** (top / unit)`: a mantissa over the unit, and an exponent of ten. */
function exponential(top: bigint, unit: bigint): { mantissa: bigint; tens: number } {
  const ten = ln10(unit);
  const tens = top / ten;
  const HALVINGS = 8n;
  const rest = (top - tens * ten) >> HALVINGS;
  let term = unit;
  let sum = unit;
  for (let count = 1n; term !== 0n; count++) {
    term = (term * rest) / (unit * count);
    sum += term;
  }
  for (let square = 0n; square < HALVINGS; square++) sum = (sum * sum) / unit;
  return { mantissa: sum, tens: Number(tens) };
}

const inContext = (
  mantissa: bigint,
  exponent: number,
  context: Context,
  rounding = context.rounding,
): Decimal => {
  // Never exact: a last digit that is no zero says so to the rounding.
  const size = (mantissa < 0n ? -mantissa : mantissa) * 10n + 1n;
  return finish(new Decimal(mantissa < 0n, size, exponent - 1), { ...context, rounding });
};

/** `value.ln()` */
export function ln(value: Decimal, context: Context): Decimal {
  if (value.special === 'N' || (value.negative && !value.isZero && !value.isNaN)) return invalid(context);
  if (value.special) return value;
  if (value.isZero) return new Decimal(true, 0n, 0, 'F');
  if (value.compare(Decimal.fromInt(1)) === 0) return Decimal.fromInt(0);
  const places = context.precision + SPARE + Math.max(0, value.digits.length - Math.abs(value.adjusted));
  return inContext(naturalLog(value, tenTo(places)), -places, context, 'ROUND_HALF_EVEN');
}

/** `value.log10()` */
export function log10(value: Decimal, context: Context): Decimal {
  if (value.special === 'N' || (value.negative && !value.isZero && !value.isNaN)) return invalid(context);
  if (value.special) return value;
  if (value.isZero) return new Decimal(true, 0n, 0, 'F');
  if (/^10*$/.test(value.digits)) return finish(Decimal.fromInt(value.adjusted), context);
  const places = context.precision + SPARE + value.digits.length;
  const unit = tenTo(places);
  return inContext((naturalLog(value, unit) * unit) / ln10(unit), -places, context, 'ROUND_HALF_EVEN');
}

/** `value.exp()` */
export function exp(value: Decimal, context: Context): Decimal {
  if (value.special === 'N') return invalid(context);
  if (value.isNaN) return value;
  if (value.special) return value.negative ? Decimal.fromInt(0) : value;
  if (value.isZero) return Decimal.fromInt(1);
  return raised(value, { ...context, rounding: 'ROUND_HALF_EVEN' }, (unit) => unit);
}

/** `e ** (value * factor)`; the factor is given over a unit. */
function raised(value: Decimal, context: Context, factor: (unit: bigint) => bigint): Decimal {
  const infinite = value.adjusted > 12;
  if (infinite) {
    const large = !value.negative;
    note(
      context,
      large
        ? ['Overflow', 'Inexact', 'Rounded']
        : ['Underflow', 'Inexact', 'Rounded', 'Subnormal', 'Clamped'],
    );
    return large
      ? new Decimal(false, 0n, 0, 'F')
      : new Decimal(false, 0n, context.smallest - context.precision + 1);
  }
  const places = context.precision + SPARE + Math.max(0, value.adjusted) + 8;
  const unit = tenTo(places);
  const scaled =
    value.exponent >= 0
      ? value.signed * tenTo(value.exponent) * factor(unit)
      : (value.signed * factor(unit)) / tenTo(-value.exponent);
  const { mantissa, tens } = exponential(scaled, unit);
  return inContext(mantissa, tens - places, context);
}

/** `base ** exponent` */
export function power(base: Decimal, exponent: Decimal, context: Context): Decimal {
  if (base.special === 'N' || exponent.special === 'N') return invalid(context);
  if (base.isNaN) return base;
  if (exponent.isNaN) return exponent;
  const whole = !exponent.special && exponent.rescaled(0, 'ROUND_DOWN').compare(exponent) === 0;
  if (whole) return wholeOrOverflow(base, exponent, context);
  if (base.negative && !base.isZero) return invalid(context);
  if (base.isZero || base.special) {
    const vanishes = base.isZero !== exponent.negative;
    return vanishes ? Decimal.fromInt(0) : new Decimal(false, 0n, 0, 'F');
  }
  const order = base.compare(Decimal.fromInt(1))!;
  if (exponent.special) {
    if (order === 0) return finish(Decimal.fromInt(1), context);
    return order > 0 !== exponent.negative ? new Decimal(false, 0n, 0, 'F') : Decimal.fromInt(0);
  }
  if (order === 0) return padded(1n, context);
  return raised(exponent, context, (unit) => naturalLog(base, unit));
}

/** A power that would be exact has all digits of the context all the same. */
const padded = (value: bigint, context: Context): Decimal => {
  note(context, ['Inexact', 'Rounded']);
  const places = context.precision - value.toString().length;
  return new Decimal(false, value * tenTo(places), -places);
};

function wholeOrOverflow(base: Decimal, exponent: Decimal, context: Context): Decimal {
  const times = Number(exponent.toInt());
  const size = base.special || base.isZero ? 0 : Math.abs(base.adjusted * times);
  if (size <= 2 * context.largest || Math.abs(times) < 2) return wholePower(base, times, context);
  if (base.adjusted > 0 === times > 0) {
    note(context, ['Overflow', 'Inexact', 'Rounded']);
    return new Decimal(base.negative && times % 2 !== 0, 0n, 0, 'F');
  }
  note(context, ['Underflow', 'Inexact', 'Rounded', 'Subnormal', 'Clamped']);
  return new Decimal(false, 0n, context.smallest - context.precision + 1);
}
