/** The containers' shapes. What they can do is in `engine/modules/builtins`; dicts and sets are in dict.ts and set.ts. */
import {
  ellipsisClass,
  listClass,
  notImplementedClass,
  rangeClass,
  sliceClass,
  tupleClass,
} from './classes.ts';
import { type PyClass, PyObject, type Value } from './value.ts';

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

/** range, over safe integers. */
export class PyRange extends PyObject {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
  constructor(start: number, stop: number, step: number) {
    super(rangeClass);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
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

export const list = (items: Value[]): PyList => new PyList(items);
export const tuple = (items: readonly Value[]): PyTuple => new PyTuple(items);
