/** String literals in a row: plain strings, bytes and f-strings, joined into one node. */
import type { Expr, FormattedValue, JoinedStr, Position } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { decodeBytes, decodeString } from './escapes.ts';
import { type Field, replacementFields } from './fstrings.ts';
import { StringProblem } from './string-problem.ts';
import type { Origin } from './tokenizer.ts';
import type { Token } from './tokens.ts';

interface Literal {
  readonly token: Token;
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
  readonly unicode: boolean;
  /** Between the quotes, in the cursor's text. */
  readonly from: number;
  readonly to: number;
}

/**
 * One or more STRING tokens.
 * @throws StringProblem for what CPython finds wrong while it reads the literals.
 */
export function strings(p: Cursor): Expr {
  const start = p.token;
  const literals: Literal[] = [];
  while (p.kind === 'STRING') literals.push(literalOf(p.text, p.advance()));
  const place = p.span(start);
  if (literals[0]!.bytes) return bytesConstant(p, literals, place);
  if (literals.some((literal) => literal.format)) return joined(p, literals, place);
  let value = '';
  for (const literal of literals) value += plainText(p, literal);
  return { kind: 'Constant', value, unicodePrefix: literals[0]!.unicode, ...place };
}

/** Literals are read from left to right: what is wrong in one comes before what is wrong about the next. */
function checkMixed(literal: Literal, bytes: boolean): void {
  if (literal.bytes !== bytes) throw new StringProblem('cannot mix bytes and nonbytes literals');
}

function plainText(p: Cursor, literal: Literal): string {
  checkMixed(literal, false);
  return decodeString(p.text.slice(literal.from, literal.to), literal.raw);
}

function literalOf(text: string, token: Token): Literal {
  let from = token.start;
  let raw = false;
  let bytes = false;
  let format = false;
  let unicode = false;
  for (;;) {
    const letter = text[from]!;
    if (letter === 'r' || letter === 'R') raw = true;
    else if (letter === 'b' || letter === 'B') bytes = true;
    else if (letter === 'f' || letter === 'F') format = true;
    else if (letter === 'u' || letter === 'U') unicode = letter === 'u';
    else break;
    from++;
  }
  const quote = text[from]!;
  const triple = token.end - from >= 6 && text[from + 1] === quote && text[from + 2] === quote;
  const size = triple ? 3 : 1;
  return { token, raw, bytes, format, unicode, from: from + size, to: token.end - size };
}

function bytesConstant(p: Cursor, literals: readonly Literal[], place: Position): Expr {
  const all: number[] = [];
  for (const literal of literals) {
    checkMixed(literal, true);
    const { token, from, to, raw } = literal;
    const body = p.text.slice(from, to);
    if (/[^\0-\x7f]/.test(body)) {
      throw new StringProblem('bytes can only contain ASCII literal characters', token);
    }
    all.push(...decodeBytes(body, raw));
  }
  return { kind: 'Constant', value: Uint8Array.from(all), unicodePrefix: false, ...place };
}

/** An f-string among the literals makes all of them one JoinedStr, in which neighbouring texts are one constant. */
function joined(p: Cursor, literals: readonly Literal[], place: Position): JoinedStr {
  const unicodePrefix = literals[0]!.unicode;
  const compile = (expression: string, origin: Origin) => p.rules.embedded(expression, p.filename, origin);
  const pieces = literals.flatMap((literal) => {
    if (!literal.format) return [plainText(p, literal)];
    checkMixed(literal, false);
    const { token, from, to, raw } = literal;
    return replacementFields({ text: p.text, from, to, raw, token, compile });
  });
  return joinedString(pieces, place, unicodePrefix);
}

/** @param own where the string itself and the text at its end stand: a format spec's differs from its fields' */
function joinedString(
  pieces: readonly (string | Field)[],
  place: Position,
  unicodePrefix: boolean,
  own = place,
): JoinedStr {
  const values: Expr[] = [];
  let text = '';
  const flush = (at: Position) => {
    if (text !== '') values.push({ kind: 'Constant', value: text, unicodePrefix, ...at });
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      text += piece.label;
      flush(place);
      values.push(formattedValue(piece, place, unicodePrefix));
    }
  }
  flush(own);
  return { kind: 'JoinedStr', values, ...own };
}

function formattedValue(field: Field, place: Position, unicodePrefix: boolean): FormattedValue {
  const { value } = field;
  const format_spec = field.spec && joinedString(field.spec, place, unicodePrefix, placeOf(field.token));
  return { kind: 'FormattedValue', value, conversion: field.conversion, format_spec, ...place };
}

const placeOf = (token: Token): Position => ({
  lineno: token.line,
  col_offset: token.column,
  end_lineno: token.endLine,
  end_col_offset: token.endColumn,
});
