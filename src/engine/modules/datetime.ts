/** `datetime`: Python's classes over the values of the standard library's room. */

import { classOf } from '../python/values/class-of.ts';
import { NotImplemented, tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass } from '../python/values/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import {
  DateTime,
  Date as PyDate,
  parseDate,
  parseDateTime,
  parseTime,
  strptime,
  Time,
  TimeDelta,
  TimeZone,
  type TzInfo,
} from '../stdlib/datetime.ts';
import { Float } from '../stdlib/float.ts';

const numberOf = (value: Value): number => (value instanceof Float ? value.value : Number(value));

/** Six comparisons from one that answers below, equal or above zero. */
function comparisons<T extends object>(
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

const hashText = (text: string): number => {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) | 0;
  return hash;
};

/** A date, or a date with a time, as `time.struct_time`. */
function timeTuple(call: Interpreter, moment: PyDate): Value {
  const { hour, minute, second } = moment instanceof DateTime ? moment : { hour: 0, minute: 0, second: 0 };
  const yearDay = moment.toOrdinal() - new PyDate(moment.year, 1, 1).toOrdinal() + 1;
  const parts = [moment.year, moment.month, moment.day, hour, minute, second, moment.weekday(), yearDay, -1];
  return call.call(call.importName('time.struct_time'), [tuple(parts)]);
}

export const timedeltaClass: PyClass = nativeClass({
  name: 'timedelta',
  module: 'datetime',
  host: TimeDelta,
  signature: 'days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0',
  construct: (_call, _cls, ...amounts: Value[]) => {
    const [days, seconds, microseconds, milliseconds, minutes, hours, weeks] = amounts.map(numberOf);
    return TimeDelta.of({ days, seconds, microseconds, milliseconds, minutes, hours, weeks } as never);
  },
  getters: {
    days: (self: TimeDelta) => self.days,
    seconds: (self: TimeDelta) => self.seconds,
    microseconds: (self: TimeDelta) => self.microseconds,
  },
  methods: {
    total_seconds: ['', (_call, self: TimeDelta) => new Float(self.totalSeconds())],
    __add__: ['other, /', (_call, self: TimeDelta, other: Value) => plus(other, self)],
    __radd__: ['other, /', (_call, self: TimeDelta, other: Value) => plus(other, self)],
    __sub__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta ? self.subtract(other) : NotImplemented,
    ],
    __neg__: ['', (_call, self: TimeDelta) => self.negate()],
    __pos__: ['', (_call, self: TimeDelta) => self],
    __abs__: ['', (_call, self: TimeDelta) => (self.total < 0n ? self.negate() : self)],
    __mul__: ['other, /', (_call, self: TimeDelta, other: Value) => self.multiply(numberOf(other))],
    __rmul__: ['other, /', (_call, self: TimeDelta, other: Value) => self.multiply(numberOf(other))],
    __truediv__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta
          ? new Float(Number(self.total) / Number(other.total))
          : self.divide(numberOf(other)),
    ],
    __floordiv__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta
          ? Math.floor(Number(self.total) / Number(other.total))
          : self.divide(numberOf(other)),
    ],
    ...comparisons(TimeDelta, (a, b) => a.compare(b)),
  },
  attributes: {
    min: () => TimeDelta.of({ days: -999999999 }),
    max: () => TimeDelta.of({ days: 999999999, hours: 23, minutes: 59, seconds: 59, microseconds: 999999 }),
    resolution: () => TimeDelta.of({ microseconds: 1 }),
  },
  eq: (self: TimeDelta, other: Value) => self.equals(other),
  hash: (self: TimeDelta) => hashText(String(self.total)),
  bool: (self: TimeDelta) => self.total !== 0n,
  str: (self: TimeDelta) => self.toString(),
  repr: (self: TimeDelta) => self.repr(),
});

function plus(value: Value, delta: TimeDelta): Value {
  if (value instanceof TimeDelta) return value.add(delta);
  return value instanceof PyDate ? value.plus(delta) : NotImplemented;
}

export const tzinfoClass: PyClass = nativeClass({ name: 'tzinfo', module: 'datetime' });

export const timezoneClass: PyClass = nativeClass({
  name: 'timezone',
  module: 'datetime',
  bases: [tzinfoClass],
  host: TimeZone,
  signature: 'offset, name=None',
  construct: (_call, _cls, offset: TimeDelta, name: Value) =>
    new TimeZone(offset, name === null ? undefined : String(name)),
  attributes: { utc: () => TimeZone.utc },
  methods: {
    utcoffset: ['dt, /', (_call, self: TimeZone) => self.utcoffset()],
    tzname: ['dt, /', (_call, self: TimeZone) => self.tzname()],
    dst: ['dt, /', () => null],
  },
  eq: (self: TimeZone, other: Value) => self.equals(other),
  hash: (self: TimeZone) => hashText(self.repr()),
  str: (self: TimeZone) => self.toString(),
  repr: (self: TimeZone) => self.repr(),
});

