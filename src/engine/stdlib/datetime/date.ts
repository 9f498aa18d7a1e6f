/** Python's `datetime.date`. */
import * as calendar from './calendar.ts';
import { strftime } from './strftime.ts';
import { TimeDelta } from './timedelta.ts';

class PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  /** @throws ValueError of Python */
  constructor(year: number, month: number, day: number) {
    calendar.checkDate(year, month, day);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  static fromOrdinal(ordinal: number): PlainDate {
    return new PlainDate(...calendar.fromOrdinal(ordinal));
  }

  toOrdinal(): number {
    return calendar.ordinalOf(this.year, this.month, this.day);
  }

  /** 0 for Monday. */
  weekday(): number {
    return calendar.weekdayOf(this.year, this.month, this.day);
  }

  isoCalendar(): readonly [number, number, number] {
    return calendar.isoCalendar(this.year, this.month, this.day);
  }

  /** "2026-01-15" */
  dateText(): string {
    return `${calendar.pad(this.year, 4)}-${calendar.pad(this.month)}-${calendar.pad(this.day)}`;
  }

  isoformat(): string {
    return this.dateText();
  }

  strftime(format: string): string {
    return strftime(this, format);
  }

  ctime(): string {
    return strftime(this, '%a %b %e %H:%M:%S %04Y');
  }

  replaceDate(year = this.year, month = this.month, day = this.day): PlainDate {
    return new PlainDate(year, month, day);
  }

  /** The days of a timedelta later; what is left of a day does not count. */
  plus(delta: TimeDelta): PlainDate {
    return PlainDate.fromOrdinal(this.toOrdinal() + delta.days);
  }

  minus(other: PlainDate): TimeDelta {
    return TimeDelta.of({ days: this.toOrdinal() - other.toOrdinal() });
  }

  /** Negative, zero or positive. */
  compare(other: PlainDate): number {
    return this.toOrdinal() - other.toOrdinal();
  }

  equals(other: unknown): boolean {
    return other instanceof PlainDate && other.constructor === this.constructor && this.compare(other) === 0;
  }

  toString(): string {
    return this.isoformat();
  }

  repr(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }
}

export { PlainDate as Date };
