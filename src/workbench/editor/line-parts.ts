/** Two lines that differ a little show where: what one of them has and the other has not. */
import type { DiffLine } from '../line-diff.ts';

export interface LineParts {
  readonly change: DiffLine['change'];
  readonly parts: readonly { readonly text: string; readonly own: boolean }[];
}

/** Lines that were taken away and as many that came in their place are looked at in pairs. */
export function partsOfLines(lines: readonly DiffLine[]): LineParts[] {
  const result: LineParts[] = [];
  for (let at = 0; at < lines.length; ) {
    const removed = runOf(lines, at, 'removed');
    const added = runOf(lines, at + removed.length, 'added');
    const isPaired = removed.length > 0 && removed.length === added.length;
    for (const [index, line] of [...removed, ...added].entries()) {
      const other = isPaired
        ? index < removed.length
          ? added[index]
          : removed[index - removed.length]
        : undefined;
      result.push({
        change: line.change,
        parts: other ? split(line.text, other.text) : [{ text: line.text, own: false }],
      });
    }
    at += removed.length + added.length;
    if (removed.length + added.length === 0) {
      result.push({ change: 'same', parts: [{ text: lines[at]!.text, own: false }] });
      at += 1;
    }
  }
  return result;
}

function runOf(lines: readonly DiffLine[], from: number, change: DiffLine['change']): readonly DiffLine[] {
  let end = from;
  while (lines[end]?.change === change) end += 1;
  return lines.slice(from, end);
}

/** By whole words, numbers and signs: half a name is no difference that one can read. */
function split(text: string, other: string): LineParts['parts'] {
  const [own, their] = [tokensOf(text), tokensOf(other)];
  const most = Math.min(own.length, their.length);
  let start = 0;
  while (start < most && own[start] === their[start]) start += 1;
  let end = 0;
  while (end < most - start && own.at(-1 - end) === their.at(-1 - end)) end += 1;
  const pieces = [own.slice(0, start), own.slice(start, own.length - end), own.slice(own.length - end)];
  return pieces
    .map((piece, index) => ({ text: piece.join(''), own: index === 1 }))
    .filter((one) => one.text !== '');
}

const tokensOf = (text: string): string[] => text.match(/\w+|\s+|[^\w\s]/g) ?? [];
