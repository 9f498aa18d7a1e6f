/** What differs between two lists of lines, and how it is written. Answers to: GNU diffutils. */
import { linesOf } from './input.ts';

/** Whether two lines count as the same. */
export type Same = (a: string, b: string) => boolean;

/** A line that both texts have, or only one of them. */
export interface Edit {
  readonly kind: 'same' | 'left' | 'right';
  readonly line: string;
}

/** The longest common subsequence of lines, as a list of edits. */
export function lineEdits(
  left: readonly string[],
  right: readonly string[],
  same: Same = (a, b) => a === b,
): Edit[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i]![j] = same(left[i]!, right[j]!)
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && same(left[i]!, right[j]!)) {
      edits.push({ kind: 'same', line: left[i++]! });
      j += 1;
    } else if (j >= right.length || (i < left.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
      edits.push({ kind: 'left', line: left[i++]! });
    } else edits.push({ kind: 'right', line: right[j++]! });
  }
  return edits;
}

/** `3c3`, `<`, `---`, `>`. */
export function normalDiff(edits: readonly Edit[]): string {
  const out: string[] = [];
  let i = 0;
  let j = 0;
  for (let at = 0; at < edits.length; ) {
    if (edits[at]!.kind === 'same') {
      i += 1;
      j += 1;
      at += 1;
      continue;
    }
    const [startLeft, startRight] = [i, j];
    const removed: string[] = [];
    const added: string[] = [];
    for (; at < edits.length && edits[at]!.kind !== 'same'; at++) {
      const edit = edits[at]!;
      (edit.kind === 'left' ? removed : added).push(edit.line);
    }
    i += removed.length;
    j += added.length;
    const letter = removed.length === 0 ? 'a' : added.length === 0 ? 'd' : 'c';
    out.push(`${range(startLeft, removed.length)}${letter}${range(startRight, added.length)}`);
    out.push(...removed.map((line) => `< ${line}`));
    if (letter === 'c') out.push('---');
    out.push(...added.map((line) => `> ${line}`));
  }
  return out.map((line) => `${line}\n`).join('');
}

function range(start: number, count: number): string {
  if (count === 0) return String(start);
  return count === 1 ? String(start + 1) : `${start + 1},${start + count}`;
}

/** Lines around a change where nobody says how many. */
export const CONTEXT = 3;

/** Hunks of two texts. */
export const unified = (left: string, right: string): string =>
  hunks(lineEdits(linesOf(left), linesOf(right)), CONTEXT);

/** Hunks with lines around each change. */
export function hunks(edits: readonly Edit[], context: number): string {
  const changed = edits.flatMap((edit, index) => (edit.kind === 'same' ? [] : [index]));
  const found: [start: number, end: number][] = [];
  for (const index of changed) {
    const last = found.at(-1);
    const [start, end] = [Math.max(0, index - context), Math.min(edits.length, index + context + 1)];
    if (last && start <= last[1]) last[1] = end;
    else found.push([start, end]);
  }
  return found.map(([start, end]) => hunk(edits, start, end)).join('');
}

function hunk(edits: readonly Edit[], start: number, end: number): string {
  const before = edits.slice(0, start);
  const inside = edits.slice(start, end);
  const side = (kind: 'left' | 'right') => {
    const offset = before.filter((edit) => edit.kind === 'same' || edit.kind === kind).length;
    const count = inside.filter((edit) => edit.kind === 'same' || edit.kind === kind).length;
    return `${count === 0 ? offset : offset + 1}${count === 1 ? '' : `,${count}`}`;
  };
  const sign = { same: ' ', left: '-', right: '+' } as const;
  return `@@ -${side('left')} +${side('right')} @@\n${inside.map((edit) => `${sign[edit.kind]}${edit.line}\n`).join('')}`;
}
