/** What the classes of `datetime` ask of their arguments. */

import { NotImplemented, tuple } from '../../python/values/containers/containers.ts';
import { raise, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { argumentType } from '../../python/values/native/arguments.ts';
import { toIndex, toNumber } from '../../python/values/numbers.ts';
import { plain, type Value } from '../../python/values/value.ts';
import { DateTime, Date as PyDate } from '../../stdlib/datetime.ts';

/** An int or float as a factor; undefined for anything else. */
export function factorOf(value: Value): number | bigint | undefined {
  const bare = plain(value);
  return typeof bare === 'bigint' ? bare : toNumber(bare);
}

/** Seconds since 1970. @throws TypeError */
export function stampOf(value: Value): number {
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
