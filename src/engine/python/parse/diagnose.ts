/**
 * Finds the words and the place for a program that is not Python. Goes the way of CPython's parser: once through the
 * grammar, to see how far it leads; again with the wrong turns that have a name; and at the end through the rest of the
 * text, since an unclosed bracket or a bad character there explains more than "invalid syntax".
 * Above 300 lines because every step reads the same tokens and may still take back what the step before said.
 * Answers to: CPython 3.11's Parser/pegen and Parser/pegen_errors.
 */
import type { Expr, Position } from './ast.ts';
import { ERROR_GRAMMAR } from './error-grammar.ts';
import { argumentsOf, clausesOf, cursorAt, expressionOf } from './grammar.ts';
import { expressionName, type Inspector, NAMED_ERRORS } from './named-errors.ts';
import { type Capture, type Captures, Grammar, type Host } from './peg.ts';
import { EmbeddedProblem, StringProblem } from './string-problem.ts';
import { strings } from './strings.ts';
import { PythonSyntaxError, type SyntaxErrorType } from './syntax-error.ts';
import { BAD_DEDENT, type Origin, Refusal, Tokenizer, UnexpectedEnd } from './tokenizer.ts';
import type { Token } from './tokens.ts';
import { utf8Length } from './utf8.ts';

export type StartRule = 'file' | 'eval' | 'fstring';

export interface DiagnosisOptions {
  readonly origin?: Origin;
  /** The text's last line end was not there. */
  readonly endAdded?: boolean;
  /** CPython counts columns in bytes where the file declares no encoding. */
  readonly bytes?: boolean;
}

/** The error that CPython reports. @returns undefined where its grammar finds nothing wrong. */
export function diagnose(
  text: string,
  filename: string,
  start: StartRule,
  options: DiagnosisOptions = {},
): Error | undefined {
  const tokenizer = new Tokenizer(text, filename, options.origin);
  tokenizer.endAdded = options.endAdded ?? false;
  const diagnosis = new Diagnosis(tokenizer, start, options.bytes ?? false);
  try {
    return diagnosis.find();
  } catch (error) {
    if (error instanceof RangeError) return diagnosis.afterOverflow();
    if (error instanceof Error) return error;
    throw error;
  }
}

/** Marks the place of the tokenizer. */
const HERE = -5;

class Diagnosis implements Host, Inspector {
  private readonly tokens: Token[] = [];
  private readonly tokenizer: Tokenizer;
  private readonly start: StartRule;
  private readonly grammar: Grammar;
  private readonly bytes: boolean;

  constructor(tokenizer: Tokenizer, start: StartRule, bytes: boolean) {
    this.bytes = bytes;
    this.tokenizer = tokenizer;
    this.start = start;
    this.grammar = new Grammar(ERROR_GRAMMAR, this);
  }

  find(): Error | undefined {
    try {
      if (this.grammar.matches(this.start)) return undefined;
      const last = this.last();
      this.grammar.errors = true;
      this.grammar.matches(this.start);
      const found = this.generic(last);
      return found.type === 'IndentationError' ? found : (this.errorInRest() ?? found);
    } catch (error) {
      // Errors of the text, as opposed to those of the grammar, are final.
      if (!(error instanceof PythonSyntaxError) || this.final.has(error)) throw error;
      return this.errorInRest() ?? error;
    }
  }

  private readonly final = new WeakSet<Error>();

  /** Nested more deeply than this machine can follow: what the text itself says. */
  afterOverflow(): Error {
    return this.errorInRest(true) ?? this.generic();
  }

  /** What is left to say where no wrong turn has a name. */
  generic(last: Token = this.last()): PythonSyntaxError {
    if (last.kind === 'INDENT' || last.kind === 'DEDENT') {
      const message = last.kind === 'INDENT' ? 'unexpected indent' : 'unexpected unindent';
      return this.atLast('IndentationError', message);
    }
    return this.error('SyntaxError', 'invalid syntax', positionOf(last));
  }

  /** A bracket that is never closed, or bad text, behind the place of the error. */
  private errorInRest(anyLine = false): Error | undefined {
    const { line } = this.last();
    try {
      while (this.tokenizer.next().kind !== 'END');
    } catch (error) {
      if (!(error instanceof UnexpectedEnd || error instanceof Refusal)) return error as Error;
      const open = this.tokenizer.openBracket();
      if (open && (anyLine || line > open.line)) return this.unclosed();
    }
    return undefined;
  }

