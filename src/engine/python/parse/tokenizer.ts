/**
 * Cuts a program into tokens, one at a time, so that an error in the text is met exactly when the parser gets there.
 * Answers to: CPython 3.11's Parser/tokenizer. Above 300 lines because its states belong together.
 */
import { numberEnd, tooManyDigits } from './numbers.ts';
import { PythonSyntaxError, type SyntaxErrorType } from './syntax-error.ts';
import { KEYWORDS, operatorAt, type Token } from './tokens.ts';

const TAB = 9;
const LINE_END = 10;
const FORM_FEED = 12;
const SPACE = 32;
const HASH = 35;
const BACKSLASH = 92;

/** CPython's limits. */
const MAX_BRACKETS = 200;
const MAX_INDENTS = 100;

/** Where a piece of text stands in a greater one: an expression of an f-string in its file. */
export interface Origin {
  /** Line of the text's first line. */
  readonly line: number;
  /** What is added to the columns of the first line. */
  readonly column: number;
}

const START: Origin = { line: 1, column: 0 };

/** Line ends as the tokenizer wants them: "\n" alone, one at the end of the text. */
export function normalised(source: string): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start === '' || start.endsWith('\n') ? start : `${start}\n`;
}

export class Tokenizer {
  readonly text: string;
  readonly filename: string;
  readonly origin: Origin;
  /** The state below is read by the errors, which CPython places where the tokenizer stands. */
  cursor = 0;
  line: number;
  lineStart = 0;
  level = 0;
  /** Set at the end of the text. */
  atEnd = false;
  /** The last line has got its line end from `normalised`, and is reported without it. */
  endAdded = false;
  private readonly astral: boolean;
  private readonly brackets: { readonly sign: string; readonly line: number; readonly column: number }[] = [];
  private readonly indents: number[] = [0];
  private readonly tabIndents: number[] = [0];
  private pendingIndents = 0;
  private atLineStart = true;
  private lineEndSeen = false;

  constructor(text: string, filename: string, origin: Origin = START) {
    this.text = text;
    this.filename = filename;
    this.origin = origin;
    this.line = origin.line;
    this.astral = /[\ud800-\udbff]/.test(text);
  }

  /** The next token; after the last one, 'END' again and again. @throws PythonSyntaxError */
  next(): Token {
    for (;;) {
      let blank = false;
      if (this.atLineStart) {
        this.beginLine();
        blank = this.indentation();
      }
      if (this.pendingIndents !== 0) return this.indentToken();
      const token = this.inLine(blank);
      if (token) return token;
    }
  }

  /** The innermost open bracket. */
  openBracket(): { readonly sign: string; readonly line: number; readonly column: number } | undefined {
    return this.brackets[this.level - 1];
  }

  /** Characters between the start of a line and a place in it. */
  columnOf(at: number, lineStart: number, line: number): number {
    const shift = line === this.origin.line ? this.origin.column : 0;
    if (!this.astral) return at - lineStart + shift;
    let count = at - lineStart;
    for (let i = lineStart; i < at; i++) {
      const code = this.text.charCodeAt(i);
      if (code >= 0xd800 && code < 0xdc00) count--;
    }
    return count + shift;
  }

  /** The text of a line, numbered as in the tokens. */
  lineText(line: number): string {
    let start = 0;
    for (let n = this.origin.line; n < line; n++) {
      const end = this.text.indexOf('\n', start);
      if (end < 0) return '';
      start = end + 1;
    }
    const end = this.text.indexOf('\n', start);
    if (end < 0) return this.text.slice(start);
    if (this.endAdded && end === this.text.length - 1) return this.text.slice(start, end);
    return this.text.slice(start, end + 1);
  }

  /** An error at the tokenizer's place: the last character that it has taken. */
  private failure(message: string, offset?: number, endOffset?: number, lineEnd = ''): PythonSyntaxError {
    const column =
      offset ??
      this.columnOf(this.cursor, this.lineStart, this.line) -
        (this.line === this.origin.line ? this.origin.column : 0);
    return new PythonSyntaxError('SyntaxError', message, {
      filename: this.filename,
      lineno: this.line,
      offset: column,
      endLineno: this.line,
      endOffset: endOffset ?? column,
      text: this.lineText(this.line).replace('\n', '') + lineEnd,
    });
  }

  private beginLine(): void {
    this.atLineStart = false;
    if (this.lineEndSeen && this.cursor < this.text.length) {
      this.line++;
      this.lineStart = this.cursor;
    }
    this.lineEndSeen = false;
  }

  /** Measures the start of a line. @returns whether nothing but a comment stands in it. */
  private indentation(): boolean {
    const { text } = this;
    let column = 0;
    let tabColumn = 0;
    let continued = 0;
    for (;;) {
      const code = text.charCodeAt(this.cursor);
      if (code === SPACE) {
        column++;
        tabColumn++;
      } else if (code === TAB) {
        column = (Math.floor(column / 8) + 1) * 8;
        tabColumn++;
      } else if (code === FORM_FEED) {
        column = 0;
        tabColumn = 0;
      } else if (code === BACKSLASH) {
        continued = continued || column;
        this.cursor++;
        this.continueLine();
        continue;
      } else break;
      this.cursor++;
    }
    const code = text.charCodeAt(this.cursor);
    if (code === HASH || code === LINE_END) return true;
    if (this.level === 0) this.measured(continued || column, continued || tabColumn);
    return false;
  }

