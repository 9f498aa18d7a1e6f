/**
 * Compiles the bodies of generators: statements that hold a `yield` become JavaScript generators, all others stay as they
 * are. Expressions do not pause: lower.ts takes them apart.
 */
import type * as ast from '../../parse/ast.ts';
import { OwnedIteration } from '../../values/containers/iterate.ts';
import { truth } from '../../values/truth.ts';
import { BREAK, type Completion, type Exec, type GenExec, NORMAL, RETURN, runtime, step } from '../frame.ts';
import { yields } from '../function.ts';
import type { Compiler } from './compiler.ts';
import { loopItems } from './loops.ts';
import { branch, evaluate, lowerChild, perform, type Step } from './lower.ts';
import { compileCases } from './match.ts';
import { caught, compileHandlers, enterAt, findHandler, leave, leaveFailing } from './try.ts';

/** Compiles a block of a generator. */
export function generatorBlock(compiler: Compiler, body: readonly ast.Stmt[]): GenExec {
  const parts = groups(body).map((group) =>
    group.pauses
      ? { pauses: true as const, run: pausing(compiler, group.body[0]!) }
      : { pauses: false as const, run: compiler.block(group.body) },
  );
  return function* (frame) {
    for (const part of parts) {
      const completion: Completion = part.pauses ? yield* part.run(frame) : part.run(frame);
      if (completion !== NORMAL) return completion;
    }
    return NORMAL;
  };
}

function groups(body: readonly ast.Stmt[]): { pauses: boolean; body: ast.Stmt[] }[] {
  const found: { pauses: boolean; body: ast.Stmt[] }[] = [];
  for (const statement of body) {
    const pauses = yields(statement);
    const last = found.at(-1);
    if (!pauses && last && !last.pauses) last.body.push(statement);
    else found.push({ pauses, body: [statement] });
  }
  return found;
}

/** Compiles one statement that holds a `yield`. */
function pausing(compiler: Compiler, node: ast.Stmt): GenExec {
  switch (node.kind) {
    case 'If':
      return pausingIf(compiler, node);
    case 'While':
      return pausingWhile(compiler, node);
    case 'For':
    case 'AsyncFor':
      return pausingFor(compiler, node);
    case 'Try':
      return pausingTry(compiler, node);
    case 'With':
    case 'AsyncWith':
      return pausingWith(compiler, node);
    case 'Match':
      return pausingMatch(compiler, node);
    default:
      return simple(compiler, node);
  }
}

/** A simple statement: first what its expressions need, then the statement over temporaries. */
function simple(compiler: Compiler, node: ast.Stmt): GenExec {
  const steps: Step[] = [];
  const lowered = { ...node } as Record<string, unknown>;
  for (const key of evaluationOrder(node)) lowered[key] = lowerChild(compiler, lowered[key], steps);
  const run = compiler.block([lowered as unknown as ast.Stmt]);
  return sequence(steps, run);
}

/** Statements evaluate their value before their targets. */
function evaluationOrder(node: ast.Stmt): string[] {
  const keys = Object.keys(node);
  return keys.includes('targets') || keys.includes('target')
    ? ['value', ...keys.filter((key) => key !== 'value')]
    : keys;
}

function sequence(steps: readonly Step[], run: Exec): GenExec {
  return function* (frame) {
    for (const each of steps) yield* perform(each, frame);
    return run(frame);
  };
}

function pausingIf(compiler: Compiler, node: ast.If): GenExec {
  const test = branch(compiler, node.test);
  const body = generatorBlock(compiler, node.body);
  const orelse = generatorBlock(compiler, node.orelse);
  return function* (frame) {
    return truth(yield* evaluate(test, frame)) ? yield* body(frame) : yield* orelse(frame);
  };
}

function pausingWhile(compiler: Compiler, node: ast.While): GenExec {
  const test = branch(compiler, node.test);
  const body = generatorBlock(compiler, node.body);
  const orelse = generatorBlock(compiler, node.orelse);
  return function* (frame) {
    while (truth(yield* evaluate(test, frame))) {
      step(frame);
      const completion = yield* body(frame);
      if (completion === BREAK) return NORMAL;
      if (completion === RETURN) return RETURN;
    }
    return yield* orelse(frame);
  };
}

