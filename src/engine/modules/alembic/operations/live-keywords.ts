/** The keywords of an operation that Python has seen. */
import type { PyDict } from '../../../python/values/containers/dict.ts';
import type { Value } from '../../../python/values/value.ts';

/**
 * A Map over a dictionary of Python: what a program writes into `operation.kw` is what the operation says from then on.
 * Keys and values are those of a record.
 */
export class LiveKeywords extends Map<unknown, unknown> {
  readonly dictionary: PyDict;
  readonly #into: (value: Value) => unknown;

  /** @param into makes what a record keeps of a value of Python */
  constructor(dictionary: PyDict, into: (value: Value) => unknown) {
    super();
    this.dictionary = dictionary;
    this.#into = into;
  }

  override get size(): number {
    return this.dictionary.size;
  }

  override has(key: unknown): boolean {
    return this.dictionary.has(key as Value);
  }

  override get(key: unknown): unknown {
    const value = this.dictionary.get(key as Value);
    return value === undefined ? undefined : this.#into(value);
  }

  override *entries(): MapIterator<[unknown, unknown]> {
    for (const [key, value] of this.dictionary.entries()) yield [this.#into(key), this.#into(value)];
  }

  override *keys(): MapIterator<unknown> {
    for (const [key] of this.entries()) yield key;
  }

  override *values(): MapIterator<unknown> {
    for (const [, value] of this.entries()) yield value;
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }
}
