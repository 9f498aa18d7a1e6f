/** int and bool. */
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import { boolClass, intClass } from '../../../python/values/classes/classes.ts';
import { NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { hashValue } from '../../../python/values/containers/hash.ts';
import { iterate } from '../../../python/values/containers/iterate.ts';
import { overflowError, raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { formatCore } from '../../../python/values/format/format.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import {
  arithmetic,
  floorDivide,
  type Int,
  isInt,
  modulo,
  normal,
  toIndex,
  toNumber,
  toSize,
} from '../../../python/values/numbers.ts';
import { repr } from '../../../python/values/text.ts';
import { truth } from '../../../python/values/truth.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { makeNew } from '../make.ts';
import { arithmeticMethods, richMethods, textOf, truncate } from './number-methods.ts';
import { parseInteger } from './parse-number.ts';
import { powerModulo } from './power-modulo.ts';

const intOf = (self: Value): Int => {
  const value = plain(self);
  return typeof value === 'boolean' ? Number(value) : (value as Int);
};

/** `int(value, base)` */
function toInt(value: Value, base: Value | undefined): Int {
  const bare = plain(value);
  if (base !== undefined) {
    if (typeof bare !== 'string' && !(bare instanceof Uint8Array))
      throw typeError("int() can't convert non-string with explicit base");
    return parseInteger(textOf(bare), Number(toIndex(base)), repr(value));
  }
  if (isInt(bare)) return intOf(bare);
  if (bare instanceof Float) return truncate(bare.value);
  if (typeof bare === 'string') return parseInteger(textOf(bare), 10, repr(value));
  if (bare instanceof Uint8Array) return parseInteger(textOf(bare), 10, repr(value));
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const answer = callSpecialMethod(value, name);
    if (answer !== undefined && isInt(plain(answer))) return intOf(answer);
    if (answer !== undefined) throw typeError(`${name} returned non-int (type ${typeName(answer)})`);
  }
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

function newInt(_call: Interpreter, cls: PyClass, x: Value | undefined, base: Value | undefined): Value {
  const value = x === undefined ? 0 : toInt(x, base);
  return cls === intClass ? value : new PyBoxed(cls, value);
}

const bits = (value: Int) =>
  value === 0 ? 0 : (value < 0 ? -BigInt(value) : BigInt(value)).toString(2).length;

function checkOrder(order: string): void {
  if (order !== 'big' && order !== 'little') throw valueError("byteorder must be either 'little' or 'big'");
}

function toBytes(_call: Interpreter, self: Value, size: Value, order: string, signed: boolean): Value {
  const length = toSize(size);
  if (length < 0) throw valueError('length argument must be non-negative');
  checkOrder(order);
  let value = BigInt(intOf(self));
  if (value < 0n && !signed) throw overflowError("can't convert negative int to unsigned");
  if (length > 100_000_000) throw raise('MemoryError');
  const limit = 1n << BigInt(length * 8);
  if (value >= limit) throw overflowError('int too big to convert');
  if (value < 0n) value += limit;
  const bytes = Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));
  return order === 'big' ? bytes.reverse() : bytes;
}

function byteItems(source: Value): number[] {
  if (typeof plain(source) === 'string' || classOf(source).lookup('__iter__') === undefined)
    throw typeError(`cannot convert '${typeName(source)}' object to bytes`);
  const items = [...iterate(source)].map((item) => Number(toIndex(item)));
  if (items.some((item) => item < 0 || item > 255)) throw valueError('bytes must be in range(0, 256)');
  return items;
}

function fromBytes(_call: Interpreter, _cls: PyClass, source: Value, order: string, signed: boolean): Value {
  checkOrder(order);
  const bare = plain(source);
  const bytes = bare instanceof Uint8Array ? [...bare] : byteItems(source);
  if (order === 'little') bytes.reverse();
  const value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const negative = signed && bytes.length > 0 && bytes[0]! >= 128;
  return normal(negative ? value - (1n << BigInt(bytes.length * 8)) : value);
}

