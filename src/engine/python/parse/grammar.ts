/** The fast way through a correct program. */
import type { Expr, Module } from './ast.ts';
import { Cursor, MISMATCH, type Rules } from './cursor.ts';
import { comprehensions, expression, namedExpression, starExpressions } from './expressions.ts';
import { block, statements } from './statements.ts';
import { type Origin, Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';

const RULES: Rules = { expression, namedExpression, comprehensions, block, embedded };

/** A whole file. @throws MISMATCH, or the tokenizer's errors: not the error that Python reports. */
export function moduleOf(text: string, filename: string): Module {
  const p = cursorOver(text, filename);
  return { kind: 'Module', body: statements(p, 'END') };
}

/** A single expression and nothing else. */
export function evalOf(text: string, filename: string): Expr {
  const p = cursorOver(text, filename);
  const value = starExpressions(p);
  while (p.accept('NEWLINE'));
  if (p.kind !== 'END') throw MISMATCH;
  return value;
}

/** The expression of a replacement field; behind its closing bracket nothing is looked at. */
export function embedded(text: string, filename: string, origin: Origin): Expr {
  return starExpressions(cursorOver(text, filename, origin));
}

/** A cursor at some token of a list that the caller has. */
export const cursorAt = (text: string, tokens: readonly Token[], filename: string, at: number) =>
  new Cursor(RULES, text, tokens, filename, at);

function cursorOver(text: string, filename: string, origin?: Origin): Cursor {
  const tokenizer = new Tokenizer(text, filename, origin);
  const tokens: Token[] = [];
  for (;;) {
    const token = tokenizer.next();
    tokens.push(token);
    if (token.kind === 'END') return new Cursor(RULES, text, tokens, filename);
  }
}
