/** `hash()` and the canonical form under which dicts and sets keep a key. */
import { Float } from '../../../stdlib/float.ts';
import { callSpecial, NativeFunction } from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { sameOrEqual } from '../compare.ts';
import { typeError } from '../exceptions/exceptions.ts';
import { PyBoxed, type Value } from '../value.ts';
import { PyTuple } from './containers.ts';

const ids = new WeakMap<object, number>();
let lastId = 0x7f0000000000;

/** `id(value)`: stable for an object's life. */
export function idOf(value: Value): number {
  if (typeof value !== 'object' || value === null) return 0x7e0000000000 + hashPrimitive(value) * 16;
  let id = ids.get(value);
  if (id === undefined) {
    lastId += 16;
    id = lastId;
    ids.set(value, id);
  }
  return id;
}

/** `object.__hash__`: by identity. */
export const objectHash = new NativeFunction({
  qualname: 'object.__hash__',
  signature: '',
  style: 'builtin',
  method: true,
  code: (_call, self: Value) => idOf(self) / 16,
});

const MODULUS = (1n << 61n) - 1n;

function hashInteger(value: bigint): number {
  const size = value < 0n ? -value : value;
  const rest = Number(size % MODULUS);
  return value < 0n ? -rest : rest;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function hashPrimitive(value: null | boolean | number | bigint | string | object): number {
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return hashInteger(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return 0xfca86420;
}

/** The hash of a float: that of the int it equals, if any. */
export function hashFloat(value: number): number {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value : hashInteger(BigInt(value));
  return Number.isFinite(value) ? hashText(String(value)) : value > 0 ? 314159 : value < 0 ? -314159 : 0;
}

/** A hash of bytes for our own maps (FNV-1a); what `hash()` answers is in python-hash.ts. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Combines hashes in order, as for a tuple. */
export function hashAll(values: Iterable<Value>): number {
  let hash = 0x345678;
  for (const value of values) hash = (Math.imul(hash, 1000003) ^ (hashValue(value) | 0)) >>> 0;
  return hash;
}

/**
 * `hash(value)`
 * @throws TypeError of Python: "unhashable type: 'list'"
 */
export function hashValue(value: Value): number {
  if (typeof value !== 'object' || value === null) return hashPrimitive(value);
  if (value instanceof Float) return hashFloat(value.value);
  const method = classOf(value).lookup('__hash__');
  if (method === undefined || method === null) throw typeError(`unhashable type: '${typeName(value)}'`);
  if (method === objectHash) return idOf(value) / 16;
  const hash = callSpecial(method, value);
  if (typeof hash === 'bigint') return hashInteger(hash);
  if (typeof hash === 'boolean') return hash ? 1 : 0;
  if (typeof hash === 'number') return hash;
  if (hash instanceof PyBoxed && typeof hash.value === 'number') return hash.value;
  throw typeError('__hash__ method should return an integer');
}

/** Keys that are equal without being the same JavaScript value, found again by their hash. */
export class Buckets {
  readonly #byHash = new Map<number, Value[]>();

  /** The key already kept that equals this one, else undefined. */
  find(key: Value, hash: number): Value | undefined {
    return this.#byHash.get(hash)?.find((kept) => sameOrEqual(kept, key));
  }
  add(key: Value, hash: number): void {
    const kept = this.#byHash.get(hash);
    if (kept) kept.push(key);
    else this.#byHash.set(hash, [key]);
  }
  remove(key: Value, hash: number): void {
    const kept = this.#byHash.get(hash);
    const at = kept?.indexOf(key) ?? -1;
    if (at >= 0) kept!.splice(at, 1);
  }
}

/**
 * What a JavaScript Map can compare a key by: strings, ints and None as they are, bools and floats as the number they equal,
 * objects that compare by identity as themselves. undefined for keys with an equality of their own.
 * @throws TypeError of Python where the key is unhashable
 */
export function directKey(key: Value): unknown {
  if (typeof key === 'string' || typeof key === 'number' || key === null || typeof key === 'bigint')
    return key;
  if (typeof key === 'boolean') return key ? 1 : 0;
  if (key instanceof Float) return directFloat(key);
  if (key instanceof PyTuple) return undefined;
  const method = classOf(key).lookup('__hash__');
  if (method === objectHash) return classOf(key).lookup('__eq__') instanceof NativeFunction ? key : undefined;
  if (method === undefined || method === null) throw typeError(`unhashable type: '${typeName(key)}'`);
  if (key instanceof PyBoxed && method instanceof NativeFunction && !(key.value instanceof Uint8Array)) {
    return classOf(key).lookup('__eq__') instanceof NativeFunction ? directKey(key.value) : undefined;
  }
  return undefined;
}

function directFloat(key: Float): unknown {
  const { value } = key;
  if (Number.isNaN(value)) return key;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value + 0;
}

/** The hash of a union, whose members may stand in any order. */
export const hashMembers = (members: readonly Value[]): number =>
  members.reduce<number>((sum, one) => (sum + hashValue(one)) % Number.MAX_SAFE_INTEGER, 0);
