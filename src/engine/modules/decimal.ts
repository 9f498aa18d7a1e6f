/** `decimal`: exact decimal numbers. */

import { refuse } from '../python/unsupported.ts';
import { strArgument } from '../python/values/arguments.ts';
import type { NativeCode } from '../python/values/callable.ts';
import { typeName } from '../python/values/class-of.ts';
import { list, NotImplemented, PyList, PyTuple } from '../python/values/containers.ts';
import { exceptionClass, PyException, typeError, valueError } from '../python/values/exceptions.ts';
import { formatDecimal } from '../python/values/format-decimal.ts';
import { hashValue } from '../python/values/hash.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass } from '../python/values/native.ts';
import { isInt } from '../python/values/numbers.ts';
import { type PyClass, plain, type Value } from '../python/values/value.ts';
import { Decimal, type Rounding } from '../stdlib/decimal.ts';
import { Float } from '../stdlib/float.ts';

/** An operand: Decimals and ints mix, floats do not. */
function operand(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value;
  const bare = plain(value);
  return isInt(bare) ? Decimal.fromInt(typeof bare === 'boolean' ? Number(bare) : bare) : undefined;
}

type Operation = (left: Decimal, right: Decimal) => Value;

function arithmetic(): Record<string, readonly [string, never]> {
  const operations: Readonly<Record<string, Operation>> = {
    add: (a, b) => a.add(b),
    sub: (a, b) => a.subtract(b),
    mul: (a, b) => a.multiply(b),
    truediv: (a, b) => a.divide(b),
    floordiv: (a, b) => a.floorDivide(b),
    mod: (a, b) => a.modulo(b),
  };
  const entries = Object.entries(operations).flatMap(([name, operation]) => [
    [`__${name}__`, direct(operation)] as const,
    [`__r${name}__`, direct((a, b) => operation(b, a))] as const,
  ]);
  return Object.fromEntries(entries);
}

const direct = (operation: Operation): readonly [string, never] => [
  'other, /',
  ((_call: Interpreter, self: Decimal, other: Value) => {
    const right = operand(other);
    return right ? operation(self, right) : NotImplemented;
  }) as never,
];

/** An order is asked of a NaN. */
const invalidOperation = (): PyException =>
  new PyException(signalClass('InvalidOperation'), [list([signalClass('InvalidOperation')])]);

const compared = (holds: (order: number) => boolean): readonly [string, never] => [
  'other, /',
  ((_call: Interpreter, self: Decimal, other: Value) => {
    const right = other instanceof Float ? Decimal.fromFloat(other.value) : operand(other);
    if (!right) return NotImplemented;
    const order = self.compare(right);
    if (order === undefined) throw invalidOperation();
    return holds(order);
  }) as never,
];

/** A Decimal argument of a method. @throws TypeError */
function decimalArgument(value: Value): Decimal {
  const decimal = operand(plain(value));
  if (decimal) return decimal;
  throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
}