  // What the grammar asks.

  token(at: number): Token {
    while (this.tokens.length <= at) this.tokens.push(this.cut());
    return this.tokens[at]!;
  }

  private cut(): Token {
    try {
      return this.tokenizer.next();
    } catch (error) {
      const final = this.textError(error);
      if (final instanceof Error) this.final.add(final);
      throw final;
    }
  }

  private textError(error: unknown): unknown {
    if (error instanceof UnexpectedEnd) {
      if (this.tokenizer.level > 0) return this.unclosed();
      const { cursor, lineStart, line } = this.tokenizer;
      return this.placed('SyntaxError', 'unexpected EOF while parsing', {
        lineno: line,
        offset: this.tokenizer.columnOf(cursor, lineStart, line),
        endLineno: line,
        endOffset: -1,
      });
    }
    if (!(error instanceof Refusal)) return error;
    const { type, message, column } = error;
    const { line } = this.tokenizer;
    // CPython marks the end of the whole line here.
    const dedent = message === BAD_DEDENT;
    const at = dedent ? [...this.tokenizer.lineText(line).replace('\n', '')].length : column;
    const end = dedent ? -2 : -1;
    return this.error(type, message, { lineno: line, col_offset: at, end_lineno: line, end_col_offset: end });
  }

  isWord(at: number, word: string): boolean {
    const { kind, start, end } = this.token(at);
    return kind === 'NAME' && this.tokenizer.text.slice(start, end) === word;
  }

  strings(at: number): number {
    let end = at;
    while (this.token(end).kind === 'STRING') end++;
    const { text, filename } = this.tokenizer;
    try {
      strings(cursorAt(text, this.tokens, filename, at));
    } catch (error) {
      if (error instanceof EmbeddedProblem) {
        throw (
          diagnose(`${error.text}\n`, filename, 'fstring', { origin: error.origin, bytes: true }) ?? error
        );
      }
      if (!(error instanceof StringProblem)) throw error;
      throw error.token
        ? this.error('SyntaxError', error.message, positionOf(error.token))
        : this.atLast('SyntaxError', error.message);
    }
    return end;
  }

  expected(at: number, sign: string): never {
    throw this.error('SyntaxError', `expected '${sign}'`, positionOf(this.token(at)));
  }

