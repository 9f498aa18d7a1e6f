/** Compiles `while` and `for`. */
import type * as ast from '../../parse/ast.ts';
import { iterate, OwnedIteration } from '../../values/containers/iterate.ts';
import type { Value } from '../../values/value.ts';
import { guardLoop, isTemporary, iterateTemporary } from '../abandon.ts';
import { BREAK, CONTINUE, type Completion, type Exec, type Frame, NORMAL, RETURN, step } from '../frame.ts';
import { iterateAsync } from '../generator.ts';
import type { Compiler } from './compiler.ts';
import { tested } from './statements.ts';

/** `while test: … else: …`; each round costs a step of the budget. */
export function whileStatement(compiler: Compiler, node: ast.While): Exec {
  const test = compiler.expression(node.test);
  const body = compiler.block(node.body);
  const orelse = compiler.block(node.orelse);
  return (frame) => {
    while (tested(frame, test, node.test)) {
      step(frame);
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    return orelse(frame);
  };
}

/** The items that a `for` statement walks. */
export function loopItems(
  compiler: Compiler,
  node: ast.For | ast.AsyncFor,
): (frame: Frame) => Iterator<Value> {
  const source = compiler.expression(node.iter);
  const walk = node.kind === 'AsyncFor' ? iterateAsync : isTemporary(node.iter) ? iterateTemporary : iterate;
  return (frame) => {
    const value = source(frame);
    frame.at = node;
    return walk(value)[Symbol.iterator]();
  };
}

/** `for target in items: … else: …`, and `async for`; each round costs a step of the budget. */
export function forStatement(compiler: Compiler, node: ast.For | ast.AsyncFor): Exec {
  const items = loopItems(compiler, node);
  const store = compiler.store(node.target);
  const body = compiler.block(node.body);
  const orelse = compiler.block(node.orelse);
  const loop = (frame: Frame, iterator: Iterator<Value>): Completion => {
    for (;;) {
      frame.at = node;
      const { done, value } = iterator.next();
      if (done) return orelse(frame);
      step(frame);
      store(frame, value);
      const completion = body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
  };
  return (frame) => {
    const iterator = items(frame);
    return iterator instanceof OwnedIteration
      ? guardLoop(iterator, () => loop(frame, iterator))
      : loop(frame, iterator);
  };
}

/** `break` */
export const breakStatement = (): Exec => () => BREAK;

/** `continue` */
export const continueStatement = (): Exec => () => CONTINUE;
