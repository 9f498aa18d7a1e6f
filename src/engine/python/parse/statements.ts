/** Simple statements, and blocks. */
import type { Alias, Attribute, BinaryOperator, Expr, Name, Stmt, Subscript } from './ast.ts';
import { compoundStatement } from './compound.ts';
import { asTarget, type Cursor, MISMATCH } from './cursor.ts';
import { commaTuple, expression, primary, rightSide, starExpressions } from './expressions.ts';
import type { Token } from './tokens.ts';

/** Statements up to a token that ends them, which is not taken. */
export function statements(p: Cursor, end: 'END' | 'DEDENT'): Stmt[] {
  const body: Stmt[] = [];
  while (p.kind !== end) statement(p, body);
  return body;
}

function statement(p: Cursor, into: Stmt[]): void {
  const compound = compoundStatement(p);
  if (compound) into.push(compound);
  else simpleStatements(p, into);
}

function simpleStatements(p: Cursor, into: Stmt[]): void {
  do {
    into.push(simpleStatement(p));
  } while (p.accept(';') && p.kind !== 'NEWLINE');
  p.expect('NEWLINE');
}

/** What stands behind the colon of a compound statement: indented lines, or statements on the same line. */
export function block(p: Cursor): Stmt[] {
  const body: Stmt[] = [];
  if (!p.accept('NEWLINE')) {
    simpleStatements(p, body);
    return body;
  }
  p.enter();
  p.expect('INDENT');
  while (p.kind !== 'DEDENT') statement(p, body);
  p.advance();
  p.leave();
  return body;
}

function simpleStatement(p: Cursor): Stmt {
  const start = p.token;
  switch (start.kind) {
    case 'return':
      p.advance();
      return { kind: 'Return', value: endsStatement(p) ? null : starExpressions(p), ...p.span(start) };
    case 'import':
      p.advance();
      return { kind: 'Import', names: dottedNames(p), ...p.span(start) };
    case 'from':
      return importFrom(p);
    case 'raise':
      return raise(p);
    case 'pass':
      p.advance();
      return { kind: 'Pass', ...p.span(start) };
    case 'break':
      p.advance();
      return { kind: 'Break', ...p.span(start) };
    case 'continue':
      p.advance();
      return { kind: 'Continue', ...p.span(start) };
    case 'del':
      return del(p);
    case 'assert':
      return assertion(p);
    case 'global':
      p.advance();
      return { kind: 'Global', names: names(p), ...p.span(start) };
    case 'nonlocal':
      p.advance();
      return { kind: 'Nonlocal', names: names(p), ...p.span(start) };
    default:
      return expressionOrAssignment(p);
  }
}

const endsStatement = (p: Cursor) => p.kind === 'NEWLINE' || p.kind === ';';

function names(p: Cursor): string[] {
  const found = [p.name()];
  while (p.accept(',')) found.push(p.name());
  return found;
}

function raise(p: Cursor): Stmt {
  const start = p.expect('raise');
  const exc = endsStatement(p) ? null : expression(p);
  const cause = exc !== null && p.accept('from') ? expression(p) : null;
  return { kind: 'Raise', exc, cause, ...p.span(start) };
}

function assertion(p: Cursor): Stmt {
  const start = p.expect('assert');
  const test = expression(p);
  const msg = p.accept(',') ? expression(p) : null;
  return { kind: 'Assert', test, msg, ...p.span(start) };
}

function del(p: Cursor): Stmt {
  const start = p.expect('del');
  const first = p.at;
  const list = commaTuple(p, primary);
  if (!endsStatement(p)) throw MISMATCH;
  // A tuple in brackets of its own is one target; one without them is as many targets as it has items.
  const several = list.kind === 'Tuple' && closedBefore(p, first) === false;
  const targets = several ? list.elts : [list];
  for (const target of targets) asTarget(target, 'Del');
  return { kind: 'Delete', targets, ...p.span(start) };
}

