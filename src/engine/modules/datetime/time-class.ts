/** `datetime.time`. */

import { NotImplemented } from '../../python/values/containers/containers.ts';
import { strArgument } from '../../python/values/native/arguments.ts';
import { mark } from '../../python/values/native/host-object.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { parseTime, Time, TimeDelta } from '../../stdlib/datetime.ts';
import { comparisons, isoText, part } from './arguments.ts';
import { zoneValue } from './learner-zone.ts';
import { copied, reprOf } from './of-class.ts';
import { replaced } from './replaced.ts';
import { zone } from './timezone-class.ts';

export const timeClass: PyClass = nativeClass({
  name: 'time',
  module: 'datetime',
  style: 'builtin',
  calledAs: '',
  host: Time,
  immutable: true,
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
    fromisoformat: [
      'time_string, /',
      (_call, cls: PyClass, text: Value) => mark(parseTime(isoText(text)), cls, timeClass),
    ],
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
      '*places, **named',
      (_call, self: Time, places: Value[], named: ReadonlyMap<string, Value>) => {
        const given = replaced(places, named, 'hour minute second microsecond tzinfo fold');
        const { hour, minute, second, microsecond, tzinfo, fold } = { ...self, ...given } as Time;
        return copied(self, new Time(hour, minute, second, microsecond, tzinfo, fold));
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
  repr: (self: Time) => reprOf(self),
});
