/**
 * Python's `decimal.Decimal` in the default context: 28 digits, half to even, and an error for what is undefined.
 * Answers to: CPython's decimal module. Above 300 lines because a number and its arithmetic are one thing.
 */
import { Raise } from '../machine.ts';
import { type Rounding, roundedQuotient } from './decimal/rounding.ts';
import { exactRatio } from './ratio.ts';

export type { Rounding } from './decimal/rounding.ts';

/** Digits of the default context. */
export const PRECISION = 28;
/** Exponent of what is too small for any digit. */
const SMALLEST_EXPONENT = -1000026;
/** Exponent of the largest numbers of the default context. */
const LARGEST_EXPONENT = 999999;

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
    const found = PATTERN.exec(asciiDigits(text.replaceAll('_', '')));
    if (!found) throw invalid('ConversionSyntax');
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
  private get signed(): bigint {
    return this.negative ? -this.coefficient : this.coefficient;
  }

  private static ofSigned(value: bigint, exponent: number, zeroNegative = false): Decimal {
    if (value === 0n) return new Decimal(zeroNegative, 0n, exponent);
    return new Decimal(value < 0n, value < 0n ? -value : value, exponent);
  }

  /** Rounded to the digits of the context. */
  rounded(precision = PRECISION, rounding: Rounding = 'ROUND_HALF_EVEN'): Decimal {
    const excess = this.digits.length - precision;
    if (this.special !== undefined || excess <= 0) return this;
    const coefficient = roundedQuotient(this.coefficient, tenTo(excess), this.negative, rounding);
    const result = new Decimal(this.negative, coefficient, this.exponent + excess);
    return result.digits.length > precision ? result.rounded(precision, rounding) : result;
  }

  /** The coefficient over a smaller exponent. */
  private scaled(exponent: number): bigint {
    return this.signed * tenTo(this.exponent - exponent);
  }

  add(other: Decimal): Decimal {
    const special = this.specialOf(other);
    if (special) {
      const opposed = this.special === 'F' && other.special === 'F' && this.negative !== other.negative;
      if (opposed) throw invalid('InvalidOperation');
      return special;
    }
    if (this.isZero || other.isZero || Math.abs(this.adjusted - other.adjusted) <= 2 * PRECISION + 2) {
      return this.exactSum(other).rounded();
    }
    const [large, small] = this.adjusted > other.adjusted ? [this, other] : [other, this];
    // All that is left of the small one is on which side of the large one the sum lies.
    const least = Math.min(large.exponent, large.adjusted - PRECISION - 2);
    return large.exactSum(new Decimal(small.negative, 1n, least - 1)).rounded();
  }

  private exactSum(other: Decimal): Decimal {
    const zero = this.isZero ? other : this;
    if ((this.isZero || other.isZero) && Math.abs(this.exponent - other.exponent) > 2 * PRECISION) {
      return this.isZero && other.isZero
        ? Decimal.ofSigned(0n, Math.min(this.exponent, other.exponent))
        : zero;
    }
    const exponent = Math.min(this.exponent, other.exponent);
    const sum = this.scaled(exponent) + other.scaled(exponent);
    return Decimal.ofSigned(sum, exponent, this.negative && other.negative);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.isNaN ? other : other.opposite());
  }

  multiply(other: Decimal): Decimal {
    const negative = this.negative !== other.negative;
    const special = this.specialOf(other);
    if (special) {
      if (special.isNaN) return special;
      if (this.isZero || other.isZero) throw invalid('InvalidOperation');
      return new Decimal(negative, 0n, 0, 'F');
    }
    return new Decimal(
      negative,
      this.coefficient * other.coefficient,
      this.exponent + other.exponent,
    ).rounded();
  }

  /** @throws decimal.DivisionByZero, decimal.InvalidOperation */
  divide(other: Decimal): Decimal {
    const negative = this.negative !== other.negative;
    const special = this.specialOf(other);
    if (special) {
      if (special.isNaN) return special;
      if (this.special && other.special) throw invalid('InvalidOperation');
      return this.special ? new Decimal(negative, 0n, 0, 'F') : new Decimal(negative, 0n, SMALLEST_EXPONENT);
    }
    if (other.isZero) throw divisionByZero(this);
    const ideal = this.exponent - other.exponent;
    if (this.isZero) return new Decimal(negative, 0n, ideal);
    const shift = Math.max(0, other.digits.length - this.digits.length + PRECISION + 1);
    const top = this.coefficient * tenTo(shift);
    let quotient = top / other.coefficient;
    let exponent = ideal - shift;
    if (top % other.coefficient !== 0n) {
      // A last digit that is neither 0 nor 5 keeps the rounding below from seeing a tie that is none.
      if (quotient % 5n === 0n) quotient++;
    } else {
      while (exponent < ideal && quotient % 10n === 0n) {
        quotient /= 10n;
        exponent++;
      }
    }
    return new Decimal(negative, quotient, exponent).rounded();
  }

  /** The integer part of the quotient, towards zero. */
  floorDivide(other: Decimal): Decimal {
    if (this.specialOf(other)) {
      const quotient = this.divide(other);
      return quotient.special ? quotient : new Decimal(quotient.negative, 0n, 0);
    }
    if (other.isZero) throw divisionByZero(this);
    const quotient = this.integerQuotient(other);
    return new Decimal(this.negative !== other.negative, quotient, 0);
  }

  /** The remainder, with the sign of the dividend. */
  modulo(other: Decimal): Decimal {
    const special = this.specialOf(other);
    if (special?.isNaN) return special;
    if (this.special) throw invalid('InvalidOperation');
    if (other.special) return this.rounded();
    if (other.isZero) throw invalid(this.isZero ? 'DivisionUndefined' : 'InvalidOperation');
    this.integerQuotient(other);
    const exponent = Math.min(this.exponent, other.exponent);
    const rest = this.absolute().scaled(exponent) % other.absolute().scaled(exponent);
    return new Decimal(this.negative, rest, exponent).rounded();
  }

  private integerQuotient(other: Decimal): bigint {
    const exponent = Math.min(this.exponent, other.exponent);
    const quotient = this.absolute().scaled(exponent) / other.absolute().scaled(exponent);
    if (quotient.toString().length > PRECISION) throw invalid('DivisionImpossible');
    return quotient;
  }

  /** To a whole power, by squaring, with digits to spare on the way. */
  power(exponent: number): Decimal {
    if (this.isNaN) return this;
    if (exponent === 0) {
      if (this.isZero) throw invalid('InvalidOperation');
      return Decimal.fromInt(1);
    }
    if (exponent < 0) return Decimal.fromInt(1).divide(this.power(-exponent));
    const negative = this.negative && exponent % 2 === 1;
    if (this.special) return new Decimal(negative, 0n, 0, 'F');
    const digits = PRECISION + String(exponent).length + 4;
    let result = Decimal.fromInt(1);
    let square: Decimal = this.absolute();
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = result.times(square, digits);
      if (rest > 1) square = square.times(square, digits);
    }
    return new Decimal(negative, result.coefficient, result.exponent).rounded();
  }

  private times(other: Decimal, digits: number): Decimal {
    const product = new Decimal(false, this.coefficient * other.coefficient, this.exponent + other.exponent);
    if (product.adjusted > LARGEST_EXPONENT) throw signal('Overflow', 'Overflow', 'Rounded');
    return product.rounded(digits);
  }

  private opposite(): Decimal {
    return new Decimal(!this.negative, this.coefficient, this.exponent, this.special);
  }

  negate(): Decimal {
    return this.isZero ? this.absolute().rounded() : this.opposite().rounded();
  }

  absolute(): Decimal {
    return new Decimal(false, this.coefficient, this.exponent, this.special);
  }

  /** The result that a NaN or an infinity forces. */
  private specialOf(other: Decimal): Decimal | undefined {
    for (const value of [this, other]) if (value.special === 'N') throw invalid('InvalidOperation');
    if (this.isNaN) return this;
    if (other.isNaN) return other;
    if (this.special) return this;
    return other.special ? other : undefined;
  }

  /** The square root, correctly rounded. @throws decimal.InvalidOperation for what is below zero */
  squareRoot(): Decimal {
    if (this.special === 'N') throw invalid('InvalidOperation');
    if (this.isNaN) return this;
    const ideal = Math.floor(this.exponent / 2);
    if (this.isZero) return new Decimal(this.negative, 0n, ideal);
    if (this.negative) throw invalid('InvalidOperation');
    if (this.special) return this;
    const odd = this.exponent % 2 === 0 ? 0 : 1;
    const room = Math.max(0, PRECISION + 1 - Math.ceil(this.digits.length / 2));
    const square = this.coefficient * tenTo(odd + 2 * room);
    let root = wholeRoot(square);
    let exponent = ideal - room;
    const exact = root * root === square;
    while (exact && exponent < ideal && root % 10n === 0n) {
      root /= 10n;
      exponent++;
    }
    if (!exact && root % 5n === 0n) root++;
    return new Decimal(false, root, exponent).rounded();
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

  /** To a whole number, left as it is where it is one. */
  toIntegral(rounding: Rounding = 'ROUND_HALF_EVEN'): Decimal {
    if (this.special === 'N') throw invalid('InvalidOperation');
    return this.special || this.exponent >= 0 ? this : this.rescaled(0, rounding);
  }

  /** As many decimal places as another has. @throws decimal.InvalidOperation beyond 28 digits */
  quantize(like: Decimal, rounding: Rounding = 'ROUND_HALF_EVEN'): Decimal {
    if (this.special || like.special) {
      if (this.isNaN || like.isNaN || this.special === like.special) return this.isNaN ? this : like;
      throw invalid('InvalidOperation');
    }
    const result = this.rescaled(like.exponent, rounding);
    if (result.digits.length > PRECISION) throw invalid('InvalidOperation');
    return result;
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

  /** Without zeros at the end. */
  normalize(): Decimal {
    const { special, coefficient, exponent, negative } = this.rounded();
    if (special) return this;
    if (coefficient === 0n) return new Decimal(negative, 0n, 0);
    const digits = coefficient.toString().replace(/0+$/, '');
    return new Decimal(negative, BigInt(digits), exponent + coefficient.toString().length - digits.length);
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

/** The root of a positive number without what is behind the point, by Newton's way. */
function wholeRoot(square: bigint): bigint {
  let root = 1n << BigInt((square.toString(2).length >> 1) + 1);
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) root = next;
  return root;
}

/** Digits that a number may have here. */
const MOST_DIGITS = 200_000;

function tenTo(power: number): bigint {
  if (power > MOST_DIGITS) throw new Raise('builtins.MemoryError', []);
  return 10n ** BigInt(power);
}

/** Python shows the conditions as a list of their classes. */
const signal = (type: string, ...conditions: string[]) =>
  new Raise(`decimal.${type}`, [`[${conditions.map((name) => `<class 'decimal.${name}'>`).join(', ')}]`]);

const invalid = (condition: string) => signal('InvalidOperation', condition);

const divisionByZero = (dividend: Decimal) =>
  dividend.isZero ? invalid('DivisionUndefined') : signal('DivisionByZero', 'DivisionByZero');
