/** `uuid`: identifiers from the machine's random bytes and from names. */

import { typeName } from '../python/values/classes/class-of.ts';
import { richCompare } from '../python/values/compare.ts';
import { NotImplemented, tuple } from '../python/values/containers/containers.ts';
import { dict } from '../python/values/containers/dict.ts';
import { iterate, length } from '../python/values/containers/iterate.ts';
import { typeError, valueError } from '../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../python/values/interpreter.ts';
import { textWith } from '../python/values/native/arguments.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native/native.ts';
import { isInt, normal, toIndex } from '../python/values/numbers.ts';
import { type PyClass, plain, type Value } from '../python/values/value.ts';
import { UUID } from '../stdlib/uuid.ts';

/** What a constructor's one argument makes. @throws TypeError, ValueError, AttributeError of Python */
function madeOf(hex: Value, bytes: Value, le: Value, fields: Value, int: Value): UUID {
  if (plain(hex) instanceof Uint8Array) throw typeError("a bytes-like object is required, not 'str'");
  // Whatever has a `replace` is asked for it first: a date answers in words of its own.
  if (hex !== null && typeof plain(hex) === 'object') interpreter().callMethod(hex, 'replace', 'urn:', '');
  if (hex !== null) return new UUID(textWith(hex, 'replace'));
  const whole = bytes ?? le;
  if (whole !== null) {
    const bare = plain(whole);
    if (length(whole) !== 16)
      throw valueError(`${bytes === null ? 'bytes_le' : 'bytes'} is not a 16-char string`);
    if (!(bare instanceof Uint8Array)) throw typeError(`cannot convert '${typeName(whole)}' object to bytes`);
    return UUID.fromBytes(bytes === null ? swapped(bare) : bare);
  }
  if (fields !== null) return ofFields([...iterate(fields)]);
  const bare = plain(int);
  if (!isInt(bare)) {
    richCompare('LtE', 0, int);
    throw typeError(`unsupported operand type(s) for <<: '${typeName(int)}' and 'int'`);
  }
  return UUID.fromInt(BigInt(bare));
}

/** The fields of an identifier, and how many hex digits each has. */
const FIELDS = [
  ['time_low', 8],
  ['time_mid', 4],
  ['time_hi_version', 4],
  ['clock_seq_hi_variant', 2],
  ['clock_seq_low', 2],
  ['node', 12],
] as const;

const starts = FIELDS.map((_field, index) =>
  FIELDS.slice(0, index).reduce((sum, [, digits]) => sum + digits, 0),
);

const fieldOf = (self: UUID, index: number): number =>
  Number.parseInt(self.hex.slice(starts[index]!, starts[index]! + FIELDS[index]![1]), 16);

function ofFields(values: readonly Value[]): UUID {
  if (values.length !== FIELDS.length) throw valueError('fields is not a 6-tuple');
  const digits = FIELDS.map(([, size], index) => {
    const value = BigInt(toIndex(values[index]!));
    if (value < 0n || value >= 1n << BigInt(4 * size))
      throw valueError(`field ${index + 1} out of range (need a ${4 * size}-bit value)`);
    return value.toString(16).padStart(size, '0');
  });
  return new UUID(digits.join(''));
}

/** The first three fields with their bytes in the other order. */
const swapped = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15], (at) => bytes[at]!);

const NCS = 'reserved for NCS compatibility';
const RFC = 'specified in RFC 4122';
const MICROSOFT = 'reserved for Microsoft compatibility';
const FUTURE = 'reserved for future definition';
const VARIANTS = [
  ['01234567', NCS],
  ['89ab', RFC],
  ['cd', MICROSOFT],
  ['ef', FUTURE],
] as const;

