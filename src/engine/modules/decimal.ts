/** `decimal`: exact decimal numbers. */

import { NotImplemented } from '../python/values/containers.ts';
import { exceptionClass } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass } from '../python/values/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { Decimal, type Rounding } from '../stdlib/decimal.ts';
import { Float } from '../stdlib/float.ts';

/** An operand: Decimals and ints mix, floats do not. */
function operand(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value;
  return typeof value === 'number' || typeof value === 'bigint' ? Decimal.fromInt(value) : undefined;
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

const compared = (holds: (order: number) => boolean): readonly [string, never] => [
  'other, /',
  ((_call: Interpreter, self: Decimal, other: Value) => {
    const right = other instanceof Float ? Decimal.fromFloat(other.value) : operand(other);
    if (!right) return NotImplemented;
    const order = self.compare(right);
    return order !== undefined && holds(order);
  }) as never,
];

export const decimalClass: PyClass = nativeClass({
  name: 'Decimal',
  module: 'decimal',
  host: Decimal,
  signature: "value='0', context=None",
  construct: (call, _cls, value: Value) => {
    if (value instanceof Float) return Decimal.fromFloat(value.value);
    return operand(value) ?? Decimal.parse(typeof value === 'string' ? value : call.str(value));
  },
  methods: {
    ...arithmetic(),
    __lt__: compared((order) => order < 0),
    __le__: compared((order) => order <= 0),
    __gt__: compared((order) => order > 0),
    __ge__: compared((order) => order >= 0),
    __neg__: ['', (_call, self: Decimal) => self.negate()],
    __abs__: ['', (_call, self: Decimal) => self.absolute()],
    __int__: ['', (_call, self: Decimal) => self.toInt()],
    __float__: ['', (_call, self: Decimal) => new Float(self.toFloat())],
    __pow__: ['other, /', (_call, self: Decimal, other: Value) => self.power(Number(other))],
    __round__: [
      'n=None, /',
      (_call, self: Decimal, digits: Value) =>
        digits === null ? self.rescaled(0).toInt() : self.rescaled(-Number(digits)),
    ],
    quantize: [
      'exp, rounding=None, context=None',
      (_call, self: Decimal, like: Decimal, rounding: Value) =>
        self.quantize(like, (rounding ?? 'ROUND_HALF_EVEN') as Rounding),
    ],
    normalize: ['context=None', (_call, self: Decimal) => self.normalize()],
    __format__: [
      'spec, /',
      (call, self: Decimal, spec: string) =>
        spec === '' ? call.str(self) : call.callMethod(new Float(self.toFloat()), '__format__', spec),
    ],
  },
  eq: (self: Decimal, other: Value) => {
    const right = other instanceof Float ? Decimal.fromFloat(other.value) : operand(other);
    return right ? self.equals(right) : NotImplemented;
  },
  hash: (self: Decimal) => Math.trunc(self.toFloat()) | 0,
  bool: (self: Decimal) => self.coefficient !== 0n,
  str: (self: Decimal) => self.toString(),
  repr: (self: Decimal) => self.repr(),
});

const ROUNDINGS = ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UP', '05UP'];

export const decimalModule = lazyModule('decimal', {
  Decimal: () => decimalClass,
  InvalidOperation: () =>
    nativeClass({ name: 'InvalidOperation', module: 'decimal', bases: [exceptionClass('ArithmeticError')] }),
  ...Object.fromEntries(ROUNDINGS.map((name) => [`ROUND_${name}`, () => `ROUND_${name}`])),
});
