/**
 * What the parsing functions share: the tokens, and the place among them. The functions are written for correct programs
 * and say nothing about what is wrong: they throw MISMATCH, and diagnose.ts looks for the words.
 */
import type { Comprehension, Context, Expr, Position, Stmt } from './ast.ts';
import type { Origin } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** Thrown where the program is not Python. */
export const MISMATCH: unique symbol = Symbol('mismatch');

/** CPython gives up with a MemoryError on programs nested deeper than its parser's stack. */
const MAX_DEPTH = 800;

/** The program is too deeply nested for the compiler. Python raises this type, not a SyntaxError. */
export class CompilerOverflow extends Error {
  readonly type: 'MemoryError' | 'RecursionError';
  constructor(type: CompilerOverflow['type'], message: string) {
    super(message);
    this.name = 'CompilerOverflow';
    this.type = type;
  }
}

/** The rules that rules in other files lead back to; they travel with the cursor so that no two files import each other. */
export interface Rules {
  expression(p: Cursor): Expr;
  namedExpression(p: Cursor): Expr;
  comprehensions(p: Cursor): Comprehension[];
  block(p: Cursor): Stmt[];
  /** The expression of a replacement field, given in brackets. */
  embedded(text: string, filename: string, origin: Origin): Expr;
}

export class Cursor {
  readonly rules: Rules;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly filename: string;
  at: number;
  /** Kind of the token at `at`. */
  kind: string;
  private depth = 0;

  constructor(rules: Rules, text: string, tokens: readonly Token[], filename: string, at = 0) {
    this.rules = rules;
    this.text = text;
    this.tokens = tokens;
    this.filename = filename;
    this.at = at;
    this.kind = tokens[at]!.kind;
  }

  get token(): Token {
    return this.tokens[this.at]!;
  }

  /** Kind of the token so many places ahead. */
  peek(ahead: number): string {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!.kind;
  }

  advance(): Token {
    const token = this.tokens[this.at]!;
    if (this.at + 1 < this.tokens.length) this.at++;
    this.kind = this.tokens[this.at]!.kind;
    return token;
  }

  back(to: number): void {
    this.at = to;
    this.kind = this.tokens[to]!.kind;
  }

  is(kind: string): boolean {
    return this.kind === kind;
  }

  /** Takes a token of this kind if it is the next. */
  accept(kind: string): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: string): Token {
    if (this.kind !== kind) throw MISMATCH;
    return this.advance();
  }

  /** A name, in the form in which Python compares names. */
  name(): string {
    return this.nameOf(this.expect('NAME'));
  }

  nameOf(token: Token): string {
    const name = this.text.slice(token.start, token.end);
    for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) >= 128) return name.normalize('NFKC');
    return name;
  }

  /** Whether the next token is this word, which is a name elsewhere. */
  isWord(word: string): boolean {
    const token = this.tokens[this.at]!;
    return (
      this.kind === 'NAME' &&
      token.end - token.start === word.length &&
      this.text.startsWith(word, token.start)
    );
  }

  /** Runs a part of the grammar that may not match; leaves the place as it was in that case. */
  attempt<Result>(parse: () => Result): Result | undefined {
    const start = this.at;
    try {
      return parse();
    } catch (error) {
      if (error !== MISMATCH) throw error;
      this.back(start);
      return undefined;
    }
  }

  /** Called before going a level deeper. */
  enter(): void {
    if (++this.depth > MAX_DEPTH) throw new CompilerOverflow('MemoryError', '');
  }

  leave(): void {
    this.depth--;
  }

  /** From the start of a token or node to the last token taken. */
  span(start: Token): Position {
    let last = this.at - 1;
    let end = this.tokens[last]!;
    // A block ends with its last statement, not with the line end and the dedents behind it.
    while (end.kind === 'DEDENT' || end.kind === 'NEWLINE') end = this.tokens[--last]!;
    return {
      lineno: start.line,
      col_offset: start.column,
      end_lineno: end.endLine,
      end_col_offset: end.endColumn,
    };
  }
}

/** `*` and what it unpacks. */
export function starred(p: Cursor, of: (p: Cursor) => Expr): Expr {
  const start = p.expect('*');
  const value = of(p);
  return { kind: 'Starred', value, ctx: 'Load', ...p.span(start) };
}

/** Whether `for` or `async for` comes next. */
export const startsComprehension = (p: Cursor) =>
  p.kind === 'for' || (p.kind === 'async' && p.peek(1) === 'for');

/** Turns an expression into a target, where the grammar allows it as one. */
export function asTarget<Target extends Expr>(target: Target, ctx: Context): Target {
  switch (target.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      (target as { ctx: Context }).ctx = ctx;
      return target;
    case 'Starred':
      if (ctx === 'Del') throw MISMATCH;
      (target as { ctx: Context }).ctx = ctx;
      asTarget(target.value, ctx);
      return target;
    case 'List':
    case 'Tuple':
      (target as { ctx: Context }).ctx = ctx;
      for (const item of target.elts) asTarget(item, ctx);
      return target;
    default:
      throw MISMATCH;
  }
}
