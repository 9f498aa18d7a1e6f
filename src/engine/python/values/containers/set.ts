/** set and frozenset, in the order in which CPython walks them. */
import { frozensetClass, setClass } from '../classes/classes.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';
import { PyDict } from './dict.ts';
import { type Growth, tableOrder, tableSize } from './set-order.ts';

/** set, and frozenset by its class. */
export class PySet extends PyObject {
  items: PyDict = new PyDict();
  /** Where room was made for many items at once: it decides their places. */
  #growths: Growth[] = [];
  /** The items in their order, until the set changes. */
  #order: readonly Value[] | undefined;

  constructor(items: Iterable<Value> = [], cls: PyClass = setClass) {
    super(cls);
    this.merge(items);
  }

  get size(): number {
    return this.items.size;
  }
  /** @throws TypeError of Python where the item is unhashable */
  has(item: Value): boolean {
    return this.items.has(item);
  }
  add(item: Value): void {
    if (this.items.has(item)) return;
    this.items.set(item, true);
    this.#order = undefined;
  }
  /** Adds all; those of another set are counted beforehand, and room is made for them. */
  merge(items: Iterable<Value>): void {
    if (!(items instanceof PySet)) {
      for (const item of items) this.add(item);
      return;
    }
    const growth = { at: this.size, more: items.size };
    const copies =
      growth.at === 0 && tableSize(items.size, items.#growths) === tableSize(0, [...this.#growths, growth]);
    this.#growths = copies ? [...items.#growths] : [...this.#growths, growth];
    for (const item of copies ? items.items.keys() : items) this.add(item);
  }
  /** Takes the items and the order of another set, which is given up. */
  become(other: PySet): void {
    this.items = other.items;
    this.#growths = other.#growths;
    this.#order = other.#order;
  }
  clear(): void {
    this.items.clear();
    this.#growths = [];
    this.#order = undefined;
  }
  /** False where it was not in. */
  delete(item: Value): boolean {
    const found = this.items.delete(item) !== undefined;
    if (found) this.#order = this.#order?.filter((each) => this.items.has(each));
    return found;
  }
  [Symbol.iterator](): IterableIterator<Value> {
    if (this.size < 2) return this.items.keys();
    this.#order ??= tableOrder([...this.items.keys()], this.#growths);
    return this.#order.values();
  }
}

/** A frozenset of these items. @throws TypeError for one that is unhashable */
export const frozenset = (items: Iterable<Value> = []): PySet => new PySet(items, frozensetClass);
