/** Compiles a syntax tree into closures: every node kind and the function that compiles it. */
import type * as ast from '../../parse/ast.ts';
import { type Code, type Eval, type Exec, NORMAL, RETURN } from '../frame.ts';
import { docstring, makeFunction } from '../function.ts';
import { awaitValue } from '../generator.ts';
import { analyse } from '../scopes/analyse.ts';
import { privateGenerators } from '../scopes/private-generators.ts';
import { annAssign, assign, augAssign } from './assignments.ts';
import { call } from './calls.ts';
import { classStatement } from './class.ts';
import { Compiler, type Parts } from './compiler.ts';
import { comprehension } from './comprehensions.ts';
import * as displays from './displays.ts';
import * as expressions from './expressions.ts';
import { generatorBlock } from './generator-statements.ts';
import { importFromStatement, importStatement } from './import-statements.ts';
import { breakStatement, continueStatement, forStatement, whileStatement } from './loops.ts';
import { matchStatement } from './match.ts';
import { loadName } from './names.ts';
import { assertStatement, raiseStatement } from './raise.ts';
import * as statements from './statements.ts';
import { storeTarget } from './targets.ts';
import { tryStatement, withStatement } from './try.ts';
import { tryStarStatement } from './try-star.ts';

function expression(compiler: Compiler, node: ast.Expr): Eval {
  switch (node.kind) {
    case 'BoolOp':
      return expressions.boolOp(compiler, node);
    case 'NamedExpr':
      return expressions.namedExpr(compiler, node);
    case 'BinOp':
      return expressions.binOp(compiler, node);
    case 'UnaryOp':
      return expressions.unaryOp(compiler, node);
    case 'Lambda':
      return makeFunction(compiler, node);
    case 'IfExp':
      return expressions.ifExp(compiler, node);
    case 'Dict':
      return displays.dict(compiler, node);
    case 'Set':
      return displays.set(compiler, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(compiler, node);
    case 'Await':
      return awaiting(compiler, node);
    case 'Compare':
      return expressions.compare(compiler, node);
    case 'Call':
      return call(compiler, node);
    case 'FormattedValue':
      return expressions.formattedValue(compiler, node);
    case 'JoinedStr':
      return expressions.joinedStr(compiler, node);
    case 'Constant':
      return expressions.constant(node);
    case 'Attribute':
      return expressions.attribute(compiler, node);
    case 'Subscript':
      return expressions.subscript(compiler, node);
    case 'Name':
      return loadName(compiler, node.id, node);
    case 'List':
      return displays.list(compiler, node);
    case 'Tuple':
      return displays.tuple(compiler, node);
    case 'Slice':
      return expressions.slice(compiler, node);
    case 'Starred':
    case 'Yield':
    case 'YieldFrom':
      throw new Error(`${node.kind} has no value of its own`);
  }
}

function awaiting(compiler: Compiler, node: ast.Await): Eval {
  const value = compiler.expression(node.value);
  return (frame) => {
    const awaited = value(frame);
    frame.at = node;
    return awaitValue(awaited);
  };
}

function statement(compiler: Compiler, node: ast.Stmt): Exec {
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return statements.functionStatement(compiler, node);
    case 'ClassDef':
      return classStatement(compiler, node);
    case 'Return':
      return statements.returnStatement(compiler, node);
    case 'Delete':
      return statements.deleteStatement(compiler, node);
    case 'Assign':
      return assign(compiler, node);
    case 'AugAssign':
      return augAssign(compiler, node);
    case 'AnnAssign':
      return annAssign(compiler, node);
    case 'For':
    case 'AsyncFor':
      return forStatement(compiler, node);
    case 'While':
      return whileStatement(compiler, node);
    case 'If':
      return statements.ifStatement(compiler, node);
    case 'With':
    case 'AsyncWith':
      return withStatement(compiler, node);
    case 'Match':
      return matchStatement(compiler, node);
    case 'Raise':
      return raiseStatement(compiler, node);
    case 'Try':
      return tryStatement(compiler, node);
    case 'TryStar':
      return tryStarStatement(compiler, node);
    case 'Assert':
      return assertStatement(compiler, node);
    case 'Import':
      return importStatement(compiler, node);
    case 'ImportFrom':
      return importFromStatement(compiler, node);
    case 'Expr':
      return statements.expressionStatement(compiler, node);
    case 'Break':
      return breakStatement();
    case 'Continue':
      return continueStatement();
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      return statements.passStatement();
  }
}

function block(compiler: Compiler, body: readonly ast.Stmt[]): Exec {
  const all = body.map((node) => statement(compiler, node));
  if (all.length === 0) return statements.passStatement();
  if (all.length === 1) return all[0]!;
  return (frame) => {
    for (let index = 0; index < all.length; index++) {
      const completion = all[index]!(frame);
      if (completion !== NORMAL) return completion;
    }
    return NORMAL;
  };
}

export const PARTS: Parts = { expression, block, generatorBlock, store: storeTarget };

/** Compiles a module. Its docstring is `code.doc`. */
export function compileModule(tree: ast.Module, file: string): { code: Code; doc: string | null } {
  const scopes = analyse(tree);
  const compiler = new Compiler(file, scopes.root, scopes, PARTS, hasFutureAnnotations(tree.body));
  const code = compiler.code(1, 0, (made) => {
    compiler.privateNames = privateGenerators(tree.body);
    made.run = compiler.block(tree.body);
  });
  return { code, doc: docstring(tree.body) };
}

/** Compiles what `eval` evaluates. */
export function compileExpression(tree: ast.Expression, file: string): Code {
  const scopes = analyse(tree);
  const compiler = new Compiler(file, scopes.root, scopes, PARTS, false);
  return compiler.code(1, 0, (made) => {
    const value = compiler.expression(tree.body);
    made.run = (frame) => {
      frame.result = value(frame);
      return RETURN;
    };
  });
}

const hasFutureAnnotations = (body: readonly ast.Stmt[]) =>
  body.some(
    (node) =>
      node.kind === 'ImportFrom' &&
      node.module === '__future__' &&
      node.names.some(({ name }) => name === 'annotations'),
  );
