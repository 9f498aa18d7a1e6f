/** Values between the driver and the learner's world: lists, documents, dates are made by Python itself. */
import type { PythonWorld } from '../../machine.ts';
import { parseDate, parseDateTime, parseTime, TimeDelta } from '../../stdlib/datetime.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import { UUID } from '../../stdlib/uuid.ts';
import type { AdaptHost, Duration } from './driver/adapt.ts';
import type { ReadHost } from './driver/read.ts';
import { isoTime } from './iso-time.ts';
import { driverRange, rangeParts } from './range-values.ts';

/** Reads cells into Python values. */
export function readHost(python: PythonWorld): ReadHost {
  return {
    list: (items) => python.list(items),
    dict: (entries) => python.dict(entries),
    decimal: (text) => Decimal.parse(text),
    date: (text) => parseDate(text),
    time: (text) => parseTime(isoTime(text)),
    timestamp: (text) => parseDateTime(isoTime(text)),
    interval: (text) => TimeDelta.of(intervalParts(text)),
    uuid: (text) => new UUID(text),
    memory: (bytes) => bytes,
    range: (kind, text) => driverRange(kind, text, python),
  };
}

/** "1 year 2 mons 3 days -04:05:06.7" as days, seconds, microseconds. */
function intervalParts(text: string): { days: number; seconds: number; microseconds: number } {
  let days = 0;
  for (const [, amount, unit] of text.matchAll(/(-?\d+) (year|mon|day)/g)) {
    days += Number(amount) * (unit === 'year' ? 365 : unit === 'mon' ? 30 : 1);
  }
  const clock = /(-?)(\d+):(\d\d):(\d\d)(?:\.(\d+))?/.exec(text);
  if (!clock) return { days, seconds: 0, microseconds: 0 };
  const [, sign, hours, minutes, seconds, fraction] = clock;
  const factor = sign === '-' ? -1 : 1;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const micro = Number((fraction ?? '').padEnd(6, '0').slice(0, 6));
  return { days, seconds: factor * whole, microseconds: factor * micro };
}

/** What adapting asks of Python. */
export function adaptHost(python: PythonWorld): AdaptHost {
  const items = (value: unknown, type: string) =>
    python.isInstance(value, type) ? [...python.iterate(value)] : undefined;
  const part = (value: unknown, name: string) => Number(python.getAttribute(value, name));
  return {
    list: (value) => items(value, 'builtins.list'),
    tuple: (value) => items(value, 'builtins.tuple'),
    boxed: (value) => boxed(python, value),
    range: (value) => rangeParts(value, python),
    typeName: (value) => python.typeName(value),
    duration: (value): Duration => ({
      days: part(value, 'days'),
      seconds: part(value, 'seconds'),
      microseconds: part(value, 'microseconds'),
    }),
  };
}

/** What a subclass of a built-in type holds. */
function boxed(python: PythonWorld, value: unknown): unknown {
  const names = new Map([['v', value]]);
  if (python.isInstance(value, 'builtins.memoryview')) return python.evaluate('bytes(v)', names);
  for (const type of ['str', 'int', 'float', 'bytes']) {
    if (python.isInstance(value, `builtins.${type}`)) return python.evaluate(plainOf(type), names);
  }
  return undefined;
}

const plainOf = (type: string): string =>
  type === 'str' ? "''.join(v)" : type === 'int' ? 'int(v)' : `${type}(v)`;
