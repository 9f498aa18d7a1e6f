/** int, bool and float. */

import type { BinaryOperator } from '../../python/parse/ast.ts';
import { callSpecialMethod, callValue } from '../../python/values/callable.ts';
import { classOf, typeName } from '../../python/values/class-of.ts';
import { boolClass, floatClass, intClass } from '../../python/values/classes.ts';
import { compareCore, RICH_METHODS } from '../../python/values/compare.ts';
import { NotImplemented, tuple } from '../../python/values/containers.ts';
import { overflowError, raise, typeError, valueError } from '../../python/values/exceptions.ts';
import { fixed, formatCore } from '../../python/values/format.ts';
import { hashFloat, hashValue } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { iterate } from '../../python/values/iterate.ts';
import { fillNativeClass, type NativeMethod } from '../../python/values/native.ts';
import {
  arithmetic,
  floorDivide,
  type Int,
  isInt,
  modulo,
  normal,
  toIndex,
  toNumber,
} from '../../python/values/numbers.ts';
import { BINARY } from '../../python/values/operators.ts';
import { repr } from '../../python/values/text.ts';
import { truth } from '../../python/values/truth.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../python/values/value.ts';
import { Float, reprFloat } from '../../stdlib/float.ts';
import { floatOfHex, hexOfFloat } from '../../stdlib/float-hex.ts';
import { makeNew } from './make.ts';
import { parseInteger } from './parse-number.ts';
import { powerModulo } from './power-modulo.ts';

/** Comparison methods of a core type. */
export function richMethods(): Record<string, NativeMethod> {
  return Object.fromEntries(
    RICH_METHODS.map(([operator, name]) => [
      name,
      [
        'value, /',
        (_call: Interpreter, self: Value, other: Value) => compareCore(operator, self, other),
      ] as NativeMethod,
    ]),
  );
}

function arithmeticMethods(accepts: (value: Value) => boolean): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [operator, [, stem]] of Object.entries(BINARY) as [
    BinaryOperator,
    readonly [string, string],
  ][]) {
    if (operator === 'MatMult') continue;
    const apply = (left: Value, right: Value) => {
      const [a, b] = [plain(left), plain(right)];
      return accepts(a) && accepts(b) ? (arithmetic(operator, a, b) ?? NotImplemented) : NotImplemented;
    };
    methods[`__${stem}__`] = [
      'value, /',
      (_call: Interpreter, self: Value, other: Value) => apply(self, other),
    ];
    methods[`__r${stem}__`] = [
      'value, /',
      (_call: Interpreter, self: Value, other: Value) => apply(other, self),
    ];
  }
  return methods;
}

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

/** A number's text, with the digits of every script as ASCII. */
const textOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? asciiDigits(value) : String.fromCharCode(...value);

const asciiDigits = (text: string) =>
  /[^\x00-\x7f]/.test(text)
    ? text.replace(/[^\x00-\x7f]/gu, (letter) => (/\p{Nd}/u.test(letter) ? String(digitOf(letter)) : letter))
    : text;

/** Decimal digits stand in runs of ten that begin with zero. */
function digitOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** A float's whole part as an int. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw overflowError('cannot convert float infinity to integer');
  return normal(BigInt(Math.trunc(value)));
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