const today = (call: Interpreter): DateTime => DateTime.fromMicroseconds(call.process.machine.now());

export const dateClass: PyClass = nativeClass({
  name: 'date',
  module: 'datetime',
  host: PyDate,
  signature: 'year, month, day',
  construct: (_call, _cls, year: number, month: number, day: number) => new PyDate(year, month, day),
  getters: {
    year: (self: PyDate) => self.year,
    month: (self: PyDate) => self.month,
    day: (self: PyDate) => self.day,
  },
  classMethods: {
    today: ['', (call, cls: PyClass) => (cls === datetimeClass ? today(call) : today(call).date())],
    fromisoformat: ['date_string, /', (_call, _cls: PyClass, text: string) => parseDate(text)],
    fromordinal: ['ordinal, /', (_call, _cls: PyClass, ordinal: number) => PyDate.fromOrdinal(ordinal)],
    fromtimestamp: [
      'timestamp, /',
      (_call, _cls: PyClass, stamp: Value) =>
        DateTime.fromMicroseconds(BigInt(Math.round(numberOf(stamp) * 1e6))).date(),
    ],
  },
  methods: {
    isoformat: ['', (_call, self: PyDate) => self.isoformat()],
    strftime: ['format', (_call, self: PyDate, format: string) => self.strftime(format)],
    __format__: [
      'format, /',
      (call, self: PyDate, format: string) => (format ? self.strftime(format) : call.str(self)),
    ],
    weekday: ['', (_call, self: PyDate) => self.weekday()],
    isoweekday: ['', (_call, self: PyDate) => self.weekday() + 1],
    isocalendar: ['', (_call, self: PyDate) => tuple(self.isoCalendar())],
    toordinal: ['', (_call, self: PyDate) => self.toOrdinal()],
    timetuple: ['', (call, self: PyDate) => timeTuple(call, self)],
    ctime: ['', (_call, self: PyDate) => self.ctime()],
    replace: [
      'year=None, month=None, day=None',
      (_call, self: PyDate, year: Value, month: Value, day: Value) =>
        self.replaceDate(
          (year ?? undefined) as number,
          (month ?? undefined) as number,
          (day ?? undefined) as number,
        ),
    ],
    __add__: [
      'other, /',
      (_call, self: PyDate, other: Value) => (other instanceof TimeDelta ? self.plus(other) : NotImplemented),
    ],
    __radd__: [
      'other, /',
      (_call, self: PyDate, other: Value) => (other instanceof TimeDelta ? self.plus(other) : NotImplemented),
    ],
    __sub__: ['other, /', (_call, self: PyDate, other: Value) => minus(self, other)],
    ...comparisons(PyDate, (a, b) => a.compare(b)),
  },
  attributes: { min: () => new PyDate(1, 1, 1), max: () => new PyDate(9999, 12, 31) },
  eq: (self: PyDate, other: Value) => self.equals(other),
  hash: (self: PyDate) => hashText(self.isoformat()),
  str: (self: PyDate) => self.toString(),
  repr: (self: PyDate) => self.repr(),
});

function minus(self: PyDate, other: Value): Value {
  if (other instanceof TimeDelta) return self.plus(other.negate());
  return other instanceof PyDate ? self.minus(other) : NotImplemented;
}

export const timeClass: PyClass = nativeClass({
  name: 'time',
  module: 'datetime',
  host: Time,
  signature: 'hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0',
  construct: (
    _call,
    _cls,
    hour: number,
    minute: number,
    second: number,
    microsecond: number,
    tzinfo: TzInfo | null,
    fold: number,
  ) => new Time(hour, minute, second, microsecond, tzinfo, fold),
  getters: {
    hour: (self: Time) => self.hour,
    minute: (self: Time) => self.minute,
    second: (self: Time) => self.second,
    microsecond: (self: Time) => self.microsecond,
    tzinfo: (self: Time) => self.tzinfo,
  },
  classMethods: {
    fromisoformat: ['time_string, /', (_call, _cls: PyClass, text: string) => parseTime(text)],
  },
  methods: {
    isoformat: ['timespec="auto"', (_call, self: Time, timespec: string) => self.isoformat(timespec)],
    strftime: ['format', (_call, self: Time, format: string) => self.strftime(format)],
    __format__: [
      'format, /',
      (call, self: Time, format: string) => (format ? self.strftime(format) : call.str(self)),
    ],
    utcoffset: ['', (_call, self: Time) => self.utcoffset()],
    ...comparisons(Time, (a, b) => a.compare(b)),
  },
  eq: (self: Time, other: Value) => self.equals(other),
  hash: (self: Time) => hashText(self.isoformat()),
  str: (self: Time) => self.toString(),
  repr: (self: Time) => self.repr(),
});

