/** `uuid`: identifiers from the machine's random bytes and from names. */

import { NotImplemented } from '../python/values/containers.ts';
import { raise } from '../python/values/exceptions.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { UUID } from '../stdlib/uuid.ts';

const intOf = (self: UUID): bigint => BigInt(`0x${self.hex}`);

export const uuidClass: PyClass = nativeClass({
  name: 'UUID',
  module: 'uuid',
  host: UUID,
  signature: 'hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None',
  construct: (
    _call,
    _cls,
    hex: Value,
    bytes: Value,
    _le: Value,
    _fields: Value,
    int: Value,
    version: Value,
  ) => {
    const made =
      hex !== null
        ? new UUID(String(hex))
        : bytes instanceof Uint8Array
          ? UUID.fromBytes(bytes)
          : int !== null
            ? UUID.fromInt(BigInt(int as number))
            : undefined;
    if (!made) {
      throw raise('TypeError', 'one of the hex, bytes, bytes_le, fields, or int arguments must be given');
    }
    return version === null ? made : UUID.ofVersion(bytesOf(made), Number(version));
  },
  getters: {
    hex: (self: UUID) => self.hex,
    int: (self: UUID) => intOf(self),
    bytes: (self: UUID) => bytesOf(self),
    urn: (self: UUID) => `urn:uuid:${self}`,
    version: (self: UUID) => Number.parseInt(self.hex[12]!, 16),
  },
  methods: {
    __lt__: [
      'other, /',
      (_call, self: UUID, other: Value) => (other instanceof UUID ? self.compare(other) < 0 : NotImplemented),
    ],
    __gt__: [
      'other, /',
      (_call, self: UUID, other: Value) => (other instanceof UUID ? self.compare(other) > 0 : NotImplemented),
    ],
    __int__: ['', (_call, self: UUID) => intOf(self)],
  },
  eq: (self: UUID, other: Value) => self.equals(other),
  hash: (self: UUID) => Number.parseInt(self.hex.slice(0, 8), 16),
  str: (self: UUID) => self.toString(),
  repr: (self: UUID) => self.repr(),
});

const bytesOf = (self: UUID): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(self.hex.slice(index * 2, index * 2 + 2), 16),
  );

const random = (name: string, version: number) => () =>
  nativeFunction(name, '', (call) => UUID.ofVersion(call.process.machine.randomBytes(16), version));

/** `uuid3`, `uuid5`: the same name gives the same identifier. */
const named = (name: string, version: number, hash: string) => () =>
  nativeFunction(name, 'namespace, name', (call, namespace: UUID, text: Value) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array);
    const digest = call.callMethod(
      call.call(call.importName(`hashlib.${hash}`), [Uint8Array.from([...bytesOf(namespace), ...bytes])]),
      'digest',
    ) as Uint8Array;
    return UUID.ofVersion(digest.slice(0, 16), version);
  });

const namespace = (hex: string) => () => new UUID(hex);

export const uuidModule = lazyModule('uuid', {
  UUID: () => uuidClass,
  uuid1: random('uuid1', 1),
  uuid4: random('uuid4', 4),
  uuid3: named('uuid3', 3, 'md5'),
  uuid5: named('uuid5', 5, 'sha1'),
  NAMESPACE_DNS: namespace('6ba7b810-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_URL: namespace('6ba7b811-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_OID: namespace('6ba7b812-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_X500: namespace('6ba7b814-9dad-11d1-80b4-00c04fd430c8'),
});
