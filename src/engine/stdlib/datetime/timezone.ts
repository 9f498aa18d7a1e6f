/** Time zones: what a datetime asks of one, and Python's `datetime.timezone`. */
import { reprString } from '../repr.ts';
import { pad, valueError } from './calendar.ts';
import type { DateTime } from './datetime.ts';
import { TimeDelta } from './timedelta.ts';

/** What a datetime asks of its tzinfo. null stands for None. */
export interface TzInfo {
  utcoffset(moment: DateTime | null): TimeDelta | null;
  tzname(moment: DateTime | null): string | null;
  dst(moment: DateTime | null): TimeDelta | null;
  /** `repr()` */
  repr(): string;
  /** Of zones whose offset changes: local time of a moment given in UTC. */
  fromUtc?(utc: DateTime): DateTime;
}

const DAY = 86_400_000_000n;

/** A fixed offset from UTC. */
export class TimeZone implements TzInfo {
  readonly offset: TimeDelta;
  readonly name: string | undefined;

  constructor(offset: TimeDelta, name?: string) {
    if (offset.total <= -DAY || offset.total >= DAY) {
      throw valueError(
        `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${offset.repr()}.`,
      );
    }
    this.offset = offset;
    this.name = name;
  }

  static readonly utc: TimeZone = new TimeZone(new TimeDelta(0n));

  utcoffset(): TimeDelta {
    return this.offset;
  }

  tzname(): string {
    if (this.name !== undefined) return this.name;
    return this.offset.total === 0n ? 'UTC' : `UTC${offsetText(this.offset)}`;
  }

  dst(): null {
    return null;
  }

  equals(other: unknown): boolean {
    return other instanceof TimeZone && this.offset.equals(other.offset);
  }

  toString(): string {
    return this.tzname();
  }

  repr(): string {
    if (this === TimeZone.utc) return 'datetime.timezone.utc';
    const name = this.name === undefined ? '' : `, ${reprString(this.name)}`;
    return `datetime.timezone(${this.offset.repr()}${name})`;
  }
}

/** "+09:00", with seconds and fraction where there are some. */
export function offsetText(offset: TimeDelta, separator = ':'): string {
  const { total } = offset;
  const size = total < 0n ? -total : total;
  const seconds = Number(size / 1_000_000n);
  const fraction = Number(size % 1_000_000n);
  let text =
    (total < 0n ? '-' : '+') +
    pad(Math.floor(seconds / 3600)) +
    separator +
    pad(Math.floor(seconds / 60) % 60);
  if (seconds % 60 !== 0 || fraction !== 0) text += separator + pad(seconds % 60);
  return fraction === 0 ? text : `${text}.${pad(fraction, 6)}`;
}
