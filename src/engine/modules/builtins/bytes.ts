/** bytes, and bytearray over the same shape. */
import { typeName } from '../../python/values/class-of.ts';
import { bytearrayClass, bytesClass } from '../../python/values/classes.ts';
import { list, NotImplemented } from '../../python/values/containers.ts';
import { typeError, valueError } from '../../python/values/exceptions.ts';
import { hashBytes } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { iterate } from '../../python/values/iterate.ts';
import { fillNativeClass, NativeIterator, type NativeMethod } from '../../python/values/native.ts';
import { isInt, toIndex } from '../../python/values/numbers.ts';
import { reprOfBytes, str } from '../../python/values/text.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../python/values/value.ts';
import { decode, encode } from './codecs.ts';
import { makeNew } from './make.ts';
import { richMethods } from './numbers.ts';
import { isSlice, position, sliced, times } from './sequence.ts';

const bytes = (self: Value): Uint8Array => plain(self) as Uint8Array;

function toBytes(
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
): Uint8Array {
  if (source === undefined) return new Uint8Array();
  const bare = plain(source);
  if (typeof bare === 'string') {
    if (encoding === undefined) throw typeError('string argument without an encoding');
    return encode(bare, str(encoding), str(errors ?? 'strict'));
  }
  if (bare instanceof Uint8Array) return bare.slice();
  if (isInt(bare)) return new Uint8Array(Number(bare));
  const items = [...iterate(source)].map((item) => Number(toIndex(item)));
  if (items.some((item) => item < 0 || item > 255)) throw valueError('bytes must be in range(0, 256)');
  return Uint8Array.from(items);
}

function newBytes(_call: Interpreter, cls: PyClass, source?: Value, encoding?: Value, errors?: Value): Value {
  const value = toBytes(source, encoding, errors);
  return cls === bytesClass ? value : new PyBoxed(cls, value);
}

/** Latin-1 text stands for bytes where a method works as that of str does. */
const asText = (value: Value) => String.fromCharCode(...bytes(value));
const fromText = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A method that works on the bytes as text: the arguments and the result are bytes as well. */
function likeText(name: string, signature: string): NativeMethod {
  return [
    signature,
    (call: Interpreter, self: Value, ...args: Value[]) => {
      const given = args
        .filter((arg) => arg !== undefined)
        .map((arg) => (plain(arg) instanceof Uint8Array ? asText(arg) : arg));
      return backToBytes(call.callMethod(asText(self), name, ...given));
    },
  ];
}

function backToBytes(value: Value): Value {
  if (typeof value === 'string') return fromText(value);
  if (typeof value !== 'object' || value === null || !('items' in value)) return value;
  const items = (value.items as Value[]).map(backToBytes);
  return Object.assign(Object.create(Object.getPrototypeOf(value)), value, { items }) as Value;
}

const TEXT_METHODS: Readonly<Record<string, string>> = {
  strip: 'chars=None, /',
  lstrip: 'chars=None, /',
  rstrip: 'chars=None, /',
  split: 'sep=None, maxsplit=-1',
  replace: 'old, new, count=-1, /',
  startswith: 'prefix, /',
  endswith: 'suffix, /',
  find: 'sub, start=..., end=..., /',
  index: 'sub, start=..., end=..., /',
  count: 'sub, start=..., end=..., /',
  upper: '',
  lower: '',
  partition: 'sep, /',
  ljust: 'width, fillchar=..., /',
  rjust: 'width, fillchar=..., /',
};

const METHODS: Record<string, NativeMethod> = {
  ...richMethods(),
  ...Object.fromEntries(
    Object.entries(TEXT_METHODS).map(([name, signature]) => [name, likeText(name, signature)]),
  ),
  __len__: ['', (_call, self: Value) => bytes(self).length],
  __iter__: ['', (_call, self: Value) => new NativeIterator(bytes(self))],
  __hash__: ['', (_call, self: Value) => hashBytes(bytes(self))],
  __repr__: ['', (_call, self: Value) => reprOfBytes(self)],
  __contains__: [
    'key, /',
    (_call, self: Value, item: Value) =>
      isInt(item) ? bytes(self).includes(Number(item)) : asText(self).includes(asText(item)),
  ],
  __getitem__: [
    'key, /',
    (_call, self: Value, key: Value) => {
      const all = bytes(self);
      return isSlice(key)
        ? Uint8Array.from(sliced(all, key))
        : all[position(key, all.length, 'byte', 'index out of range')]!;
    },
  ],
  __add__: [
    'value, /',
    (_call, self: Value, other: Value) =>
      plain(other) instanceof Uint8Array
        ? Uint8Array.from([...bytes(self), ...bytes(other)])
        : NotImplemented,
  ],
  __mul__: ['value, /', (_call, self: Value, count: Value) => fromText(asText(self).repeat(times(count)))],
  decode: [
    "encoding='utf-8', errors='strict'",
    (_call, self: Value, encoding: string, errors: string) => decode(bytes(self), encoding, errors),
  ],
  hex: [
    'sep=..., /',
    (_call, self: Value, separator?: Value) =>
      Array.from(bytes(self), (byte) => byte.toString(16).padStart(2, '0')).join(
        separator === undefined ? '' : str(separator),
      ),
  ],
  join: [
    'iterable, /',
    (_call, self: Value, items: Value) => {
      const parts = [...iterate(items)].map((item, index) => {
        if (plain(item) instanceof Uint8Array) return asText(item);
        throw typeError(`sequence item ${index}: expected a bytes-like object, ${typeName(item)} found`);
      });
      return fromText(parts.join(asText(self)));
    },
  ],
  splitlines: [
    'keepends=False',
    (call, self: Value, keep: Value) =>
      list([...call.iterate(call.callMethod(asText(self), 'splitlines', keep))].map(backToBytes)),
  ],
};

for (const cls of [bytesClass, bytearrayClass]) {
  fillNativeClass(cls, {
    style: 'builtin',
    attributes: { __new__: makeNew(cls.name, 'source=..., encoding=..., errors=...', newBytes) },
    methods: METHODS,
    classMethods: {
      fromhex: [
        'string, /',
        (_call, _cls, text: string) =>
          Uint8Array.from(text.replace(/\s+/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
      ],
    },
  });
}
