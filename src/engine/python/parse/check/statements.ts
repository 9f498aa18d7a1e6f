/** What Python's compiler finds wrong in statements that its grammar lets through. */
import type { Arguments, AsyncFunctionDef, ClassDef, Expr, FunctionDef, Position, Stmt } from '../ast.ts';
import type { CheckContext, Unit } from './context.ts';
import {
  bindName,
  checkAll,
  checkAnnotation,
  checkExpression,
  checkKeywords,
  checkParameters,
  findWithin,
} from './expressions.ts';
import { checkCase } from './patterns.ts';
import { assertionWarnings } from './warnings.ts';

type Try = Extract<Stmt, { kind: 'Try' | 'TryStar' }>;
type With = Extract<Stmt, { kind: 'With' | 'AsyncWith' }>;

/** Checks statements in the order in which the compiler meets them. */
export function checkBody(c: CheckContext, body: readonly Stmt[]): void {
  for (const statement of body) {
    c.enter();
    check(c, statement);
    c.leave();
  }
}

function check(c: CheckContext, node: Stmt): void {
  switch (node.kind) {
    case 'Expr':
      checkExpression(c, node.value);
      break;
    case 'Assign':
      checkExpression(c, node.value);
      checkAll(c, node.targets);
      break;
    case 'AugAssign':
      checkExpression(c, node.target);
      checkExpression(c, node.value);
      break;
    case 'AnnAssign':
      checkAnnotated(c, node);
      break;
    case 'Delete':
      checkAll(c, node.targets);
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkFunction(c, node);
      break;
    case 'ClassDef':
      checkClass(c, node);
      break;
    case 'Return':
      checkReturn(c, node);
      break;
    case 'Raise':
      checkAll(c, [node.exc, node.cause]);
      break;
    case 'Assert':
      c.warn(node, assertionWarnings(node));
      checkAll(c, [node.test, node.msg]);
      break;
    case 'Import':
      for (const { name, asname } of node.names)
        if ((asname ?? name) === '__debug__') bindName(c, '__debug__', node);
      break;
    case 'ImportFrom':
      checkImportFrom(c, node);
      break;
    case 'Global':
    case 'Nonlocal':
      c.symbolError(node, c.names.declare(node));
      break;
    case 'Pass':
      break;
    case 'Break':
    case 'Continue':
      checkJump(c, node);
      break;
    default:
      checkCompound(c, node);
  }
}

type Compound = Extract<
  Stmt,
  { kind: 'If' | 'For' | 'AsyncFor' | 'While' | 'With' | 'AsyncWith' | 'Match' | 'Try' | 'TryStar' }
>;

function checkCompound(c: CheckContext, node: Compound): void {
  switch (node.kind) {
    case 'If':
      checkExpression(c, node.test);
      checkBody(c, node.body);
      checkBody(c, node.orelse);
      break;
    case 'While':
      checkExpression(c, node.test);
      c.block('loop', node, () => checkBody(c, node.body));
      checkBody(c, node.orelse);
      break;
    case 'For':
    case 'AsyncFor':
      if (node.kind === 'AsyncFor') checkAsync(c, node, 'async for');
      checkExpression(c, node.iter);
      c.block('loop', node, () => {
        checkExpression(c, node.target);
        checkBody(c, node.body);
      });
      checkBody(c, node.orelse);
      break;
    case 'With':
    case 'AsyncWith':
      checkWith(c, node, 0);
      break;
    case 'Match':
      checkExpression(c, node.subject);
      for (const [index, each] of node.cases.entries()) {
        checkCase(c, each, index === node.cases.length - 1);
        checkExpression(c, each.guard);
        checkBody(c, each.body);
      }
      break;
    case 'Try':
    case 'TryStar':
      checkTry(c, node);
  }
}

function checkAsync(c: CheckContext, at: Position, word: string): void {
  if (!c.unit.async) c.error(at, `'${word}' outside async function`);
}

function checkWith(c: CheckContext, node: With, index: number): void {
  const item = node.items[index];
  if (!item) {
    checkBody(c, node.body);
    return;
  }
  if (node.kind === 'AsyncWith' && index === 0) checkAsync(c, node, 'async with');
  checkExpression(c, item.context_expr);
  c.block('block', node, () => {
    checkExpression(c, item.optional_vars);
    checkWith(c, node, index + 1);
  });
}

