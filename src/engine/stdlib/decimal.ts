/** The number of Python's `decimal.Decimal`: what it is, how it compares and how it is written. decimal/ has its arithmetic. */
import { Raise } from '../machine.ts';
import { type Rounding, roundedQuotient } from './decimal/rounding.ts';
import { exactRatio } from './ratio.ts';

export type { Rounding } from './decimal/rounding.ts';

/** F for infinity, n and N for the quiet and the signalling NaN. */
export type Special = 'F' | 'n' | 'N';

const PATTERN =
  /^\s*([+-])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?|(inf(?:inity)?)|(s?)nan(\d*))\s*$/i;

export class Decimal {
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;
  readonly special: Special | undefined;

  constructor(negative: boolean, coefficient: bigint, exponent: number, special?: Special) {
    this.negative = negative;
    this.coefficient = coefficient;
    this.exponent = exponent;
    this.special = special;
  }

  /** `Decimal(text)` @throws decimal.InvalidOperation for what is no number */
  static parse(text: string): Decimal {
    const found = Decimal.read(text);
    if (found) return found;
    throw new Raise('decimal.InvalidOperation', ["[<class 'decimal.ConversionSyntax'>]"]);
  }

  /** The number that a text writes; undefined for what is no number. */
  static read(text: string): Decimal | undefined {
    const found = PATTERN.exec(asciiDigits(text.replaceAll('_', '')));
    if (!found) return undefined;
    const [, sign, whole = '', fraction = '', exponent = '0', infinity, signalling, payload] = found;
    const negative = sign === '-';
    if (infinity) return new Decimal(negative, 0n, 0, 'F');
    if (payload !== undefined) return new Decimal(negative, BigInt(payload || 0), 0, signalling ? 'N' : 'n');
    return new Decimal(negative, BigInt(whole + fraction), Number(exponent) - fraction.length);
  }

  static fromInt(value: number | bigint): Decimal {
    const size = BigInt(value);
    return new Decimal(size < 0n, size < 0n ? -size : size, 0);
  }

  /** The exact value of a float. */
  static fromFloat(value: number): Decimal {
    if (Number.isNaN(value)) return new Decimal(false, 0n, 0, 'n');
    const negative = value < 0 || Object.is(value, -0);
    if (!Number.isFinite(value)) return new Decimal(negative, 0n, 0, 'F');
    const [top, bottom] = exactRatio(Math.abs(value));
    const halvings = bottom.toString(2).length - 1;
    return new Decimal(negative, top * 5n ** BigInt(halvings), -halvings);
  }

  get isNaN(): boolean {
    return this.special === 'n' || this.special === 'N';
  }

  get isZero(): boolean {
    return this.special === undefined && this.coefficient === 0n;
  }

  get digits(): string {
    return this.coefficient.toString();
  }

  /** Exponent of the first digit. */
  get adjusted(): number {
    return this.exponent + this.digits.length - 1;
  }

  /** With the sign, over a power of ten. */
  get signed(): bigint {
    return this.negative ? -this.coefficient : this.coefficient;
  }

  static ofSigned(value: bigint, exponent: number, zeroNegative = false): Decimal {
    if (value === 0n) return new Decimal(zeroNegative, 0n, exponent);
    return new Decimal(value < 0n, value < 0n ? -value : value, exponent);
  }

  /** With at most so many digits. */
  shortened(digits: number, rounding: Rounding = 'ROUND_HALF_EVEN'): Decimal {
    const excess = this.digits.length - digits;
    if (this.special !== undefined || excess <= 0) return this;
    const coefficient = roundedQuotient(this.coefficient, tenTo(excess), this.negative, rounding);
    return new Decimal(this.negative, coefficient, this.exponent + excess).shortened(digits, rounding);
  }

  /** The coefficient over a smaller exponent. */
  scaled(exponent: number): bigint {
    return this.signed * tenTo(this.exponent - exponent);
  }

  opposite(): Decimal {
    return this.withSign(!this.negative);
  }

  absolute(): Decimal {
    return new Decimal(false, this.coefficient, this.exponent, this.special);
  }

  /** A fraction in lowest terms. @throws ValueError, OverflowError */
  ratio(): readonly [bigint, bigint] {
    if (this.isNaN) throw new Raise('builtins.ValueError', ['cannot convert NaN to integer ratio']);
    if (this.special) throw new Raise('builtins.OverflowError', ['cannot convert Infinity to integer ratio']);
    const top = this.signed * (this.exponent > 0 ? tenTo(this.exponent) : 1n);
    const bottom = this.exponent < 0 ? tenTo(-this.exponent) : 1n;
    let [a, b] = [top < 0n ? -top : top, bottom];
    while (b !== 0n) [a, b] = [b, a % b];
    return [top / a, bottom / a];
  }

