/** `diff`, normal and unified. Answers to: GNU diffutils. */
import { type Program, parseArguments } from '../program.ts';
import { linesOf, read, refuse, type Source } from './input.ts';

export const diff: Program = {
  summary: 'compare two files',
  options: ['-u'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'uqNr', { unified: 'u', brief: 'q' });
    if (unknown) return refuse(call, unknown, 2);
    if (operands.length < 2) {
      call.stderr.write(
        operands.length === 0
          ? "diff: missing operand\ndiff: Try 'diff --help' for more information.\n"
          : `diff: missing operand after '${operands[0]}'\ndiff: Try 'diff --help' for more information.\n`,
      );
      return 2;
    }
    const { sources, failed } = read(call, operands.slice(0, 2));
    if (failed) return 2;
    const [left, right] = sources as [Source, Source];
    if (left.text === right.text) return 0;
    if (flags.has('q')) call.stdout.write(`Files ${left.name} and ${right.name} differ\n`);
    else if (flags.has('u'))
      call.stdout.write(`--- ${left.name}\n+++ ${right.name}\n${unified(left.text, right.text)}`);
    else call.stdout.write(normalDiff(left.text, right.text));
    return 1;
  },
};

interface Edit {
  readonly kind: 'same' | 'left' | 'right';
  readonly line: string;
}

/** The longest common subsequence of lines, as a list of edits. */
export function lineEdits(left: readonly string[], right: readonly string[]): Edit[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i]![j] =
        left[i] === right[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      edits.push({ kind: 'same', line: left[i++]! });
      j += 1;
    } else if (j >= right.length || (i < left.length && table[i + 1]![j]! >= table[i]![j + 1]!)) {
      edits.push({ kind: 'left', line: left[i++]! });
    } else edits.push({ kind: 'right', line: right[j++]! });
  }
  return edits;
}

function normalDiff(left: string, right: string): string {
  const out: string[] = [];
  let i = 0;
  let j = 0;
  const edits = lineEdits(linesOf(left), linesOf(right));
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

const CONTEXT = 3;

/** Hunks with three lines around each change. */
export function unified(left: string, right: string): string {
  const edits = lineEdits(linesOf(left), linesOf(right));
  const changed = edits.flatMap((edit, index) => (edit.kind === 'same' ? [] : [index]));
  const hunks: [start: number, end: number][] = [];
  for (const index of changed) {
    const last = hunks.at(-1);
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(edits.length, index + CONTEXT + 1)];
    if (last && start <= last[1]) last[1] = end;
    else hunks.push([start, end]);
  }
  return hunks.map(([start, end]) => hunk(edits, start, end)).join('');
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
