/** `str.strip` and kin: Python's idea of white space, which differs from JavaScript's in a few characters. */

/** The white space of Python, for the inside of a set in a regular expression. */
export const BLANK = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING = new RegExp(`^[${BLANK}]+`, 'u');
const TRAILING = new RegExp(`[${BLANK}]+$`, 'u');

/** `text.strip()` */
export function strip(text: string): string {
  return text.replace(LEADING, '').replace(TRAILING, '');
}

/** `text.lstrip()` */
export function stripLeft(text: string): string {
  return text.replace(LEADING, '');
}

/** `text.rstrip()` */
export function stripRight(text: string): string {
  return text.replace(TRAILING, '');
}

/** `text.splitlines(keepends=True)` for the line ends that text files have. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