interface ZoneLike {
  fromutc?: unknown;
}

/** A tzinfo as given; anything else is refused as CPython does. */
function zone(value: Value): TzInfo | null {
  if (value === null || (value as ZoneLike) instanceof TimeZone) return value as TimeZone | null;
  if (typeof (value as { utcoffset?: unknown }).utcoffset === 'function') return value as unknown as TzInfo;
  throw raise(
    'TypeError',
    `tzinfo argument must be None or of a tzinfo subclass, not type '${classOf(value).name}'`,
  );
}

export const datetimeClass: PyClass = nativeClass({
  name: 'datetime',
  module: 'datetime',
  bases: [dateClass],
  host: DateTime,
  signature: 'year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0',
  construct: (
    _call,
    _cls,
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
    microsecond: number,
    tzinfo: Value,
  ) => new DateTime(year, month, day, hour, minute, second, microsecond, zone(tzinfo)),
  getters: {
    hour: (self: DateTime) => self.hour,
    minute: (self: DateTime) => self.minute,
    second: (self: DateTime) => self.second,
    microsecond: (self: DateTime) => self.microsecond,
    tzinfo: (self: DateTime) => self.tzinfo,
    fold: (self: DateTime) => self.fold,
  },
  classMethods: {
    now: [
      'tz=None',
      (call, _cls: PyClass, tz: Value) => {
        const now = DateTime.fromMicroseconds(call.process.machine.now(), TimeZone.utc);
        return tz === null ? now.replace({ tzinfo: null }) : now.asTimeZone(zone(tz)!);
      },
    ],
    utcnow: ['', (call) => today(call)],
    fromisoformat: ['date_string, /', (_call, _cls: PyClass, text: string) => parseDateTime(text)],
    strptime: [
      'date_string, format, /',
      (_call, _cls: PyClass, text: string, format: string) => strptime(text, format),
    ],
    combine: [
      'date, time, tzinfo=True',
      (_call, _cls: PyClass, date: PyDate, time: Time, tzinfo: Value) =>
        DateTime.combine(date, time, tzinfo === true ? time.tzinfo : zone(tzinfo)),
    ],
    fromtimestamp: [
      'timestamp, tz=None',
      (_call, _cls: PyClass, stamp: Value, tz: Value) => fromTimestamp(stamp, zone(tz)),
    ],
    utcfromtimestamp: ['timestamp, /', (_call, _cls: PyClass, stamp: Value) => fromTimestamp(stamp, null)],
  },
  methods: {
    isoformat: [
      'sep="T", timespec="auto"',
      (_call, self: DateTime, separator: string, timespec: string) => self.isoformat(separator, timespec),
    ],
    date: ['', (_call, self: DateTime) => self.date()],
    time: ['', (_call, self: DateTime) => self.time()],
    timetz: ['', (_call, self: DateTime) => self.time(true)],
    timestamp: ['', (_call, self: DateTime) => new Float(self.timestamp())],
    utcoffset: ['', (_call, self: DateTime) => self.utcoffset()],
    tzname: ['', (_call, self: DateTime) => self.tzname()],
    dst: ['', (_call, self: DateTime) => self.tzinfo?.dst(self) ?? null],
    astimezone: [
      'tz=None',
      (_call, self: DateTime, tz: Value) => self.asTimeZone(tz === null ? TimeZone.utc : zone(tz)!),
    ],
    replace: [
      '**parts',
      (_call, self: DateTime, parts: ReadonlyMap<string, Value>) =>
        self.replace(Object.fromEntries(parts) as never),
    ],
  },
  attributes: {
    min: () => new DateTime(1, 1, 1),
    max: () => new DateTime(9999, 12, 31, 23, 59, 59, 999999),
  },
  eq: (self: DateTime, other: Value) => self.equals(other),
  hash: (self: DateTime) => hashText(self.isoformat()),
  str: (self: DateTime) => self.toString(),
  repr: (self: DateTime) => self.repr(),
});

function fromTimestamp(stamp: Value, tzinfo: TzInfo | null): DateTime {
  const at = DateTime.fromMicroseconds(BigInt(Math.round(numberOf(stamp) * 1e6)), tzinfo && TimeZone.utc);
  return tzinfo ? at.asTimeZone(tzinfo) : at;
}

export const datetimeModule = lazyModule('datetime', {
  date: () => dateClass,
  datetime: () => datetimeClass,
  time: () => timeClass,
  timedelta: () => timedeltaClass,
  timezone: () => timezoneClass,
  tzinfo: () => tzinfoClass,
  UTC: () => TimeZone.utc,
  MINYEAR: () => 1,
  MAXYEAR: () => 9999,
});