fillNativeClass(intClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('int', 'x=..., /, base=...', newInt) },
  methods: {
    ...richMethods(),
    ...arithmeticMethods(isInt),
    __pow__: [
      'value, mod=None, /',
      (_call, self: Value, other: Value, modulus: Value) => {
        const exponent = plain(other);
        if (!isInt(exponent) || (modulus !== null && !isInt(plain(modulus)))) return NotImplemented;
        return modulus === null
          ? arithmetic('Pow', plain(self), exponent)!
          : powerModulo(intOf(self), intOf(exponent), intOf(modulus));
      },
    ],
    __neg__: ['', (_call, self: Value) => normal(-BigInt(intOf(self)))],
    __pos__: ['', (_call, self: Value) => intOf(self)],
    __abs__: ['', (_call, self: Value) => (intOf(self) < 0 ? normal(-BigInt(intOf(self))) : intOf(self))],
    __invert__: ['', (_call, self: Value) => normal(~BigInt(intOf(self)))],
    __bool__: ['', (_call, self: Value) => Number(intOf(self)) !== 0],
    __int__: ['', (_call, self: Value) => intOf(self)],
    __index__: ['', (_call, self: Value) => intOf(self)],
    __trunc__: ['', (_call, self: Value) => intOf(self)],
    __floor__: ['', (_call, self: Value) => intOf(self)],
    __ceil__: ['', (_call, self: Value) => intOf(self)],
    __round__: ['ndigits=None, /', (_call, self: Value, digits: Value) => roundInt(intOf(self), digits)],
    __float__: ['', (_call, self: Value) => new Float(toNumber(intOf(self))!)],
    __hash__: ['', (_call, self: Value) => hashValue(intOf(self))],
    __repr__: ['', (_call, self: Value) => String(intOf(self))],
    __format__: ['format_spec: str, /', (_call, self: Value, spec: string) => formatCore(plain(self), spec)],
    __divmod__: [
      'value, /',
      (_call, self: Value, other: Value) =>
        isInt(plain(other)) ? divmodInts(intOf(self), intOf(other)) : NotImplemented,
    ],
    __getnewargs__: ['', (_call, self: Value) => tuple([intOf(self)])],
    bit_length: ['', (_call, self: Value) => bits(intOf(self))],
    bit_count: ['', (_call, self: Value) => BigInt(intOf(self)).toString(2).replace(/[^1]/g, '').length],
    conjugate: ['', (_call, self: Value) => intOf(self)],
    as_integer_ratio: ['', (_call, self: Value) => tuple([intOf(self), 1])],
    to_bytes: ["length=1, byteorder: str='big', *, signed=False", toBytes],
  },
  classMethods: { from_bytes: ["bytes, byteorder: str='big', *, signed=False", fromBytes] },
  getters: {
    real: (self: Value) => intOf(self),
    imag: () => 0,
    numerator: (self: Value) => intOf(self),
    denominator: () => 1,
  },
});

function divmodInts(a: Int, b: Int): Value {
  if (Number(b) === 0) throw raise('ZeroDivisionError', 'integer division or modulo by zero');
  return tuple([floorDivide(a, b), modulo(a, b)]);
}

function roundInt(value: Int, digits: Value): Value {
  if (digits === null || Number(toIndex(digits)) >= 0) return value;
  const unit = 10n ** BigInt(-Number(digits));
  const whole = BigInt(value);
  const rest = ((whole % unit) + unit) % unit;
  const down = whole - rest;
  const up = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n !== 0n);
  return normal(up ? down + unit : down);
}

fillNativeClass(boolClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('bool', 'x=False, /', (_call, _cls, x: Value) => truth(x)) },
  methods: {
    __repr__: ['', (_call, self: Value) => repr(self)],
    __format__: ['format_spec: str, /', (_call, self: Value, spec: string) => formatCore(self, spec)],
  },
});
