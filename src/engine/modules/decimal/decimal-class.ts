/** The class `decimal.Decimal`. */

import { strArgument } from '../../python/values/arguments.ts';
import type { NativeCode } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/class-of.ts';
import { NotImplemented, PyList, PyTuple } from '../../python/values/containers.ts';
import { typeError, valueError } from '../../python/values/exceptions.ts';
import { formatDecimal } from '../../python/values/format-decimal.ts';
import { hashValue } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native.ts';
import { isInt } from '../../python/values/numbers.ts';
import { type PyClass, plain, type Value } from '../../python/values/value.ts';
import {
  add,
  divide,
  floorDivide,
  modulo,
  multiply,
  negate,
  neighbour,
  normalize,
  plus,
  quantize,
  remainderNear,
  squareRoot,
  subtract,
  toIntegral,
} from '../../stdlib/decimal/arithmetic.ts';
import { type Context, finish, invalid, note } from '../../stdlib/decimal/context.ts';
import { exp, ln, log10, power } from '../../stdlib/decimal/logarithm.ts';
import type { Rounding } from '../../stdlib/decimal/rounding.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import { Float } from '../../stdlib/float.ts';
import { contextArgument, currentContext } from './current-context.ts';
import { roundingArgument } from './rounding-argument.ts';

/** An operand: Decimals and ints mix, floats do not. */
function operand(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value;
  const bare = plain(value);
  return isInt(bare) ? Decimal.fromInt(typeof bare === 'boolean' ? Number(bare) : bare) : undefined;
}

type Operation = (left: Decimal, right: Decimal, context: Context) => Value;

function arithmetic(): Record<string, readonly [string, never]> {
  const operations: Readonly<Record<string, Operation>> = {
    add,
    sub: subtract,
    mul: multiply,
    truediv: divide,
    floordiv: floorDivide,
    mod: modulo,
  };
  const entries = Object.entries(operations).flatMap(([name, operation]) => [
    [`__${name}__`, direct(operation)] as const,
    [`__r${name}__`, direct((a, b, context) => operation(b, a, context))] as const,
  ]);
  return Object.fromEntries(entries);
}

const direct = (operation: Operation): readonly [string, never] => [
  'other, /',
  ((call: Interpreter, self: Decimal, other: Value) => {
    const right = operand(other);
    return right ? operation(self, right, currentContext(call)) : NotImplemented;
  }) as never,
];

/** A float may be compared with, and that is remembered. */
function comparable(call: Interpreter, other: Value): Decimal | undefined {
  if (!(other instanceof Float)) return operand(other);
  note(currentContext(call), ['FloatOperation']);
  return Decimal.fromFloat(other.value);
}

const compared = (holds: (order: number) => boolean): readonly [string, never] => [
  'other, /',
  ((call: Interpreter, self: Decimal, other: Value) => {
    const right = comparable(call, other);
    if (!right) return NotImplemented;
    const order = self.compare(right);
    if (order === undefined) invalid(currentContext(call));
    return order !== undefined && holds(order);
  }) as never,
];