  private measured(column: number, tabColumn: number): void {
    const { indents, tabIndents } = this;
    const last = indents.length - 1;
    if (column === indents[last]) {
      if (tabColumn !== tabIndents[last]) throw mixedTabs();
    } else if (column > indents[last]!) {
      if (indents.length >= MAX_INDENTS) {
        throw new Refusal('IndentationError', 'too many levels of indentation', 0);
      }
      if (tabColumn <= tabIndents[last]!) throw mixedTabs();
      this.pendingIndents++;
      indents.push(column);
      tabIndents.push(tabColumn);
    } else {
      while (indents.length > 1 && column < indents[indents.length - 1]!) {
        this.pendingIndents--;
        indents.pop();
        tabIndents.pop();
      }
      if (column !== indents[indents.length - 1]) throw badDedent();
      if (tabColumn !== tabIndents[tabIndents.length - 1]) throw mixedTabs();
    }
  }

  private indentToken(): Token {
    const kind = this.pendingIndents > 0 ? 'INDENT' : 'DEDENT';
    this.pendingIndents += kind === 'INDENT' ? -1 : 1;
    return this.unplaced(kind);
  }

  private unplaced(kind: string): Token {
    const { cursor, line } = this;
    return {
      kind,
      start: cursor,
      end: cursor,
      line,
      column: -1,
      endLine: line,
      endColumn: -1,
      level: this.level,
    };
  }

  /** A backslash was taken: takes the line end. */
  private continueLine(): void {
    if (this.text.charCodeAt(this.cursor) !== LINE_END) {
      const message = 'unexpected character after line continuation character';
      throw new Refusal('SyntaxError', message, this.columnOf(this.cursor, this.lineStart, this.line));
    }
    this.cursor++;
    if (this.cursor >= this.text.length) {
      this.atEnd = true;
      throw new UnexpectedEnd();
    }
    this.line++;
    this.lineStart = this.cursor;
  }

