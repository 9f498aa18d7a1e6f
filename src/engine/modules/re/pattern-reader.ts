/** Where the translation of a pattern is, and the characters it reads. */
import { PatternError } from './pattern-error.ts';

/**
 * Python's regular expressions in JavaScript's syntax. Where the two mean different things by the same sign ($, \s, \w, \b,
 * groups with names) the meaning is written out. Answers to: CPython's re._parser, whose errors it gives.
 */

export const FLAGS = { A: 256, I: 2, L: 4, M: 8, S: 16, X: 64, U: 32 } as const;

const ASCII_CLASSES: Readonly<Record<string, string>> = { d: '0-9', w: 'a-zA-Z0-9_', s: ' \\t\\n\\r\\f\\v' };
const UNICODE_CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{N}_',
  s: ' \\t\\n\\r\\f\\v\\x1c-\\x1f\\x85\\p{Z}',
};
const CONTROL: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Reads a pattern from left to right, under flags that may change on the way. */
export class PatternReader {
  readonly text: string;
  flags: number;
  at = 0;

  constructor(text: string, flags: number) {
    this.text = text;
    this.flags = flags;
  }

  /** Flags for the whole pattern, which stand before it. */
  leadingFlags(): void {
    const found = /^\(\?([aiLmsux]+)\)/.exec(this.text);
    if (!found) return;
    for (const letter of found[1]!) this.flags |= FLAGS[letter.toUpperCase() as keyof typeof FLAGS];
    this.at = found[0].length;
  }

  /** Whether a flag is on. */
  has(flag: keyof typeof FLAGS): boolean {
    return (this.flags & FLAGS[flag]) !== 0;
  }

  /** What `\\d`, `\\s` or `\\w` holds, to stand in a set. */
  set(letter: string): string {
    return (this.has('A') ? ASCII_CLASSES : UNICODE_CLASSES)[letter]!;
  }

  /** White space and comments of a verbose pattern; whether there were any. */
  skipVerbose(): boolean {
    const found = /[ \t\n\r\f\v]+|#[^\n]*/y;
    found.lastIndex = this.at;
    if (!found.test(this.text)) return false;
    this.at = found.lastIndex;
    return true;
  }

  /** The next character, whole. */
  character(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  /** The character that an escape stands for, the same in and out of sets. */
  escapedCharacter(start: number, letter: string): string {
    const simple = CONTROL[letter];
    if (simple !== undefined && letter !== 'b') return String.fromCodePoint(simple);
    const size = { x: 2, u: 4, U: 8 }[letter];
    if (size !== undefined) {
      const digits = this.text.slice(this.at, this.at + size);
      if (digits.length < size || !/^[0-9a-fA-F]+$/.test(digits)) {
        throw new PatternError(`incomplete escape \\${letter}${/^[0-9a-fA-F]*/.exec(digits)![0]}`, start);
      }
      this.at += size;
      return String.fromCodePoint(Number.parseInt(digits, 16));
    }
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(start + 1));
    if (octal) {
      this.at = start + 1 + octal[0].length;
      return String.fromCodePoint(Number.parseInt(octal[0], 8));
    }
    if (/[a-zA-Z]/.test(letter)) throw new PatternError(`bad escape \\${letter}`, start);
    return letter;
  }
}

/** A character that stands for itself, in JavaScript's syntax. */
export function literal(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character === '\n' ? '\\n' : character;
}
