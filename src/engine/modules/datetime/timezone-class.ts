/** `datetime.tzinfo` and `datetime.timezone`. */

import { classOf, typeName } from '../../python/values/classes/class-of.ts';
import { NotImplemented } from '../../python/values/containers/containers.ts';
import { raise, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { strArgument } from '../../python/values/native/arguments.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../python/values/value.ts';
import { DateTime, TimeDelta, TimeZone, type TzInfo } from '../../stdlib/datetime.ts';
import { hashText, instance } from './arguments.ts';
import { learnerZone } from './learner-zone.ts';

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

/** A method that is asked about a moment, which makes no difference to it. */
const asked = (name: string, answer: (self: TimeZone) => Value) =>
  [
    'dt, /',
    (_call: Interpreter, self: TimeZone, moment: Value) => {
      if (moment === null || moment instanceof DateTime) return answer(self);
      throw typeError(`${name}(dt) argument must be a datetime instance or None, not ${typeName(moment)}`);
    },
  ] as const;

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
    utcoffset: asked('utcoffset', (self) => self.utcoffset()),
    tzname: asked('tzname', (self) => self.tzname()),
    dst: asked('dst', () => null),
    fromutc: [
      'dt, /',
      (_call, self: TimeZone, moment: Value) => {
        if (!(moment instanceof DateTime)) throw typeError('fromutc() argument must be a datetime instance');
        if (moment.tzinfo !== self) throw raise('ValueError', 'fromutc: dt.tzinfo is not self');
        return moment.plus(self.utcoffset());
      },
    ],
  },
  eq: (self: TimeZone, other: Value) => (other instanceof TimeZone ? self.equals(other) : NotImplemented),
  hash: (self: TimeZone) => hashText(self.repr()),
  str: (self: TimeZone) => self.toString(),
  repr: (self: TimeZone) => self.repr(),
});

interface ZoneLike {
  fromutc?: unknown;
}

/** A tzinfo as given; anything else is refused as CPython does. */
export function zone(value: Value): TzInfo | null {
  if (value === null || (value as ZoneLike) instanceof TimeZone) return value as TimeZone | null;
  if (value instanceof PyObject && value.cls.isSubclassOf(tzinfoClass)) return learnerZone(value);
  if (typeof (value as { utcoffset?: unknown }).utcoffset === 'function') return value as unknown as TzInfo;
  throw raise(
    'TypeError',
    `tzinfo argument must be None or of a tzinfo subclass, not type '${classOf(value).name}'`,
  );
}
