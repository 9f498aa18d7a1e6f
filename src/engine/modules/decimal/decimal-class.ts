/** The class `decimal.Decimal`: which methods it has. */

import { NotImplemented, PyTuple } from '../../python/values/containers/containers.ts';
import { hashValue } from '../../python/values/containers/hash.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { formatDecimal } from '../../python/values/format/format-decimal.ts';
import { strArgument } from '../../python/values/native/arguments.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { isInt } from '../../python/values/numbers.ts';
import { type PyClass, plain, type Value } from '../../python/values/value.ts';
import {
  absolute,
  add,
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
} from '../../stdlib/decimal/arithmetic.ts';
import { type Context, finish, invalid } from '../../stdlib/decimal/context.ts';
import { exp, ln, log10, power } from '../../stdlib/decimal/logarithm.ts';
import { Decimal } from '../../stdlib/decimal.ts';
import { Float } from '../../stdlib/float.ts';
import { asTuple, decimalArgument, fromValue, int, wholeOf } from './conversion.ts';
import { contextArgument, currentContext } from './current-context.ts';
import {
  arithmetic,
  classified,
  comparable,
  compared,
  compareTo,
  direct,
  extreme,
  integral,
  moved,
  obeying,
  powerMethod,
  questions,
  totalOrder,
  unary,
  withContext,
  withOther,
} from './decimal-methods.ts';
import { roundingArgument } from './rounding-argument.ts';

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
    __abs__: obeying(absolute),
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
    if (!right) return NotImplemented;
    if (self.special === 'N' || right.special === 'N') invalid(currentContext(call));
    return self.equals(right);
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
