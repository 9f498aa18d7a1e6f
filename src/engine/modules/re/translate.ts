/**
 * Python's regular expressions in JavaScript's syntax. Where the two mean different things by the same sign ($, \s, \w, \b,
 * groups with names) the meaning is written out. Answers to: CPython's re._parser, whose errors it gives.
 */

export const FLAGS = { A: 256, I: 2, L: 4, M: 8, S: 16, X: 64, U: 32 } as const;

/** A pattern that is none: message and place, as `re.error` has them. */
export class PatternError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** A pattern ready for use. */
export interface Translation {
  readonly source: string;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

const ASCII_CLASSES: Readonly<Record<string, string>> = { d: '0-9', w: 'a-zA-Z0-9_', s: ' \\t\\n\\r\\f\\v' };
const UNICODE_CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{N}_',
  s: ' \\t\\n\\r\\f\\v\\x1c-\\x1f\\x85\\p{Z}',
};
const CONTROL: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** @throws PatternError */
export function translate(pattern: string, flags: number): Translation {
  return new Translator(pattern, flags).whole();
}

class Translator {
  private readonly text: string;
  private flags: number;
  private at = 0;
  private groups = 0;
  private readonly names = new Map<string, number>();
  private readonly open = new Set<number>();

  constructor(text: string, flags: number) {
    this.text = text;
    this.flags = flags;
  }

  whole(): Translation {
    this.leadingFlags();
    const source = this.alternatives();
    if (this.at < this.text.length) throw new PatternError('unbalanced parenthesis', this.at);
    return { source, flags: this.flags, groups: this.groups, names: this.names };
  }

  private leadingFlags(): void {
    const found = /^\(\?([aiLmsux]+)\)/.exec(this.text);
    if (!found) return;
    for (const letter of found[1]!) this.flags |= FLAGS[letter.toUpperCase() as keyof typeof FLAGS];
    this.at = found[0].length;
  }

  private has(flag: keyof typeof FLAGS): boolean {
    return (this.flags & FLAGS[flag]) !== 0;
  }

  private set(letter: string): string {
    return (this.has('A') ? ASCII_CLASSES : UNICODE_CLASSES)[letter]!;
  }

  private alternatives(): string {
    let out = this.sequence();
    while (this.text[this.at] === '|') {
      this.at++;
      out += `|${this.sequence()}`;
    }
    return out;
  }

