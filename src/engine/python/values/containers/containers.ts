/** The containers' shapes. What they can do is in `engine/modules/builtins`; dicts and sets are in dict.ts and set.ts. */
import {
  ellipsisClass,
  listClass,
  notImplementedClass,
  rangeClass,
  sliceClass,
  tupleClass,
} from '../classes/classes.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';

/** list */
export class PyList extends PyObject {
  items: Value[];
  constructor(items: Value[], cls: PyClass = listClass) {
    super(cls);
    this.items = items;
  }
}

/** tuple; immutable. */
export class PyTuple extends PyObject {
  readonly items: readonly Value[];
  constructor(items: readonly Value[], cls: PyClass = tupleClass) {
    super(cls);
    this.items = items;
  }
}

function countSteps(start: number | bigint, stop: number | bigint, step: number | bigint): number {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number')
    return Math.max(0, Math.ceil((stop - start) / step));
  const [way, stride] = [BigInt(stop) - BigInt(start), BigInt(step)];
  if (way === 0n || way > 0n !== stride > 0n) return 0;
  const outwards = stride > 0n ? -1n : 1n;
  return Number((way + stride + outwards) / stride);
}

/** range, over safe integers. */
export class PyRange extends PyObject {
  readonly start: number | bigint;
  readonly stop: number | bigint;
  readonly step: number | bigint;
  /** Where it is beyond 2**53, an estimate: such a range is never walked to its end. */
  readonly length: number;
  constructor(start: number | bigint, stop: number | bigint, step: number | bigint) {
    super(rangeClass);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = countSteps(start, stop, step);
  }
  /** The item at an index that is not checked. */
  item(index: number): number | bigint {
    const { start, step } = this;
    if (typeof start === 'number' && typeof step === 'number') return start + index * step;
    const exact = BigInt(start) + BigInt(index) * BigInt(step);
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  }
}

/** slice */
export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super(sliceClass);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export const Ellipsis = new PyObject(ellipsisClass);
export const NotImplemented = new PyObject(notImplementedClass);

/** A list over these items; the array is taken, not copied. */
export const list = (items: Value[]): PyList => new PyList(items);

/** A tuple over these items; the array is taken, not copied. */
export const tuple = (items: readonly Value[]): PyTuple => new PyTuple(items);