/** Whether the bracket that opens at a token closes with the last token taken. */
function closedBefore(p: Cursor, first: number): boolean {
  const opening = p.tokens[first]!;
  if (opening.kind !== '(') return false;
  let at = first + 1;
  while (p.tokens[at]!.level >= opening.level) at++;
  return at === p.at - 1;
}

function importFrom(p: Cursor): Stmt {
  const start = p.expect('from');
  let level = 0;
  while (p.kind === '.' || p.kind === '...') level += p.advance().kind.length;
  const module = p.kind === 'NAME' ? dottedName(p) : null;
  if (module === null && level === 0) throw MISMATCH;
  p.expect('import');
  const found = importedNames(p);
  return { kind: 'ImportFrom', module, names: found, level, ...p.span(start) };
}

function importedNames(p: Cursor): Alias[] {
  const star = p.token;
  if (p.accept('*')) return [{ kind: 'alias', name: '*', asname: null, ...p.span(star) }];
  const bracket = p.accept('(');
  const found: Alias[] = [];
  do {
    if (bracket && found.length > 0 && p.kind === ')') break;
    found.push(alias(p, p.token, p.name()));
  } while (p.accept(','));
  if (bracket) p.expect(')');
  else if (!endsStatement(p)) throw MISMATCH;
  return found;
}

function dottedNames(p: Cursor): Alias[] {
  const found: Alias[] = [];
  do {
    found.push(alias(p, p.token, dottedName(p)));
  } while (p.accept(','));
  return found;
}

function alias(p: Cursor, start: Token, name: string): Alias {
  const asname = p.accept('as') ? p.name() : null;
  return { kind: 'alias', name, asname, ...p.span(start) };
}

function dottedName(p: Cursor): string {
  let name = p.name();
  while (p.accept('.')) name += `.${p.name()}`;
  return name;
}

const AUGMENTED: ReadonlyMap<string, BinaryOperator> = new Map([
  ['+=', 'Add'],
  ['-=', 'Sub'],
  ['*=', 'Mult'],
  ['@=', 'MatMult'],
  ['/=', 'Div'],
  ['%=', 'Mod'],
  ['&=', 'BitAnd'],
  ['|=', 'BitOr'],
  ['^=', 'BitXor'],
  ['<<=', 'LShift'],
  ['>>=', 'RShift'],
  ['**=', 'Pow'],
  ['//=', 'FloorDiv'],
]);

function expressionOrAssignment(p: Cursor): Stmt {
  const start = p.token;
  const first = rightSide(p);
  if (p.kind === '=') return assignment(p, start, first);
  if (p.kind === ':') return annotated(p, start, first);
  const op = AUGMENTED.get(p.kind);
  if (op === undefined) return { kind: 'Expr', value: first, ...p.span(start) };
  const target = singleTarget(first);
  p.advance();
  const value = rightSide(p);
  return { kind: 'AugAssign', target, op, value, ...p.span(start) };
}

function assignment(p: Cursor, start: Token, first: Expr): Stmt {
  const targets: Expr[] = [];
  let value = first;
  while (p.accept('=')) {
    targets.push(asTarget(value, 'Store'));
    value = rightSide(p);
  }
  return { kind: 'Assign', targets, value, ...p.span(start) };
}

function annotated(p: Cursor, start: Token, first: Expr): Stmt {
  const target = singleTarget(first);
  p.expect(':');
  const annotation = expression(p);
  const value = p.accept('=') ? rightSide(p) : null;
  const simple = target.kind === 'Name' && start.kind !== '(' ? 1 : 0;
  return { kind: 'AnnAssign', target, annotation, value, simple, ...p.span(start) };
}

function singleTarget(node: Expr): Name | Attribute | Subscript {
  if (node.kind !== 'Name' && node.kind !== 'Attribute' && node.kind !== 'Subscript') throw MISMATCH;
  return asTarget(node, 'Store');
}
