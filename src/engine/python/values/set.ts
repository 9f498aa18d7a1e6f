/** set and frozenset. They keep the order of insertion, where CPython's order is arbitrary. */
import { frozensetClass, setClass } from './classes.ts';
import { PyDict } from './dict.ts';
import { type PyClass, PyObject, type Value } from './value.ts';

/** set, and frozenset by its class. */
export class PySet extends PyObject {
  readonly items: PyDict;

  constructor(items: Iterable<Value> = [], cls: PyClass = setClass) {
    super(cls);
    this.items = new PyDict();
    for (const item of items) this.add(item);
  }

  get size(): number {
    return this.items.size;
  }
  /** @throws TypeError of Python where the item is unhashable */
  has(item: Value): boolean {
    return this.items.has(item);
  }
  add(item: Value): void {
    if (!this.items.has(item)) this.items.set(item, true);
  }
  /** False where it was not in. */
  delete(item: Value): boolean {
    return this.items.delete(item) !== undefined;
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.items.keys();
  }
}

export const frozenset = (items: Iterable<Value> = []): PySet => new PySet(items, frozensetClass);