function toBytes(_call: Interpreter, self: Value, length: number, order: string, signed: boolean): Value {
  if (length < 0) throw valueError('length argument must be non-negative');
  checkOrder(order);
  let value = BigInt(intOf(self));
  if (value < 0n && !signed) throw overflowError("can't convert negative int to unsigned");
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
    to_bytes: ["length: int=1, byteorder: str='big', *, signed=False", toBytes],
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

/** `float(value)` */
function toFloat(value: Value): Float {
  const bare = plain(value);
  if (bare instanceof Float) return bare;
  const number = toNumber(bare);
  if (number !== undefined) return new Float(number);
  if (typeof bare === 'string' || bare instanceof Uint8Array) return parseFloatText(textOf(bare), value);
  const answer = callSpecialMethod(value, '__float__') ?? callSpecialMethod(value, '__index__');
  if (answer === undefined)
    throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  return new Float(toNumber(plain(answer)) ?? Number.NaN);
}

/** A text as `float()` reads it; `value` is what a message shows. @throws ValueError of Python */
export function parseFloatText(text: string, value: Value): Float {
  const trimmed = text
    .trim()
    .replace(/(?<=\d)_(?=\d)/g, '')
    .toLowerCase();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(trimmed)) return new Float(Number(trimmed));
  const special = /^([-+]?)(inf|infinity|nan)$/.exec(trimmed);
  if (!special) throw valueError(`could not convert string to float: ${repr(value)}`);
  const size = special[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
  return new Float(special[1] === '-' ? -size : size);
}

const floatOf = (self: Value) => (plain(self) as Float).value;

/** `round(float, digits)`: half to even, on the exact value. */
function roundFloat(value: number, digits: Value): Value {
  if (digits === null) {
    const floor = Math.floor(value);
    const rest = value - floor;
    return truncate(rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor);
  }
  const places = Number(toIndex(digits));
  if (!Number.isFinite(value) || places > 22) return new Float(value);
  if (value === 0) return new Float(value);
  if (places >= 0) return new Float(Number(fixed(Math.abs(value), places)) * (value < 0 ? -1 : 1));
  const unit = 10 ** -places;
  return new Float(Math.round(value / unit) * unit);
}

fillNativeClass(floatClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('float', 'x=0, /', (_call, cls, x: Value) =>
      cls === floatClass ? toFloat(x) : new PyBoxed(cls, toFloat(x)),
    ),
  },
  methods: {
    ...richMethods(),
    ...arithmeticMethods((value) => toNumber(value) !== undefined),
    __neg__: ['', (_call, self: Value) => new Float(-floatOf(self))],
    __pos__: ['', (_call, self: Value) => new Float(floatOf(self))],
    __abs__: ['', (_call, self: Value) => new Float(Math.abs(floatOf(self)))],
    __bool__: ['', (_call, self: Value) => floatOf(self) !== 0],
    __int__: ['', (_call, self: Value) => truncate(floatOf(self))],
    __trunc__: ['', (_call, self: Value) => truncate(floatOf(self))],
    __floor__: ['', (_call, self: Value) => truncate(Math.floor(floatOf(self)))],
    __ceil__: ['', (_call, self: Value) => truncate(Math.ceil(floatOf(self)))],
    __round__: ['ndigits=None, /', (_call, self: Value, digits: Value) => roundFloat(floatOf(self), digits)],
    __float__: ['', (_call, self: Value) => new Float(floatOf(self))],
    __hash__: ['', (_call, self: Value) => hashFloat(floatOf(self))],
    __repr__: ['', (_call, self: Value) => reprFloat(floatOf(self))],
    __format__: ['format_spec: str, /', (_call, self: Value, spec: string) => formatCore(plain(self), spec)],
    is_integer: ['', (_call, self: Value) => Number.isInteger(floatOf(self))],
    conjugate: ['', (_call, self: Value) => new Float(floatOf(self))],
    as_integer_ratio: ['', (_call, self: Value) => ratio(floatOf(self))],
    __divmod__: [
      'value, /',
      (_call, self: Value, other: Value) =>
        toNumber(plain(other)) === undefined ? NotImplemented : divmodFloats(plain(self), plain(other)),
    ],
    hex: ['', (_call, self: Value) => hexOfFloat(floatOf(self))],
    __pow__: [
      'value, mod=None, /',
      (_call, self: Value, other: Value, modulus: Value) => {
        if (modulus !== null)
          throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
        const exponent = plain(other);
        return toNumber(exponent) === undefined ? NotImplemented : arithmetic('Pow', plain(self), exponent)!;
      },
    ],
  },
  classMethods: { fromhex: ['string: str, /', (_call, cls: PyClass, text: string) => fromHex(cls, text)] },
  getters: { real: (self: Value) => new Float(floatOf(self)), imag: () => new Float(0) },
});

/** `divmod(a, b)` of floats. @throws ZeroDivisionError of Python */
export function divmodFloats(a: Value, b: Value): Value {
  if (toNumber(b) === 0) throw raise('ZeroDivisionError', 'float divmod()');
  return tuple([arithmetic('FloorDiv', a, b) ?? null, arithmetic('Mod', a, b) ?? null]);
}

function fromHex(cls: PyClass, text: string): Value {
  const value = floatOfHex(text);
  if (value === 'invalid') throw valueError('invalid hexadecimal floating-point string');
  if (value === 'overflow') throw overflowError('hexadecimal value too large to represent as a float');
  return cls === floatClass ? new Float(value) : callValue(cls, [new Float(value)]);
}

function ratio(value: number): Value {
  if (Number.isNaN(value)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) throw overflowError('cannot convert Infinity to integer ratio');
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return tuple([normal(BigInt(numerator)), normal(denominator)]);
}
