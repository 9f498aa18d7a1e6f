/** `zoneinfo`: the time zones of a fixed set. */

import { typeName } from '../python/values/classes/class-of.ts';
import { NotImplemented, tuple } from '../python/values/containers/containers.ts';
import { hashAll, hashValue } from '../python/values/containers/hash.ts';
import { PySet } from '../python/values/containers/set.ts';
import {
  exceptionClass,
  PyException,
  typeError,
  valueError,
} from '../python/values/exceptions/exceptions.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { NamedZone } from '../stdlib/datetime/zones.ts';
import { DateTime } from '../stdlib/datetime.ts';
import { tzinfoClass } from './datetime/timezone-class.ts';

const notFoundClass: PyClass = nativeClass({
  name: 'ZoneInfoNotFoundError',
  module: 'zoneinfo._common',
  bases: [exceptionClass('KeyError')],
});

const known = new Map<string, NamedZone>();

/** Keys are paths below the folder of zones. @throws TypeError, ValueError */
function checkKey(key: Value): asserts key is string {
  hashValue(key);
  if (typeof key !== 'string')
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(key)}`);
  if (key.startsWith('/')) throw valueError(`ZoneInfo keys may not be absolute paths, got: ${key}`);
  const parts = key.split('/');
  const up = parts.findIndex((part) => part !== '..');
  if (
    key === '' ||
    parts.some((part, at) => part === '' || part === '.' || (part === '..' && up >= 0 && at > up))
  )
    throw valueError(`ZoneInfo keys must be normalized relative paths, got: ${key}`);
  if (up !== 0) throw valueError(`ZoneInfo keys must refer to subdirectories of TZPATH, got: ${key}`);
}

/** The one object of a key. @throws ZoneInfoNotFoundError, TypeError, ValueError */
function zone(key: Value): NamedZone {
  checkKey(key);
  const found = known.get(key) ?? NamedZone.find(key);
  if (!found) throw new PyException(notFoundClass, [`No time zone found with key ${key}`]);
  known.set(key, found);
  return found;
}

const moment = (value: Value) => (value instanceof DateTime ? value : null);

const zoneInfoClass: PyClass = nativeClass({
  name: 'ZoneInfo',
  module: 'zoneinfo',
  bases: [tzinfoClass],
  host: NamedZone,
  signature: 'key',
  construct: (_call, _cls, key: Value) => zone(key),
  classMethods: { no_cache: ['key', (_call, _cls: PyClass, key: Value) => zone(key)] },
  getters: { key: (self: NamedZone) => self.key },
  repr: (self: NamedZone) => self.repr(),
  str: (self: NamedZone) => self.key,
  eq: (self: NamedZone, other: Value) =>
    other instanceof NamedZone ? self.key === other.key : NotImplemented,
  hash: (self: NamedZone) => hashAll([self.key]),
  methods: {
    utcoffset: ['dt, /', (_call, self: NamedZone, value: Value) => self.utcoffset(moment(value))],
    dst: ['dt, /', (_call, self: NamedZone, value: Value) => self.dst(moment(value))],
    tzname: ['dt, /', (_call, self: NamedZone, value: Value) => self.tzname(moment(value))],
    fromutc: ['dt, /', (_call, self: NamedZone, value: DateTime) => self.fromUtc(value)],
  },
});

export const zoneinfoModule = lazyModule('zoneinfo', {
  ZoneInfo: () => zoneInfoClass,
  ZoneInfoNotFoundError: () => notFoundClass,
  InvalidTZPathWarning: () => exceptionClass('RuntimeWarning'),
  TZPATH: () => tuple(['/usr/share/zoneinfo']),
  available_timezones: () =>
    nativeFunction('available_timezones', '', () => new PySet(NamedZone.keys()), 'zoneinfo'),
});
