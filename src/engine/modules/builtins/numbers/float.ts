/** float. */
import { callSpecialMethod, callValue } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import { floatClass } from '../../../python/values/classes/classes.ts';
import { NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { hashFloat } from '../../../python/values/containers/hash.ts';
import { overflowError, raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { formatCore } from '../../../python/values/format/format.ts';
import { fixed } from '../../../python/values/format/format-float.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { arithmetic, normal, toIndex, toNumber } from '../../../python/values/numbers.ts';
import { repr } from '../../../python/values/text.ts';
import { PyBoxed, type PyClass, plain, type Value } from '../../../python/values/value.ts';
import { Float, reprFloat } from '../../../stdlib/float.ts';
import { floatOfHex, hexOfFloat } from '../../../stdlib/float-hex.ts';
import { makeNew } from '../make.ts';
import { arithmeticMethods, richMethods, textOf, truncate } from './number-methods.ts';

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
