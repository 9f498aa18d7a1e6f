/** `datetime`: Python's classes over the values of the standard library's room. */

import { argumentType, strArgument } from '../python/values/arguments.ts';
import { classOf, typeName } from '../python/values/class-of.ts';
import { tupleClass } from '../python/values/classes.ts';
import { NotImplemented, PyTuple, tuple } from '../python/values/containers.ts';
import { raise, typeError } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass } from '../python/values/native.ts';
import { modulo, normal, toIndex, toNumber } from '../python/values/numbers.ts';
import { type PyClass, PyObject, plain, type Value } from '../python/values/value.ts';
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
import { learnerZone, zoneValue } from './learner-zone.ts';

/** An int or float as a factor; undefined for anything else. */
function factorOf(value: Value): number | bigint | undefined {
  const bare = plain(value);
  return typeof bare === 'bigint' ? bare : toNumber(bare);
}

/** Seconds since 1970. @throws TypeError */
function stampOf(value: Value): number {
  return toNumber(plain(value)) ?? Number(toIndex(value));
}

/** A part of a date or time. @throws TypeError */
const part = (value: Value): number => {
  const index = toIndex(value);
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    throw raise('OverflowError', 'Python int too large to convert to C long');
  if (index > 2 ** 31 - 1) throw raise('OverflowError', 'signed integer is greater than maximum');
  if (index < -(2 ** 31)) throw raise('OverflowError', 'signed integer is less than minimum');
  return Number(index);
};

/** The parts that `replace()` was given, those of a time zone apart. */
function replaced(parts: ReadonlyMap<string, Value>, allowed: string): Record<string, unknown> {
  return Object.fromEntries(
    [...parts].map(([name, value]) => {
      if (!allowed.split(' ').includes(name))
        throw typeError(`'${name}' is an invalid keyword argument for replace()`);
      return [name, name === 'tzinfo' ? zone(value) : part(value)];
    }),
  );
}

/** The text that `fromisoformat` wants. @throws TypeError */
function isoText(value: Value): string {
  const bare = plain(value);
  if (typeof bare !== 'string') throw typeError('fromisoformat: argument must be str');
  return bare;
}

/** An argument that must be of a class of this module. @throws TypeError */
function instance<T extends object>(
  value: Value,
  host: abstract new (...args: never[]) => T,
  [name, place, wanted]: readonly [name: string, place: number, wanted: string],
): T {
  if (value instanceof host) return value;
  throw typeError(`${name}() argument ${place} must be datetime.${wanted}, not ${argumentType(value)}`);
}

const PARTS = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];

function deltaOf(amounts: readonly Value[]): TimeDelta {
  const parts = amounts.map((value, index) => {
    const factor = factorOf(value);
    if (Number.isNaN(factor)) throw raise('ValueError', 'cannot convert float NaN to integer');
    if (factor === Infinity || factor === -Infinity)
      throw raise('OverflowError', 'cannot convert float infinity to integer');
    if (factor !== undefined && Math.abs(Number(factor)) >= 2 ** 63)
      throw raise('OverflowError', 'Python int too large to convert to C int');
    if (factor !== undefined) return [PARTS[index]!, Number(factor)] as const;
    throw typeError(`unsupported type for timedelta ${PARTS[index]} component: ${typeName(value)}`);
  });
  return TimeDelta.of(Object.fromEntries(parts) as never);
}

/** With a number on the other side; other values have their say first. */
const scaled =
  (work: (self: TimeDelta, factor: number | bigint) => Value) =>
  (_call: Interpreter, self: TimeDelta, other: Value): Value => {
    const factor = factorOf(other);
    return factor === undefined ? NotImplemented : work(self, factor);
  };
