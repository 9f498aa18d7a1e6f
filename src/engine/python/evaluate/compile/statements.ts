/** Compiles the statements that are neither loops nor assignments: expressions, `return`, `del`, `if`, `def`, `pass`. */
import type * as ast from '../../parse/ast.ts';
import { truth } from '../../values/truth.ts';
import { endingBefore } from '../abandon.ts';
import { type Eval, type Exec, type Frame, NORMAL, RETURN } from '../frame.ts';
import { decorate, makeFunction } from '../function.ts';
import { PyGenerator } from '../generator.ts';
import { warnOfForgotten } from '../never-awaited.ts';
import type { Compiler } from './compiler.ts';
import { storeName } from './names.ts';
import { deleteTarget } from './targets.ts';

/** A statement that is only an expression; a coroutine that it makes and drops is warned about. */
export function expressionStatement(compiler: Compiler, node: ast.ExprStmt): Exec {
  if (node.value.kind === 'Constant') return () => NORMAL;
  const value = compiler.expression(node.value);
  if (node.value.kind !== 'Call' && node.value.kind !== 'Await') {
    return (frame) => {
      value(frame);
      return NORMAL;
    };
  }
  return (frame) => {
    const left = value(frame);
    // Whether it is a coroutine is seldom asked: calls that stand alone mostly give None.
    if (left !== null) warnOfForgotten(frame.python, left, frame.file, node.lineno);
    return NORMAL;
  };
}

/** A statement that changes a name, where that may let go of a generator. */
export function endingGenerator(compiler: Compiler, target: ast.Expr, run: Exec): Exec {
  if (target.kind !== 'Name' || !compiler.privateNames.has(target.id)) return run;
  const place = compiler.scope.place(target.id);
  const { id } = target;
  return endingBefore(
    (frame) => (place.kind === 'local' ? frame.slots[place.slot] : frame.names.get(id)),
    run,
  );
}

/** `return value`; a generator that is returned lives on, whatever made it. */
export function returnStatement(compiler: Compiler, node: ast.Return): Exec {
  const value = compiler.optional(node.value);
  if (value && (node.value?.kind === 'Attribute' || node.value?.kind === 'Subscript')) {
    return (frame) => {
      const result = value(frame);
      if (result instanceof PyGenerator) result.kept = true;
      frame.result = result;
      return RETURN;
    };
  }
  return (frame) => {
    frame.result = value ? value(frame) : null;
    return RETURN;
  };
}

/** `del a, b.c, d[0]` */
export function deleteStatement(compiler: Compiler, node: ast.Delete): Exec {
  const targets = node.targets.map((target) => deleteTarget(compiler, target));
  const run: Exec = (frame) => {
    for (const remove of targets) remove(frame);
    return NORMAL;
  };
  return node.targets.length === 1 ? endingGenerator(compiler, node.targets[0]!, run) : run;
}

/** `if test: … else: …` */
export function ifStatement(compiler: Compiler, node: ast.If): Exec {
  const test = compiler.expression(node.test);
  const body = compiler.block(node.body);
  const orelse = compiler.block(node.orelse);
  return (frame) => (tested(frame, test, node.test) ? body(frame) : orelse(frame));
}

/** The truth of a test; an error in `__bool__` points at the test. */
export function tested(frame: Frame, test: Eval, node: ast.Expr): boolean {
  const value = test(frame);
  if (typeof value === 'boolean') return value;
  frame.at = node;
  return truth(value);
}

/** `def` and `async def`: defaults and annotations now, the body at each call; decorators from the last to the first. */
export function functionStatement(compiler: Compiler, node: ast.FunctionDef | ast.AsyncFunctionDef): Exec {
  const decorators = decorate(compiler, node.decorator_list);
  const make = makeFunction(compiler, node);
  const store = storeName(compiler, node.name);
  return (frame) => {
    const apply = decorators(frame);
    const made = apply(make(frame));
    frame.at = node;
    store(frame, made);
    return NORMAL;
  };
}

/** `pass` */
export const passStatement = (): Exec => () => NORMAL;