function pausingFor(compiler: Compiler, node: ast.For | ast.AsyncFor): GenExec {
  const steps: Step[] = [];
  const source = lowerChild(compiler, node.iter, steps) as ast.Expr;
  const items = loopItems(compiler, { ...node, iter: source });
  const target = compiler.store(node.target);
  const body = generatorBlock(compiler, node.body);
  const orelse = generatorBlock(compiler, node.orelse);
  return function* (frame) {
    for (const each of steps) yield* perform(each, frame);
    const iterator = items(frame);
    try {
      for (;;) {
        frame.at = node;
        const { done, value } = iterator.next();
        if (done) return yield* orelse(frame);
        step(frame);
        target(frame, value);
        const completion = yield* body(frame);
        if (completion === BREAK) return NORMAL;
        if (completion === RETURN) return RETURN;
      }
    } finally {
      if (iterator instanceof OwnedIteration) iterator.return();
    }
  };
}

function pausingMatch(compiler: Compiler, node: ast.Match): GenExec {
  const steps: Step[] = [];
  const lowered = { ...node, subject: lowerChild(compiler, node.subject, steps) as ast.Expr };
  const { subject, tests } = compileCases(compiler, lowered);
  const bodies = node.cases.map(({ body }) => generatorBlock(compiler, body));
  return function* (frame) {
    for (const each of steps) yield* perform(each, frame);
    const value = subject(frame);
    const index = tests.findIndex((test) => test(frame, value));
    return index < 0 ? NORMAL : yield* bodies[index]!(frame);
  };
}

function pausingTry(compiler: Compiler, node: ast.Try): GenExec {
  const guarded =
    node.handlers.length > 0 ? pausingExcept(compiler, node) : generatorBlock(compiler, node.body);
  if (node.finalbody.length === 0) return guarded;
  const final = generatorBlock(compiler, node.finalbody);
  return function* (frame) {
    let completion: Completion;
    try {
      completion = yield* guarded(frame);
    } catch (error) {
      const exception = caught(frame, error);
      const before = frame.python.handling;
      frame.python.handling = exception;
      let ending: Completion;
      try {
        ending = yield* final(frame);
      } finally {
        frame.python.handling = before;
      }
      if (ending !== NORMAL) return ending;
      throw exception;
    }
    const { result } = frame;
    const ending = yield* final(frame);
    if (ending !== NORMAL) return ending;
    frame.result = result;
    return completion;
  };
}

function pausingExcept(compiler: Compiler, node: ast.Try): GenExec {
  const body = generatorBlock(compiler, node.body);
  const orelse = generatorBlock(compiler, node.orelse);
  const handlers = compileHandlers(compiler, node.handlers);
  const bodies = node.handlers.map((handler) => generatorBlock(compiler, handler.body));
  return function* (frame) {
    let completion: Completion;
    try {
      completion = yield* body(frame);
    } catch (error) {
      const exception = caught(frame, error);
      const before = frame.python.handling;
      frame.python.handling = exception;
      try {
        const index = findHandler(frame, handlers, exception);
        if (index < 0) throw exception;
        const { store: bind, forget } = handlers[index]!;
        bind?.(frame, exception);
        try {
          return yield* bodies[index]!(frame);
        } catch (inner) {
          throw runtime(frame).unwind(frame, inner);
        } finally {
          forget?.(frame);
        }
      } catch (inner) {
        throw runtime(frame).unwind(frame, inner);
      } finally {
        frame.python.handling = before;
      }
    }
    return completion === NORMAL ? yield* orelse(frame) : completion;
  };
}

function pausingWith(compiler: Compiler, node: ast.With | ast.AsyncWith): GenExec {
  const body = generatorBlock(compiler, node.body);
  return node.items.reduceRight<GenExec>((inner, item) => pausingItem(compiler, node, item, inner), body);
}

function pausingItem(
  compiler: Compiler,
  node: ast.With | ast.AsyncWith,
  item: ast.WithItem,
  body: GenExec,
): GenExec {
  const manager = branch(compiler, item.context_expr);
  const target = item.optional_vars ? compiler.store(item.optional_vars) : undefined;
  return function* (frame) {
    const value = yield* evaluate(manager, frame);
    const entered = enterAt(frame, node, value);
    let completion: Completion;
    try {
      target?.(frame, entered.value);
      completion = yield* body(frame);
    } catch (error) {
      return leaveFailing(frame, node, entered, error);
    }
    return leave(frame, node, entered, completion);
  };
}
