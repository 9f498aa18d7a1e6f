/** Python's `datetime.time`, and how the time of a day is written. */
import { checkTime, pad, typeError, valueError } from './calendar.ts';
import { strftime } from './strftime.ts';
import type { TimeDelta } from './timedelta.ts';
import { offsetText, type TzInfo } from './timezone.ts';

/** The parts of a time of a day. */
export interface TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

/** As `isoformat(timespec=…)` writes it. @throws ValueError for an unknown timespec */
export function timeText(time: TimeParts, timespec = 'auto'): string {
  const { hour, minute, second, microsecond } = time;
  const spec = timespec === 'auto' ? (microsecond === 0 ? 'seconds' : 'microseconds') : timespec;
  const hours = pad(hour);
  const minutes = `${hours}:${pad(minute)}`;
  const seconds = `${minutes}:${pad(second)}`;
  switch (spec) {
    case 'hours':
      return hours;
    case 'minutes':
      return minutes;
    case 'seconds':
      return seconds;
    case 'milliseconds':
      return `${seconds}.${pad(Math.floor(microsecond / 1000), 3)}`;
    case 'microseconds':
      return `${seconds}.${pad(microsecond, 6)}`;
    default:
      throw valueError('Unknown timespec value');
  }
}

/** The numbers in a repr: the last zeros are left out. */
export function timeArguments({ hour, minute, second, microsecond }: TimeParts): number[] {
  if (microsecond !== 0) return [hour, minute, second, microsecond];
  return second !== 0 ? [hour, minute, second] : [hour, minute];
}

export class Time implements TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: TzInfo | null;
  readonly fold: number;

  /** @throws ValueError of Python */
  constructor(hour = 0, minute = 0, second = 0, microsecond = 0, tzinfo: TzInfo | null = null, fold = 0) {
    checkTime(hour, minute, second, microsecond, fold);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  utcoffset(): TimeDelta | null {
    return this.tzinfo?.utcoffset(null) ?? null;
  }

  isoformat(timespec = 'auto'): string {
    const offset = this.utcoffset();
    return timeText(this, timespec) + (offset ? offsetText(offset) : '');
  }

  strftime(format: string): string {
    return strftime(this, format);
  }

  /** @throws TypeError where one of them has an offset and the other has none */
  compare(other: Time): number {
    if ((this.utcoffset() === null) !== (other.utcoffset() === null)) {
      throw typeError("can't compare offset-naive and offset-aware times");
    }
    return this.sinceMidnight() - other.sinceMidnight();
  }

  equals(other: unknown): boolean {
    if (!(other instanceof Time) || (this.utcoffset() === null) !== (other.utcoffset() === null))
      return false;
    return this.sinceMidnight() === other.sinceMidnight();
  }

  /** Microseconds, in UTC where there is an offset. */
  sinceMidnight(): number {
    const { hour, minute, second, microsecond } = this;
    const local = ((hour * 60 + minute) * 60 + second) * 1e6 + microsecond;
    const offset = this.utcoffset();
    return offset ? local - Number(offset.total) : local;
  }

  toString(): string {
    return this.isoformat();
  }

  repr(): string {
    const parts: unknown[] = timeArguments(this);
    if (this.tzinfo) parts.push(`tzinfo=${this.tzinfo.repr()}`);
    if (this.fold === 1) parts.push('fold=1');
    return `datetime.time(${parts.join(', ')})`;
  }
}