const ROUNDINGS = ['CEILING', 'FLOOR', 'UP', 'DOWN', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN', '05UP'];

function roundingArgument(value: Value): Rounding {
  const text = value === null ? 'ROUND_HALF_EVEN' : plain(value);
  if (typeof text === 'string' && text.startsWith('ROUND_') && ROUNDINGS.includes(text.slice(6)))
    return text as Rounding;
  throw typeError(
    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n' +
      '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
  );
}

/** `Decimal((sign, digits, exponent))` */
function fromParts(call: Interpreter, value: PyTuple | PyList): Decimal {
  if (value.items.length !== 3) {
    throw valueError('argument must be a sequence of length 3');
  }
  const [sign, digits, exponent] = value.items as [Value, Value, Value];
  if (sign !== 0 && sign !== 1) throw valueError('sign must be an integer with the value 0 or 1');
  if (!(digits instanceof PyTuple) && !(digits instanceof PyList))
    throw valueError('coefficient must be a tuple of digits');
  const listed = [...call.iterate(digits)];
  if (listed.some((digit) => typeof digit !== 'number' || digit < 0 || digit > 9))
    throw valueError('coefficient must be a tuple of digits');
  const coefficient = BigInt(listed.join('') || '0');
  if (exponent === 'F') return new Decimal(sign === 1, 0n, 0, 'F');
  if (exponent === 'n' || exponent === 'N') return new Decimal(sign === 1, coefficient, 0, exponent);
  if (typeof exponent === 'string')
    throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
  if (typeof exponent !== 'number') throw valueError('exponent must be an integer');
  return new Decimal(sign === 1, coefficient, exponent);
}

function fromValue(call: Interpreter, value: Value): Decimal {
  const bare = plain(value);
  if (bare instanceof Float) return Decimal.fromFloat(bare.value);
  if (typeof bare === 'string') return Decimal.parse(bare);
  if (typeof bare === 'boolean') return Decimal.fromInt(bare ? 1 : 0);
  if (bare instanceof PyTuple || bare instanceof PyList) return fromParts(call, bare);
  return decimalArgument(value);
}

const TUPLE = Symbol('DecimalTuple');

/** `decimal.DecimalTuple(sign, digits, exponent)` */
function asTuple(
  call: Interpreter,
  { negative, digits, exponent, special, isNaN: none, coefficient }: Decimal,
): Value {
  const cls = call.state(TUPLE, () =>
    call.call(
      call.importName('collections.namedtuple'),
      ['DecimalTuple', 'sign digits exponent'],
      new Map([['module', 'decimal']]),
    ),
  );
  const shown = none && coefficient === 0n ? [] : [...digits].map(Number);
  return call.call(cls, [negative ? 1 : 0, new PyTuple(shown), special ?? exponent]);
}

function classified(self: Decimal): string {
  if (self.isNaN) return self.special === 'N' ? 'sNaN' : 'NaN';
  const size = self.special ? 'Infinity' : self.isZero ? 'Zero' : 'Normal';
  return `${self.negative ? '-' : '+'}${size}`;
}

const int = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** Infinity or NaN has no whole part. */
function wholeOf(self: Decimal, rounding: Rounding): Value {
  return self.special ? self.toInt() : self.rescaled(0, rounding).toInt();
}

const QUESTIONS: Readonly<Record<string, (self: Decimal) => boolean>> = {
  is_nan: (self) => self.isNaN,
  is_qnan: (self) => self.special === 'n',
  is_snan: (self) => self.special === 'N',
  is_infinite: (self) => self.special === 'F',
  is_finite: (self) => self.special === undefined,
  is_zero: (self) => self.isZero,
  is_signed: (self) => self.negative,
  is_normal: (self) => self.special === undefined && !self.isZero,
  is_subnormal: () => false,
  is_canonical: () => true,
};

const questions = Object.fromEntries(
  Object.entries(QUESTIONS).map(([name, ask]) => [
    name,
    ['', (_call: Interpreter, self: Decimal) => ask(self)],
  ]),
) as Record<string, readonly [string, NativeCode]>;

/** The larger or the smaller of two; a number wins over a quiet NaN. */
function extreme(self: Decimal, other: Decimal, wanted: 1 | -1): Decimal {
  if (self.special === 'n' && !other.isNaN) return other.rounded();
  if (other.special === 'n' && !self.isNaN) return self.rounded();
  const order = self.compare(other);
  if (order === undefined) return self.add(other);
  return (
    order === 0 ? (self.negative === wanted > 0 ? other : self) : order * wanted > 0 ? self : other
  ).rounded();
}

function compareTo(self: Decimal, other: Decimal): Decimal {
  const order = self.compare(other);
  return order === undefined ? self.add(other) : Decimal.fromInt(Math.sign(order));
}

const unary = (code: (self: Decimal) => Value) =>
  ['', (_call: Interpreter, self: Decimal) => code(self)] as const;
const withContext = (code: (self: Decimal) => Value) =>
  ['context=None', (_call: Interpreter, self: Decimal) => code(self)] as const;
const withOther = (code: (self: Decimal, other: Decimal) => Value) =>
  [
    'other, context=None',
    (_call: Interpreter, self: Decimal, other: Value) => code(self, decimalArgument(other)),
  ] as const;
const toIntegral = [
  'rounding=None, context=None',
  (_call: Interpreter, self: Decimal, rounding: Value) => self.toIntegral(roundingArgument(rounding)),
] as const;

function raisedTo(self: Decimal, exponent: Decimal): Decimal {
  if (exponent.isNaN) return exponent;
  if (!exponent.special && exponent.toIntegral().equals(exponent))
    return self.power(Number(exponent.toInt()));
  if (exponent.equals(Decimal.parse('0.5'))) return self.squareRoot();
  throw refuse('powers of Decimal');
}

export const decimalClass: PyClass = nativeClass({
  name: 'Decimal',
  module: 'decimal',
  host: Decimal,
  style: 'builtin',
  calledAs: '',
  signature: "value='0', context=None",
  construct: (call, _cls, value: Value) => fromValue(call, value),
  classMethods: {
    from_float: [
      'f, /',
      (call, _cls, value: Value) => {
        const bare = plain(value);
        if (bare instanceof Float || isInt(bare)) return fromValue(call, bare);
        throw typeError('argument must be int or float');
      },
    ],
  },
  methods: {
    ...arithmetic(),
    ...questions,
    __lt__: compared((order) => order < 0),
    __le__: compared((order) => order <= 0),
    __gt__: compared((order) => order > 0),
    __ge__: compared((order) => order >= 0),
    __neg__: unary((self) => self.negate()),
    __pos__: unary((self) => (self.isZero ? self.absolute() : self.rounded())),
    __abs__: unary((self) => self.absolute().rounded()),
    __int__: unary((self) => self.toInt()),
    __trunc__: unary((self) => self.toInt()),
    __floor__: unary((self) => wholeOf(self, 'ROUND_FLOOR')),
    __ceil__: unary((self) => wholeOf(self, 'ROUND_CEILING')),
    __float__: unary((self) => new Float(self.toFloat())),
    __pow__: [
      'value, mod=None, /',
      (_call, self: Decimal, other: Value) => {
        const exponent = operand(other);
        return exponent ? raisedTo(self, exponent) : NotImplemented;
      },
    ],
    __rpow__: [
      'value, mod=None, /',
      (_call, self: Decimal, other: Value) => {
        const base = operand(other);
        return base ? raisedTo(base, self) : NotImplemented;
      },
    ],
    __divmod__: direct((a, b) => new PyTuple([a.floorDivide(b), a.modulo(b)])),
    __rdivmod__: direct((a, b) => new PyTuple([b.floorDivide(a), b.modulo(a)])),
    __round__: [
      'ndigits=None, /',
      (_call, self: Decimal, digits: Value) => {
        if (digits === null) return wholeOf(self, 'ROUND_HALF_EVEN');
        if (!isInt(plain(digits))) throw typeError('optional arg must be an integer');
        return self.special ? self : self.quantize(new Decimal(false, 1n, -Number(plain(digits))));
      },
    ],
    quantize: [
      'exp, rounding=None, context=None',
      (_call, self: Decimal, like: Value, rounding: Value) =>
        self.quantize(decimalArgument(like), roundingArgument(rounding)),
    ],
    normalize: withContext((self) => self.normalize()),
    sqrt: withContext((self) => self.squareRoot()),
    to_eng_string: withContext((self) => self.toEngineering()),
    to_integral_value: toIntegral,
    to_integral: toIntegral,
    to_integral_exact: toIntegral,
    compare: withOther(compareTo),
    max: withOther((self, other) => extreme(self, other, 1)),
    min: withOther((self, other) => extreme(self, other, -1)),
    copy_sign: withOther((self, other) => self.withSign(other.negative)),
    same_quantum: withOther((self, other) =>
      self.special || other.special ? self.special === other.special : self.exponent === other.exponent,
    ),
    copy_abs: unary((self) => self.withSign(false)),
    copy_negate: unary((self) => self.withSign(!self.negative)),
    conjugate: unary((self) => self),
    canonical: unary((self) => self),
    adjusted: unary((self) => (self.special ? 0 : self.adjusted)),
    as_tuple: ['', asTuple],
    as_integer_ratio: unary((self) => new PyTuple(self.ratio().map(int))),
    number_class: withContext(classified),
    radix: unary(() => Decimal.fromInt(10)),
    fma: [
      'other, third, context=None',
      (_call, self: Decimal, other: Value, third: Value) =>
        self.multiply(decimalArgument(other)).add(decimalArgument(third)),
    ],
    __format__: [
      'spec, /',
      (call, self: Decimal, spec: Value) =>
        spec === '' ? call.str(self) : formatDecimal(self, strArgument(spec, 'format', 1)),
    ],
  },
  getters: { real: (self: Decimal) => self, imag: () => Decimal.fromInt(0) },
  eq: (self: Decimal, other: Value) => {
    const right = other instanceof Float ? Decimal.fromFloat(other.value) : operand(other);
    return right ? self.equals(right) : NotImplemented;
  },
  hash: (self: Decimal) => {
    if (self.special === 'N') throw typeError('Cannot hash a signaling NaN value');
    return self.special || self.exponent < -40 || self.adjusted > 40
      ? Math.trunc(self.toFloat() % 2 ** 31) | 0
      : hashOf(self);
  },
  bool: (self: Decimal) => self.special !== undefined || self.coefficient !== 0n,
  str: (self: Decimal) => self.toString(),
  repr: (self: Decimal) => self.repr(),
});

/** As the int or float that it equals has. */
function hashOf(self: Decimal): number {
  const whole = self.toIntegral('ROUND_DOWN');
  return hashValue(whole.equals(self) ? self.toInt() : new Float(self.toFloat()));
}

/** The conditions of decimal arithmetic, and the exceptions of builtins that they are beside. */
const SIGNALS: Readonly<Record<string, readonly string[]>> = {
  Clamped: [],
  DivisionByZero: ['ZeroDivisionError'],
  FloatOperation: ['TypeError'],
  Inexact: [],
  InvalidOperation: [],
  Overflow: ['Inexact', 'Rounded'],
  Rounded: [],
  Subnormal: [],
  Underflow: ['Inexact', 'Rounded', 'Subnormal'],
};

const signals = new Map<string, PyClass>();

function signalClass(name: string): PyClass {
  const known = signals.get(name);
  if (known) return known;
  const parents = (SIGNALS[name] ?? []).map((parent) =>
    parent in SIGNALS ? signalClass(parent) : exceptionClass(parent),
  );
  const root =
    name === 'DecimalException' ? exceptionClass('ArithmeticError') : signalClass('DecimalException');
  const own = parents.some((parent) => signals.has(parent.name));
  const bases = own ? parents : [root, ...parents];
  const cls = nativeClass({ name, module: 'decimal', bases });
  signals.set(name, cls);
  return cls;
}

export const decimalModule = lazyModule('decimal', {
  Decimal: () => decimalClass,
  DecimalException: () => signalClass('DecimalException'),
  ...Object.fromEntries(Object.keys(SIGNALS).map((name) => [name, () => signalClass(name)])),
  ...Object.fromEntries(ROUNDINGS.map((name) => [`ROUND_${name}`, () => `ROUND_${name}`])),
});
