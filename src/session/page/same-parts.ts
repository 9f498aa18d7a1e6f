/**
 * A snapshot comes anew from the worker after every step, and most of it is as it was. Parts that say the same are handed on as the very same
 * objects, so that whoever keeps something by identity (a drawn list, a parsed file) need not do it again.
 */

/**
 * @param old plain data that is known.
 * @param next plain data, acyclic.
 * @returns `next`, with every part that equals its counterpart in `old` replaced by that; `old` itself where all of it does.
 */
export function sameParts<T>(old: T | undefined, next: T): T {
  if (old === next || typeof old !== 'object' || typeof next !== 'object' || !old || !next) return next;
  if (Array.isArray(old) && Array.isArray(next)) return sameItems(old, next) as T;
  if (Array.isArray(old) || Array.isArray(next)) return next;
  return sameFields(old as Fields, next as Fields) as T;
}

type Fields = Readonly<Record<string, unknown>>;

function sameItems(old: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, at) => sameParts(old[at], item));
  const isSame = shared.length === old.length && shared.every((item, at) => item === old[at]);
  return isSame ? old : shared;
}

function sameFields(old: Fields, next: Fields): Fields {
  const keys = Object.keys(next);
  const shared: Record<string, unknown> = {};
  let isSame = keys.length === Object.keys(old).length;
  for (const key of keys) {
    const value = sameParts(old[key], next[key]);
    // Named, not set: a file may be called __proto__.
    Object.defineProperty(shared, key, { value, enumerable: true, writable: true, configurable: true });
    isSame &&= Object.hasOwn(old, key) && value === old[key];
  }
  return isSame ? old : shared;
}
