/** The parameters of a function or a lambda. */
import type { Arg, Arguments, Expr } from './ast.ts';
import { type Cursor, MISMATCH, starred } from './cursor.ts';

/** Up to the token that closes the list, which is not taken. A lambda's (up to ":") have no annotations. */
export function parameters(p: Cursor, close: ')' | ':'): Arguments {
  const annotated = close === ')';
  let posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  let vararg: Arg | null = null;
  const kwonlyargs: Arg[] = [];
  const kw_defaults: (Expr | null)[] = [];
  let kwarg: Arg | null = null;
  const defaults: Expr[] = [];
  let keywordOnly = false;
  while (p.kind !== close) {
    if (p.accept('**')) {
      kwarg = parameter(p, annotated);
      p.accept(',');
      break;
    }
    if (p.accept('/')) {
      if (args.length === 0 || posonlyargs.length > 0 || keywordOnly) throw MISMATCH;
      posonlyargs = args;
      args = [];
    } else if (p.accept('*')) {
      if (keywordOnly) throw MISMATCH;
      keywordOnly = true;
      if (p.kind === ',') {
        if (p.peek(1) !== 'NAME') throw MISMATCH;
      } else vararg = parameter(p, annotated, true);
    } else {
      const arg = parameter(p, annotated);
      const value = p.accept('=') ? p.rules.expression(p) : null;
      if (keywordOnly) {
        kwonlyargs.push(arg);
        kw_defaults.push(value);
      } else {
        if (value === null && defaults.length > 0) throw MISMATCH;
        args.push(arg);
        if (value !== null) defaults.push(value);
      }
    }
    if (!p.accept(',')) break;
  }
  if (p.kind !== close) throw MISMATCH;
  return { kind: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
}

function parameter(p: Cursor, annotated: boolean, many = false): Arg {
  const start = p.token;
  const arg = p.name();
  let annotation: Expr | null = null;
  if (annotated && p.accept(':')) {
    annotation = many && p.kind === '*' ? starred(p, p.rules.expression) : p.rules.expression(p);
  }
  return { kind: 'arg', arg, annotation, ...p.span(start) };
}
