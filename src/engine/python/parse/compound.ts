/** Statements with blocks of their own. */
import { callArguments } from './arguments.ts';
import type { ExceptHandler, Expr, Stmt, WithItem } from './ast.ts';
import { asTarget, type Cursor, MISMATCH } from './cursor.ts';
import {
  commaTuple,
  expression,
  namedExpression,
  starExpressions,
  starNamedExpression,
  target,
  targets,
} from './expressions.ts';
import { parameters } from './parameters.ts';
import { casePattern } from './patterns.ts';
import type { Token } from './tokens.ts';

/** The statement here, if it begins with one of their keywords. */
export function compoundStatement(p: Cursor): Stmt | undefined {
  switch (p.kind) {
    case 'NAME':
      return p.isWord('match') ? p.attempt(() => match(p)) : undefined;
    case 'if':
      return conditional(p);
    case 'def':
      return functionDefinition(p, p.token, []);
    case 'class':
      return classDefinition(p, []);
    case '@':
      return decorated(p);
    case 'for':
      return loop(p, p.token);
    case 'while':
      return whileLoop(p);
    case 'with':
      return withBlock(p, p.token);
    case 'try':
      return tryBlock(p);
    case 'async':
      return asynchronous(p);
    default:
      return undefined;
  }
}

function conditional(p: Cursor): Stmt {
  const start = p.advance();
  const test = namedExpression(p);
  p.expect(':');
  const body = p.rules.block(p);
  const orelse = p.kind === 'elif' ? [nestedConditional(p)] : elseBlock(p);
  return { kind: 'If', test, body, orelse, ...p.span(start) };
}

function nestedConditional(p: Cursor): Stmt {
  p.enter();
  const nested = conditional(p);
  p.leave();
  return nested;
}

const elseBlock = (p: Cursor): Stmt[] => (p.kind === 'else' ? bareBlock(p) : []);

/** A keyword, a colon, a block. */
function bareBlock(p: Cursor): Stmt[] {
  p.advance();
  p.expect(':');
  return p.rules.block(p);
}

function whileLoop(p: Cursor): Stmt {
  const start = p.expect('while');
  const test = namedExpression(p);
  p.expect(':');
  const body = p.rules.block(p);
  const orelse = elseBlock(p);
  return { kind: 'While', test, body, orelse, ...p.span(start) };
}

function loop(p: Cursor, start: Token): Stmt {
  p.expect('for');
  const to = targets(p);
  p.expect('in');
  const iter = starExpressions(p);
  p.expect(':');
  const body = p.rules.block(p);
  const orelse = elseBlock(p);
  const kind = start.kind === 'async' ? 'AsyncFor' : 'For';
  return { kind, target: to, iter, body, orelse, ...p.span(start) };
}

function asynchronous(p: Cursor): Stmt {
  const start = p.expect('async');
  if (p.kind === 'def') return functionDefinition(p, start, []);
  if (p.kind === 'for') return loop(p, start);
  return withBlock(p, start);
}

function decorated(p: Cursor): Stmt {
  const decorators: Expr[] = [];
  while (p.accept('@')) {
    decorators.push(namedExpression(p));
    p.expect('NEWLINE');
  }
  if (p.kind === 'class') return classDefinition(p, decorators);
  const start = p.token;
  p.accept('async');
  return functionDefinition(p, start, decorators);
}

function functionDefinition(p: Cursor, start: Token, decorator_list: Expr[]): Stmt {
  if (start.kind === 'async' && p.kind === 'async') p.advance();
  p.expect('def');
  const name = p.name();
  p.expect('(');
  const args = parameters(p, ')');
  p.expect(')');
  const returns = p.accept('->') ? expression(p) : null;
  p.expect(':');
  const body = p.rules.block(p);
  const kind = start.kind === 'async' ? 'AsyncFunctionDef' : 'FunctionDef';
  return { kind, name, args, body, decorator_list, returns, ...p.span(start) };
}

function classDefinition(p: Cursor, decorator_list: Expr[]): Stmt {
  const start = p.expect('class');
  const name = p.name();
  const { args, keywords } = p.kind === '(' ? callArguments(p, false) : { args: [], keywords: [] };
  p.expect(':');
  const body = p.rules.block(p);
  return { kind: 'ClassDef', name, bases: args, keywords, body, decorator_list, ...p.span(start) };
}

function withBlock(p: Cursor, start: Token): Stmt {
  p.expect('with');
  const items = (p.kind === '(' && p.attempt(() => bracketedItems(p))) || withItems(p);
  p.expect(':');
  const body = p.rules.block(p);
  const kind = start.kind === 'async' ? 'AsyncWith' : 'With';
  return { kind, items, body, ...p.span(start) };
}

function bracketedItems(p: Cursor): WithItem[] {
  p.expect('(');
  const items: WithItem[] = [];
  do {
    if (items.length > 0 && p.kind === ')') break;
    items.push(withItem(p));
  } while (p.accept(','));
  p.expect(')');
  if (p.kind !== ':') throw MISMATCH;
  return items;
}

function withItems(p: Cursor): WithItem[] {
  const items = [withItem(p)];
  while (p.accept(',')) items.push(withItem(p));
  return items;
}

function withItem(p: Cursor): WithItem {
  const context_expr = expression(p);
  const optional_vars = p.accept('as') ? asTarget(target(p), 'Store') : null;
  return { kind: 'withitem', context_expr, optional_vars };
}

function tryBlock(p: Cursor): Stmt {
  const start = p.token;
  const body = bareBlock(p);
  const handlers: ExceptHandler[] = [];
  const star = p.kind === 'except' && p.peek(1) === '*';
  while (p.kind === 'except') handlers.push(handler(p, star));
  const orelse = handlers.length > 0 ? elseBlock(p) : [];
  const finalbody = p.kind === 'finally' ? bareBlock(p) : [];
  if (handlers.length === 0 && finalbody.length === 0) throw MISMATCH;
  return { kind: star ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, ...p.span(start) };
}

function handler(p: Cursor, star: boolean): ExceptHandler {
  const start = p.expect('except');
  if (p.accept('*') !== star) throw MISMATCH;
  const type = p.kind === ':' ? null : expression(p);
  if (star && type === null) throw MISMATCH;
  const name = type !== null && p.accept('as') ? p.name() : null;
  p.expect(':');
  const body = p.rules.block(p);
  return { kind: 'ExceptHandler', type, name, body, ...p.span(start) };
}

function match(p: Cursor): Stmt {
  const start = p.advance();
  const subject = commaTuple(p, starNamedExpression);
  if (subject.kind === 'Starred') throw MISMATCH;
  p.expect(':');
  p.expect('NEWLINE');
  p.expect('INDENT');
  const cases = [];
  while (p.isWord('case')) {
    p.advance();
    const pattern = casePattern(p);
    const guard = p.accept('if') ? namedExpression(p) : null;
    p.expect(':');
    cases.push({ kind: 'match_case', pattern, guard, body: p.rules.block(p) } as const);
  }
  if (cases.length === 0) throw MISMATCH;
  p.expect('DEDENT');
  return { kind: 'Match', subject, cases, ...p.span(start) };
}
