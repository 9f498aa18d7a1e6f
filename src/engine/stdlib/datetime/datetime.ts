/** Python's `datetime.datetime`. The machine's local time is UTC. */
import * as calendar from './calendar.ts';
import { Date as PlainDate } from './date.ts';
import { strftime } from './strftime.ts';
import { Time, type TimeParts, timeArguments, timeText } from './time.ts';
import { TimeDelta } from './timedelta.ts';
import { offsetText, TimeZone, type TzInfo } from './timezone.ts';

const EPOCH = 719163;
const DAY = 86_400_000_000n;

/** Arguments of `replace`. */
export interface DateTimeParts extends Partial<TimeParts> {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly tzinfo?: TzInfo | null;
  readonly fold?: number;
}

export class DateTime extends PlainDate implements TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: TzInfo | null;
  readonly fold: number;

  /** @throws ValueError of Python */
  constructor(
    year: number,
    month: number,
    day: number,
    hour = 0,
    minute = 0,
    second = 0,
    microsecond = 0,
    tzinfo: TzInfo | null = null,
    fold = 0,
  ) {
    super(year, month, day);
    calendar.checkTime(hour, minute, second, microsecond, fold);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
    this.tzinfo = tzinfo;
    this.fold = fold;
  }

  /** From microseconds since 1970, as the local time of a zone; without a zone, naive UTC. */
  static fromMicroseconds(microseconds: bigint, tzinfo: TzInfo | null = null): DateTime {
    const utc = DateTime.fromLinear(microseconds + BigInt(EPOCH) * DAY, tzinfo);
    return tzinfo ? utc.fromUtc(tzinfo) : utc;
  }

  static combine(date: PlainDate, time: Time, tzinfo: TzInfo | null = time.tzinfo): DateTime {
    const { hour, minute, second, microsecond, fold } = time;
    return new DateTime(date.year, date.month, date.day, hour, minute, second, microsecond, tzinfo, fold);
  }

  private static fromLinear(linear: bigint, tzinfo: TzInfo | null, fold = 0): DateTime {
    let days = linear / DAY;
    let rest = linear % DAY;
    if (rest < 0n) {
      rest += DAY;
      days--;
    }
    const [year, month, day] = calendar.fromOrdinal(Number(days));
    const seconds = Number(rest / 1_000_000n);
    const microsecond = Number(rest % 1_000_000n);
    const hour = Math.floor(seconds / 3600);
    const minute = Math.floor(seconds / 60) % 60;
    return new DateTime(year, month, day, hour, minute, seconds % 60, microsecond, tzinfo, fold);
  }

  /** Microseconds of the wall clock, since the day before 0001-01-01. */
  private get linear(): bigint {
    const { hour, minute, second, microsecond } = this;
    return (
      BigInt(this.toOrdinal()) * DAY +
      BigInt((hour * 60 + minute) * 60 + second) * 1_000_000n +
      BigInt(microsecond)
    );
  }

  private fromUtc(tzinfo: TzInfo): DateTime {
    if (tzinfo.fromUtc) return tzinfo.fromUtc(this);
    const offset = tzinfo.utcoffset(this);
    if (!offset) throw calendar.valueError('fromutc() requires a non-None utcoffset() result');
    return this.plus(offset);
  }

  /** Microseconds since 1970; a naive one counts as local time. */
  microsecondsSinceEpoch(): bigint {
    return this.linear - BigInt(EPOCH) * DAY - (this.utcoffset()?.total ?? 0n);
  }

  timestamp(): number {
    return Number(this.microsecondsSinceEpoch()) / 1e6;
  }

  date(): PlainDate {
    return new PlainDate(this.year, this.month, this.day);
  }

  /** @param tzinfo whether to keep the zone, as `timetz()` does */
  time(tzinfo = false): Time {
    const { hour, minute, second, microsecond, fold } = this;
    return new Time(hour, minute, second, microsecond, tzinfo ? this.tzinfo : null, fold);
  }

  utcoffset(): TimeDelta | null {
    return this.tzinfo?.utcoffset(this) ?? null;
  }

  tzname(): string | null {
    return this.tzinfo?.tzname(this) ?? null;
  }

  /** The same moment in another zone. */
  asTimeZone(tzinfo: TzInfo = new TimeZone(new TimeDelta(0n), 'UTC')): DateTime {
    if (this.tzinfo === tzinfo) return this;
    return DateTime.fromMicroseconds(this.microsecondsSinceEpoch(), tzinfo);
  }

  replace(parts: DateTimeParts): DateTime {
    const { year, month, day, hour, minute, second, microsecond, fold } = { ...this, ...parts };
    const tzinfo = parts.tzinfo === undefined ? this.tzinfo : parts.tzinfo;
    return new DateTime(year, month, day, hour, minute, second, microsecond, tzinfo, fold);
  }

  override plus(delta: TimeDelta): DateTime {
    return DateTime.fromLinear(this.linear + delta.total, this.tzinfo);
  }

  /** @throws TypeError where one of them has an offset and the other has none */
  override minus(other: DateTime): TimeDelta {
    if ((this.utcoffset() === null) !== (other.utcoffset() === null)) {
      throw calendar.typeError("can't subtract offset-naive and offset-aware datetimes");
    }
    return new TimeDelta(this.difference(other));
  }

  /** @throws TypeError where one of them has an offset and the other has none */
  override compare(other: DateTime): number {
    if ((this.utcoffset() === null) !== (other.utcoffset() === null)) {
      throw calendar.typeError("can't compare offset-naive and offset-aware datetimes");
    }
    const difference = this.difference(other);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  override equals(other: unknown): boolean {
    if (!(other instanceof DateTime) || (this.utcoffset() === null) !== (other.utcoffset() === null))
      return false;
    return this.difference(other) === 0n;
  }

  private difference(other: DateTime): bigint {
    if (this.tzinfo === other.tzinfo) return this.linear - other.linear;
    return this.microsecondsSinceEpoch() - other.microsecondsSinceEpoch();
  }

  override isoformat(separator = 'T', timespec = 'auto'): string {
    const offset = this.utcoffset();
    return this.dateText() + separator + timeText(this, timespec) + (offset ? offsetText(offset) : '');
  }

  override strftime(format: string): string {
    return strftime(this, format);
  }

  override toString(): string {
    return this.isoformat(' ');
  }

  override repr(): string {
    const parts: unknown[] = [this.year, this.month, this.day, ...timeArguments(this)];
    if (this.fold === 1) parts.push('fold=1');
    if (this.tzinfo) parts.push(`tzinfo=${this.tzinfo.repr()}`);
    return `datetime.datetime(${parts.join(', ')})`;
  }
}
