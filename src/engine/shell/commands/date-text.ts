/** Dates as `date` prints and reads them. Answers to: GNU coreutils and gnulib's parse-datetime. */

import { timeFields } from '../../stdlib/logging/time.ts';

const DAY = 86_400_000;

const two = (value: number) => String(value).padStart(2, '0');

/** The week of the year whose weeks begin on `first` (0 Sunday, 1 Monday). */
function weekOf(date: Date, first: 0 | 1): number {
  const day = Math.floor(
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) -
      Date.UTC(date.getUTCFullYear(), 0, 1)) /
      DAY,
  );
  return Math.floor((day + 7 - ((date.getUTCDay() - first + 7) % 7)) / 7);
}

/** ISO's week and its year. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}

/**
 * @param format what stands behind the `+`.
 * @param time microseconds since 1970.
 */
export function formatDate(format: string, time: bigint): string {
  const date = new Date(Number(time / 1000n));
  const hour = date.getUTCHours();
  const common = timeFields(time);
  const fields: Readonly<Record<string, () => string>> = {
    ...common,
    h: common.b!,
    C: () => two(Math.floor(date.getUTCFullYear() / 100)),
    k: () => String(hour).padStart(2),
    l: () => String(hour % 12 || 12).padStart(2),
    N: () => `${String(time % 1_000_000n).padStart(6, '0')}000`,
    u: () => String(date.getUTCDay() || 7),
    U: () => two(weekOf(date, 0)),
    W: () => two(weekOf(date, 1)),
    V: () => two(isoWeek(date).week),
    G: () => String(isoWeek(date).year),
    P: () => (hour < 12 ? 'am' : 'pm'),
  };
  const composed: Readonly<Record<string, string>> = {
    F: '%Y-%m-%d',
    T: '%H:%M:%S',
    R: '%H:%M',
    D: '%m/%d/%y',
    c: '%a %b %e %H:%M:%S %Y',
    x: '%m/%d/%y',
    X: '%H:%M:%S',
    r: '%I:%M:%S %p',
  };
  return format.replace(
    /%(:z|([-_0^]?)(\d*)([A-Za-z%]))/g,
    (all, code: string, flag: string, width: string, letter: string) => {
      if (code === ':z') return '+00:00';
      const inner = composed[letter];
      if (inner !== undefined) return formatDate(inner, time);
      const value = fields[letter]?.();
      if (value === undefined) return all;
      if (letter === 'N' && width) return value.slice(0, Number(width));
      if (flag === '-') return value.replace(/^[0 ]+(?=.)/, '');
      if (flag === '_') return value.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length));
      return flag === '^' ? value.toUpperCase() : value;
    },
  );
}

const UNITS: Readonly<Record<string, number>> = {
  second: 1000,
  sec: 1000,
  minute: 60_000,
  min: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
};

/**
 * `2026-01-15 09:30`, `@1768469400`, `yesterday`, `3 days ago`, `now`.
 * @param now what relative texts count from.
 * @returns microseconds since 1970; undefined for what is no date
 */
export function dateOf(text: string, now: bigint): bigint | undefined {
  const trimmed = text.trim();
  const seconds = /^@(-?\d+)(?:\.(\d+))?$/.exec(trimmed);
  if (seconds) return BigInt(seconds[1]!) * 1_000_000n;
  const [, day, clock] =
    /^(\d{4}-\d\d-\d\d)?(?:(?:^|[T ])(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z| ?\+00:?00| UTC)?)?$/.exec(
      trimmed,
    ) ?? [];
  if (day !== undefined || clock !== undefined) {
    const [time = '00:00:00', fraction = ''] = (clock ?? '00:00').split('.');
    const date = day ?? formatDate('%Y-%m-%d', now);
    const parsed = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
    return Number.isNaN(parsed)
      ? undefined
      : BigInt(parsed) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
  }
  return relative(trimmed.toLowerCase(), now);
}

const WORDS: Readonly<Record<string, number>> = { now: 0, today: 0, yesterday: -DAY, tomorrow: DAY };

function relative(text: string, now: bigint): bigint | undefined {
  const word = WORDS[text];
  if (word !== undefined) return now + BigInt(word) * 1000n;
  let time = new Date(Number(now / 1000n));
  const rest = text.replace(
    /([+-]?\d+|next|last)\s*(seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?)(\s+ago)?\s*/g,
    (_all, amount: string, unit: string, ago?: string) => {
      const count = (amount === 'next' ? 1 : amount === 'last' ? -1 : Number(amount)) * (ago ? -1 : 1);
      const name = unit.replace(/s$/, '');
      if (name === 'month' || name === 'year') {
        const months = name === 'year' ? count * 12 : count;
        time = new Date(time);
        time.setUTCMonth(time.getUTCMonth() + months);
      } else time = new Date(time.getTime() + count * UNITS[name]!);
      return '';
    },
  );
  return rest.trim() === '' && text !== '' ? BigInt(time.getTime()) * 1000n + (now % 1000n) : undefined;
}