  /** A token of this line; undefined where the line ends without one that counts. */
  private inLine(blank: boolean): Token | undefined {
    const { text } = this;
    for (;;) {
      const blanks = this.skipBlanks();
      const start = this.cursor;
      const code = text.charCodeAt(start);
      if (start >= text.length) return this.endOfText();
      if (code === LINE_END) {
        this.cursor = start + 1;
        this.atLineStart = true;
        this.lineEndSeen = true;
        if (blank || this.level > 0) return undefined;
        return this.token('NEWLINE', blanks, start);
      }
      if (code === BACKSLASH) {
        this.cursor = start + 1;
        this.continueLine();
        continue;
      }
      if (isNameStart(code)) return this.nameOrString(start);
      if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)))) return this.number(start);
      if (code === 34 || code === 39) return this.string(start, start);
      return this.sign(start, code);
    }
  }

  /** Leaves the cursor behind blanks and a comment; the place where the comment starts, else the cursor. */
  private skipBlanks(): number {
    const { text } = this;
    let comment = -1;
    let at = this.cursor;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === SPACE || code === TAB || code === FORM_FEED) at++;
      else if (code === HASH) {
        comment = at;
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end;
      } else break;
    }
    this.cursor = at;
    return comment < 0 ? at : comment;
  }

  private endOfText(): Token {
    this.atEnd = true;
    if (this.level > 0) throw new UnexpectedEnd();
    return this.unplaced('END');
  }

  private token(kind: string, start: number, end: number): Token {
    const { line, lineStart } = this;
    const column = this.columnOf(start, lineStart, line);
    const endColumn = this.astral ? this.columnOf(end, lineStart, line) : column + end - start;
    return { kind, start, end, line, column, endLine: line, endColumn, level: this.level };
  }

  private nameOrString(start: number): Token {
    const { text } = this;
    let at = start + 1;
    let ascii = text.charCodeAt(start) < 128;
    for (;;) {
      const code = text.charCodeAt(at);
      if (!isNamePart(code)) {
        if ((code === 34 || code === 39) && at - start <= 2 && isPrefix(text.slice(start, at))) {
          return this.string(start, at);
        }
        break;
      }
      if (code >= 128) ascii = false;
      at++;
    }
    this.cursor = at;
    if (!ascii) this.checkName(start, at);
    return this.token(KEYWORDS.get(text.slice(start, at)) ?? 'NAME', start, at);
  }

  /** Names outside ASCII must be made of the characters that Unicode allows in names. */
  private checkName(start: number, end: number): void {
    const name = this.text.slice(start, end);
    if (/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name.normalize('NFKC')) && NAME.test(name)) return;
    let length = 0;
    for (const character of name) {
      length += character.length;
      const allowed = length === character.length ? /[\p{XID_Start}_]/u : /\p{XID_Continue}/u;
      if (!allowed.test(character)) throw this.strangeCharacter(start + length, character);
    }
  }

  private strangeCharacter(end: number, character: string): PythonSyntaxError {
    this.cursor = end;
    const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return UNPRINTABLE.test(character)
      ? this.failure(`invalid non-printable character ${code}`)
      : this.failure(`invalid character '${character}' (${code})`);
  }

  private number(start: number): Token {
    const end = numberEnd(this.text, start);
    if (typeof end === 'number') {
      this.cursor = end;
      const tooLong = tooManyDigits(this.text.slice(start, end));
      if (tooLong !== undefined) throw this.failure(tooLong, 0, 0, '\n');
      return this.token('NUMBER', start, end);
    }
    this.cursor = end.at;
    if (end.from === undefined) throw this.failure(end.message);
    throw this.failure(end.message, end.from - this.lineStart, end.to! - this.lineStart);
  }

  /** @param quote where the opening quote is, behind the prefix. */
  private string(start: number, quote: number): Token {
    const { text, line, lineStart } = this;
    const mark = text.charCodeAt(quote);
    const triple = text.charCodeAt(quote + 1) === mark && text.charCodeAt(quote + 2) === mark;
    const empty = !triple && text.charCodeAt(quote + 1) === mark;
    let at = quote + (triple ? 3 : empty ? 2 : 1);
    let inRow = 0;
    while (!empty && inRow < (triple ? 3 : 1)) {
      const code = text.charCodeAt(at);
      if (at >= text.length || (!triple && code === LINE_END))
        throw this.endlessString(start, line, lineStart, triple);
      inRow = code === mark ? inRow + 1 : 0;
      if (code === LINE_END) this.nextLine(at);
      at++;
      if (code === BACKSLASH) {
        if (text.charCodeAt(at) === LINE_END) this.nextLine(at);
        at++;
      }
    }
    this.cursor = at;
    const column = this.columnOf(start, lineStart, line);
    const endColumn = this.columnOf(at, this.lineStart, this.line);
    return { kind: 'STRING', start, end: at, line, column, endLine: this.line, endColumn, level: this.level };
  }

  private nextLine(lineEnd: number): void {
    if (lineEnd + 1 >= this.text.length) return;
    this.line++;
    this.lineStart = lineEnd + 1;
  }

  private endlessString(start: number, line: number, lineStart: number, triple: boolean): PythonSyntaxError {
    const detected = this.line;
    this.cursor = start + 1;
    this.line = line;
    this.lineStart = lineStart;
    const what = triple ? 'unterminated triple-quoted string literal' : 'unterminated string literal';
    return this.failure(`${what} (detected at line ${detected})`);
  }

  private sign(start: number, code: number): Token {
    const { text } = this;
    const operator = operatorAt(text, start);
    if (operator === undefined) {
      const character = String.fromCodePoint(text.codePointAt(start)!);
      this.cursor = start + character.length;
      if (code < 32 || code >= 127) throw this.strangeCharacter(this.cursor, character);
      return this.token('OTHER', start, this.cursor);
    }
    this.cursor = start + operator.length;
    if (code === 40 || code === 91 || code === 123) this.open(operator, start);
    else if (code === 41 || code === 93 || code === 125) this.close(operator);
    return this.token(operator, start, this.cursor);
  }

  private open(sign: string, start: number): void {
    if (this.level >= MAX_BRACKETS) throw this.failure('too many nested parentheses');
    this.brackets[this.level++] = {
      sign,
      line: this.line,
      column: this.columnOf(start, this.lineStart, this.line),
    };
  }

  private close(sign: string): void {
    const opening = this.openBracket();
    if (!opening) throw this.failure(`unmatched '${sign}'`);
    this.level--;
    if (opening.sign + sign === '()' || opening.sign + sign === '[]' || opening.sign + sign === '{}') return;
    const where = opening.line === this.line ? '' : ` on line ${opening.line}`;
    throw this.failure(
      `closing parenthesis '${sign}' does not match opening parenthesis '${opening.sign}'${where}`,
    );
  }
}

/** The text ended inside brackets or behind a backslash; the parser knows how to say it. */
export class UnexpectedEnd extends Error {}

/** The tokenizer cannot go on. Unlike its syntax errors, this counts only where the parser itself gets there. */
export class Refusal extends Error {
  readonly type: SyntaxErrorType;
  readonly column: number;
  constructor(type: SyntaxErrorType, message: string, column: number) {
    super(message);
    this.type = type;
    this.column = column;
  }
}

const mixedTabs = () => new Refusal('TabError', 'inconsistent use of tabs and spaces in indentation', 0);
const badDedent = () => new Refusal('IndentationError', BAD_DEDENT, 0);

export const BAD_DEDENT = 'unindent does not match any outer indentation level';

const NAME = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isNameStart = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
const isNamePart = (code: number) => isNameStart(code) || isDigit(code);
const isPrefix = (text: string) => /^(?:[rbuf]|rb|br|rf|fr)$/i.test(text);
