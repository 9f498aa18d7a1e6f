/** dict: insertion ordered; keys that a JavaScript Map can compare by itself are kept in one directly. */
import { dictClass } from '../classes/classes.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';
import { Buckets, directKey, hashValue } from './hash.ts';

/** dict. Over the attributes of an object it is that object's live `__dict__`. */
export class PyDict extends PyObject {
  /** Canonical key to value. */
  readonly map: Map<unknown, Value>;
  /** The key as it was written, where it is not its own canonical form: True, 1.0. */
  #written: Map<unknown, Value> | undefined;
  #buckets: Buckets | undefined;

  constructor(entries?: Iterable<readonly [Value, Value]>, cls: PyClass = dictClass) {
    super(cls);
    this.map = new Map();
    if (entries) for (const [key, value] of entries) this.set(key, value);
  }

  /** A dict over a map with string keys that stays the store. */
  static over(map: Map<string, Value>, cls: PyClass = dictClass): PyDict {
    const dict = new PyDict(undefined, cls);
    (dict as { map: Map<unknown, Value> }).map = map as Map<unknown, Value>;
    return dict;
  }

  get size(): number {
    return this.map.size;
  }

  /** @throws TypeError of Python where the key is unhashable */
  get(key: Value): Value | undefined {
    if (typeof key === 'string') return this.map.get(key);
    const direct = directKey(key);
    if (direct !== undefined) return this.map.get(direct);
    const kept = this.#buckets?.find(key, hashValue(key));
    if (this.#buckets === undefined) hashValue(key);
    return kept === undefined ? undefined : this.map.get(kept);
  }

  has(key: Value): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Value, value: Value): void {
    if (typeof key === 'string') {
      this.map.set(key, value);
      return;
    }
    const direct = directKey(key);
    if (direct === undefined) this.setEqual(key, value);
    else {
      if (direct !== key && !this.map.has(direct)) {
        this.#written ??= new Map();
        this.#written.set(direct, key);
      }
      this.map.set(direct, value);
    }
  }

  private setEqual(key: Value, value: Value): void {
    const hash = hashValue(key);
    this.#buckets ??= new Buckets();
    const kept = this.#buckets.find(key, hash);
    if (kept === undefined) this.#buckets.add(key, hash);
    this.map.set(kept ?? key, value);
  }

  /** Removes a key; its value, or undefined where there was none. */
  delete(key: Value): Value | undefined {
    const direct = directKey(key);
    if (direct !== undefined) {
      const value = this.map.get(direct);
      this.map.delete(direct);
      this.#written?.delete(direct);
      return value;
    }
    const hash = hashValue(key);
    const kept = this.#buckets?.find(key, hash);
    if (kept === undefined) return undefined;
    this.#buckets!.remove(kept, hash);
    const value = this.map.get(kept);
    this.map.delete(kept);
    return value;
  }

  clear(): void {
    this.map.clear();
    this.#written = undefined;
    this.#buckets = undefined;
  }

  *keys(): IterableIterator<Value> {
    for (const key of this.map.keys()) yield this.#written?.get(key) ?? (key as Value);
  }

  values(): IterableIterator<Value> {
    return this.map.values();
  }

  *entries(): IterableIterator<[Value, Value]> {
    for (const [key, value] of this.map) yield [this.#written?.get(key) ?? (key as Value), value];
  }

  copy(): PyDict {
    return new PyDict(this.entries());
  }
}

/** A dict of these entries. */
export const dict = (entries?: Iterable<readonly [Value, Value]>): PyDict => new PyDict(entries);

/** The items of a dict with their keys as text, as `**given` passes them on; none of anything else. */
export const keywordsOf = (given: Value | undefined): Map<string, Value> =>
  new Map(given instanceof PyDict ? [...given.entries()].map(([key, value]) => [String(key), value]) : []);
