/** The order of a dict's entries under `sort_keys`. */
import { isLess } from '../../../python/values/compare.ts';
import type { Value } from '../../../python/values/value.ts';

/** Entries by key. @throws TypeError of Python where keys cannot be compared */
export function sortedValues(entries: readonly (readonly [Value, Value])[]): (readonly [Value, Value])[] {
  return entries.toSorted(([a], [b]) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0));
}