const multiplied = scaled((self, factor) => self.multiply(factor));
const divided = scaled((self, factor) => self.divide(factor));

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
function timeTuple(call: Interpreter, moment: PyDate, summer = -1): Value {
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

export const timedeltaClass: PyClass = nativeClass({
  name: 'timedelta',
  module: 'datetime',
  style: 'builtin',
  calledAs: '__new__',
  host: TimeDelta,
  signature: 'days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0',
  construct: (_call, _cls, ...amounts: Value[]) => deltaOf(amounts),
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
    __mul__: ['other, /', multiplied],
    __rmul__: ['other, /', multiplied],
    __truediv__: [
      'other, /',
      (call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta
          ? new Float(Number(self.total) / notZero(other))
          : divided(call, self, other),
    ],
    __floordiv__: [
      'other, /',
      (call, self: TimeDelta, other: Value) => {
        if (other instanceof TimeDelta) return quotientAndRest(self, other)[0];
        return other instanceof Float ? NotImplemented : divided(call, self, other);
      },
    ],
    __mod__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta ? quotientAndRest(self, other)[1] : NotImplemented,
    ],
    __divmod__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta ? tuple(quotientAndRest(self, other)) : NotImplemented,
    ],
    __bool__: ['', (_call, self: TimeDelta) => self.total !== 0n],
    ...comparisons(TimeDelta, (a, b) => a.compare(b)),
  },
  attributes: {
    min: () => TimeDelta.of({ days: -999999999 }),
    max: () => TimeDelta.of({ days: 999999999, hours: 23, minutes: 59, seconds: 59, microseconds: 999999 }),
    resolution: () => TimeDelta.of({ microseconds: 1 }),
  },
  eq: (self: TimeDelta, other: Value) => (other instanceof TimeDelta ? self.equals(other) : NotImplemented),
  hash: (self: TimeDelta) => hashText(String(self.total)),
  str: (self: TimeDelta) => self.toString(),
  repr: (self: TimeDelta) => self.repr(),
});

function notZero({ total }: TimeDelta, message = 'division by zero'): number {
  if (total === 0n) throw raise('ZeroDivisionError', message);
  return Number(total);
}

/** How often one duration fits into another, and what is left. */
function quotientAndRest(self: TimeDelta, other: TimeDelta): [quotient: number | bigint, rest: TimeDelta] {
  notZero(other, 'integer division or modulo by zero');
  const rest = modulo(self.total, other.total);
  return [normal((self.total - BigInt(rest)) / other.total), new TimeDelta(BigInt(rest))];
}

function plus(value: Value, delta: TimeDelta): Value {
  if (value instanceof TimeDelta) return value.add(delta);
  return value instanceof PyDate ? value.plus(delta) : NotImplemented;
}

export const tzinfoClass: PyClass = nativeClass({
  name: 'tzinfo',
  module: 'datetime',
  style: 'builtin',
  methods: Object.fromEntries(
    ['utcoffset', 'dst', 'tzname'].map((name) => [
      name,
      [
        'dt, /',
        () => {
          throw raise('NotImplementedError', `a tzinfo subclass must implement ${name}()`);
        },
      ] as const,
    ]),
  ),
});

export const timezoneClass: PyClass = nativeClass({
  name: 'timezone',
  module: 'datetime',
  style: 'builtin',
  bases: [tzinfoClass],
  host: TimeZone,
  signature: 'offset, name=...',
  construct: (_call, _cls, offset: Value, name: Value) => {
    const delta = instance(offset, TimeDelta, ['timezone', 1, 'timedelta']);
    if (name === undefined && delta.total === 0n) return TimeZone.utc;
    return new TimeZone(delta, name === undefined ? undefined : strArgument(name, 'timezone', 2));
  },
  attributes: {
    utc: () => TimeZone.utc,
    min: () => new TimeZone(TimeDelta.of({ hours: -23, minutes: -59 })),
    max: () => new TimeZone(TimeDelta.of({ hours: 23, minutes: 59 })),
  },
  methods: {
    utcoffset: ['dt, /', (_call, self: TimeZone) => self.utcoffset()],
    tzname: ['dt, /', (_call, self: TimeZone) => self.tzname()],
    dst: ['dt, /', () => null],
  },
  eq: (self: TimeZone, other: Value) => (other instanceof TimeZone ? self.equals(other) : NotImplemented),
  hash: (self: TimeZone) => hashText(self.repr()),
  str: (self: TimeZone) => self.toString(),
  repr: (self: TimeZone) => self.repr(),
});

const today = (call: Interpreter): DateTime => DateTime.fromMicroseconds(call.process.machine.now());

