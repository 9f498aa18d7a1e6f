/** Exact fractions. */
import { Raise } from '../machine.ts';

/** A finite float as an integer over a power of two: Python's `float.as_integer_ratio()`. @throws ValueError, OverflowError */
export function exactRatio(value: number): readonly [numerator: bigint, denominator: bigint] {
  if (Number.isNaN(value)) throw new Raise('builtins.ValueError', ['cannot convert NaN to integer ratio']);
  if (!Number.isFinite(value))
    throw new Raise('builtins.OverflowError', ['cannot convert Infinity to integer ratio']);
  let top = value;
  let halvings = 0n;
  while (!Number.isInteger(top)) {
    top *= 2;
    halvings++;
  }
  return [BigInt(top), 1n << halvings];
}

/** The integer that is nearest to a fraction; of two, the even one. */
export function nearestInteger(top: bigint, bottom: bigint): bigint {
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = bottom * sign;
  const dividend = top * sign;
  let quotient = dividend / divisor;
  let rest = dividend % divisor;
  if (rest < 0n) {
    rest += divisor;
    quotient--;
  }
  const twice = rest * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n !== 0n) ? quotient + 1n : quotient;
}
