/** Dates and times after a format, as glibc's strftime writes them in the C locale. */
import { dayOfYear, isoCalendar, MONTHS, pad, WEEKDAYS, weekdayOf } from './calendar.ts';
import type { TimeDelta } from './timedelta.ts';
import { offsetText } from './timezone.ts';

/** A date, a time or both. What is missing counts as the start of 1900 or of the day. */
export interface Moment {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly microsecond?: number;
  utcoffset?(): TimeDelta | null;
  tzname?(): string | null;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly weekday: number;
  readonly yearDay: number;
  readonly iso: readonly [number, number, number];
  readonly moment: Moment;
}

const hour12 = (p: Parts) => p.hour % 12 || 12;
const half = (p: Parts) => (p.hour < 12 ? 'AM' : 'PM');

/** How a number is padded: its width, and with what. */
type Field = readonly [value: number, width: number, fill?: string];

const NUMBERS: Readonly<Record<string, (p: Parts) => Field>> = {
  C: (p) => [Math.floor(p.year / 100), 2],
  G: (p) => [p.iso[0], 1],
  H: (p) => [p.hour, 2],
  I: (p) => [hour12(p), 2],
  M: (p) => [p.minute, 2],
  S: (p) => [p.second, 2],
  U: (p) => [Math.floor((p.yearDay + 6 - ((p.weekday + 1) % 7)) / 7), 2],
  V: (p) => [p.iso[1], 2],
  W: (p) => [Math.floor((p.yearDay + 6 - p.weekday) / 7), 2],
  Y: (p) => [p.year, 1],
  d: (p) => [p.day, 2],
  e: (p) => [p.day, 2, ' '],
  g: (p) => [p.iso[0] % 100, 2],
  j: (p) => [p.yearDay, 3],
  k: (p) => [p.hour, 2, ' '],
  l: (p) => [hour12(p), 2, ' '],
  m: (p) => [p.month, 2],
  u: (p) => [p.weekday + 1, 1],
  w: (p) => [(p.weekday + 1) % 7, 1],
  y: (p) => [p.year % 100, 2],
};

const TEXTS: Readonly<Record<string, (p: Parts) => string>> = {
  '%': () => '%',
  A: (p) => WEEKDAYS[p.weekday]!,
  B: (p) => MONTHS[p.month - 1]!,
  P: (p) => half(p).toLowerCase(),
  Z: (p) => p.moment.tzname?.() ?? '',
  a: (p) => WEEKDAYS[p.weekday]!.slice(0, 3),
  b: (p) => MONTHS[p.month - 1]!.slice(0, 3),
  f: (p) => pad(p.microsecond, 6),
  h: (p) => MONTHS[p.month - 1]!.slice(0, 3),
  n: () => '\n',
  p: half,
  t: () => '\t',
  z: (p) => {
    const offset = p.moment.utcoffset?.();
    return offset ? offsetText(offset, '') : '';
  },
};

const SHORTHANDS: Readonly<Record<string, string>> = {
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  T: '%H:%M:%S',
  X: '%H:%M:%S',
  c: '%a %b %e %H:%M:%S %Y',
  r: '%I:%M:%S %p',
  x: '%m/%d/%y',
};

/** `moment.strftime(format)`. Unknown directives stay as they are. */
export function strftime(moment: Moment, format: string): string {
  const { year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0 } = moment;
  const parts: Parts = {
    year,
    month,
    day,
    hour,
    minute,
    second,
    microsecond,
    moment,
    weekday: weekdayOf(year, month, day),
    yearDay: dayOfYear(year, month, day),
    iso: isoCalendar(year, month, day),
  };
  return written(parts, format);
}

function written(parts: Parts, format: string): string {
  return format.replace(
    /%([-_0^#]?)(\d*)([A-Za-z%])/g,
    (all, flag: string, width: string, letter: string) => {
      const shorthand = SHORTHANDS[letter];
      const number = NUMBERS[letter]?.(parts);
      if (number) return paddedNumber(number, flag, Number(width));
      const text = shorthand === undefined ? TEXTS[letter]?.(parts) : written(parts, shorthand);
      if (text === undefined) return all;
      return (flag === '^' ? text.toUpperCase() : text).padStart(Number(width));
    },
  );
}

function paddedNumber([value, width, fill = '0']: Field, flag: string, wanted: number): string {
  const size = wanted || width;
  if (flag === '-') return String(value);
  if (flag === '_') return String(value).padStart(size);
  return String(value).padStart(size, flag === '0' ? '0' : fill);
}
