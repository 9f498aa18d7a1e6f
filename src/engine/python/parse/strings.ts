/** String literals in a row: plain strings, bytes and f-strings, joined into one node. */
import type { Expr, FormattedValue, JoinedStr, Position } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { decodeBytes, decodeString } from './escapes.ts';
import { type Field, replacementFields } from './fstrings.ts';
import { StringProblem } from './string-problem.ts';
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
  const bytes = literals[0]!.bytes;
  for (const literal of literals) {
    if (literal.bytes !== bytes) throw new StringProblem('cannot mix bytes and nonbytes literals');
  }
  const place = p.span(start);
  if (bytes) return bytesConstant(p, literals, place);
  if (literals.some((literal) => literal.format)) return joined(p, literals, place);
  let value = '';
  for (const { from, to, raw } of literals) value += decodeString(p.text.slice(from, to), raw);
  return { kind: 'Constant', value, unicodePrefix: literals[0]!.unicode, ...place };
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
  for (const { token, from, to, raw } of literals) {
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
  const pieces = literals.flatMap(({ token, from, to, raw, format }) =>
    format
      ? replacementFields({ text: p.text, from, to, raw, token })
      : [decodeString(p.text.slice(from, to), raw)],
  );
  return joinedString(p, pieces, place, unicodePrefix);
}

/** @param own where the string itself and the text at its end stand: a format spec's differs from its fields' */
function joinedString(
  p: Cursor,
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
      values.push(formattedValue(p, piece, place, unicodePrefix));
    }
  }
  flush(own);
  return { kind: 'JoinedStr', values, ...own };
}

function formattedValue(p: Cursor, field: Field, place: Position, unicodePrefix: boolean): FormattedValue {
  const value = p.rules.embedded(field.expression, p.filename, field.origin);
  const format_spec = field.spec && joinedString(p, field.spec, place, unicodePrefix, placeOf(field.token));
  return { kind: 'FormattedValue', value, conversion: field.conversion, format_spec, ...place };
}

const placeOf = (token: Token): Position => ({
  lineno: token.line,
  col_offset: token.column,
  end_lineno: token.endLine,
  end_col_offset: token.endColumn,
});
