/** complex. */
import { callSpecialMethod } from '../../../python/values/callable.ts';
import { registerConstructor, typeName } from '../../../python/values/classes/class-of.ts';
import { complexClass } from '../../../python/values/classes/classes.ts';
import { NotImplemented, tuple } from '../../../python/values/containers/containers.ts';
import { hashFloat } from '../../../python/values/containers/hash.ts';
import { raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { formatCore } from '../../../python/values/format/format.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { toNumber } from '../../../python/values/numbers.ts';
import { plain, type Value } from '../../../python/values/value.ts';
import {
  addComplex,
  Complex,
  divideComplex,
  multiplyComplex,
  powerComplex,
  subtractComplex,
} from '../../../stdlib/complex.ts';
import { Float, reprFloat } from '../../../stdlib/float.ts';
import { makeNew } from '../make.ts';
import { parseFloatText } from './float.ts';

registerConstructor(Complex, complexClass);

/** A number as complex; undefined for anything else. */
function asComplex(value: Value): Complex | undefined {
  if (value instanceof Complex) return value;
  const number = toNumber(plain(value));
  return number === undefined ? undefined : new Complex(number, 0);
}

const divisionByZero = (message: string) => raise('ZeroDivisionError', message);

const OPERATIONS: Readonly<Record<string, (a: Complex, b: Complex) => Complex>> = {
  add: addComplex,
  sub: subtractComplex,
  mul: multiplyComplex,
  truediv: (a, b) => {
    const quotient = divideComplex(a, b);
    if (!quotient) throw divisionByZero('complex division by zero');
    return quotient;
  },
  pow: (a, b) => {
    const result = powerComplex(a, b);
    if (!result) throw divisionByZero('0.0 to a negative or complex power');
    return result;
  },
};

function arithmeticMethods(): Record<string, NativeMethod> {
  const methods: Record<string, NativeMethod> = {};
  for (const [stem, operation] of Object.entries(OPERATIONS)) {
    const apply = (left: Value, right: Value) => {
      const [a, b] = [asComplex(left), asComplex(right)];
      return a && b ? operation(a, b) : NotImplemented;
    };
    methods[`__${stem}__`] = ['value, /', (_call, self: Value, other: Value) => apply(self, other)];
    methods[`__r${stem}__`] = ['value, /', (_call, self: Value, other: Value) => apply(other, self)];
  }
  return methods;
}

const part = (value: number) => reprFloat(value).replace(/\.0$/, '');
const signedPart = (value: number) => (part(value).startsWith('-') ? part(value) : `+${part(value)}`);

function reprComplex({ real, imag }: Complex): string {
  if (Object.is(real, 0)) return `${part(imag)}j`;
  return `(${part(real)}${signedPart(imag)}j)`;
}

/** `complex("1+2j")` @throws ValueError of Python */
function parseComplex(text: string): Complex {
  const wrong = () => valueError('complex() arg is a malformed string');
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  const number = String.raw`(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?|inf(?:inity)?|nan`;
  const match = new RegExp(`^([-+]?(?:${number}))?(?:([-+]?(?:${number})?)(j))?$`, 'i').exec(bare);
  if (!match || bare === '') throw wrong();
  const [, first, second, unit] = match;
  const read = (digits: string) =>
    /^[-+]?$/.test(digits) ? Number(`${digits}1`) : parseFloatText(digits, digits).value;
  if (unit === undefined) return new Complex(read(first!), 0);
  if (first === undefined) return new Complex(0, read(second ?? ''));
  if (second === '') return new Complex(0, read(first));
  if (!/^[-+]/.test(second!)) throw wrong();
  return new Complex(read(first), read(second!));
}

function newComplex(real: Value | undefined, imag: Value | undefined): Complex {
  const text = plain(real ?? 0);
  if (typeof text === 'string') {
    if (imag !== undefined) throw typeError("complex() can't take second arg if first is a string");
    return parseComplex(text);
  }
  if (typeof plain(imag ?? 0) === 'string') throw typeError("complex() second arg can't be a string");
  const a = numberFor(
    real ?? 0,
    (type) => `complex() first argument must be a string or a number, not '${type}'`,
  );
  if (imag === undefined) return a;
  const b = numberFor(imag, (type) => `complex() second argument must be a number, not '${type}'`);
  return new Complex(a.real - b.imag, a.imag + b.real);
}

function numberFor(value: Value, refused: (type: string) => string): Complex {
  const direct = asComplex(value);
  if (direct) return direct;
  const made =
    callSpecialMethod(value, '__complex__') ??
    callSpecialMethod(value, '__float__') ??
    callSpecialMethod(value, '__index__');
  const number = made === undefined ? undefined : asComplex(made);
  if (!number) throw typeError(refused(typeName(value)));
  return number;
}

/** `format(complex, spec)`: each part by itself, then the width around both. */
function formatComplex(value: Complex, spec: string): string {
  if (spec === '') return reprComplex(value);
  const [, fill = '', align = '', sign = '', alternate = '', zero = '', width = '', rest = ''] =
    /^(?:(.)?([<>=^]))?([-+ ]?)(#?)(0?)(\d*)(.*)$/su.exec(spec)!;
  if (zero) throw valueError('Zero padding is not allowed in complex format specifier');
  if (align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const one = (number: number, shownSign: string) =>
    /[a-z%]$/i.test(rest) || rest.includes('.')
      ? formatCore(new Float(number), `${shownSign}${alternate}${rest}`)
      : `${shownSign === '+' ? signedPart(number) : part(number)}`;
  const body = `${one(value.real, sign)}${one(value.imag, '+')}j`;
  return formatCore(/[a-z]$/i.test(rest) ? body : `(${body})`, `${fill}${align || '>'}${width}`);
}

const self_ = (code: (self: Complex) => Value): NativeMethod => ['', (_call, self: Complex) => code(self)];

fillNativeClass(complexClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('complex', 'real=..., imag=...', (_call, _cls, real?: Value, imag?: Value) =>
      newComplex(real, imag),
    ),
  },
  methods: {
    ...arithmeticMethods(),
    __neg__: self_(({ real, imag }) => new Complex(-real, -imag)),
    __pos__: self_((self) => self),
    __abs__: self_(({ real, imag }) => new Float(Math.hypot(real, imag))),
    __bool__: self_(({ real, imag }) => real !== 0 || imag !== 0),
    __complex__: self_((self) => self),
    __getnewargs__: self_(({ real, imag }) => tuple([new Float(real), new Float(imag)])),
    __format__: ['format_spec: str, /', (_call, self: Complex, spec: string) => formatComplex(self, spec)],
    conjugate: self_(({ real, imag }) => new Complex(real, -imag)),
  },
  repr: (self: Complex) => reprComplex(self),
  eq: (self: Complex, other: Value) => {
    const number = asComplex(other);
    return number ? self.real === number.real && self.imag === number.imag : NotImplemented;
  },
  hash: (self: Complex) => hashFloat(self.real) + 1000003 * hashFloat(self.imag),
  getters: { real: (self: Complex) => new Float(self.real), imag: (self: Complex) => new Float(self.imag) },
});
