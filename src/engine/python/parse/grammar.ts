/** The fast way through a correct program. */
import { callArguments } from './arguments.ts';
import type { Call, Comprehension, Expr, Module } from './ast.ts';
import { CompilerOverflow, Cursor, MISMATCH, type Rules } from './cursor.ts';
import { comprehensions, expression, namedExpression, rightSide, starExpressions } from './expressions.ts';
import { block, statements } from './statements.ts';
import { EmbeddedProblem } from './string-problem.ts';
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
function embedded(text: string, filename: string, origin: Origin): Expr {
  try {
    return starExpressions(cursorOver(text, filename, origin));
  } catch (error) {
    if (error instanceof CompilerOverflow) throw error;
    throw new EmbeddedProblem(text, origin);
  }
}

/** The tree of tokens that are an expression. */
export function expressionOf(text: string, tokens: readonly Token[], filename: string): Expr {
  return rightSide(cursorAt(text, [...tokens, END], filename, 0));
}

/** The tree of tokens that are arguments of a call. */
export function argumentsOf(text: string, tokens: readonly Token[], filename: string): Call {
  const p = cursorAt(text, [{ ...END, kind: '(' }, ...tokens, { ...END, kind: ')' }, END], filename, 0);
  const { args, keywords } = callArguments(p);
  const func = { kind: 'Name', id: '', ctx: 'Load', ...p.span(END) } as const;
  return { kind: 'Call', func, args, keywords, ...p.span(END) };
}

/** The tree of tokens that are `for` clauses. */
export function clausesOf(
  text: string,
  tokens: readonly Token[],
  filename: string,
): readonly Comprehension[] {
  return comprehensions(cursorAt(text, [...tokens, END], filename, 0));
}

const END: Token = {
  kind: 'END',
  start: 0,
  end: 0,
  line: 0,
  column: -1,
  endLine: 0,
  endColumn: -1,
  level: 0,
};

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
