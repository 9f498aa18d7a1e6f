/** Changes of a text by places in it. */

/** A text in place of another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param from the place in the file where `text` begins */
export function edited(text: string, edits: readonly Edit[], from = 0): string {
  let made = '';
  let at = from;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(at - from, start - from) + put;
    at = end;
  }
  return made + text.slice(at - from);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a place lies inside another one. */
export const isWithin = ({ start, end }: Span, around: Span): boolean =>
  start >= around.start && end <= around.end;
