/** The choices of `itertools`: product, permutations, combinations. */
import { tuple } from '../../../../python/values/containers/containers.ts';
import { toArray } from '../../../../python/values/containers/iterate.ts';
import { raise, valueError } from '../../../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Generate } from './iterator-type.ts';

/** `itertools.product(*iterables, repeat=times)`. @throws ValueError, MemoryError */
export function* product(_call: Interpreter, iterables: readonly Value[], times: number): Iterable<Value> {
  const once = iterables.map(toArray);
  if (times < 0) throw valueError('repeat argument cannot be negative');
  if (once.length * times > MOST) throw raise('MemoryError');
  const pools = Array.from({ length: times }, () => once).flat();
  const at = pools.map(() => 0);
  if (pools.some((pool) => pool.length === 0)) return;
  for (;;) {
    yield tuple(pools.map((pool, index) => pool[at[index]!]!));
    let place = pools.length - 1;
    while (place >= 0 && ++at[place]! >= pools[place]!.length) at[place--] = 0;
    if (place < 0) return;
  }
}

/** Which items a choice may take after those that it has. */
type Following = (chosen: readonly number[], total: number) => number;

/** The next index after `from` that a choice of `kind` may take at its end; `total` where there is none. */
const FOLLOWING = {
  combinations: (chosen: readonly number[], from: number) => Math.max(from, (chosen.at(-1) ?? -1) + 1),
  combinations_with_replacement: (chosen: readonly number[], from: number) =>
    Math.max(from, chosen.at(-1) ?? 0),
  permutations: (chosen: readonly number[], from: number) => {
    let index = from;
    while (chosen.includes(index)) index++;
    return index;
  },
} satisfies Record<string, Following>;

/** Longer tuples than a machine has room for. */
const MOST = 1_000_000;

/** Every tuple of `size` items that the kind of choice allows, in the order of their places. */
function* choices(pool: readonly Value[], size: number, following: Following): Iterable<Value> {
  const chosen: number[] = [];
  let from = 0;
  for (;;) {
    while (chosen.length < size) {
      interpreter().spend(1);
      const index = following(chosen, from);
      if (index >= pool.length) break;
      chosen.push(index);
      from = 0;
    }
    if (chosen.length === size) yield tuple(chosen.map((index) => pool[index]!));
    if (chosen.length === 0) return;
    from = chosen.pop()! + 1;
  }
}

/** `permutations`, `combinations`, `combinations_with_replacement`. @param kind which of them */
export const picked =
  (kind: keyof typeof FOLLOWING): Generate =>
  (_call, iterable: Value, size: number | null) => {
    const pool = toArray(iterable);
    const wanted = size ?? pool.length;
    if (wanted < 0) throw valueError('r must be non-negative');
    const repeats = kind === 'combinations_with_replacement';
    if (repeats ? pool.length === 0 && wanted > 0 : wanted > pool.length) return [];
    if (wanted > MOST) throw raise('MemoryError');
    return choices(pool, wanted, FOLLOWING[kind]);
  };
