/** range and slice. */
import { rangeClass, sliceClass } from '../../../python/values/classes/classes.ts';
import { isEqual } from '../../../python/values/compare.ts';
import { NotImplemented, PyRange, PySlice, tuple } from '../../../python/values/containers/containers.ts';
import { hashAll } from '../../../python/values/containers/hash.ts';
import { iterate } from '../../../python/values/containers/iterate.ts';
import {
  indexError,
  overflowError,
  typeError,
  valueError,
} from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { type Int, isInt, normal, toIndex } from '../../../python/values/numbers.ts';
import { repr } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { Float } from '../../../stdlib/float.ts';
import { makeNew } from '../make.ts';
import { isSlice, position, sliceBounds } from './sequence.ts';

function newRange(_call: Interpreter, _cls: PyClass, args: readonly Value[]): Value {
  if (args.length === 0) throw typeError('range expected at least 1 argument, got 0');
  if (args.length > 3) throw typeError(`range expected at most 3 arguments, got ${args.length}`);
  const [a, b, step] = args.map((arg) => toIndex(arg)) as [Int, Int?, Int?];
  if (step !== undefined && Number(step) === 0) throw valueError('range() arg 3 must not be zero');
  return b === undefined ? new PyRange(0, a, 1) : new PyRange(a, b, step ?? 1);
}

function rangeIndex(self: PyRange, given: Value): number {
  const value = given instanceof Float ? given.value : typeof given === 'boolean' ? Number(given) : given;
  if (typeof value === 'bigint') return bigIndex(self, value);
  if (typeof value !== 'number') return [...iterate(self)].findIndex((item) => isEqual(item, value));
  const index = Math.round((value - Number(self.start)) / Number(self.step));
  return index >= 0 && index < self.length && self.item(index) === value ? index : -1;
}

/** Of what is beyond JavaScript's whole numbers: its place is a number as near as there is one. */
function bigIndex({ start, stop, step }: PyRange, value: bigint): number {
  const [from, to, by] = [BigInt(start), BigInt(stop), BigInt(step)];
  const within = by > 0n ? value >= from && value < to : value <= from && value > to;
  return within && (value - from) % by === 0n ? Number((value - from) / by) : -1;
}

/** How many items there are, where a float would only estimate it. */
function exactLength({ length, start, stop, step }: PyRange): Int {
  if (length <= Number.MAX_SAFE_INTEGER) return length;
  const [from, to, by] = [BigInt(start), BigInt(stop), BigInt(step)];
  return normal(by > 0n ? (to - from + by - 1n) / by : (from - to - by - 1n) / -by);
}

/** `len(range(…))` @throws OverflowError */
export function rangeLength(self: PyRange): Int {
  const exact = exactLength(self);
  if (exact >= 2 ** 63) throw overflowError('Python int too large to convert to C ssize_t');
  return exact;
}

/** Positions of a range are ints of any size. @throws IndexError, TypeError */
function rangeItem(self: PyRange, key: Value): Value {
  const index = toIndex(key, (type) => `range indices must be integers or slices, not ${type}`);
  const length = exactLength(self);
  if (typeof index === 'number' && typeof length === 'number')
    return self.item(position(index, length, 'range', 'range object index out of range'));
  const at = index < 0 ? BigInt(index) + BigInt(length) : BigInt(index);
  if (at < 0n || at >= BigInt(length)) throw indexError('range object index out of range');
  return normal(BigInt(self.start) + at * BigInt(self.step));
}

function rangeGet(self: PyRange, key: Value): Value {
  if (!isSlice(key)) return rangeItem(self, key);
  const { start, stop, step } = sliceBounds(key, self.length);
  return new PyRange(self.item(start), self.item(stop), normal(BigInt(self.step) * BigInt(step)));
}

fillNativeClass(rangeClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('range', '*args', newRange) },
  methods: {
    __reversed__: [
      '',
      (_call, self: PyRange) => namedIterator('range_iterator', [...iterate(self)].reverse()),
    ],
    count: ['value, /', (_call, self: PyRange, value: Value) => (rangeIndex(self, value) < 0 ? 0 : 1)],
    index: [
      'value, /',
      (_call, self: PyRange, value: Value) => {
        const index = rangeIndex(self, value);
        if (index < 0)
          throw valueError(
            isInt(value) ? `${repr(value)} is not in range` : 'sequence.index(x): x not in sequence',
          );
        return index;
      },
    ],
  },
  getters: {
    start: (self: PyRange) => self.start,
    stop: (self: PyRange) => self.stop,
    step: (self: PyRange) => self.step,
  },
  bool: (self: PyRange) => self.length > 0,
  len: rangeLength as (self: PyRange) => number,
  iterate: (self: PyRange) => iterate(self),
  iteratorName: 'range_iterator',
  contains: (self: PyRange, item: Value) => rangeIndex(self, item) >= 0,
  getItem: rangeGet,
  eq: (self: PyRange, other: Value) =>
    other instanceof PyRange
      ? self.length === other.length &&
        (self.length === 0 || (self.start === other.start && (self.length === 1 || self.step === other.step)))
      : NotImplemented,
  hash: (self: PyRange) => hashAll([self.length, self.start, self.step]),
  repr: ({ start, stop, step }: PyRange) =>
    step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`,
});

/** Start, stop and step of a slice over a length beyond JavaScript's whole numbers. */
function bigBounds(slice: PySlice, size: bigint): bigint[] {
  const step = slice.step === null ? 1n : BigInt(toIndex(slice.step));
  if (step === 0n) throw valueError('slice step cannot be zero');
  const [lower, upper] = step < 0n ? [-1n, size - 1n] : [0n, size];
  const clamp = (value: Value, otherwise: bigint): bigint => {
    if (value === null) return otherwise;
    const index = BigInt(toIndex(value));
    const at = index < 0n ? index + size : index;
    return at < lower ? lower : at > upper ? upper : at;
  };
  const [from, to] = step < 0n ? [upper, lower] : [lower, upper];
  return [clamp(slice.start, from), clamp(slice.stop, to), step];
}

fillNativeClass(sliceClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('slice', '*args', (_call, _cls, args: Value[]) => {
      if (args.length === 0 || args.length > 3)
        throw typeError(
          `slice expected at ${args.length === 0 ? 'least 1' : 'most 3'} argument${args.length === 0 ? '' : 's'}, got ${args.length}`,
        );
      return args.length === 1
        ? new PySlice(null, args[0]!, null)
        : new PySlice(args[0]!, args[1]!, args[2] ?? null);
    }),
  },
  methods: {
    indices: [
      'length, /',
      (_call, self: PySlice, length: Value) => {
        const size = toIndex(length);
        if (size < 0) throw valueError('length should not be negative');
        if (typeof size === 'bigint') return tuple(bigBounds(self, size).map(normal));
        const { start, stop, step } = sliceBounds(self, size);
        return tuple([start, stop, step]);
      },
    ],
  },
  getters: {
    start: (self: PySlice) => self.start,
    stop: (self: PySlice) => self.stop,
    step: (self: PySlice) => self.step,
  },
  eq: (self: PySlice, other: Value) =>
    other instanceof PySlice
      ? isEqual(tuple([self.start, self.stop, self.step]), tuple([other.start, other.stop, other.step]))
      : NotImplemented,
  repr: (self: PySlice) => `slice(${repr(self.start)}, ${repr(self.stop)}, ${repr(self.step)})`,
});
