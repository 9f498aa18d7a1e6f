/** What the classes of `datetime` ask of their arguments. */

import { NotImplemented, tuple } from '../../python/values/containers/containers.ts';
import { raise, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { argumentType } from '../../python/values/native/arguments.ts';
import { toIndex, toNumber } from '../../python/values/numbers.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { DateTime, Date as PyDate, TimeDelta } from '../../stdlib/datetime.ts';

/** An int or float as a factor; undefined for anything else. */
export function factorOf(value: Value): number | bigint | undefined {
  const bare = plain(value);
  return typeof bare === 'bigint' ? bare : toNumber(bare);
}

/** Seconds since 1970. @throws TypeError */
function stampOf(value: Value): number {
  return toNumber(plain(value)) ?? Number(toIndex(value));
}

/** A part of a date or time. @throws TypeError */
export const part = (value: Value): number => {
  const index = toIndex(value);
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    throw raise('OverflowError', 'Python int too large to convert to C long');
  if (index > 2 ** 31 - 1) throw raise('OverflowError', 'signed integer is greater than maximum');
  if (index < -(2 ** 31)) throw raise('OverflowError', 'signed integer is less than minimum');
  return Number(index);
};

/** The parts of a date, each looked at before the next is missed. @throws TypeError */
export function dateParts(given: readonly (Value | undefined)[]): [year: number, month: number, day: number] {
  return ['year', 'month', 'day'].map((name, at) => {
    const value = given[at];
    if (value === undefined) throw typeError(`function missing required argument '${name}' (pos ${at + 1})`);
    return part(value);
  }) as [number, number, number];
}

/** Microseconds since 1970 of a moment given in seconds. @throws ValueError, OverflowError, OSError where that is no year */
export function microsecondsOf(value: Value): bigint {
  const stamp = stampOf(value);
  if (Number.isNaN(stamp)) throw raise('ValueError', 'Invalid value NaN (not a number)');
  if (Math.abs(stamp) === Infinity) throw raise('OverflowError', 'cannot convert float infinity to integer');
  if (Math.abs(stamp) >= 2 ** 63) throw raise('OverflowError', 'timestamp out of range for platform time_t');
  const seconds = Math.floor(stamp);
  const days = Math.floor(seconds / 86400);
  if (days < FIRST_DAY || days > LAST_DAY) throw beyondYears(days);
  return BigInt(seconds) * 1_000_000n + TimeDelta.of({ microseconds: (stamp - seconds) * 1e6 }).total;
}

/** Days from 1970 to the first day of year 1, and to the last of year 9999. */
const FIRST_DAY = -719162;
const LAST_DAY = 2932896;
/** Days of 400 years, and those from the first of March of year 0 to 1970. */
const ERA = 146097;
const MARCH_OF_YEAR_0 = 719468;

function beyondYears(days: number): object {
  const since = days + MARCH_OF_YEAR_0;
  const era = Math.floor(since / ERA);
  const day = since - era * ERA;
  const inEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36524) - Math.floor(day / 146096)) / 365,
  );
  const inYear = day - (365 * inEra + Math.floor(inEra / 4) - Math.floor(inEra / 100));
  const year = era * 400 + inEra + (inYear >= 306 ? 1 : 0);
  return Math.abs(year) > 2 ** 31
    ? raise('OSError', 75, 'Value too large for defined data type')
    : raise('ValueError', `year ${year} is out of range`);
}

/** The text that `fromisoformat` wants. @throws TypeError */
export function isoText(value: Value): string {
  const bare = plain(value);
  if (typeof bare !== 'string') throw typeError('fromisoformat: argument must be str');
  return bare;
}

/** An argument that must be of a class of this module. @throws TypeError */
export function instance<T extends object>(
  value: Value,
  host: abstract new (...args: never[]) => T,
  [name, place, wanted]: readonly [name: string, place: number, wanted: string],
): T {
  if (value instanceof host) return value;
  throw typeError(`${name}() argument ${place} must be datetime.${wanted}, not ${argumentType(value)}`);
}

/** Six comparisons from one that answers below, equal or above zero. */
export function comparisons<T extends object>(
  host: abstract new (...args: never[]) => T,
  compare: (a: T, b: T) => number,
) {
  const rules: Readonly<Record<string, (order: number) => boolean>> = {
    __lt__: (order) => order < 0,
    __le__: (order) => order <= 0,
    __gt__: (order) => order > 0,
    __ge__: (order) => order >= 0,
  };
  return Object.fromEntries(
    Object.entries(rules).map(([name, holds]) => [
      name,
      [
        'other, /',
        ((_call: Interpreter, self: T, other: Value) =>
          other instanceof host ? holds(compare(self, other)) : NotImplemented) as never,
      ],
    ]),
  ) as Record<string, readonly [string, never]>;
}

/** A hash over the text of a date or time. */
export const hashText = (text: string): number => {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) | 0;
  return hash;
};

/** A date, or a date with a time, as `time.struct_time`. */
export function timeTuple(call: Interpreter, moment: PyDate, summer = -1): Value {
  const { hour, minute, second } = moment instanceof DateTime ? moment : { hour: 0, minute: 0, second: 0 };
  const yearDay = moment.toOrdinal() - new PyDate(moment.year, 1, 1).toOrdinal() + 1;
  const parts = [
    moment.year,
    moment.month,
    moment.day,
    hour,
    minute,
    second,
    moment.weekday(),
    yearDay,
    summer,
  ];
  return call.call(call.importName('time.struct_time'), [tuple(parts)]);
}
