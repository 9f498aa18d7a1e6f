/** What the keys of a shell's prompt do to its line, as pure functions. */
export interface Line {
  readonly text: string;
  readonly cursor: number;
}

/** Ctrl+U: deletes to the beginning. */
export const killToStart = ({ text, cursor }: Line): Line => ({ text: text.slice(cursor), cursor: 0 });

/** Ctrl+K: deletes to the end. */
export const killToEnd = ({ text, cursor }: Line): Line => ({ text: text.slice(0, cursor), cursor });

/** Ctrl+W: deletes the word before the cursor, with the blanks after it. */
export function killWord({ text, cursor }: Line): Line {
  const rest = text.slice(0, cursor).replace(/\S+\s*$/, '');
  return { text: rest + text.slice(cursor), cursor: rest.length };
}

/** Alt+D: deletes to the end of the word behind the cursor. */
export function killWordAhead({ text, cursor }: Line): Line {
  return { text: text.slice(0, cursor) + text.slice(wordAhead(text, cursor)), cursor };
}

/** Alt+B: to the beginning of the word before the cursor; words are letters and digits, as readline has them. */
export function wordBack({ text, cursor }: Line): Line {
  const before = text.slice(0, cursor).replace(/[\p{L}\p{N}_]*[^\p{L}\p{N}_]*$/u, '');
  const [word = ''] = /[\p{L}\p{N}_]+[^\p{L}\p{N}_]*$/u.exec(text.slice(0, cursor)) ?? [];
  return { text, cursor: word === '' ? before.length : cursor - word.length };
}

const wordAhead = (text: string, cursor: number): number =>
  cursor + (/^[^\p{L}\p{N}_]*[\p{L}\p{N}_]*/u.exec(text.slice(cursor))?.[0].length ?? 0);

/** Alt+F: to the end of the word behind the cursor. */
export const wordForward = ({ text, cursor }: Line): Line => ({ text, cursor: wordAhead(text, cursor) });

/** Ctrl+A and Ctrl+E. */
export const toStart = ({ text }: Line): Line => ({ text, cursor: 0 });

/** The cursor behind the last letter. */
export const toEnd = ({ text }: Line): Line => ({ text, cursor: text.length });

/**
 * Tab: takes the only completion, or what all have in common.
 * @param words what could stand in place of the last word, as it would be typed: quoted where it has to be.
 */
export function completed({ text, cursor }: Line, words: readonly string[]): Line {
  if (words.length === 0) return { text, cursor };
  const head = text.slice(0, cursor);
  const word = lastWord(head);
  const common = words.reduce((a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return a.slice(0, length);
  });
  if (!common.startsWith(word) && words.length > 1) return { text, cursor };
  const ending = words.length === 1 && !/[/=]$/.test(common) ? ' ' : '';
  const next = head.slice(0, head.length - word.length) + common + ending;
  return { text: next + text.slice(cursor), cursor: next.length };
}

/** What stands before the cursor of the word that is being typed: a quote that is open keeps blanks in it. */
export function lastWord(head: string): string {
  const WORD = /(?:[^\s"'\\|&;<>()]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')*(?:"(?:[^"\\]|\\.)*|'[^']*|\\)?$/;
  for (const { index } of head.matchAll(/(?<=^|[\s|&;<>()])/g)) {
    const rest = head.slice(index);
    if (WORD.exec(rest)?.[0] === rest && !inQuotes(head.slice(0, index))) return rest;
  }
  return '';
}

const inQuotes = (text: string): boolean => /["']/.test(text.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/g, ''));

/** Ctrl+R: the newest line at or before `from` (counted from the end) that holds the text; undefined where there is none. */
export function searchBack(
  history: readonly string[],
  text: string,
  from: number,
): { readonly line: string; readonly back: number } | undefined {
  for (let back = from; back < history.length; back++) {
    const line = history[history.length - 1 - back]!;
    if (text !== '' && line.includes(text)) return { line, back };
  }
  return undefined;
}
