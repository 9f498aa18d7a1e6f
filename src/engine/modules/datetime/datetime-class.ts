/** `datetime.datetime`. */

import { NotImplemented } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { argumentType, strArgument } from '../../python/values/native/arguments.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { type PyClass, plain, type Value } from '../../python/values/value.ts';
import {
  DateTime,
  Date as PyDate,
  parseDateTime,
  strptime,
  Time,
  TimeDelta,
  TimeZone,
  type TzInfo,
} from '../../stdlib/datetime.ts';
import { Float } from '../../stdlib/float.ts';
import { dateParts, hashText, instance, isoText, microsecondsOf, part, timeTuple } from './arguments.ts';
import { dateClass, fromIsoCalendar, ordinalDate, today } from './date-class.ts';
import { zoneValue } from './learner-zone.ts';
import { alike, copied, ofClass, reprOf } from './of-class.ts';
import { replaced } from './replaced.ts';
import { zone } from './timezone-class.ts';

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
  immutable: true,
  signature:
    'year=..., month=..., day=..., hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0',
  construct: (_call, _cls, ...[year, month, day, hour, minute, second, microsecond, tzinfo, fold]: Value[]) =>
    new DateTime(
      ...dateParts([year, month, day]),
      part(hour!),
      part(minute!),
      part(second!),
      part(microsecond!),
      zone(tzinfo!),
      part(fold!),
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
      (call, cls: PyClass, tz: Value) => {
        const now = DateTime.fromMicroseconds(call.process.machine.now(), TimeZone.utc);
        return ofClass(call, cls, tz === null ? now.replace({ tzinfo: null }) : now.asTimeZone(zone(tz)!));
      },
    ],
    utcnow: ['', (call, cls: PyClass) => ofClass(call, cls, today(call))],
    today: ['', (call, cls: PyClass) => ofClass(call, cls, today(call))],
    fromordinal: [
      'ordinal, /',
      (call, cls: PyClass, ordinal: Value) => ofClass(call, cls, midnight(ordinalDate(part(ordinal))), 3),
    ],
    fromisocalendar: [
      'year, week, day',
      (call, cls: PyClass, year: Value, week: Value, day: Value) =>
        ofClass(call, cls, midnight(fromIsoCalendar(part(year), part(week), part(day))), 3),
    ],
    fromisoformat: [
      'date_string, /',
      (call, cls: PyClass, text: Value) => ofClass(call, cls, parseDateTime(isoText(text))),
    ],
    strptime: [
      '*args',
      (call, cls: PyClass, args: Value[]) => {
        if (args.length !== 2) throw typeError(`strptime() takes exactly 2 arguments (${args.length} given)`);
        const [text, format] = args as [Value, Value];
        const found = strptime(strArgument(text, 'strptime', 1), strArgument(format, 'strptime', 2));
        return ofClass(call, cls, found, found.tzinfo === null ? 7 : undefined);
      },
    ],
    combine: [
      'date, time, tzinfo=True',
      (call, cls: PyClass, date: Value, time: Value, tzinfo: Value) => {
        const day = instance(date, PyDate, ['combine', 1, 'date']);
        const at = instance(time, Time, ['combine', 2, 'time']);
        return ofClass(call, cls, DateTime.combine(day, at, tzinfo === true ? at.tzinfo : zone(tzinfo)));
      },
    ],
    fromtimestamp: [
      'timestamp, tz=None',
      (call, cls: PyClass, stamp: Value, tz: Value) => ofClass(call, cls, fromTimestamp(stamp, zone(tz))),
    ],
    utcfromtimestamp: [
      'timestamp, /',
      (call, cls: PyClass, stamp: Value) => ofClass(call, cls, fromTimestamp(stamp, null)),
    ],
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
      (call, self: DateTime, tz: Value) => {
        const moved = self.asTimeZone(tz === null ? TimeZone.utc : zone(tz)!);
        return moved === self ? self : alike(call, self, moved);
      },
    ],
    replace: [
      '*places, **named',
      (_call, self: DateTime, places: Value[], named: ReadonlyMap<string, Value>) =>
        copied(self, self.replace(replaced(places, named, DATETIME_PARTS) as never)),
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
  repr: (self: DateTime) => reprOf(self),
});

const midnight = ({ year, month, day }: PyDate): DateTime => new DateTime(year, month, day);

function fromTimestamp(stamp: Value, tzinfo: TzInfo | null): DateTime {
  const at = DateTime.fromMicroseconds(microsecondsOf(stamp), tzinfo && TimeZone.utc);
  return tzinfo ? at.asTimeZone(tzinfo) : at;
}
