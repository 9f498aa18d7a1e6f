/** "Did you mean": CPython's nearest name. Answers to: Python/suggestions.c. */

const MOVE = 2;
const CASE = 1;
const LONGEST = 40;
const MOST = 750;

/** The nearest of some names; undefined where none is near enough. */
export function suggestion(names: readonly string[], wanted: string): string | undefined {
  if (names.length >= MOST) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name === wanted) continue;
    const limit = Math.min(Math.floor(((wanted.length + name.length + 3) * MOVE) / 6), bestDistance - 1);
    const distance = editDistance(wanted, name, limit);
    if (distance > limit) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}

/** Weighted Levenshtein distance; anything above the limit where it is above the limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return limit + 1;
  if (Math.abs(a.length - b.length) * MOVE > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index * MOVE);
  for (let i = 0; i < a.length; i++) {
    const next = [(i + 1) * MOVE];
    for (let j = 0; j < b.length; j++) {
      const replace = row[j]! + substitution(a[i]!, b[j]!);
      next.push(Math.min(replace, row[j + 1]! + MOVE, next[j]! + MOVE));
    }
    row = next;
  }
  return row[b.length]!;
}