/** A Decimal argument of a method. @throws TypeError */
export function decimalArgument(value: Value): Decimal {
  const decimal = operand(plain(value));
  if (decimal) return decimal;
  throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
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

function parsed(call: Interpreter, text: string): Decimal {
  return Decimal.read(text) ?? invalid(currentContext(call), 'ConversionSyntax');
}

export function fromValue(call: Interpreter, value: Value): Decimal {
  const bare = plain(value);
  if (bare instanceof Float) {
    note(currentContext(call), ['FloatOperation']);
    return Decimal.fromFloat(bare.value);
  }
  if (typeof bare === 'string') return parsed(call, bare);
  if (typeof bare === 'boolean') return Decimal.fromInt(bare ? 1 : 0);
  if (bare instanceof PyTuple || bare instanceof PyList) return fromParts(call, bare);
  return decimalArgument(value);
}

const TUPLE = Symbol('DecimalTuple');

/** `decimal.DecimalTuple` */
export const decimalTuple = (call: Interpreter): Value =>
  call.state(TUPLE, () =>
    call.call(
      call.importName('collections.namedtuple'),
      ['DecimalTuple', 'sign digits exponent'],
      new Map([['module', 'decimal']]),
    ),
  );

/** `decimal.DecimalTuple(sign, digits, exponent)` */
function asTuple(
  call: Interpreter,
  { negative, digits, exponent, special, isNaN: none, coefficient }: Decimal,
): Value {
  const cls = decimalTuple(call);
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
function extreme(self: Decimal, other: Decimal, wanted: 1 | -1, context: Context): Decimal {
  if (self.special === 'n' && !other.isNaN) return plus(other, context);
  if (other.special === 'n' && !self.isNaN) return plus(self, context);
  const order = self.compare(other);
  if (order === undefined) return add(self, other, context);
  const equal = self.negative === wanted > 0 ? other : self;
  return finish(order === 0 ? equal : order * wanted > 0 ? self : other, context);
}

function compareTo(self: Decimal, other: Decimal, context: Context): Decimal {
  const order = self.compare(other);
  return order === undefined ? add(self, other, context) : Decimal.fromInt(Math.sign(order));
}

/** As all digits stand: 1.0 comes after 1.00. */
function totalOrder(self: Decimal, other: Decimal): Decimal {
  const order = self.compare(other) || Number(other.negative) - Number(self.negative);
  const sign = self.negative ? -1 : 1;
  return Decimal.fromInt(Math.sign(order || sign * (self.exponent - other.exponent)));
}

/** Digits moved within the precision: `shift` and `rotate`. */
function moved(self: Decimal, by: Decimal, { precision }: Context, round: boolean): Decimal {
  const places = Number(by.toInt());
  const digits = self.digits.padStart(precision, '0').slice(-precision);
  const turn = ((places % precision) + precision) % precision;
  const filled =
    places >= 0
      ? digits.slice(places).padEnd(precision, '0')
      : digits.slice(0, places).padStart(precision, '0');
  const text = round ? digits.slice(turn) + digits.slice(0, turn) : filled;
  return new Decimal(self.negative, BigInt(text), self.exponent);
}

const unary = (code: (self: Decimal) => Value) =>
  ['', (_call: Interpreter, self: Decimal) => code(self)] as const;
/** A method without arguments that obeys the current context. */
const obeying = (code: (self: Decimal, context: Context) => Value) =>
  ['', (call: Interpreter, self: Decimal) => code(self, currentContext(call))] as const;
const withContext = (code: (self: Decimal, context: Context) => Value) =>
  [
    'context=None',
    (call: Interpreter, self: Decimal, context: Value) => code(self, contextArgument(call, context)),
  ] as const;
const withOther = (code: (self: Decimal, other: Decimal, context: Context) => Value) =>
  [
    'other, context=None',
    (call: Interpreter, self: Decimal, other: Value, context: Value) =>
      code(self, decimalArgument(other), contextArgument(call, context)),
  ] as const;
const integral = [
  'rounding=None, context=None',
  (call: Interpreter, self: Decimal, rounding: Value, context: Value) => {
    const obeyed = contextArgument(call, context);
    return toIntegral(self, obeyed, rounding === null ? obeyed.rounding : roundingArgument(rounding));
  },
] as const;

/** `**`, from either side. */
const powerMethod =
  (raise: (self: Decimal, other: Decimal, context: Context) => Decimal): NativeCode =>
  (call, self: Decimal, given: Value) => {
    const other = operand(given);
    return other ? raise(self, other, currentContext(call)) : NotImplemented;
  };

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
    __neg__: obeying(negate),
    __pos__: obeying(plus),
    __abs__: obeying((self, context) => finish(self.absolute(), context)),
    __int__: unary((self) => self.toInt()),
    __trunc__: unary((self) => self.toInt()),
    __floor__: unary((self) => wholeOf(self, 'ROUND_FLOOR')),
    __ceil__: unary((self) => wholeOf(self, 'ROUND_CEILING')),
    __float__: unary((self) => new Float(self.toFloat())),
    __pow__: ['value, mod=None, /', powerMethod((self, other, context) => power(self, other, context))],
    __rpow__: ['value, mod=None, /', powerMethod((self, other, context) => power(other, self, context))],
    __divmod__: direct((a, b, context) => new PyTuple([floorDivide(a, b, context), modulo(a, b, context)])),
    __rdivmod__: direct((a, b, context) => new PyTuple([floorDivide(b, a, context), modulo(b, a, context)])),
    __round__: [
      'ndigits=None, /',
      (call, self: Decimal, digits: Value) => {
        if (digits === null) return wholeOf(self, 'ROUND_HALF_EVEN');
        if (!isInt(plain(digits))) throw typeError('optional arg must be an integer');
        if (self.special) return self;
        const like = new Decimal(false, 1n, -Number(plain(digits)));
        return quantize(self, like, currentContext(call));
      },
    ],
    quantize: [
      'exp, rounding=None, context=None',
      (call, self: Decimal, like: Value, rounding: Value, context: Value) => {
        const obeyed = contextArgument(call, context);
        const wanted = rounding === null ? obeyed.rounding : roundingArgument(rounding);
        return quantize(self, decimalArgument(like), obeyed, wanted);
      },
    ],
    normalize: withContext(normalize),
    ln: withContext(ln),
    log10: withContext(log10),
    exp: withContext(exp),
    logb: withContext((self) => Decimal.fromInt(self.adjusted)),
    next_plus: withContext((self, context) => neighbour(self, context, true)),
    next_minus: withContext((self, context) => neighbour(self, context, false)),
    sqrt: withContext(squareRoot),
    to_eng_string: withContext((self) => self.toEngineering()),
    to_integral_value: integral,
    to_integral: integral,
    to_integral_exact: integral,
    compare: withOther(compareTo),
    compare_total: withOther(totalOrder),
    compare_signal: withOther(compareTo),
    max: withOther((self, other, context) => extreme(self, other, 1, context)),
    min: withOther((self, other, context) => extreme(self, other, -1, context)),
    remainder_near: withOther(remainderNear),
    scaleb: withOther((self, other, context) =>
      finish(new Decimal(self.negative, self.coefficient, self.exponent + Number(other.toInt())), context),
    ),
    shift: withOther((self, other, context) => moved(self, other, context, false)),
    rotate: withOther((self, other, context) => moved(self, other, context, true)),
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
      (call, self: Decimal, other: Value, third: Value, context: Value) => {
        const obeyed = contextArgument(call, context);
        const wide: Context = { ...obeyed, precision: 10_000, flags: new Set() };
        return add(multiply(self, decimalArgument(other), wide), decimalArgument(third), obeyed);
      },
    ],
    __format__: [
      'spec, /',
      (call, self: Decimal, spec: Value) =>
        spec === '' ? call.str(self) : formatDecimal(self, strArgument(spec, 'format', 1)),
    ],
  },
  getters: { real: (self: Decimal) => self, imag: () => Decimal.fromInt(0) },
  eq: (self: Decimal, other: Value, call) => {
    const right = comparable(call, other);
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
  const whole = self.exponent >= 0 ? self : self.rescaled(0, 'ROUND_DOWN');
  return hashValue(whole.equals(self) ? self.toInt() : new Float(self.toFloat()));
}
