/** `datetime.timedelta`. */

import { typeName } from '../../python/values/classes/class-of.ts';
import { NotImplemented, tuple } from '../../python/values/containers/containers.ts';
import { raise, typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { modulo, normal } from '../../python/values/numbers.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { Date as PyDate, TimeDelta } from '../../stdlib/datetime.ts';
import { Float } from '../../stdlib/float.ts';
import { comparisons, factorOf, hashText } from './arguments.ts';
import { alike, reprOf } from './of-class.ts';

const PARTS = ['days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'];

function deltaOf(amounts: readonly Value[]): TimeDelta {
  const parts = amounts.map((value, index) => {
    const factor = factorOf(value);
    if (Number.isNaN(factor)) throw raise('ValueError', 'cannot convert float NaN to integer');
    if (factor === Infinity || factor === -Infinity)
      throw raise('OverflowError', 'cannot convert float infinity to integer');
    if (factor !== undefined && Math.abs(Number(factor)) >= 2 ** 63)
      throw raise('OverflowError', 'Python int too large to convert to C int');
    if (factor !== undefined) return [PARTS[index]!, Number(factor)] as const;
    throw typeError(`unsupported type for timedelta ${PARTS[index]} component: ${typeName(value)}`);
  });
  return TimeDelta.of(Object.fromEntries(parts) as never);
}

/** With a number on the other side; other values have their say first. */
const scaled =
  (work: (self: TimeDelta, factor: number | bigint) => Value) =>
  (_call: Interpreter, self: TimeDelta, other: Value): Value => {
    const factor = factorOf(other);
    return factor === undefined ? NotImplemented : work(self, factor);
  };

const multiplied = scaled((self, factor) => self.multiply(factor));

const divided = scaled((self, factor) => self.divide(factor));
const floorDivided = scaled((self, factor) => self.floorDivide(BigInt(factor)));

export const timedeltaClass: PyClass = nativeClass({
  name: 'timedelta',
  module: 'datetime',
  style: 'builtin',
  calledAs: '__new__',
  host: TimeDelta,
  immutable: true,
  signature: 'days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0',
  construct: (_call, _cls, ...amounts: Value[]) => deltaOf(amounts),
  getters: {
    days: (self: TimeDelta) => self.days,
    seconds: (self: TimeDelta) => self.seconds,
    microseconds: (self: TimeDelta) => self.microseconds,
  },
  methods: {
    total_seconds: ['', (_call, self: TimeDelta) => new Float(self.totalSeconds())],
    __add__: ['other, /', (call, self: TimeDelta, other: Value) => plus(call, other, self)],
    __radd__: ['other, /', (call, self: TimeDelta, other: Value) => plus(call, other, self)],
    __sub__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta ? self.subtract(other) : NotImplemented,
    ],
    __neg__: ['', (_call, self: TimeDelta) => self.negate()],
    __pos__: ['', (_call, self: TimeDelta) => self],
    __abs__: ['', (_call, self: TimeDelta) => (self.total < 0n ? self.negate() : self)],
    __mul__: ['other, /', multiplied],
    __rmul__: ['other, /', multiplied],
    __truediv__: [
      'other, /',
      (call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta
          ? new Float(Number(self.total) / notZero(other))
          : divided(call, self, other),
    ],
    __floordiv__: [
      'other, /',
      (call, self: TimeDelta, other: Value) => {
        if (other instanceof TimeDelta) return quotientAndRest(self, other)[0];
        return other instanceof Float ? NotImplemented : floorDivided(call, self, other);
      },
    ],
    __mod__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta
          ? quotientAndRest(self, other, 'integer modulo by zero')[1]
          : NotImplemented,
    ],
    __divmod__: [
      'other, /',
      (_call, self: TimeDelta, other: Value) =>
        other instanceof TimeDelta ? tuple(quotientAndRest(self, other)) : NotImplemented,
    ],
    __bool__: ['', (_call, self: TimeDelta) => self.total !== 0n],
    ...comparisons(TimeDelta, (a, b) => a.compare(b)),
  },
  attributes: {
    min: () => TimeDelta.of({ days: -999999999 }),
    max: () => TimeDelta.of({ days: 999999999, hours: 23, minutes: 59, seconds: 59, microseconds: 999999 }),
    resolution: () => TimeDelta.of({ microseconds: 1 }),
  },
  eq: (self: TimeDelta, other: Value) => (other instanceof TimeDelta ? self.equals(other) : NotImplemented),
  hash: (self: TimeDelta) => hashText(String(self.total)),
  str: (self: TimeDelta) => self.toString(),
  repr: (self: TimeDelta) => reprOf(self),
});

function notZero({ total }: TimeDelta, message = 'division by zero'): number {
  if (total === 0n) throw raise('ZeroDivisionError', message);
  return Number(total);
}

/** How often one duration fits into another, and what is left. */
function quotientAndRest(
  self: TimeDelta,
  other: TimeDelta,
  byZero = 'integer division or modulo by zero',
): [quotient: number | bigint, rest: TimeDelta] {
  notZero(other, byZero);
  const rest = modulo(self.total, other.total);
  return [normal((self.total - BigInt(rest)) / other.total), new TimeDelta(BigInt(rest))];
}

function plus(call: Interpreter, value: Value, delta: TimeDelta): Value {
  if (value instanceof TimeDelta) return value.add(delta);
  return value instanceof PyDate ? alike(call, value, value.plus(delta)) : NotImplemented;
}
