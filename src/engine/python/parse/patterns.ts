/** The patterns of `match`. */
import type { Expr, Pattern } from './ast.ts';
import { type Cursor, MISMATCH } from './cursor.ts';
import { numberValue } from './numbers.ts';
import { strings } from './strings.ts';
import type { Token } from './tokens.ts';

/** What stands behind `case`: one pattern, or a sequence without brackets. */
export function casePattern(p: Cursor): Pattern {
  const start = p.token;
  const first = maybeStar(p);
  if (p.kind !== ',') {
    if (first.kind === 'MatchStar') throw MISMATCH;
    return first;
  }
  const patterns = [first];
  while (p.accept(',')) {
    if (p.is(':') || p.is('if')) break;
    patterns.push(maybeStar(p));
  }
  return { kind: 'MatchSequence', patterns, ...p.span(start) };
}

function maybeStar(p: Cursor): Pattern {
  const start = p.token;
  if (!p.accept('*')) return asPattern(p);
  const name = p.name();
  return { kind: 'MatchStar', name: name === '_' ? null : name, ...p.span(start) };
}

function asPattern(p: Cursor): Pattern {
  p.enter();
  const start = p.token;
  const pattern = orPattern(p);
  p.leave();
  if (!p.accept('as')) return pattern;
  return { kind: 'MatchAs', pattern, name: captureName(p), ...p.span(start) };
}

function captureName(p: Cursor): string {
  const name = p.name();
  if (name === '_' || p.kind === '.' || p.kind === '(' || p.kind === '=') throw MISMATCH;
  return name;
}

function orPattern(p: Cursor): Pattern {
  const start = p.token;
  const first = closedPattern(p);
  if (p.kind !== '|') return first;
  const patterns = [first];
  while (p.accept('|')) patterns.push(closedPattern(p));
  return { kind: 'MatchOr', patterns, ...p.span(start) };
}

function closedPattern(p: Cursor): Pattern {
  const start = p.token;
  switch (start.kind) {
    case 'None':
    case 'True':
    case 'False': {
      return { kind: 'MatchSingleton', value: singleton(p), ...p.span(start) };
    }
    case 'NUMBER':
    case '-': {
      const value = complexNumber(p);
      return { kind: 'MatchValue', value, ...p.span(start) };
    }
    case 'STRING': {
      const value = strings(p);
      return { kind: 'MatchValue', value, ...p.span(start) };
    }
    case 'NAME':
      return named(p, start);
    case '(':
    case '[':
      return sequence(p, start);
    case '{':
      return mapping(p, start);
    default:
      throw MISMATCH;
  }
}

function named(p: Cursor, start: Token): Pattern {
  const value = nameOrAttribute(p);
  if (p.kind === '(') return classPattern(p, start, value);
  if (value.kind === 'Attribute') return { kind: 'MatchValue', value, ...p.span(start) };
  if (value.kind !== 'Name' || p.kind === '=') throw MISMATCH;
  return { kind: 'MatchAs', pattern: null, name: value.id === '_' ? null : value.id, ...p.span(start) };
}

function nameOrAttribute(p: Cursor): Expr {
  const start = p.token;
  const id = p.name();
  let value: Expr = { kind: 'Name', id, ctx: 'Load', ...p.span(start) };
  while (p.accept('.')) {
    const attr = p.name();
    value = { kind: 'Attribute', value, attr, ctx: 'Load', ...p.span(start) };
  }
  return value;
}

function classPattern(p: Cursor, start: Token, cls: Expr): Pattern {
  p.expect('(');
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (p.kind !== ')') {
    if (p.kind === 'NAME' && p.peek(1) === '=') {
      kwd_attrs.push(p.name());
      p.advance();
      kwd_patterns.push(asPattern(p));
    } else {
      if (kwd_attrs.length > 0) throw MISMATCH;
      patterns.push(asPattern(p));
    }
    if (!p.accept(',')) break;
  }
  p.expect(')');
  return { kind: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, ...p.span(start) };
}

/** A group, or a sequence in brackets. */
function sequence(p: Cursor, start: Token): Pattern {
  const close = p.advance().kind === '(' ? ')' : ']';
  const patterns: Pattern[] = [];
  let comma = false;
  while (p.kind !== close) {
    patterns.push(maybeStar(p));
    comma = p.accept(',');
    if (!comma) break;
  }
  p.expect(close);
  const [first] = patterns;
  if (close === ')' && patterns.length === 1 && !comma && first!.kind !== 'MatchStar') return first!;
  if (close === ')' && patterns.length === 1 && !comma) throw MISMATCH;
  return { kind: 'MatchSequence', patterns, ...p.span(start) };
}

function mapping(p: Cursor, start: Token): Pattern {
  p.expect('{');
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (p.kind !== '}') {
    if (p.accept('**')) {
      rest = captureName(p);
      p.accept(',');
      break;
    }
    keys.push(key(p));
    p.expect(':');
    patterns.push(asPattern(p));
    if (!p.accept(',')) break;
  }
  p.expect('}');
  return { kind: 'MatchMapping', keys, patterns, rest, ...p.span(start) };
}

function key(p: Cursor): Expr {
  const start = p.token;
  switch (start.kind) {
    case 'None':
    case 'True':
    case 'False': {
      return { kind: 'Constant', value: singleton(p), unicodePrefix: false, ...p.span(start) };
    }
    case 'STRING':
      return strings(p);
    case 'NAME': {
      const value = nameOrAttribute(p);
      if (value.kind !== 'Attribute') throw MISMATCH;
      return value;
    }
    default:
      return complexNumber(p);
  }
}

/** `None`, `True` or `False`, one of which is here. */
function singleton(p: Cursor): boolean | null {
  const { kind } = p.advance();
  return kind === 'None' ? null : kind === 'True';
}

/** A number with a sign, or a real number and an imaginary one. */
function complexNumber(p: Cursor): Expr {
  const start = p.token;
  const left = signedNumber(p);
  if (p.kind !== '+' && p.kind !== '-') return left;
  const op = p.advance().kind === '+' ? 'Add' : 'Sub';
  const right = number(p);
  if (!/[jJ]$/.test(p.text.slice(0, p.tokens[p.at - 1]!.end))) throw MISMATCH;
  return { kind: 'BinOp', left, op, right, ...p.span(start) };
}

function signedNumber(p: Cursor): Expr {
  const start = p.token;
  if (!p.accept('-')) return number(p);
  const operand = number(p);
  return { kind: 'UnaryOp', op: 'USub', operand, ...p.span(start) };
}

function number(p: Cursor): Expr {
  const token = p.expect('NUMBER');
  const value = numberValue(p.text.slice(token.start, token.end));
  return { kind: 'Constant', value, unicodePrefix: false, ...p.span(token) };
}