  fail(what: string, message: string, captures: Captures): void {
    const text = message.replace(/\{([#$]?)(\w+)\}/g, (_, mode: string, name: string) => {
      const capture = captures.get(name)!;
      if (mode === '#') return String(this.tokens[capture.from]!.line);
      return mode === '$' ? this.text(capture) : expressionName(this.node(capture));
    });
    if (what === 'last') throw this.atLast('SyntaxError', text);
    if (what === 'indent') throw this.atLast('IndentationError', text);
    const named = NAMED_ERRORS[what];
    if (named) named(this, captures);
    else {
      const [from, to] = what.split('-');
      const start = this.place(captures.get(from!)!);
      if (to === '') throw this.errorFrom(text, start);
      this.raise(start, this.place(captures.get(to ?? from!)!), text);
    }
  }

  // What the named errors ask.

  node(capture: Capture): Expr {
    const { text, filename } = this.tokenizer;
    return expressionOf(text, this.tokens.slice(capture.from, capture.to), filename);
  }

  call(capture: Capture): Extract<Expr, { kind: 'Call' }> {
    const { text, filename } = this.tokenizer;
    return argumentsOf(text, this.tokens.slice(capture.from, capture.to), filename);
  }

  clauses(capture: Capture) {
    const { text, filename } = this.tokenizer;
    return clausesOf(text, this.tokens.slice(capture.from, capture.to), filename);
  }

  text({ from, to }: Capture): string {
    return this.tokenizer.text.slice(this.tokens[from]!.start, this.tokens[to - 1]!.end);
  }

  place(capture: Capture): Position {
    if (capture.rule !== undefined && EXPRESSIONS.test(capture.rule)) return this.node(capture);
    if (capture.rule === 'args') return this.argumentsPlace(capture);
    const start = this.tokens[capture.from]!;
    const end = this.tokens[capture.to - 1]!;
    return { ...positionOf(start), end_lineno: end.endLine, end_col_offset: end.endColumn };
  }

  private argumentsPlace({ from, to }: Capture): Position {
    const end = this.tokens[to - 1]!;
    return { ...positionOf(this.tokens[from]!), end_lineno: end.endLine, end_col_offset: end.endColumn };
  }

  levelBehind(capture: Capture): number {
    return this.tokens[capture.to - 1]!.level;
  }

  raise(from: Position, to: Position, message: string): never {
    throw this.error('SyntaxError', message, {
      lineno: from.lineno,
      col_offset: from.col_offset,
      end_lineno: to.end_lineno,
      end_col_offset: to.end_col_offset,
    });
  }

  raiseAtLast(message: string): never {
    throw this.atLast('SyntaxError', message);
  }

  raiseAtEnd(of: Position, message: string): never {
    const place = {
      lineno: of.lineno,
      col_offset: of.end_col_offset - 1,
      end_lineno: of.end_lineno,
      end_col_offset: -1,
    };
    throw this.error('SyntaxError', message, place);
  }

  // Errors and their places.

  private last(): Token {
    return this.tokens[this.tokens.length - 1] ?? this.token(0);
  }

  private unclosed(): PythonSyntaxError {
    const open = this.tokenizer.openBracket()!;
    return this.error('SyntaxError', `'${open.sign}' was never closed`, {
      lineno: open.line,
      col_offset: open.column,
      end_lineno: open.line,
      end_col_offset: -1,
    });
  }

  /** At the last token; where it has no place of its own, where the tokenizer stands. */
  private atLast(type: SyntaxErrorType, message: string): PythonSyntaxError {
    const last = this.last();
    if (last.column >= 0) return this.error(type, message, positionOf(last));
    const { cursor, lineStart, line } = this.tokenizer;
    return this.placed(type, message, {
      lineno: last.line,
      offset: this.tokenizer.columnOf(cursor, lineStart, line),
      endLineno: last.endLine,
      endOffset: -1,
    });
  }

  private errorFrom(message: string, start: Position): PythonSyntaxError {
    return this.error('SyntaxError', message, { ...start, end_lineno: HERE, end_col_offset: HERE });
  }

  private error(type: SyntaxErrorType, message: string, place: Position): PythonSyntaxError {
    const { cursor, lineStart, line } = this.tokenizer;
    const here = place.end_lineno === HERE;
    return this.placed(type, message, {
      lineno: place.lineno,
      offset: place.col_offset + 1,
      endLineno: here ? line : place.end_lineno,
      endOffset: here ? this.tokenizer.columnOf(cursor, lineStart, line) : place.end_col_offset + 1,
    });
  }

  private counted(line: number, offset: number): number {
    if (!this.bytes || offset < 1) return offset;
    const before = [...this.tokenizer.lineText(line)].slice(0, offset - 1).join('');
    return offset + utf8Length(before) - [...before].length;
  }

  private placed(
    type: SyntaxErrorType,
    message: string,
    place: { lineno: number; offset: number; endLineno: number; endOffset: number },
  ): PythonSyntaxError {
    const { tokenizer, start } = this;
    const shift = start === 'fstring' ? tokenizer.origin.column : 0;
    return new PythonSyntaxError(type, start === 'fstring' ? `f-string: ${message}` : message, {
      filename: tokenizer.filename,
      lineno: place.lineno,
      offset: this.counted(place.lineno, place.offset - shift),
      endLineno: place.endLineno,
      endOffset: this.counted(place.endLineno, place.endOffset - shift),
      text: tokenizer.lineText(place.lineno),
    });
  }
}

/** Rules whose match is an expression, which has a place of its own inside brackets. */
const EXPRESSIONS =
  /^(?:.*expressions?|disjunction|bitwise_or|yield_expr|star_named_expressions?|expression_without_invalid|invalid_ann_assign_target)$/;

const positionOf = (token: Token): Position => ({
  lineno: token.line,
  col_offset: token.column,
  end_lineno: token.endLine,
  end_col_offset: token.endColumn,
});
