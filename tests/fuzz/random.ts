/** Random choices that a seed repeats: the same seed gives the same inputs on every machine. */

export interface Random {
  /** A whole number from 0 to `below` − 1. */
  readonly int: (below: number) => number;
  /** True once in `outOf` times, or `times` in `outOf`. */
  readonly chance: (outOf: number, times?: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Up to `most` of the items, at least `least`, in their order. */
  readonly some: <T>(items: readonly T[], least: number, most: number) => T[];
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** @param seed any text; the same text gives the same choices. */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  // Mulberry32: small, and good enough for choices.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
  return {
    int,
    chance: (outOf, times = 1) => int(outOf) < times,
    pick: (items) => items[int(items.length)]!,
    some: (items, least, most) => {
      const count = Math.min(items.length, least + int(most - least + 1));
      const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => chosen.has(index));
    },
    shuffle,
  };
}
