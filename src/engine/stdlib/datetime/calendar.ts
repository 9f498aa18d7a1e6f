/** The proleptic Gregorian calendar, as numbers. */
import { Raise } from '../../machine.ts';

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MAX_ORDINAL = 3652059;

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysInMonth = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : DAYS[month - 1]!);

/** Days before the first of January of a year, from year 1. */
function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

/** 1 for the first of January. */
export function dayOfYear(year: number, month: number, day: number): number {
  let days = day;
  for (let m = 1; m < month; m++) days += daysInMonth(year, m);
  return days;
}

/** 1 for 0001-01-01. */
export const ordinalOf = (year: number, month: number, day: number) =>
  daysBeforeYear(year) + dayOfYear(year, month, day);

/** Year, month and day of an ordinal. @throws OverflowError outside of the years 1 to 9999 */
export function fromOrdinal(ordinal: number): readonly [number, number, number] {
  if (ordinal < 1 || ordinal > MAX_ORDINAL)
    throw new Raise('builtins.OverflowError', ['date value out of range']);
  let year = Math.max(1, Math.floor(ordinal / 365.2425));
  while (daysBeforeYear(year + 1) < ordinal) year++;
  while (daysBeforeYear(year) >= ordinal) year--;
  let day = ordinal - daysBeforeYear(year);
  let month = 1;
  while (day > daysInMonth(year, month)) day -= daysInMonth(year, month++);
  return [year, month, day];
}

/** 0 for Monday. */
export const weekdayOf = (year: number, month: number, day: number) => (ordinalOf(year, month, day) + 6) % 7;

/** Ordinal of the Monday of a year's first ISO week. */
function firstIsoMonday(year: number): number {
  const first = ordinalOf(year, 1, 1);
  const weekday = (first + 6) % 7;
  return weekday > 3 ? first - weekday + 7 : first - weekday;
}

/** ISO year, week and weekday (1 for Monday). */
export function isoCalendar(year: number, month: number, day: number): readonly [number, number, number] {
  const today = ordinalOf(year, month, day);
  let isoYear = year;
  let monday = firstIsoMonday(year);
  if (today < monday) monday = firstIsoMonday(--isoYear);
  else if (today >= firstIsoMonday(year + 1)) monday = firstIsoMonday(++isoYear);
  const days = today - monday;
  return [isoYear, Math.floor(days / 7) + 1, (days % 7) + 1];
}

/** The ordinal of a day of an ISO week. @throws ValueError */
export function isoOrdinal(year: number, week: number, day: number): number {
  if (year < 1 || year > 9999) throw valueError(`Year is out of range: ${year}`);
  const monday = firstIsoMonday(year);
  const weeks = (firstIsoMonday(year + 1) - monday) / 7;
  if (week < 1 || week > weeks) throw valueError(`Invalid week: ${week}`);
  if (day < 1 || day > 7) throw valueError(`Invalid weekday: ${day} (range is [1, 7])`);
  return monday + (week - 1) * 7 + day - 1;
}

/** @throws ValueError for what is no date */
export function checkDate(year: number, month: number, day: number): void {
  if (year < 1 || year > 9999) throw valueError(`year ${year} is out of range`);
  if (month < 1 || month > 12) throw valueError('month must be in 1..12');
  if (day < 1 || day > daysInMonth(year, month)) throw valueError('day is out of range for month');
}

/** @throws ValueError for what is no time of a day */
export function checkTime(
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  fold: number,
): void {
  if (hour < 0 || hour > 23) throw valueError('hour must be in 0..23');
  if (minute < 0 || minute > 59) throw valueError('minute must be in 0..59');
  if (second < 0 || second > 59) throw valueError('second must be in 0..59');
  if (microsecond < 0 || microsecond > 999999) throw valueError('microsecond must be in 0..999999');
  if (fold !== 0 && fold !== 1) throw valueError('fold must be either 0 or 1');
}

/** A ValueError to throw. */
export const valueError = (message: string) => new Raise('builtins.ValueError', [message]);

/** A TypeError to throw. */
export const typeError = (message: string) => new Raise('builtins.TypeError', [message]);

/** A number with leading zeros. */
export const pad = (value: number, width = 2) => String(value).padStart(width, '0');
