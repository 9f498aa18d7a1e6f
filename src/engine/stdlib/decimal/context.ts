/** What decimal arithmetic obeys: digits, rounding, and which conditions are errors. Answers to: decimal.Context. */
import { Raise } from '../../machine.ts';
import { Decimal, tenTo } from '../decimal.ts';
import { type Rounding, roundedQuotient } from './rounding.ts';

/** The conditions, in the order in which a context shows them. */
export const SIGNALS = [
  'Clamped',
  'InvalidOperation',
  'DivisionByZero',
  'Inexact',
  'FloatOperation',
  'Overflow',
  'Rounded',
  'Subnormal',
  'Underflow',
] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Context {
  precision: number;
  rounding: Rounding;
  /** Exponents of the first digit: of the smallest normal number, and of the largest. */
  smallest: number;
  largest: number;
  capitals: number;
  clamp: number;
  readonly flags: Set<Signal>;
  readonly traps: Set<Signal>;
}

const TRAPS: readonly Signal[] = ['InvalidOperation', 'DivisionByZero', 'Overflow'];

/** A context as a program begins with: 28 digits, half to even. */
export const makeContext = (
  precision = 28,
  rounding: Rounding = 'ROUND_HALF_EVEN',
  traps = TRAPS,
): Context => ({
  precision,
  rounding,
  smallest: -999999,
  largest: 999999,
  capitals: 1,
  clamp: 0,
  flags: new Set(),
  traps: new Set(traps),
});

/** Which exception it is where several conditions are errors. */
const FIRST: readonly Signal[] = [
  'InvalidOperation',
  'FloatOperation',
  'DivisionByZero',
  'Overflow',
  'Subnormal',
  'Underflow',
  'Rounded',
  'Inexact',
  'Clamped',
];

/** Remembers conditions. @param condition the name of what is invalid. @throws those that are errors in this context */
export function note(context: Context, signals: readonly Signal[], condition?: string): void {
  for (const signal of signals) context.flags.add(signal);
  const trapped = SIGNALS.filter((signal) => signals.includes(signal) && context.traps.has(signal));
  const first = FIRST.find((signal) => trapped.includes(signal));
  if (first === undefined) return;
  const shown = trapped.map((signal) => `<class 'decimal.${(signal === first && condition) || signal}'>`);
  throw new Raise(`decimal.${first}`, [`[${shown.join(', ')}]`]);
}

const NAN = new Decimal(false, 0n, 0, 'n');

/** What an invalid operation gives where that is no error. @throws decimal.InvalidOperation where it is one */
export function invalid(context: Context, condition = 'InvalidOperation'): Decimal {
  note(context, ['InvalidOperation'], condition);
  return NAN;
}

/** A result as the context wants it: not more digits, not too large, not too small. */
export function finish(value: Decimal, context: Context): Decimal {
  if (value.special !== undefined || value.isZero) return value;
  const least = context.smallest - context.precision + 1;
  const subnormal = value.adjusted < context.smallest;
  const exponent = Math.max(
    value.exponent + Math.max(0, value.digits.length - context.precision),
    subnormal ? least : Number.NEGATIVE_INFINITY,
  );
  if (exponent <= value.exponent) return fitting(value, context);
  const shift = tenTo(exponent - value.exponent);
  const coefficient = roundedQuotient(value.coefficient, shift, value.negative, context.rounding);
  const inexact = coefficient * shift !== value.coefficient;
  const result = new Decimal(value.negative, coefficient, exponent);
  const found: Signal[] = inexact ? ['Inexact', 'Rounded'] : ['Rounded'];
  if (subnormal) found.push('Subnormal');
  if (subnormal && inexact) found.push('Underflow');
  if (result.adjusted <= context.largest) note(context, found);
  return result.digits.length > context.precision ? finish(result, context) : fitting(result, context);
}

function fitting(value: Decimal, context: Context): Decimal {
  if (value.isZero || value.adjusted <= context.largest) return value;
  note(context, ['Overflow', 'Inexact', 'Rounded']);
  const { rounding, precision, largest } = context;
  const towards = value.negative ? 'ROUND_CEILING' : 'ROUND_FLOOR';
  if (rounding !== 'ROUND_DOWN' && rounding !== 'ROUND_05UP' && rounding !== towards)
    return new Decimal(value.negative, 0n, 0, 'F');
  return new Decimal(value.negative, tenTo(precision) - 1n, largest - precision + 1);
}
