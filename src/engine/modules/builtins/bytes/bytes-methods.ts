/** Methods of bytes and bytearray. */
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import { bytearrayClass } from '../../../python/values/classes/classes.ts';
import { NotImplemented, PyTuple, tuple } from '../../../python/values/containers/containers.ts';
import { hashBytes } from '../../../python/values/containers/hash.ts';
import { length } from '../../../python/values/containers/iterate.ts';
import { isException, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { percentFormatBytes } from '../../../python/values/format/percent.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { type Int, isInt, toIndex } from '../../../python/values/numbers.ts';
import { reprOfBytes, str } from '../../../python/values/text.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import { decode } from '../codecs.ts';
import { isSlice, position, sliced, times } from '../containers/sequence.ts';
import { richMethods } from '../numbers/number-methods.ts';
import { joinItems, repeatText } from '../str/str-shape.ts';

const bytes = (self: Value): Uint8Array => plain(self) as Uint8Array;

/** Latin-1 text stands for bytes where a method works as that of str does. */
const asText = (value: Value) => Array.from(bytes(value), (byte) => String.fromCharCode(byte)).join('');
const fromText = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Bytes that are no ASCII have no case and are no blanks: they stand as letters of nobody's, whose last eight bits they are. */
const letterOf = (byte: number) => String.fromCharCode(byte < 0x80 ? byte : 0xe000 + byte);
const asLetters = (value: Value) => Array.from(bytes(value), letterOf).join('');

/** How a method names an argument that it refuses. */
const REFUSED: Readonly<Record<string, (type: string) => string>> = {
  startswith: (type) => `startswith first arg must be bytes or a tuple of bytes, not ${type}`,
  endswith: (type) => `endswith first arg must be bytes or a tuple of bytes, not ${type}`,
  ...Object.fromEntries(
    ['find', 'rfind', 'index', 'rindex', 'count'].map((name) => [
      name,
      (type: string) => `argument should be integer or bytes-like object, not '${type}'`,
    ]),
  ),
  ...Object.fromEntries(
    ['ljust', 'rjust', 'center'].map((name) => [
      name,
      (type: string) => `${name}() argument 2 must be a byte string of length 1, not ${type}`,
    ]),
  ),
};

const NUMBERS = new Set(['maxsplit', 'count', 'start', 'end', 'width', 'tabsize', 'keepends']);

/** A method that works on the bytes as text: the arguments and the result are bytes as well. */
function likeText(name: string, signature: string): NativeMethod {
  const names = signature.split(',').map((part) => part.split('=')[0]!.trim());
  return [
    signature,
    (call: Interpreter, self: Value, ...args: Value[]) => {
      const given = args
        .filter((arg) => arg !== undefined)
        .map((arg, index) => (NUMBERS.has(names[index]!) ? arg : argumentText(name, arg)));
      try {
        return backToBytes(call.callMethod(asLetters(self), name, ...given));
      } catch (error) {
        if (name.endsWith('index') && isException(error, 'ValueError'))
          throw valueError('subsection not found');
        throw error;
      }
    },
  ];
}

/** An argument of bytes as the text that stands for it. @throws TypeError of Python */
function argumentText(name: string, value: Value): Value {
  const bare = plain(value);
  if (bare instanceof Uint8Array) return asLetters(value);
  if (name.endsWith('with') && value instanceof PyTuple)
    return tuple(value.items.map((item) => argumentText('', item)));
  if (bare === null && /strip|split/.test(name)) return null;
  if (isInt(bare) && /find|index|count/.test(name)) return letterOf(byteValue(bare));
  throw typeError(
    (REFUSED[name] ?? ((type) => `a bytes-like object is required, not '${type}'`))(typeName(value)),
  );
}

/** An int that is a byte. @throws ValueError of Python */
function byteValue(value: Int | boolean): number {
  const byte = Number(value);
  if (byte < 0 || byte > 255) throw valueError('byte must be in range(0, 256)');
  return byte;
}

function backToBytes(value: Value): Value {
  if (typeof value === 'string') return fromText(value);
  if (typeof value !== 'object' || value === null || !('items' in value)) return value;
  const items = (value.items as Value[]).map(backToBytes);
  return Object.assign(Object.create(Object.getPrototypeOf(value)), value, { items }) as Value;
}

const SEARCH = 'sub, start=..., end=..., /';
const TEXT_METHODS: Readonly<Record<string, string>> = {
  capitalize: '',
  center: 'width, fillchar=..., /',
  count: SEARCH,
  endswith: 'suffix, start=..., end=..., /',
  expandtabs: 'tabsize=8',
  find: SEARCH,
  index: SEARCH,
  ljust: 'width, fillchar=..., /',
  lower: '',
  lstrip: 'chars=None, /',
  partition: 'sep, /',
  removeprefix: 'prefix, /',
  removesuffix: 'suffix, /',
  replace: 'old, new, count=-1, /',
  rfind: SEARCH,
  rindex: SEARCH,
  rjust: 'width, fillchar=..., /',
  rpartition: 'sep, /',
  rsplit: 'sep=None, maxsplit=-1',
  rstrip: 'chars=None, /',
  split: 'sep=None, maxsplit=-1',
  splitlines: 'keepends=False',
  startswith: 'prefix, start=..., end=..., /',
  strip: 'chars=None, /',
  swapcase: '',
  title: '',
  upper: '',
  zfill: 'width, /',
};

/** Tests of bytes: those of str, of the ASCII characters alone. */
const TESTS = ['isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper'];

/** A test that no byte above 127 passes. */
const asciiTest = (name: string): NativeMethod => [
  '',
  (call: Interpreter, self: Value) =>
    call.callMethod(asText(self).replace(/[^\x00-\x7f]/g, name === 'isascii' ? '\xff' : '\x00'), name),
];

export const METHODS: Record<string, NativeMethod> = {
  ...richMethods(),
  ...Object.fromEntries(
    Object.entries(TEXT_METHODS).map(([name, signature]) => [name, likeText(name, signature)]),
  ),
  ...Object.fromEntries(TESTS.map((name) => [name, asciiTest(name)])),
  __len__: ['', (_call, self: Value) => bytes(self).length],
  __iter__: [
    '',
    (_call, self: Value) => {
      const kind = classOf(self).isSubclassOf(bytearrayClass) ? 'bytearray' : 'bytes';
      return namedIterator(`${kind}_iterator`, bytes(self));
    },
  ],
  __hash__: ['', (_call, self: Value) => hashBytes(bytes(self))],
  __repr__: ['', (_call, self: Value) => reprOfBytes(self)],
  __contains__: [
    'key, /',
    (_call, self: Value, item: Value) =>
      isInt(item)
        ? bytes(self).includes(byteValue(item))
        : asLetters(self).includes(argumentText('', item) as string),
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
  __mul__: ['value, /', (_call, self: Value, count: Value) => repeated(self, count)],
  __rmul__: ['value, /', (_call, self: Value, count: Value) => repeated(self, count)],
  __mod__: ['value, /', (_call, self: Value, values: Value) => percentFormatBytes(bytes(self), values)],
  decode: [
    "encoding: str='utf-8', errors: str='strict'",
    (_call, self: Value, encoding: string, errors: string) => decode(bytes(self), encoding, errors),
  ],
  translate: [
    'table, /, delete=...',
    (_call, self: Value, table: Value, removed?: Value) => translate(self, table, removed),
  ],
  hex: [
    'sep=..., bytes_per_sep=1',
    (_call, self: Value, separator?: Value, group?: Value) => hex(self, separator, group),
  ],
  join: [
    'iterable, /',
    (_call, self: Value, items: Value) => {
      const parts = [...joinItems(items)].map((item, index) => {
        if (plain(item) instanceof Uint8Array) return asText(item);
        throw typeError(`sequence item ${index}: expected a bytes-like object, ${typeName(item)} found`);
      });
      return fromText(parts.join(asText(self)));
    },
  ],
};

/** `bytes.translate(table, delete)` @throws TypeError, ValueError of Python */
function translate(self: Value, table: Value, removed: Value | undefined): Uint8Array {
  const map = table === null ? undefined : argumentBytes(table);
  if (map && map.length !== 256) throw valueError('translation table must be 256 characters long');
  const gone = removed === undefined ? new Uint8Array() : argumentBytes(removed);
  const kept = bytes(self).filter((byte) => !gone.includes(byte));
  return map ? kept.map((byte) => map[byte]!) : kept;
}

/** `bytes.maketrans(from, to)` @throws TypeError, ValueError of Python */
export function makeTranslation(from: Value, to: Value): Uint8Array {
  const [source, target] = [argumentBytes(from), argumentBytes(to)];
  if (source.length !== target.length) throw valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [index, byte] of source.entries()) table[byte] = target[index]!;
  return table;
}

function argumentBytes(value: Value): Uint8Array {
  const bare = plain(value);
  if (bare instanceof Uint8Array) return bare;
  throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

const repeated = (self: Value, count: Value): Value =>
  isInt(plain(count)) ? fromText(repeatText(asText(self), times(count))) : NotImplemented;

/** `bytes.hex(sep, bytes_per_sep)`: groups are counted from the right, from the left where the size is negative. */
function hex(self: Value, separator: Value | undefined, group: Value | undefined): string {
  const pairs = Array.from(bytes(self), (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === undefined) return pairs.join('');
  if (length(separator) !== 1) throw valueError('sep must be length 1.');
  const bare = plain(separator);
  const mark = bare instanceof Uint8Array ? asText(separator) : str(separator);
  const size = group === undefined ? 1 : Number(toIndex(group));
  if (size === 0) return pairs.join('');
  const each = Math.abs(size);
  const first = size > 0 ? pairs.length % each : 0;
  const groups = first > 0 ? [pairs.slice(0, first)] : [];
  for (let at = first; at < pairs.length; at += each) groups.push(pairs.slice(at, at + each));
  return groups.map((one) => one.join('')).join(mark);
}

/** `bytes.fromhex(text)` @throws ValueError of Python */
export function fromHex(text: string): Uint8Array {
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    for (const place of [at, at + 1]) {
      if (!/[0-9a-fA-F]/.test(text[place] ?? ''))
        throw valueError(`non-hexadecimal number found in fromhex() arg at position ${place}`);
    }
    found.push(Number.parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  return Uint8Array.from(found);
}
