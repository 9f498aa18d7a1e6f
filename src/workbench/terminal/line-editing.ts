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

/** Ctrl+A and Ctrl+E. */
export const toStart = ({ text }: Line): Line => ({ text, cursor: 0 });
export const toEnd = ({ text }: Line): Line => ({ text, cursor: text.length });

/**
 * Tab: takes the only completion, or what all have in common.
 * @param words what could stand in place of the last word.
 */
export function completed({ text, cursor }: Line, words: readonly string[]): Line {
  if (words.length === 0) return { text, cursor };
  const head = text.slice(0, cursor);
  const word = /\S*$/.exec(head)?.[0] ?? '';
  const common = words.reduce((a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return a.slice(0, length);
  });
  if (!common.startsWith(word) && words.length > 1) return { text, cursor };
  const ending = words.length === 1 && !common.endsWith('/') ? ' ' : '';
  const next = head.slice(0, head.length - word.length) + common + ending;
  return { text: next + text.slice(cursor), cursor: next.length };
}

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

/** Whether the shell would ask for more: a quote or a here-document is open, or the line ends with `\`, `|` or `&&`. */
export function isUnfinished(text: string): boolean {
  const here = /<<-?\s*(['"]?)(\w+)\1/.exec(text.replace(/<<<.*/g, ''));
  if (here)
    return !text
      .split('\n')
      .slice(1)
      .some((line) => line.replace(/^\t+/, '') === here[2]);
  const bare = text.replace(/\\[^\n]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g, '');
  if (/['"]/.test(bare.replace(/#.*$/gm, ''))) return true;
  return /(?:\\|\||&&)\s*$/.test(bare);
}
