/**
 * F-strings, which Python 3.11 cuts apart after the tokenizer: it looks for the end of each expression by itself, and
 * compiles what it found in brackets. Answers to: CPython 3.11's Parser/string_parser.
 */
import type { Expr } from './ast.ts';
import { decodeString } from './escapes.ts';
import { StringProblem } from './string-problem.ts';
import type { Origin } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** A replacement field. */
export interface Field {
  readonly value: Expr;
  /** The text of a field with `=`; else empty. */
  readonly label: string;
  readonly conversion: number;
  readonly spec: readonly (string | Field)[] | null;
  /** The literal that it stands in. */
  readonly token: Token;
}

/** The inside of an f-string. */
export interface FormatSource {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly raw: boolean;
  readonly token: Token;
  /** Makes a tree of a field's expression, as soon as its end is known: what is wrong in it comes before what is wrong behind it. */
  readonly compile: (expression: string, origin: Origin) => Expr;
}

/** The texts and fields of an f-string, in order. @throws StringProblem */
export function replacementFields(source: FormatSource): (string | Field)[] {
  const reader = new Reader(source);
  const pieces = reader.pieces(0);
  if (reader.at < source.to) throw new StringProblem('f-string: unexpected end of string');
  return pieces;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const EXPECTING_BRACE = "f-string: expecting '}'";

class Reader {
  at: number;
  private readonly source: FormatSource;

  constructor(source: FormatSource) {
    this.source = source;
    this.at = source.from;
  }

  private get character(): string {
    return this.at < this.source.to ? this.source.text[this.at]! : '';
  }

  /** Up to the end, or, in a format spec, up to the brace that closes its field. */
  pieces(level: number): (string | Field)[] {
    const pieces: (string | Field)[] = [];
    for (;;) {
      const text = this.literal(level);
      if (text !== '') pieces.push(text);
      if (this.character !== '{') return pieces;
      pieces.push(this.field(level));
    }
  }

  private literal(level: number): string {
    const { text, to, raw } = this.source;
    let out = '';
    let from = this.at;
    const flush = (end: number) => {
      out += decodeString(text.slice(from, end), raw);
    };
    while (this.at < to) {
      const character = text[this.at]!;
      if (character === '\\' && !raw) this.skipEscape();
      else if (character !== '{' && character !== '}') this.at++;
      else if (level > 0) break;
      else if (text[this.at + 1] === character && this.at + 1 < to) {
        flush(this.at + 1);
        this.at += 2;
        from = this.at;
      } else if (character === '}') throw new StringProblem("f-string: single '}' is not allowed");
      else break;
    }
    flush(this.at);
    return out;
  }

  /** A backslash keeps no brace from its meaning, but `\N{…}` has braces of its own. */
  private skipEscape(): void {
    const { text, to } = this.source;
    const next = text[this.at + 1];
    if (next === 'N' && text[this.at + 2] === '{') {
      const end = text.indexOf('}', this.at);
      this.at = end < 0 || end >= to ? to : end + 1;
    } else this.at += next === '{' || next === '}' ? 1 : 2;
  }

  private field(level: number): Field {
    if (level >= 2) throw new StringProblem('f-string: expressions nested too deeply');
    const brace = this.at++;
    const start = this.at;
    this.skipExpression();
    const written = this.source.text.slice(start, this.at);
    if (this.at >= this.source.to) throw new StringProblem(EXPECTING_BRACE);
    if (/^[ \t\n\f\r]*$/.test(written)) throw this.missingExpression();
    const value = this.source.compile(`(${written})`, this.origin(brace));
    const label = this.label(start);
    const conversion = this.conversion();
    const spec = this.spec(level);
    if (this.character !== '}') throw new StringProblem(EXPECTING_BRACE);
    this.at++;
    const usesRepr = label !== '' && conversion === -1 && spec === null;
    return {
      value,
      label,
      conversion: usesRepr ? 114 : conversion,
      spec,
      token: this.source.token,
    };
  }

  private missingExpression(): StringProblem {
    const { character } = this;
    return character === '!' || character === ':' || character === '='
      ? new StringProblem(`f-string: expression required before '${character}'`)
      : new StringProblem('f-string: empty expression not allowed');
  }

  /** Behind the expression: `=` shows its text too, with the blanks around. */
  private label(start: number): string {
    if (this.character !== '=') return '';
    this.at++;
    while (/[ \t\n\f\r]/.test(this.character)) this.at++;
    const label = this.source.text.slice(start, this.at);
    if (this.at >= this.source.to) throw new StringProblem(EXPECTING_BRACE);
    return label;
  }

  private conversion(): number {
    if (this.character !== '!') return -1;
    this.at++;
    if (this.at >= this.source.to) throw new StringProblem(EXPECTING_BRACE);
    const letter: string = this.source.text[this.at]!;
    this.at++;
    if (letter === 's' || letter === 'r' || letter === 'a') return letter.charCodeAt(0);
    throw new StringProblem(`f-string: invalid conversion character: expected 's', 'r', or 'a'`);
  }

  private spec(level: number): (string | Field)[] | null {
    if (this.at >= this.source.to) throw new StringProblem(EXPECTING_BRACE);
    if (this.character !== ':') return null;
    this.at++;
    const pieces = this.pieces(level + 1);
    if (this.at >= this.source.to) throw new StringProblem(EXPECTING_BRACE);
    return pieces;
  }

  /** To the character that ends the expression: `!`, `:`, `=` or `}` outside of strings and brackets. */
  private skipExpression(): void {
    const { text, to } = this.source;
    const open: string[] = [];
    while (this.at < to) {
      const character = text[this.at]!;
      if (character === '\\') {
        throw new StringProblem('f-string expression part cannot include a backslash');
      }
      if (character === '#') throw new StringProblem("f-string expression part cannot include '#'");
      if (character === '"' || character === "'") {
        this.skipString(character);
        continue;
      }
      if (character in CLOSING) {
        if (open.length >= 200) throw new StringProblem('f-string: too many nested parenthesis');
        open.push(character);
      } else if (open.length === 0 && '!:}=<>'.includes(character)) {
        if (text[this.at + 1] === '=' && '!=<>'.includes(character) && this.at + 1 < to) this.at++;
        else if (character !== '<' && character !== '>') return;
      } else if (')]}'.includes(character)) this.checkClosing(character, open.pop());
      this.at++;
    }
    const last = open.pop();
    if (last !== undefined) throw new StringProblem(`f-string: unmatched '${last}'`);
  }

  private checkClosing(character: string, opening: string | undefined): void {
    if (opening === undefined) throw new StringProblem(`f-string: unmatched '${character}'`);
    if (CLOSING[opening] === character) return;
    throw new StringProblem(
      `f-string: closing parenthesis '${character}' does not match opening parenthesis '${opening}'`,
    );
  }

  private skipString(quote: string): void {
    const { text, to } = this.source;
    const triple = text.startsWith(quote.repeat(3), this.at) && this.at + 2 < to;
    const end = triple ? quote.repeat(3) : quote;
    this.at += end.length;
    while (this.at < to && !text.startsWith(end, this.at)) {
      if (text[this.at] === '\\') {
        throw new StringProblem('f-string expression part cannot include a backslash');
      }
      this.at++;
    }
    if (this.at + end.length > to) throw new StringProblem('f-string: unterminated string');
    this.at += end.length;
  }

  /** Where the opening brace stands, which becomes the opening bracket. */
  private origin(brace: number): Origin {
    const { text, token } = this.source;
    const before = text.slice(token.start, brace);
    const lines = before.split('\n');
    const last = [...lines[lines.length - 1]!].length;
    // CPython forgets the column where the expression starts on the next line; only its error messages show that.
    if (/^\{[ \t\f]*\n/.test(text.slice(brace))) return { line: token.line + lines.length - 1, column: 0 };
    return { line: token.line + lines.length - 1, column: lines.length > 1 ? last : token.column + last };
  }
}
