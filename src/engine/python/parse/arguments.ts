/** The arguments of a call or of a class statement. */
import type { Expr, Keyword } from './ast.ts';
import { type Cursor, MISMATCH, starred, startsComprehension } from './cursor.ts';

export interface CallArguments {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

/** From "(" to ")". A generator alone needs no brackets of its own, except in a class statement. */
export function callArguments(p: Cursor, generator = true): CallArguments {
  const start = p.expect('(');
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let unpacked = false;
  while (p.kind !== ')') {
    if (p.kind === '*') {
      if (unpacked) throw MISMATCH;
      args.push(starred(p, p.rules.expression));
    } else if (p.kind === '**' || (p.kind === 'NAME' && p.peek(1) === '=')) {
      unpacked ||= p.kind === '**';
      keywords.push(keyword(p));
    } else {
      if (keywords.length > 0) throw MISMATCH;
      const value = p.rules.namedExpression(p);
      if (generator && args.length === 0 && startsComprehension(p)) {
        const generators = p.rules.comprehensions(p);
        p.expect(')');
        args.push({ kind: 'GeneratorExp', elt: value, generators, ...p.span(start) });
        return { args, keywords };
      }
      args.push(value);
    }
    if (!p.accept(',')) break;
  }
  p.expect(')');
  return { args, keywords };
}

function keyword(p: Cursor): Keyword {
  const start = p.token;
  if (p.accept('**')) {
    const value = p.rules.expression(p);
    return { kind: 'keyword', arg: null, value, ...p.span(start) };
  }
  const arg = p.name();
  p.expect('=');
  const value = p.rules.expression(p);
  return { kind: 'keyword', arg, value, ...p.span(start) };
}