  private sequence(): string {
    let out = '';
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      if (this.has('X') && this.skipVerbose()) continue;
      const start = this.at;
      const item = this.item();
      out += item + this.quantifier(start, item);
    }
    return out;
  }

  private skipVerbose(): boolean {
    const found = /[ \t\n\r\f\v]+|#[^\n]*/y;
    found.lastIndex = this.at;
    if (!found.test(this.text)) return false;
    this.at = found.lastIndex;
    return true;
  }

  private quantifier(start: number, item: string): string {
    while (this.has('X') && this.skipVerbose());
    const found = /[*+?]|\{(\d*)(,?)(\d*)\}/y;
    found.lastIndex = this.at;
    const match = found.exec(this.text);
    if (!match || match[0] === '{}' || match[0] === '{,}') return '';
    if (match[1] === '' && match[2] === '') return '';
    if (item === '' || (/^\((?:\?<?[=!])?/.test(item) === false && ['^', '$'].includes(this.text[start]!))) {
      if (item === '') throw new PatternError('nothing to repeat', this.at);
    }
    if (match[1] && match[3] && Number(match[1]) > Number(match[3])) {
      throw new PatternError('min repeat greater than max repeat', this.at + 1);
    }
    const place = this.at;
    this.at = found.lastIndex;
    let sign = match[1] === '' && match[2] === ',' ? `{0,${match[3]}}` : match[0];
    if (this.text[this.at] === '?') {
      this.at++;
      sign += '?';
    } else if (this.text[this.at] === '+') {
      throw new PatternError('possessive quantifiers are not simulated', place);
    }
    const again = /[*+?]|\{\d+,?\d*\}/y;
    again.lastIndex = this.at;
    if (again.test(this.text)) throw new PatternError('multiple repeat', this.at);
    return sign;
  }

  private item(): string {
    const character = this.character();
    switch (character) {
      case '.':
        return this.has('S') ? '[\\s\\S]' : '[^\\n]';
      case '^':
        return this.has('M') ? '(?:(?<![\\s\\S])|(?<=\\n))' : '(?<![\\s\\S])';
      case '$':
        return this.has('M') ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
      case '(':
        return this.group();
      case '[':
        return this.characterSet();
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        throw new PatternError('nothing to repeat', this.at - 1);
      default:
        return literal(character);
    }
  }

  /** The next character, whole. */
  private character(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  private group(): string {
    const start = this.at - 1;
    if (this.text[this.at] !== '?') {
      const number = this.openGroup();
      return this.closed(start, '(', number);
    }
    this.at++;
    const rest = this.text.slice(this.at);
    const [head] = /^(?:P<|P=|P|:|#|=|!|<=|<!|>|\(|[-aiLmsux]+[:)]?)/.exec(rest) ?? [''];
    this.at += head.length;
    switch (head) {
      case ':':
        return this.closed(start, '(?:');
      case '=':
      case '!':
      case '<=':
      case '<!':
        return this.closed(start, `(?${head}`);
      case 'P<':
        return this.namedGroup(start);
      case 'P=':
        return this.backReference();
      case '#':
        return this.comment(start);
      default:
        return this.otherGroup(start, head);
    }
  }

  private otherGroup(start: number, head: string): string {
    const scoped = /^([aimsux]*)(?:-([imsx]+))?:$/.exec(head);
    if (scoped) {
      const outer = this.flags;
      for (const letter of scoped[1]!) this.flags |= FLAGS[letter.toUpperCase() as keyof typeof FLAGS];
      for (const letter of scoped[2] ?? '') this.flags &= ~FLAGS[letter.toUpperCase() as keyof typeof FLAGS];
      const insensitive = (this.flags & FLAGS.I) !== (outer & FLAGS.I);
      const sign = insensitive ? ((this.flags & FLAGS.I) !== 0 ? '(?i:' : '(?-i:') : '(?:';
      const inner = this.closed(start, sign);
      this.flags = outer;
      return inner;
    }
    if (/^[aiLmsux]+\)$/.test(head)) {
      throw new PatternError('global flags not at the start of the expression', start);
    }
    if (head === '>' || head === '(')
      throw new PatternError('atomic and conditional groups are not simulated', start);
    if (this.at >= this.text.length) throw new PatternError('unexpected end of pattern', this.at);
    const known = head === '' && this.text[this.at] === '<' ? 2 : 1;
    throw new PatternError(
      `unknown extension ?${head}${this.text.slice(this.at, this.at + known)}`,
      start + 1,
    );
  }

  private openGroup(): number {
    this.groups++;
    this.open.add(this.groups);
    return this.groups;
  }

  private closed(start: number, sign: string, number?: number): string {
    const inner = this.alternatives();
    if (this.text[this.at] !== ')') throw new PatternError('missing ), unterminated subpattern', start);
    this.at++;
    if (number !== undefined) this.open.delete(number);
    return `${sign}${inner})`;
  }

  private namedGroup(start: number): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new PatternError('missing >, unterminated name', this.at);
    const name = this.text.slice(this.at, end);
    if (name === '') throw new PatternError('missing group name', this.at);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name)) {
      throw new PatternError(`bad character in group name '${name}'`, this.at);
    }
    const number = this.openGroup();
    const before = this.names.get(name);
    if (before !== undefined) {
      throw new PatternError(
        `redefinition of group name '${name}' as group ${number}; was group ${before}`,
        this.at,
      );
    }
    this.names.set(name, number);
    this.at = end + 1;
    return this.closed(start, '(', number);
  }

  private backReference(): string {
    const end = this.text.indexOf(')', this.at);
    if (end < 0) throw new PatternError('missing ), unterminated name', this.at);
    const name = this.text.slice(this.at, end);
    const number = this.names.get(name);
    if (number === undefined) throw new PatternError(`unknown group name '${name}'`, this.at);
    this.at = end + 1;
    return `(?:\\${number})`;
  }

  private comment(start: number): string {
    const end = this.text.indexOf(')', this.at);
    if (end < 0) throw new PatternError('missing ), unterminated comment', start);
    this.at = end + 1;
    return '';
  }

  private escape(): string {
    const start = this.at - 1;
    if (this.at >= this.text.length) throw new PatternError('bad escape (end of pattern)', start);
    const letter = this.character();
    const word = this.set('w');
    switch (letter) {
      case 'A':
        return '(?<![\\s\\S])';
      case 'Z':
        return '(?![\\s\\S])';
      case 'b':
        return `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
      case 'B':
        return `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`;
      case 'd':
      case 's':
      case 'w':
        return `[${this.set(letter)}]`;
      case 'D':
      case 'S':
      case 'W':
        return `[^${this.set(letter.toLowerCase())}]`;
      default:
        break;
    }
    const numbered = /^[1-9]\d?/.exec(this.text.slice(start + 1));
    if (numbered && !/^[0-3][0-7][0-7]/.test(this.text.slice(start + 1)))
      return this.numberedReference(start, numbered[0]);
    return literal(this.escapedCharacter(start, letter));
  }

  private numberedReference(start: number, digits: string): string {
    this.at = start + 1 + digits.length;
    const number = Number(digits);
    if (number > this.groups) throw new PatternError(`invalid group reference ${number}`, start + 1);
    if (this.open.has(number)) throw new PatternError('cannot refer to an open group', start);
    return `(?:\\${number})`;
  }

  /** The character that an escape stands for, the same in and out of sets. */
  private escapedCharacter(start: number, letter: string): string {
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

  private characterSet(): string {
    const start = this.at - 1;
    let out = '[';
    if (this.text[this.at] === '^') {
      this.at++;
      out += '^';
    }
    let first = true;
    for (;;) {
      if (this.at >= this.text.length) throw new PatternError('unterminated character set', start);
      if (this.text[this.at] === ']' && !first) break;
      first = false;
      out += this.setMember(start);
    }
    this.at++;
    return `${out}]`;
  }

  private setMember(set: number): string {
    const start = this.at;
    const low = this.setItem();
    if (this.text[this.at] !== '-' || this.text[this.at + 1] === ']' || this.at + 1 >= this.text.length) {
      return low.text;
    }
    this.at++;
    if (this.at >= this.text.length) throw new PatternError('unterminated character set', set);
    const high = this.setItem();
    const range = this.text.slice(start, this.at);
    if (low.code === undefined || high.code === undefined || high.code < low.code) {
      throw new PatternError(`bad character range ${range}`, start);
    }
    return `${low.text}-${high.text}`;
  }

  private setItem(): { readonly text: string; readonly code: number | undefined } {
    const start = this.at;
    const character = this.character();
    if (character !== '\\') return member(character);
    if (this.at >= this.text.length) throw new PatternError('bad escape (end of pattern)', start);
    const letter = this.character();
    if (/[dsw]/.test(letter)) return { text: this.set(letter), code: undefined };
    if (/[DSW]/.test(letter)) return { text: this.negatedSet(letter.toLowerCase()), code: undefined };
    if (letter === 'b') return member('\b');
    return member(this.escapedCharacter(start, letter));
  }

  /** A negated class inside a set: JavaScript's own where there is one of the same meaning. */
  private negatedSet(letter: string): string {
    if (this.has('A') || letter === 's') return `\\${letter.toUpperCase()}`;
    return letter === 'd' ? '\\P{Nd}' : '\\W';
  }
}

function literal(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character === '\n' ? '\\n' : character;
}

const member = (character: string) => ({
  text: /[\\\]^[\-/(){}|&~#]/.test(character) && !/[&~#]/.test(character) ? `\\${character}` : character,
  code: character.codePointAt(0),
});