/** `date.isocalendar()`: a tuple whose parts have names. */
class IsoDate extends PyTuple {
  constructor(parts: readonly [year: number, week: number, weekday: number]) {
    super([...parts], isoDateClass);
  }
}

const isoDateClass: PyClass = nativeClass({
  name: 'IsoCalendarDate',
  module: 'datetime',
  bases: [tupleClass],
  getters: {
    year: (self: PyTuple) => self.items[0]!,
    week: (self: PyTuple) => self.items[1]!,
    weekday: (self: PyTuple) => self.items[2]!,
  },
  repr: (self: PyTuple) => {
    const [year, week, weekday] = self.items.map(String);
    return `datetime.IsoCalendarDate(year=${year}, week=${week}, weekday=${weekday})`;
  },
});

/** The date of a week of the ISO calendar. @throws ValueError of Python */
function fromIsoCalendar(year: number, week: number, day: number): PyDate {
  if (year < 1 || year > 9999) throw raise('ValueError', `Year is out of range: ${year}`);
  if (week < 1 || week > 53) throw raise('ValueError', `Invalid week: ${week}`);
  if (day < 1 || day > 7) throw raise('ValueError', `Invalid weekday: ${day} (range is [1, 7])`);
  const fourth = new PyDate(year, 1, 4);
  const ordinal = fourth.toOrdinal() - fourth.weekday() + (week - 1) * 7 + day - 1;
  const found = PyDate.fromOrdinal(ordinal);
  if (week === 53 && found.isoCalendar()[1] !== 53) throw raise('ValueError', `Invalid week: ${week}`);
  return found;
}

/** @throws ValueError of Python */
function ordinalDate(ordinal: number): PyDate {
  if (ordinal < 1) throw raise('ValueError', 'ordinal must be >= 1');
  return PyDate.fromOrdinal(ordinal);
}

