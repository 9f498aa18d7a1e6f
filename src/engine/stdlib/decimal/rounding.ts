/** The ways in which decimals are rounded. */

export type Rounding =
  | 'ROUND_CEILING'
  | 'ROUND_FLOOR'
  | 'ROUND_UP'
  | 'ROUND_DOWN'
  | 'ROUND_HALF_UP'
  | 'ROUND_HALF_DOWN'
  | 'ROUND_HALF_EVEN'
  | 'ROUND_05UP';

/** Whether the last digit goes up: how the rest compares with a half, whether the number is negative, the digits so far. */
const GOES_UP: Readonly<Record<Rounding, (half: number, negative: boolean, quotient: bigint) => boolean>> = {
  ROUND_CEILING: (_, negative) => !negative,
  ROUND_FLOOR: (_, negative) => negative,
  ROUND_UP: () => true,
  ROUND_DOWN: () => false,
  ROUND_HALF_UP: (half) => half >= 0,
  ROUND_HALF_DOWN: (half) => half > 0,
  ROUND_HALF_EVEN: (half, _, quotient) => half > 0 || (half === 0 && quotient % 2n === 1n),
  ROUND_05UP: (_, __, quotient) => quotient % 5n === 0n,
};

/** A quotient of two positive numbers, which stand for a number with this sign. */
export function roundedQuotient(top: bigint, bottom: bigint, negative: boolean, rounding: Rounding): bigint {
  const quotient = top / bottom;
  const rest = top % bottom;
  if (rest === 0n) return quotient;
  const twice = rest * 2n;
  const half = twice < bottom ? -1 : twice > bottom ? 1 : 0;
  return GOES_UP[rounding](half, negative, quotient) ? quotient + 1n : quotient;
}
