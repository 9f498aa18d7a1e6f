/** Python's `datetime.timedelta`. Answers to: CPython's datetime.timedelta. */
import { Raise } from '../../machine.ts';
import { exactRatio, nearestInteger } from '../ratio.ts';
import { pad } from './calendar.ts';

const DAY = 86_400_000_000n;
const SECOND = 1_000_000n;
const MAX_DAYS = 999_999_999;

/** Amounts that make up a timedelta; each may have a fraction. */
export interface Amounts {
  readonly days?: number | bigint;
  readonly seconds?: number | bigint;
  readonly microseconds?: number | bigint;
  readonly milliseconds?: number | bigint;
  readonly minutes?: number | bigint;
  readonly hours?: number | bigint;
  readonly weeks?: number | bigint;
}

const UNITS: Readonly<Record<keyof Amounts, bigint>> = {
  days: DAY,
  seconds: SECOND,
  microseconds: 1n,
  milliseconds: 1000n,
  minutes: 60n * SECOND,
  hours: 3600n * SECOND,
  weeks: 7n * DAY,
};

const BY_ZERO = 'integer division or modulo by zero';

export class TimeDelta {
  readonly days: number;
  /** 0 to 86399. */
  readonly seconds: number;
  /** 0 to 999999. */
  readonly microseconds: number;

  /** @throws OverflowError beyond a thousand million days */
  constructor(microseconds: bigint) {
    let days = microseconds / DAY;
    let rest = microseconds % DAY;
    if (rest < 0n) {
      rest += DAY;
      days--;
    }
    if (BigInt.asIntN(32, days) !== days)
      throw new Raise('builtins.OverflowError', ['Python int too large to convert to C int']);
    if (days > MAX_DAYS || days < -MAX_DAYS) {
      throw new Raise('builtins.OverflowError', [`days=${days}; must have magnitude <= ${MAX_DAYS}`]);
    }
    this.days = Number(days);
    this.seconds = Number(rest / SECOND);
    this.microseconds = Number(rest % SECOND);
  }

  /** `timedelta(**amounts)` */
  static of(amounts: Amounts): TimeDelta {
    let total = 0n;
    let fraction = 0;
    for (const [unit, amount] of Object.entries(amounts) as [keyof Amounts, number | bigint | undefined][]) {
      if (amount === undefined) continue;
      if (typeof amount === 'bigint') total += amount * UNITS[unit];
      else {
        const whole = Math.trunc(amount);
        total += BigInt(whole) * UNITS[unit];
        fraction += (amount - whole) * Number(UNITS[unit]);
      }
    }
    return new TimeDelta(roundedSum(total, fraction));
  }

  /** The whole length. */
  get total(): bigint {
    return BigInt(this.days) * DAY + BigInt(this.seconds) * SECOND + BigInt(this.microseconds);
  }

  /** `total_seconds()` */
  totalSeconds(): number {
    const { total } = this;
    return Number.isSafeInteger(Number(total))
      ? Number(total) / 1e6
      : Number(total / SECOND) + this.microseconds / 1e6;
  }

  add(other: TimeDelta): TimeDelta {
    return new TimeDelta(this.total + other.total);
  }

  subtract(other: TimeDelta): TimeDelta {
    return new TimeDelta(this.total - other.total);
  }

  negate(): TimeDelta {
    return new TimeDelta(-this.total);
  }

  /** By an int, or by a float's value. */
  multiply(factor: number | bigint): TimeDelta {
    const [top, bottom] = typeof factor === 'bigint' ? [factor, 1n] : exactRatio(factor);
    return new TimeDelta(nearestInteger(this.total * top, bottom));
  }

  /** True division by a number. @throws ZeroDivisionError */
  divide(divisor: number | bigint): TimeDelta {
    const [top, bottom] = typeof divisor === 'bigint' ? [divisor, 1n] : exactRatio(divisor);
    if (top === 0n) throw new Raise('builtins.ZeroDivisionError', [BY_ZERO]);
    return new TimeDelta(nearestInteger(this.total * bottom, top));
  }

  /** `self // divisor` @throws ZeroDivisionError */
  floorDivide(divisor: bigint): TimeDelta {
    if (divisor === 0n) throw new Raise('builtins.ZeroDivisionError', [BY_ZERO]);
    const quotient = this.total / divisor;
    const below = this.total % divisor !== 0n && this.total < 0n !== divisor < 0n;
    return new TimeDelta(below ? quotient - 1n : quotient);
  }

  /** Negative, zero or positive. */
  compare(other: TimeDelta): number {
    const difference = this.total - other.total;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: unknown): boolean {
    return other instanceof TimeDelta && this.total === other.total;
  }

  toString(): string {
    const { days, seconds, microseconds } = this;
    const head = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `;
    const time = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return head + time + (microseconds === 0 ? '' : `.${pad(microseconds, 6)}`);
  }

  repr(): string {
    const parts = (['days', 'seconds', 'microseconds'] as const)
      .filter((name) => this[name] !== 0)
      .map((name) => `${name}=${this[name]}`);
    return `datetime.timedelta(${parts.join(', ') || '0'})`;
  }
}

/** A whole number and a fraction as a whole number; half-way, the even one. */
function roundedSum(whole: bigint, fraction: number): bigint {
  const floor = Math.floor(fraction);
  const below = whole + BigInt(floor);
  const rest = fraction - floor;
  return rest > 0.5 || (rest === 0.5 && below % 2n !== 0n) ? below + 1n : below;
}
