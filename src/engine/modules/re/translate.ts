/** A pattern ready for use. */
import { characterSet } from './character-set.ts';
import { GroupNames } from './group-names.ts';
import { PatternError } from './pattern-error.ts';
import { FLAGS, literal, PatternReader } from './pattern-reader.ts';
import { quantifier } from './quantifier.ts';
import { NO_WIDTH, ONE_CHARACTER, repeatedWidth, type Width, widthOfBoth } from './width.ts';

export interface Translation {
  readonly source: string;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** Holds what RegExp has not or does otherwise (backtracking.ts). */
  readonly special: boolean;
  /** The groups in the order in which they close. */
  readonly closing: readonly number[];
}

/** @throws PatternError */
export function translate(pattern: string, flags: number): Translation {
  return new Translator(pattern, flags).whole();
}

class Translator extends PatternReader {
  private groups = 0;
  private readonly named = new GroupNames();
  private readonly open = new Set<number>();
  private readonly widths = new Map<number, Width>();
  /** Of what was translated last. */
  private width = NO_WIDTH;
  private looksBackFreely = false;
  private special = false;
  private readonly closing: number[] = [];

  whole(): Translation {
    this.leadingFlags();
    const source = this.alternatives();
    if (this.at < this.text.length) throw new PatternError('unbalanced parenthesis', this.at);
    if (this.looksBackFreely) throw new PatternError('look-behind requires fixed-width pattern');
    this.named.checkAsked(this.groups);
    return {
      source,
      flags: this.flags,
      groups: this.groups,
      names: this.named.names,
      special: this.special,
      closing: this.closing,
    };
  }

  private alternatives(): string {
    let out = this.sequence();
    let width = this.width;
    while (this.text[this.at] === '|') {
      this.at++;
      out += `|${this.sequence()}`;
      width = { least: Math.min(width.least, this.width.least), most: Math.max(width.most, this.width.most) };
    }
    this.width = width;
    return out;
  }

  private sequence(): string {
    let out = '';
    let width = NO_WIDTH;
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') {
      if (this.has('X') && this.skipVerbose()) continue;
      const start = this.at;
      this.width = ONE_CHARACTER;
      const { groups } = this;
      const item = this.item();
      // A group that is repeated as a whole, and never empty, RegExp keeps as CPython does.
      const kept = this.width.least > 0 && /^\((?!\?)/.test(item) ? 1 : 0;
      const often = quantifier(this, start, item);
      if ((this.groups - groups > kept && /^[*+{]/.test(often)) || /.\+$/.test(often)) this.special = true;
      width = widthOfBoth(width, repeatedWidth(this.width, often));
      out += item + often;
    }
    this.width = width;
    return out;
  }

  private item(): string {
    const character = this.character();
    switch (character) {
      case '.':
        return this.has('S') ? '[\\s\\S]' : '[^\\n]';
      case '^':
        this.width = NO_WIDTH;
        return this.has('M') ? '(?:(?<![\\s\\S])|(?<=\\n))' : '(?<![\\s\\S])';
      case '$':
        this.width = NO_WIDTH;
        return this.has('M') ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))';
      case '(':
        return this.group();
      case '[':
        return characterSet(this);
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
        return this.lookAround(start, head);
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

  /** What stands before is matched backwards, so CPython must know how far back. */
  private lookAround(start: number, head: string): string {
    const source = this.closed(start, `(?${head}`);
    if (head.startsWith('<') && this.width.least !== this.width.most) this.looksBackFreely = true;
    this.width = NO_WIDTH;
    return source;
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
    if (head === '>') {
      this.special = true;
      return this.closed(start, '(?>');
    }
    if (head === '(') return this.conditional(start);
    if (this.at >= this.text.length) throw new PatternError('unexpected end of pattern', this.at);
    const known = head === '' && this.text[this.at] === '<' ? 2 : 1;
    throw new PatternError(
      `unknown extension ?${head}${this.text.slice(this.at, this.at + known)}`,
      start + 1,
    );
  }

  /** `(?(1)yes|no)` */
  private conditional(start: number): string {
    const end = this.endOfName(')');
    const number = this.named.asked(this.text.slice(this.at, end), this.at);
    this.at = end + 1;
    this.special = true;
    const yes = this.sequence();
    const { width } = this;
    this.width = NO_WIDTH;
    const no = this.text[this.at] === '|' ? this.otherBranch() : '';
    if (this.text[this.at] === '|')
      throw new PatternError('conditional backref with more than two branches', this.at);
    if (this.text[this.at] !== ')') throw new PatternError('missing ), unterminated subpattern', start);
    this.at++;
    this.width = {
      least: Math.min(width.least, this.width.least),
      most: Math.max(width.most, this.width.most),
    };
    return `(?(${number})${yes}|${no})`;
  }

  private otherBranch(): string {
    this.at++;
    return this.sequence();
  }

  /** Where the name of a group ends. @throws PatternError */
  private endOfName(sign: string): number {
    const end = this.text.indexOf(sign, this.at);
    if (end >= 0) return end;
    const none = this.at >= this.text.length;
    throw new PatternError(none ? 'missing group name' : `missing ${sign}, unterminated name`, this.at);
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
    if (number !== undefined) {
      this.open.delete(number);
      this.closing.push(number);
      this.widths.set(number, this.width);
    }
    return `${sign}${inner})`;
  }

  private namedGroup(start: number): string {
    const end = this.endOfName('>');
    const name = this.text.slice(this.at, end);
    this.named.check(name, this.at);
    const number = this.openGroup();
    this.named.define(name, number, this.at);
    this.at = end + 1;
    return this.closed(start, '(', number);
  }

  private backReference(): string {
    const end = this.endOfName(')');
    const name = this.text.slice(this.at, end);
    const number = this.named.numberOf(name, this.at);
    this.at = end + 1;
    return this.referring(number);
  }

  private comment(start: number): string {
    const end = this.text.indexOf(')', this.at);
    if (end < 0) throw new PatternError('missing ), unterminated comment', start);
    this.at = end + 1;
    this.width = NO_WIDTH;
    return '';
  }

  private escape(): string {
    const start = this.at - 1;
    if (this.at >= this.text.length) throw new PatternError('bad escape (end of pattern)', start);
    const letter = this.character();
    const word = this.set('w');
    if ('AZbB'.includes(letter)) this.width = NO_WIDTH;
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
    return this.referring(number);
  }

  private referring(number: number): string {
    this.width = this.widths.get(number) ?? NO_WIDTH;
    this.special = true;
    return `(?:\\${number})`;
  }
}
