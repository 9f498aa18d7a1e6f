/** Recognises messages in a pasted text, locally. */
export interface Recognisable {
  readonly id: string;
  readonly patterns: readonly string[];
}

/** A pasted log may be long; what tells an error stands near its end. */
const MOST_TEXT = 200_000;

/** @returns ids of the entries whose message stands in the text, the last one of the text first: a traceback ends with what matters. */
export function recognise(text: string, entries: readonly Recognisable[]): string[] {
  // Terminals wrap and colour what they print.
  const plain = text
    .slice(-MOST_TEXT)
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replaceAll('\r\n', '\n');
  const found = entries.flatMap(({ id, patterns }) => {
    const places = patterns.map((pattern) => lastPlace(plain, pattern)).filter((place) => place >= 0);
    return places.length > 0 ? [{ id, place: Math.max(...places) }] : [];
  });
  return found.sort((a, b) => b.place - a.place).map(({ id }) => id);
}

function lastPlace(text: string, pattern: string): number {
  const last = [...text.matchAll(new RegExp(pattern, 'gm'))].at(-1);
  return last?.index ?? -1;
}
