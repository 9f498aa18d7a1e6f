/** Compiles the simple statements, and `if`, `while`, `for`. */
import type * as ast from '../parse/ast.ts';
import { getAttribute, setAttribute } from '../values/attributes.ts';
import { callValue } from '../values/callable.ts';
import { PyDict } from '../values/dict.ts';
import { exceptionClass, PyException, raise, runtimeError, typeError } from '../values/exceptions.ts';
import { getItem, iterate, OwnedIteration, setItem } from '../values/iterate.ts';
import { inPlace } from '../values/operators.ts';
import { truth } from '../values/truth.ts';
import { PyClass, type Value } from '../values/value.ts';
import { endingBefore, guardLoop, isTemporary, iterateTemporary } from './abandon.ts';
import { annotationValue } from './annotations.ts';
import { type Compiler, mangle } from './compiler.ts';
import {
  BREAK,
  CONTINUE,
  type Completion,
  type Eval,
  type Exec,
  type Frame,
  NORMAL,
  RETURN,
  runtime,
  step,
} from './frame.ts';
import { decorate, makeFunction } from './function.ts';
import { iterateAsync, PyGenerator } from './generator.ts';
import { loadName, storeName } from './names.ts';
import { warnOfForgotten } from './never-awaited.ts';
import { deleteTarget } from './targets.ts';

