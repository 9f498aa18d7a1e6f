/** The text of a TOML document, a place in it, and errors as Python's tomllib words them. */
import { Raise } from '../../machine.ts';

/** What separates words on a line. */
const BLANK = /[ \t]*/y;
const BLANK_OR_NEWLINE = /[ \t\n]*/y;
/** Control characters other than the tab; a comment runs up to the first newline. */
const CONTROL = /[\0-\x08\x0a-\x1f\x7f]/;

export class TomlReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character here; "" at the end. */
  get here(): string {
    return this.text.charAt(this.at);
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  starts(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Moves behind a word where it stands here. */
  took(word: string): boolean {
    if (!this.starts(word)) return false;
    this.at += word.length;
    return true;
  }

  /** What a sticky pattern finds here; moves behind it. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  skipBlanks(): void {
    this.match(BLANK);
  }

  /** @throws TOMLDecodeError for a control character in it */
  skipComment(): void {
    if (this.here !== '#') return;
    const newline = this.text.indexOf('\n', this.at);
    const end = newline < 0 ? this.text.length : newline;
    this.refuseControls(this.at + 1, end);
    this.at = end;
  }

  /** Blanks, newlines and comments, as they may stand in arrays. */
  skipLines(): void {
    for (let before = -1; before !== this.at; ) {
      before = this.at;
      this.match(BLANK_OR_NEWLINE);
      this.skipComment();
    }
  }

  /** @param newlines whether they are allowed between the two places. @throws TOMLDecodeError for a control character */
  refuseControls(from: number, to: number, newlines = false): void {
    const part = this.text.slice(from, to);
    const found = (newlines ? part.replaceAll('\n', ' ') : part).search(CONTROL);
    if (found < 0) return;
    this.at = from + found;
    throw this.error(`Found invalid character ${shownCharacter(this.here)}`);
  }

  /** A TOMLDecodeError about this place. */
  error(message: string): Raise {
    const before = this.text.slice(0, this.at);
    const place = this.atEnd
      ? 'end of document'
      : `line ${before.split('\n').length}, column ${[...before.slice(before.lastIndexOf('\n') + 1)].length + 1}`;
    return new Raise('tomllib.TOMLDecodeError', [`${message} (at ${place})`]);
  }
}

/** `repr()` of one control character. */
export function shownCharacter(character: string): string {
  const known = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }[character];
  return `'${known ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`}'`;
}
