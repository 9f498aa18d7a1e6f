/** What list, tuple, str, bytes and range share: indices and slices. */
import { typeName } from '../../../python/values/classes/class-of.ts';
import { PySlice } from '../../../python/values/containers/containers.ts';
import { indexError, overflowError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { toIndex } from '../../../python/values/numbers.ts';
import type { Value } from '../../../python/values/value.ts';

/** Start, stop and step of a slice over a length, and how many items it takes. */
export interface SliceBounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** `slice.indices(length)` */
export function sliceBounds(slice: PySlice, length: number): SliceBounds {
  const step = slice.step === null ? 1 : sliceIndex(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const lower = step < 0 ? -1 : 0;
  const upper = step < 0 ? length - 1 : length;
  const clamp = (value: Value, otherwise: number): number => {
    if (value === null) return otherwise;
    const index = sliceIndex(value);
    return index < 0 ? Math.max(index + length, lower) : Math.min(index, upper);
  };
  const start = clamp(slice.start, step < 0 ? upper : lower);
  const stop = clamp(slice.stop, step < 0 ? lower : upper);
  return { start, stop, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

const sliceIndex = (value: Value): number =>
  Number(toIndex(value, () => 'slice indices must be integers or None or have an __index__ method'));

/** The items that a slice takes. */
export function sliced<T>(
  items: ArrayLike<T> & { slice(start: number, stop: number): unknown },
  slice: PySlice,
): T[] {
  const { start, step, count } = sliceBounds(slice, items.length);
  if (step === 1 && Array.isArray(items)) return (items as T[]).slice(start, start + count);
  return Array.from({ length: count }, (_, index) => items[start + index * step]!);
}

/** A whole index into a length, counted from the end where it is negative. @throws IndexError, TypeError of Python */
export function position(
  key: Value,
  length: number,
  what: string,
  message = `${what} index out of range`,
): number {
  const given = toIndex(key, (type) =>
    what === 'string'
      ? `string indices must be integers, not '${type}'`
      : `${what} indices must be integers or slices, not ${type}`,
  );
  if (typeof given === 'bigint') throw indexError("cannot fit 'int' into an index-sized integer");
  const index = given;
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError(message);
  return at;
}

/** Whether a subscript is a slice. */
export const isSlice = (key: Value): key is PySlice => key instanceof PySlice;

/** A repetition count. @throws TypeError, OverflowError of Python */
export function times(value: Value): number {
  const count = toIndex(value, () => `can't multiply sequence by non-int of type '${typeName(value)}'`);
  if (typeof count === 'bigint' && BigInt.asIntN(64, count) !== count)
    throw overflowError("cannot fit 'int' into an index-sized integer");
  return Math.max(0, Number(count));
}

/** The bounds that `index()` and `find()` take. */
export function searchBounds(
  start: Value | undefined,
  stop: Value | undefined,
  length: number,
): [number, number] {
  const bound = (value: Value | undefined, otherwise: number) => {
    if (value === undefined || value === null) return otherwise;
    const index = sliceIndex(value);
    return Math.max(0, index < 0 ? index + length : index);
  };
  return [bound(start, 0), Math.min(length, bound(stop, length))];
}