export function expressionStatement(compiler: Compiler, node: ast.ExprStmt): Exec {
  if (node.value.kind === 'Constant') return () => NORMAL;
  const value = compiler.expression(node.value);
  if (node.value.kind !== 'Call') {
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

export function assign(compiler: Compiler, node: ast.Assign): Exec {
  const value = compiler.expression(node.value);
  const stores = node.targets.map((target) => compiler.store(target));
  if (stores.length === 1) {
    const store = stores[0]!;
    const run: Exec = (frame) => {
      store(frame, value(frame));
      return NORMAL;
    };
    return endingGenerator(compiler, node.targets[0]!, run);
  }
  return (frame) => {
    const result = value(frame);
    for (const store of stores) store(frame, result);
    return NORMAL;
  };
}

/** A statement that changes a name, where that may let go of a generator. */
function endingGenerator(compiler: Compiler, target: ast.Expr, run: Exec): Exec {
  if (target.kind !== 'Name' || !compiler.privateNames.has(target.id)) return run;
  const place = compiler.scope.place(target.id);
  const { id } = target;
  return endingBefore(
    (frame) => (place.kind === 'local' ? frame.slots[place.slot] : frame.names.get(id)),
    run,
  );
}

export function augAssign(compiler: Compiler, node: ast.AugAssign): Exec {
  const { target, op } = node;
  const value = compiler.expression(node.value);
  const apply = (frame: Frame, old: Value): Value => {
    const operand = value(frame);
    frame.at = node;
    return inPlace(op, old, operand);
  };
  if (target.kind === 'Name') {
    const load = loadName(compiler, target.id, target);
    const store = storeName(compiler, target.id);
    return (frame) => {
      store(frame, apply(frame, load(frame)));
      return NORMAL;
    };
  }
  const object = compiler.expression(target.value);
  if (target.kind === 'Attribute') {
    const name = mangle(compiler.scope, target.attr);
    return (frame) => {
      const owner = object(frame);
      frame.at = target;
      const result = apply(frame, getAttribute(owner, name));
      frame.at = target;
      setAttribute(owner, name, result);
      return NORMAL;
    };
  }
  const key = compiler.expression(target.slice);
  return (frame) => {
    const container = object(frame);
    const index = key(frame);
    frame.at = target;
    const result = apply(frame, getItem(container, index));
    frame.at = target;
    setItem(container, index, result);
    return NORMAL;
  };
}

export function annAssign(compiler: Compiler, node: ast.AnnAssign): Exec {
  const { target } = node;
  const value = compiler.optional(node.value);
  const store = value && compiler.store(target);
  const assigned: Exec = (frame) => {
    if (value) store!(frame, value(frame));
    return NORMAL;
  };
  if (compiler.scope.kind === 'function') return assigned;
  const annotation = annotationValue(compiler, node.annotation);
  if (target.kind !== 'Name' || !node.simple) {
    return (frame) => {
      assigned(frame);
      annotation(frame);
      return NORMAL;
    };
  }
  const name = mangle(compiler.scope, target.id);
  return (frame) => {
    assigned(frame);
    annotations(frame).set(name, annotation(frame));
    return NORMAL;
  };
}

function annotations(frame: Frame): PyDict {
  const present = frame.names.get('__annotations__');
  if (present instanceof PyDict) return present;
  const made = new PyDict();
  frame.names.set('__annotations__', made);
  return made;
}

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

export function deleteStatement(compiler: Compiler, node: ast.Delete): Exec {
  const targets = node.targets.map((target) => deleteTarget(compiler, target));
  const run: Exec = (frame) => {
    for (const remove of targets) remove(frame);
    return NORMAL;
  };
  return node.targets.length === 1 ? endingGenerator(compiler, node.targets[0]!, run) : run;
}

/** What `raise x` throws for any value. @throws TypeError of Python where that is no exception */
export function exceptionFrom(value: Value, message: string): PyException {
  if (value instanceof PyException) return value;
  if (value instanceof PyClass && value.isSubclassOf(exceptionClass('BaseException'))) {
    const made = callValue(value, []);
    if (made instanceof PyException) return made;
    throw typeError(`calling ${value.name} should have returned an instance of BaseException`);
  }
  throw typeError(message);
}

export function raiseStatement(compiler: Compiler, node: ast.Raise): Exec {
  const exc = compiler.optional(node.exc);
  const from = compiler.optional(node.cause);
  if (!exc) {
    return (frame) => {
      frame.at = node;
      throw frame.python.handling ?? runtimeError('No active exception to reraise');
    };
  }
  return (frame) => {
    const value = exc(frame);
    const cause = from?.(frame);
    frame.at = node;
    const exception = exceptionFrom(value, 'exceptions must derive from BaseException');
    if (cause !== undefined) {
      exception.cause =
        cause === null ? null : exceptionFrom(cause, 'exception causes must derive from BaseException');
      exception.suppressContext = true;
    }
    exception.passing = undefined;
    throw exception;
  };
}

export function assertStatement(compiler: Compiler, node: ast.Assert): Exec {
  const test = compiler.expression(node.test);
  const message = compiler.optional(node.msg);
  const blamed = lastComparison(node.test) ?? node;
  return (frame) => {
    if (truth(test(frame))) return NORMAL;
    const args = message ? [message(frame)] : [];
    frame.at = blamed;
    throw raise('AssertionError', ...args);
  };
}

/** What a failed assertion points at: the comparison that a test ends in, through `not`, `and`, `or` and `if … else`. */
function lastComparison(test: ast.Expr): ast.Expr | undefined {
  switch (test.kind) {
    case 'Compare':
      return test;
    case 'UnaryOp':
      return test.op === 'Not' ? lastComparison(test.operand) : undefined;
    case 'BoolOp':
      return test.values.map(lastComparison).findLast((found) => found !== undefined);
    case 'IfExp':
      return lastComparison(test.orelse) ?? lastComparison(test.body) ?? lastComparison(test.test);
    default:
      return undefined;
  }
}

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

export function functionStatement(compiler: Compiler, node: ast.FunctionDef | ast.AsyncFunctionDef): Exec {
  const decorators = decorate(compiler, node.decorator_list);
  const make = makeFunction(compiler, node);
  const store = storeName(compiler, node.name);
  return (frame) => {
    const apply = decorators(frame);
    store(frame, apply(make(frame)));
    return NORMAL;
  };
}

export function importStatement(compiler: Compiler, node: ast.Import): Exec {
  const stores = node.names.map(({ name, asname }) => storeName(compiler, asname ?? name.split('.')[0]!));
  return (frame) => {
    for (const [index, { name, asname }] of node.names.entries()) {
      frame.at = node;
      const module = runtime(frame).importStatement(frame, name, 0, asname === null ? undefined : []);
      stores[index]!(frame, asname === null ? module : submodule(frame, module, name));
    }
    return NORMAL;
  };
}

/** `import a.b.c as x`: the innermost module. */
function submodule(frame: Frame, module: Value, name: string): Value {
  const [, ...rest] = name.split('.');
  return rest.length === 0 ? module : rest.reduce((at, part) => runtime(frame).importFrom(at, part), module);
}

export function importFromStatement(compiler: Compiler, node: ast.ImportFrom): Exec {
  const names = node.names.map(({ name }) => name);
  if (names[0] === '*') {
    return (frame) => {
      frame.at = node;
      const module = runtime(frame).importStatement(frame, node.module ?? '', node.level, names);
      runtime(frame).importStar(module, frame.names);
      return NORMAL;
    };
  }
  const stores = node.names.map(({ name, asname }) => storeName(compiler, asname ?? name));
  return (frame) => {
    frame.at = node;
    const module = runtime(frame).importStatement(frame, node.module ?? '', node.level, names);
    for (let index = 0; index < names.length; index++) {
      stores[index]!(frame, runtime(frame).importFrom(module, names[index]!));
    }
    return NORMAL;
  };
}

export const passStatement = (): Exec => () => NORMAL;
export const breakStatement = (): Exec => () => BREAK;
export const continueStatement = (): Exec => () => CONTINUE;
