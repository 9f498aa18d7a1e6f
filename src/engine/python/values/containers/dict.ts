/** dict: insertion ordered; keys that a JavaScript Map can compare by itself are kept in one directly. */
import { dictClass } from '../classes/classes.ts';
import { sameOrEqual } from '../compare.ts';
import { type PyClass, PyObject, type Value } from '../value.ts';
import { PyTuple } from './containers.ts';
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
    if (direct === undefined) return this.map.get(this.#keptAs(key, hashValue(key)));
    const value = this.map.get(direct);
    if (value !== undefined || this.#buckets === undefined) return value;
    const equal = this.#equalTo(direct, key);
    return equal === undefined ? undefined : this.map.get(equal);
  }

  /** The key that equals one with an equality of its own: of its kind, or a number with the same hash. */
  #keptAs(key: Value, hash: number): Value | undefined {
    const kept = this.#buckets?.find(key, hash);
    if (kept !== undefined || key instanceof PyTuple || !this.map.has(hash)) return kept;
    return sameOrEqual(hash, key) ? hash : undefined;
  }

  /** The key with an equality of its own that equals a number: 1 is found where Decimal(1) was written. */
  #equalTo(direct: unknown, key: Value): Value | undefined {
    if (this.#buckets === undefined || (typeof direct !== 'number' && typeof direct !== 'bigint'))
      return undefined;
    return this.#buckets.find(key, hashValue(key));
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
      const present = this.map.has(direct);
      const equal = present ? undefined : this.#equalTo(direct, key);
      if (equal !== undefined) {
        this.map.set(equal, value);
        return;
      }
      if (direct !== key && !present) {
        this.#written ??= new Map();
        this.#written.set(direct, key);
      }
      this.map.set(direct, value);
    }
  }

  private setEqual(key: Value, value: Value): void {
    const hash = hashValue(key);
    this.#buckets ??= new Buckets();
    const kept = this.#keptAs(key, hash);
    if (kept === undefined) this.#buckets.add(key, hash);
    this.map.set(kept ?? key, value);
  }

  /** Removes a key; its value, or undefined where there was none. */
  delete(key: Value): Value | undefined {
    const direct = directKey(key);
    const hash = direct === undefined || this.#buckets !== undefined ? hashValue(key) : 0;
    const kept =
      direct === undefined
        ? this.#keptAs(key, hash)
        : this.map.has(direct)
          ? direct
          : this.#equalTo(direct, key);
    if (kept === undefined) return undefined;
    this.#buckets?.remove(kept as Value, hash);
    this.#written?.delete(kept);
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