  /** The same digits with another sign. */
  withSign(negative: boolean): Decimal {
    return new Decimal(negative, this.coefficient, this.exponent, this.special);
  }

  /** Over another exponent, exact or rounded. */
  rescaled(exponent: number, rounding: Rounding = 'ROUND_HALF_EVEN'): Decimal {
    const shift = this.exponent - exponent;
    const coefficient =
      shift >= 0
        ? this.coefficient * tenTo(shift)
        : roundedQuotient(this.coefficient, tenTo(-shift), this.negative, rounding);
    return new Decimal(this.negative, coefficient, exponent);
  }

  /** Negative, zero or positive; undefined where one is no number. */
  compare(other: Decimal): number | undefined {
    if (this.isNaN || other.isNaN) return undefined;
    const size = (value: Decimal) => (value.special ? (value.negative ? -1 : 1) : 0);
    if (this.special || other.special) return size(this) - size(other);
    if (this.isZero || other.isZero || this.negative !== other.negative) {
      const sign = (value: Decimal) => (value.isZero ? 0 : value.negative ? -1 : 1);
      return Math.sign(sign(this) - sign(other));
    }
    if (this.adjusted !== other.adjusted) return this.adjusted > other.adjusted === this.negative ? -1 : 1;
    const exponent = Math.min(this.exponent, other.exponent);
    const difference = this.scaled(exponent) - other.scaled(exponent);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: unknown): boolean {
    return other instanceof Decimal && this.compare(other) === 0;
  }

  /** `int(…)`: without what is behind the point. @throws ValueError, OverflowError */
  toInt(): number | bigint {
    if (this.special) {
      throw this.isNaN
        ? new Raise('builtins.ValueError', ['cannot convert NaN to integer'])
        : new Raise('builtins.OverflowError', ['cannot convert Infinity to integer']);
    }
    const { signed } = this.rescaled(0, 'ROUND_DOWN');
    return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
  }

  /** `float(…)` */
  toFloat(): number {
    if (this.isNaN) return Number.NaN;
    if (this.special) return this.negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return Number(`${this.negative ? '-' : ''}${this.digits}e${this.exponent}`);
  }

  /** Without an exponent, as the format "f" writes it. */
  toPlain(): string {
    if (this.special) return this.toString();
    const sign = this.negative ? '-' : '';
    if (this.exponent >= 0) return sign + this.digits + (this.isZero ? '' : '0'.repeat(this.exponent));
    const digits = this.digits.padStart(1 - this.exponent, '0');
    return `${sign}${digits.slice(0, this.exponent)}.${digits.slice(this.exponent)}`;
  }

  toString(): string {
    return this.shown(1);
  }

  /** With an exponent that is a multiple of three, as engineers write it. */
  toEngineering(): string {
    return this.shown(3);
  }

  private shown(step: 1 | 3): string {
    const sign = this.negative ? '-' : '';
    const { digits, exponent, special, adjusted } = this;
    if (special === 'F') return `${sign}Infinity`;
    if (special) return `${sign}${special === 'N' ? 's' : ''}NaN${this.coefficient === 0n ? '' : digits}`;
    if (exponent <= 0 && adjusted >= -6) return this.toPlain();
    const power = step === 1 ? adjusted : Math.floor((this.isZero ? adjusted + 2 : adjusted) / 3) * 3;
    const before = adjusted - power + 1;
    const padded = before > 0 ? digits.padEnd(before, '0') : digits.padStart(digits.length + 1 - before, '0');
    const point = Math.max(before, 1);
    const mantissa = padded.length > point ? `${padded.slice(0, point)}.${padded.slice(point)}` : padded;
    return `${sign}${mantissa}${power === 0 ? '' : `E${power > 0 ? '+' : ''}${power}`}`;
  }

  repr(): string {
    return `Decimal('${this}')`;
  }
}

/** Digits of any script count, as `int()` takes them. */
const asciiDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** Digits that a number may have here. */
const MOST_DIGITS = 200_000;

/** A power of ten. @throws MemoryError for one that no machine holds */
export function tenTo(power: number): bigint {
  if (power > MOST_DIGITS) throw new Raise('builtins.MemoryError', []);
  return 10n ** BigInt(power);
}