export const uuidClass: PyClass = nativeClass({
  name: 'UUID',
  module: 'uuid',
  host: UUID,
  signature: 'hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=...',
  construct: (
    _call,
    _cls,
    hex: Value,
    bytes: Value,
    le: Value,
    fields: Value,
    int: Value,
    version: Value,
  ) => {
    const given = [hex, bytes, le, fields, int].filter((value) => value !== null);
    if (given.length !== 1)
      throw typeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given');
    const made = madeOf(hex, bytes, le, fields, int);
    if (version === null) return made;
    if (Number(version) < 1 || Number(version) > 5) throw valueError('illegal version number');
    return UUID.ofVersion(bytesOf(made), Number(version));
  },
  getters: {
    hex: (self: UUID) => self.hex,
    int: (self: UUID) => self.int,
    bytes: (self: UUID) => bytesOf(self),
    bytes_le: (self: UUID) => swapped(bytesOf(self)),
    fields: (self: UUID) => tuple(FIELDS.map((_field, index) => fieldOf(self, index))),
    ...Object.fromEntries(
      FIELDS.map(([name], index): [string, (self: UUID) => Value] => [name, (self) => fieldOf(self, index)]),
    ),
    time: (self: UUID) =>
      normal(BigInt(`0x${self.hex.slice(13, 16)}${self.hex.slice(8, 12)}${self.hex.slice(0, 8)}`)),
    clock_seq: (self: UUID) => Number.parseInt(self.hex.slice(16, 20), 16) & 0x3fff,
    urn: (self: UUID) => `urn:uuid:${self}`,
    version: (self: UUID) => self.version,
    variant: (self: UUID) => VARIANTS.find(([digits]) => digits.includes(self.hex[16]!))![1],
    is_safe: (_self, call) => call.getAttribute(call.importName('uuid.SafeUUID'), 'unknown')!,
  },
  methods: {
    __setattr__: [
      'name, value',
      () => {
        throw typeError('UUID objects are immutable');
      },
    ],
    ...Object.fromEntries(
      (
        [
          ['__lt__', (order) => order < 0],
          ['__gt__', (order) => order > 0],
          ['__le__', (order) => order <= 0],
          ['__ge__', (order) => order >= 0],
        ] as const satisfies readonly (readonly [string, (order: number) => boolean])[]
      ).map(([name, holds]) => [
        name,
        [
          'other',
          (_call: Interpreter, self: UUID, other: Value) =>
            other instanceof UUID ? holds(self.compare(other)) : NotImplemented,
        ] as const,
      ]),
    ),
    __int__: ['', (_call, self: UUID) => self.int],
  },
  eq: (self: UUID, other: Value) => (other instanceof UUID ? self.equals(other) : NotImplemented),
  hash: (self: UUID) => Number.parseInt(self.hex.slice(0, 8), 16),
  str: (self: UUID) => self.toString(),
  repr: (self: UUID) => self.repr(),
});

const safeUuid = (call: Interpreter): Value =>
  call.call(
    call.importName('enum.Enum'),
    [
      'SafeUUID',
      dict([
        ['safe', 0],
        ['unsafe', -1],
        ['unknown', null],
      ]),
    ],
    new Map([['module', 'uuid']]),
  );

const bytesOf = (self: UUID): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(self.hex.slice(index * 2, index * 2 + 2), 16),
  );

const random = (name: string, version: number) => () =>
  nativeFunction(name, '', (call) => UUID.ofVersion(call.process.machine.randomBytes(16), version));

/** `uuid3`, `uuid5`: the same name gives the same identifier. */
const named = (name: string, version: number, hash: string) => () =>
  nativeFunction(name, 'namespace, name', (call, namespace: Value, text: Value) => {
    if (!(namespace instanceof UUID)) throw call.missingAttribute(namespace, 'bytes');
    const bare = plain(text);
    if (typeof bare !== 'string') throw typeError('encoding without a string argument');
    const bytes = new TextEncoder().encode(bare);
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
  getnode: () => nativeFunction('getnode', '', () => 0x0242ac110002),
  RESERVED_NCS: () => NCS,
  RFC_4122: () => RFC,
  RESERVED_MICROSOFT: () => MICROSOFT,
  RESERVED_FUTURE: () => FUTURE,
  SafeUUID: safeUuid,
  NAMESPACE_DNS: namespace('6ba7b810-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_URL: namespace('6ba7b811-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_OID: namespace('6ba7b812-9dad-11d1-80b4-00c04fd430c8'),
  NAMESPACE_X500: namespace('6ba7b814-9dad-11d1-80b4-00c04fd430c8'),
});