function checkTry(c: CheckContext, node: Try): void {
  const inner = () => {
    c.block('block', node, () => checkBody(c, node.body));
    checkHandlers(c, node);
    checkBody(c, node.orelse);
  };
  if (node.finalbody.length === 0) inner();
  else c.block('block', node, inner);
  checkBody(c, node.finalbody);
}

function checkHandlers(c: CheckContext, node: Try): void {
  node.handlers.forEach((handler, index) => {
    if (handler.type === null && index < node.handlers.length - 1) {
      c.error(handler, "default 'except:' must be last");
    }
    checkExpression(c, handler.type);
    if (handler.name !== null) bindName(c, handler.name, handler);
    c.block(node.kind === 'TryStar' ? 'except*' : 'block', handler, () => checkBody(c, handler.body));
  });
}

const EXCEPT_STAR = "'break', 'continue' and 'return' cannot appear in an except* block";

function checkJump(c: CheckContext, node: Extract<Stmt, { kind: 'Break' | 'Continue' }>): void {
  const { blocks } = c.unit;
  const loop = blocks.lastIndexOf('loop');
  if (blocks.lastIndexOf('except*') > loop) c.error(node, EXCEPT_STAR);
  else if (loop < 0) {
    c.error(node, node.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop");
  }
}

function checkReturn(c: CheckContext, node: Extract<Stmt, { kind: 'Return' }>): void {
  const { kind, async, generator, blocks } = c.unit;
  if (kind !== 'function') c.error(node, "'return' outside function");
  else if (node.value && async && generator) c.error(node, "'return' with value in async generator");
  checkExpression(c, node.value);
  if (blocks.includes('except*')) c.error(node.value ?? node, EXCEPT_STAR);
}

function checkImportFrom(c: CheckContext, node: Extract<Stmt, { kind: 'ImportFrom' }>): void {
  for (const alias of node.names) {
    if (alias.name === '*' && c.names.kind !== 'module') {
      c.symbolError(alias, 'import * only allowed at module level');
    }
    if ((alias.asname ?? alias.name) === '__debug__') bindName(c, '__debug__', node);
  }
}

function checkAnnotated(c: CheckContext, node: Extract<Stmt, { kind: 'AnnAssign' }>): void {
  const { target } = node;
  if (target.kind === 'Name' && node.simple) c.symbolError(node, c.names.annotate(target.id));
  checkExpression(c, node.value);
  checkExpression(c, target);
  checkAnnotation(c, node.annotation);
}

function checkFunction(c: CheckContext, node: FunctionDef | AsyncFunctionDef): void {
  checkAll(c, node.decorator_list);
  checkAll(c, node.args.defaults);
  checkAll(c, node.args.kw_defaults);
  for (const parameter of everyParameter(node.args)) checkAnnotation(c, parameter.annotation);
  checkAnnotation(c, node.returns);
  bindName(c, node.name, node);
  const async = node.kind === 'AsyncFunctionDef';
  const unit: Unit = { kind: 'function', async, generator: async && yields(node.body), blocks: [] };
  c.within(unit, c.names.inner('function'), () => {
    checkParameters(c, node.args, node);
    checkBody(c, node.body);
  });
}

const everyParameter = (args: Arguments) =>
  [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg].filter(
    (arg) => arg !== null,
  );

function checkClass(c: CheckContext, node: ClassDef): void {
  checkAll(c, node.decorator_list);
  bindName(c, node.name, node);
  c.within({ kind: 'class', async: false, generator: false, blocks: [] }, c.names.inner('class'), () =>
    checkBody(c, node.body),
  );
  checkKeywords(c, node, node.keywords);
  for (const base of node.bases) checkExpression(c, base.kind === 'Starred' ? base.value : base);
  for (const keyword of node.keywords) checkExpression(c, keyword.value);
}

/** Whether a function's own statements yield. */
function yields(body: readonly Stmt[]): boolean {
  return body.some((statement) => {
    if (
      statement.kind === 'FunctionDef' ||
      statement.kind === 'AsyncFunctionDef' ||
      statement.kind === 'ClassDef'
    ) {
      return false;
    }
    return Object.values(statement).some((value) => {
      const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
      return parts.some(yieldsPart);
    });
  });
}

function yieldsPart(part: unknown): boolean {
  if (typeof part !== 'object' || part === null || !('kind' in part)) return false;
  if ('body' in part && Array.isArray(part.body)) return yields([part as Stmt]);
  return findWithin(part as Expr, (inner) => inner.kind === 'Yield') !== undefined;
}