export const dateClass: PyClass = nativeClass({
  name: 'date',
  module: 'datetime',
  style: 'builtin',
  calledAs: '',
  host: PyDate,
  signature: 'year, month, day',
  construct: (_call, _cls, year: Value, month: Value, day: Value) =>
    new PyDate(part(year), part(month), part(day)),
  getters: {
    year: (self: PyDate) => self.year,
    month: (self: PyDate) => self.month,
    day: (self: PyDate) => self.day,
  },
  classMethods: {
    today: ['', (call, cls: PyClass) => (cls === datetimeClass ? today(call) : today(call).date())],
    fromisoformat: ['date_string, /', (_call, _cls: PyClass, text: Value) => parseDate(isoText(text))],
    fromordinal: [
      'ordinal, /',
      (_call, cls: PyClass, ordinal: Value) => {
        const date = ordinalDate(part(ordinal));
        return cls === datetimeClass ? new DateTime(date.year, date.month, date.day) : date;
      },
    ],
    fromisocalendar: [
      'year, week, day',
      (_call, _cls: PyClass, year: Value, week: Value, day: Value) =>
        fromIsoCalendar(part(year), part(week), part(day)),
    ],
    fromtimestamp: [
      'timestamp, /',
      (_call, _cls: PyClass, stamp: Value) =>
        DateTime.fromMicroseconds(BigInt(Math.round(stampOf(stamp) * 1e6))).date(),
    ],
  },
  methods: {
    isoformat: ['', (_call, self: PyDate) => self.isoformat()],
    strftime: [
      'format',
      (_call, self: PyDate, format: Value) => self.strftime(strArgument(format, 'strftime', 1)),
    ],
    __format__: [
      'format, /',
      (call, self: PyDate, format: Value) =>
        format === '' ? call.str(self) : self.strftime(strArgument(format, '__format__')),
    ],
    weekday: ['', (_call, self: PyDate) => self.weekday()],
    isoweekday: ['', (_call, self: PyDate) => self.weekday() + 1],
    isocalendar: ['', (_call, self: PyDate) => new IsoDate(self.isoCalendar())],
    toordinal: ['', (_call, self: PyDate) => self.toOrdinal()],
    timetuple: ['', (call, self: PyDate) => timeTuple(call, self)],
    ctime: ['', (_call, self: PyDate) => self.ctime()],
    replace: [
      'year=..., month=..., day=...',
      (_call, self: PyDate, ...parts: (Value | undefined)[]) => {
        const [year, month, day] = parts.map((value) => (value === undefined ? undefined : part(value)));
        return self.replaceDate(year, month, day);
      },
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
    ...comparisons(PyDate, compareDates),
  },
  attributes: {
    min: () => new PyDate(1, 1, 1),
    max: () => new PyDate(9999, 12, 31),
    resolution: () => TimeDelta.of({ days: 1 }),
  },
  eq: (self: PyDate, other: Value) => (other instanceof PyDate ? self.equals(other) : NotImplemented),
  hash: (self: PyDate) => hashText(self.isoformat()),
  str: (self: PyDate) => self.toString(),
  repr: (self: PyDate) => self.repr(),
});

/** @throws TypeError where one has a time and the other has none */
function compareDates(a: PyDate, b: PyDate): number {
  if (a instanceof DateTime === b instanceof DateTime) return a.compare(b);
  const [left, right] = [a, b].map((value) => (value instanceof DateTime ? 'datetime' : 'date'));
  throw typeError(`can't compare datetime.${left} to datetime.${right}`);
}

function minus(self: PyDate, other: Value): Value {
  if (other instanceof TimeDelta) return self.plus(other.negate());
  const alike = other instanceof DateTime === self instanceof DateTime;
  return other instanceof PyDate && alike ? self.minus(other) : NotImplemented;
}

export const timeClass: PyClass = nativeClass({
  name: 'time',
  module: 'datetime',
  style: 'builtin',
  calledAs: '',
  host: Time,
  signature: 'hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0',
  construct: (
    _call,
    _cls,
    hour: Value,
    minute: Value,
    second: Value,
    microsecond: Value,
    tzinfo: Value,
    fold: Value,
  ) => new Time(part(hour), part(minute), part(second), part(microsecond), zone(tzinfo), part(fold)),
  getters: {
    hour: (self: Time) => self.hour,
    minute: (self: Time) => self.minute,
    second: (self: Time) => self.second,
    microsecond: (self: Time) => self.microsecond,
    tzinfo: (self: Time) => zoneValue(self.tzinfo),
    fold: (self: Time) => self.fold,
  },
  classMethods: {
    fromisoformat: ['time_string, /', (_call, _cls: PyClass, text: Value) => parseTime(isoText(text))],
  },
  methods: {
    isoformat: [
      'timespec="auto"',
      (_call, self: Time, timespec: Value) => self.isoformat(strArgument(timespec, 'isoformat', 1)),
    ],
    strftime: [
      'format',
      (_call, self: Time, format: Value) => self.strftime(strArgument(format, 'strftime', 1)),
    ],
    __format__: [
      'format, /',
      (call, self: Time, format: Value) =>
        format === '' ? call.str(self) : self.strftime(strArgument(format, '__format__')),
    ],
    utcoffset: ['', (_call, self: Time) => self.utcoffset()],
    tzname: ['', (_call, self: Time) => self.tzinfo?.tzname(null) ?? null],
    dst: ['', (_call, self: Time) => self.tzinfo?.dst(null) ?? null],
    replace: [
      '**parts',
      (_call, self: Time, parts: ReadonlyMap<string, Value>) => {
        const given = replaced(parts, 'hour minute second microsecond tzinfo fold');
        const { hour, minute, second, microsecond, tzinfo, fold } = { ...self, ...given } as Time;
        return new Time(hour, minute, second, microsecond, tzinfo, fold);
      },
    ],
    ...comparisons(Time, (a, b) => a.compare(b)),
  },
  attributes: {
    min: () => new Time(),
    max: () => new Time(23, 59, 59, 999999),
    resolution: () => TimeDelta.of({ microseconds: 1 }),
  },
  eq: (self: Time, other: Value) => (other instanceof Time ? self.equals(other) : NotImplemented),
  hash: (self: Time) => self.sinceMidnight(),
  str: (self: Time) => self.toString(),
  repr: (self: Time) => self.repr(),
});

interface ZoneLike {
  fromutc?: unknown;
}

/** A tzinfo as given; anything else is refused as CPython does. */
function zone(value: Value): TzInfo | null {
  if (value === null || (value as ZoneLike) instanceof TimeZone) return value as TimeZone | null;
  if (value instanceof PyObject && value.cls.isSubclassOf(tzinfoClass)) return learnerZone(value);
  if (typeof (value as { utcoffset?: unknown }).utcoffset === 'function') return value as unknown as TzInfo;
  throw raise(
    'TypeError',
    `tzinfo argument must be None or of a tzinfo subclass, not type '${classOf(value).name}'`,
  );
}

const DATETIME_PARTS = 'year month day hour minute second microsecond tzinfo fold';

/** One character between date and time. @throws TypeError */
function separatorOf(value: Value): string {
  const text = plain(value);
  if (typeof text === 'string' && [...text].length === 1) return text;
  throw typeError(
    typeof text === 'string'
      ? 'isoformat() argument 1 must be a unicode character, not str'
      : `isoformat() argument 1 must be a unicode character, not ${argumentType(value)}`,
  );
}

export const datetimeClass: PyClass = nativeClass({
  name: 'datetime',
  module: 'datetime',
  style: 'builtin',
  calledAs: '',
  bases: [dateClass],
  host: DateTime,
  signature: 'year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0',
  construct: (_call, _cls, ...[year, month, day, hour, minute, second, microsecond, tzinfo]: Value[]) =>
    new DateTime(
      part(year!),
      part(month!),
      part(day!),
      part(hour!),
      part(minute!),
      part(second!),
      part(microsecond!),
      zone(tzinfo!),
    ),
  getters: {
    hour: (self: DateTime) => self.hour,
    minute: (self: DateTime) => self.minute,
    second: (self: DateTime) => self.second,
    microsecond: (self: DateTime) => self.microsecond,
    tzinfo: (self: DateTime) => zoneValue(self.tzinfo),
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
    fromisoformat: ['date_string, /', (_call, _cls: PyClass, text: Value) => parseDateTime(isoText(text))],
    strptime: [
      '*args',
      (_call, _cls: PyClass, args: Value[]) => {
        if (args.length !== 2) throw typeError(`strptime() takes exactly 2 arguments (${args.length} given)`);
        const [text, format] = args as [Value, Value];
        return strptime(strArgument(text, 'strptime', 1), strArgument(format, 'strptime', 2));
      },
    ],
    combine: [
      'date, time, tzinfo=True',
      (_call, _cls: PyClass, date: Value, time: Value, tzinfo: Value) => {
        const at = instance(time, Time, ['combine', 2, 'time']);
        const day = instance(date, PyDate, ['combine', 1, 'date']);
        return DateTime.combine(day, at, tzinfo === true ? at.tzinfo : zone(tzinfo));
      },
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
      (_call, self: DateTime, separator: Value, timespec: Value) =>
        self.isoformat(separatorOf(separator), strArgument(timespec, 'isoformat', 2)),
    ],
    date: ['', (_call, self: DateTime) => self.date()],
    time: ['', (_call, self: DateTime) => self.time()],
    utctimetuple: [
      '',
      (call, self: DateTime) =>
        timeTuple(call, self.utcoffset() === null ? self : self.asTimeZone(TimeZone.utc), 0),
    ],
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
        self.replace(replaced(parts, DATETIME_PARTS) as never),
    ],
  },
  attributes: {
    min: () => new DateTime(1, 1, 1),
    max: () => new DateTime(9999, 12, 31, 23, 59, 59, 999999),
    resolution: () => TimeDelta.of({ microseconds: 1 }),
  },
  eq: (self: DateTime, other: Value) => (other instanceof PyDate ? self.equals(other) : NotImplemented),
  hash: (self: DateTime) => hashText(String(self.utcoffset() === null ? self.isoformat() : self.timestamp())),
  str: (self: DateTime) => self.toString(),
  repr: (self: DateTime) => self.repr(),
});

function fromTimestamp(stamp: Value, tzinfo: TzInfo | null): DateTime {
  if (Math.abs(stampOf(stamp)) >= 2 ** 63)
    throw raise('OverflowError', 'timestamp out of range for platform time_t');
  const at = DateTime.fromMicroseconds(BigInt(Math.round(stampOf(stamp) * 1e6)), tzinfo && TimeZone.utc);
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
