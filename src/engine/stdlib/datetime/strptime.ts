/** Reading dates and times after a format. Answers to: CPython's _strptime. */
import { Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import { fromOrdinal, isoOrdinal, MONTHS, ordinalOf, valueError, WEEKDAYS } from './calendar.ts';
import { DateTime } from './datetime.ts';
import { TimeDelta } from './timedelta.ts';
import { TimeZone } from './timezone.ts';

const short = (names: readonly string[]) => names.map((name) => name.slice(0, 3));
const oneOf = (names: readonly string[]) => names.map((name) => name.toLowerCase()).join('|');

const PATTERNS: Readonly<Record<string, string>> = {
  '%': '%',
  A: oneOf(WEEKDAYS),
  B: oneOf(MONTHS),
  G: '\\d\\d\\d\\d',
  H: '2[0-3]|[0-1]\\d|\\d',
  I: '1[0-2]|0[1-9]|[1-9]',
  M: '[0-5]\\d|\\d',
  S: '6[0-1]|[0-5]\\d|\\d',
  U: '5[0-3]|[0-4]\\d|\\d',
  V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
  W: '5[0-3]|[0-4]\\d|\\d',
  Y: '\\d\\d\\d\\d',
  Z: 'utc|gmt',
  a: oneOf(short(WEEKDAYS)),
  b: oneOf(short(MONTHS)),
  d: '3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]',
  f: '[0-9]{1,6}',
  j: '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
  m: '1[0-2]|0[1-9]|[1-9]',
  p: 'am|pm',
  u: '[1-7]',
  w: '[0-6]',
  y: '\\d\\d',
  z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
};

const SHORTHANDS: Readonly<Record<string, string>> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

/** `datetime.strptime(text, format)` @throws ValueError */
export function strptime(text: string, format: string): DateTime {
  const found = new RegExp(`^${patternOf(format)}`, 'i').exec(text);
  if (!found) throw valueError(`time data ${reprString(text)} does not match format ${reprString(format)}`);
  if (found[0].length !== text.length)
    throw valueError(`unconverted data remains: ${text.slice(found[0].length)}`);
  return momentOf(found.groups ?? {});
}

function patternOf(format: string): string {
  const whole = format.replace(/%([cxX])/g, (_, letter: string) => SHORTHANDS[letter]!);
  let pattern = '';
  for (let at = 0; at < whole.length; at++) {
    const character = whole[at]!;
    if (character === '%') {
      const letter = whole[++at];
      if (letter === undefined) throw valueError(`stray % in format '${format}'`);
      const inside = PATTERNS[letter];
      if (inside === undefined) throw valueError(`'${letter}' is a bad directive in format '${format}'`);
      if (letter === '%') pattern += '%';
      else if (pattern.includes(`(?<${letter}>`))
        throw new Raise('re.error', [`redefinition of group name '${letter}'`]);
      else pattern += `(?<${letter}>${inside})`;
    } else if (/\s/.test(character)) {
      while (/\s/.test(whole[at + 1] ?? 'x')) at++;
      pattern += '\\s+';
    } else pattern += character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return pattern;
}

type Groups = Readonly<Record<string, string | undefined>>;

function momentOf(groups: Groups): DateTime {
  const number = (letter: string, otherwise: number) => Number(groups[letter] ?? otherwise);
  const [year, month, day] = dateOf(groups);
  const zone = zoneOf(groups);
  const microsecond = Number((groups.f ?? '').padEnd(6, '0'));
  return new DateTime(year, month, day, hourOf(groups), number('M', 0), number('S', 0), microsecond, zone);
}

function dateOf(groups: Groups): readonly [number, number, number] {
  const year = yearOf(groups);
  if (groups.G !== undefined && groups.V !== undefined) {
    return fromOrdinal(isoOrdinal(Number(groups.G), Number(groups.V), (weekdayOf(groups) ?? 0) + 1));
  }
  if (groups.j !== undefined) return fromOrdinal(ordinalOf(year, 1, 1) + Number(groups.j) - 1);
  const weekday = weekdayOf(groups);
  const week = groups.U ?? groups.W;
  if (week !== undefined && weekday !== undefined) {
    const sunday = groups.U !== undefined;
    const first = ordinalOf(year, 1, 1);
    const firstDay = sunday ? first % 7 : (first + 6) % 7;
    const day = sunday ? (weekday + 1) % 7 : weekday;
    const firstWeek = (7 - firstDay) % 7;
    const offset = week === '0' || week === '00' ? day - firstDay : firstWeek + (Number(week) - 1) * 7 + day;
    return fromOrdinal(first + offset);
  }
  return [year, monthOf(groups), Number((groups.d ?? '1').trim())];
}

function yearOf({ Y, y }: Groups): number {
  if (Y !== undefined) return Number(Y);
  if (y === undefined) return 1900;
  return Number(y) + (Number(y) <= 68 ? 2000 : 1900);
}

function monthOf({ m, b, B }: Groups): number {
  if (m !== undefined) return Number(m);
  const name = (b ?? B)?.slice(0, 3).toLowerCase();
  return name === undefined ? 1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;
}

function weekdayOf({ a, A, w, u }: Groups): number | undefined {
  if (w !== undefined) return (Number(w) + 6) % 7;
  if (u !== undefined) return Number(u) - 1;
  const name = (a ?? A)?.slice(0, 3).toLowerCase();
  return name === undefined ? undefined : WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(name));
}

function hourOf({ H, I, p }: Groups): number {
  if (I === undefined) return Number(H ?? 0);
  return (Number(I) % 12) + (p?.toLowerCase() === 'pm' ? 12 : 0);
}

function zoneOf({ z, Z }: Groups): TimeZone | null {
  if (z === undefined) return null;
  if (z === 'Z') return TimeZone.utc;
  const [, sign, hours, minutes, seconds = '0', fraction = ''] =
    /^([+-])(\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d+))?)?$/.exec(z)!;
  const offset = TimeDelta.of({
    hours: Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
    microseconds: Number(fraction.padEnd(6, '0')),
  });
  if (offset.total === 0n && Z === undefined) return TimeZone.utc;
  return new TimeZone(sign === '-' ? offset.negate() : offset, Z);
}
