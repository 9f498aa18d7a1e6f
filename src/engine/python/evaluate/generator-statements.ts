/**
 * Compiles the bodies of generators: statements that hold a `yield` become JavaScript generators, all others stay as they
 * are. Within an expression, everything that is evaluated before a `yield` is kept in a temporary; so only statements pause.
 */
import type * as ast from '../parse/ast.ts';
import { truth } from '../values/truth.ts';
import type { Value } from '../values/value.ts';
import type { Compiler } from './compiler.ts';
import {
  BREAK,
  type Completion,
  type Exec,
  type Frame,
  type GenExec,
  NORMAL,
  RETURN,
  runtime,
  step,
} from './frame.ts';
import { yields } from './function.ts';
import { delegate } from './generator.ts';
import { compileCases } from './match.ts';
import { loopItems } from './statements.ts';
import { caught, compileHandlers, type Entered, enter, findHandler, leave } from './try.ts';

type PausingStep = (frame: Frame) => Generator<Value, void, Value>;
/** What an expression with a `yield` in it does before its value is there. */
type Step = ((frame: Frame) => void) | { readonly pause: PausingStep };

function* perform(work: Step, frame: Frame): Generator<Value, void, Value> {
  if (typeof work === 'function') work(frame);
  else yield* work.pause(frame);
}

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

const WRAPPERS = new Set(['Starred', 'keyword', 'Slice', 'FormattedValue', 'comprehension', 'withitem']);
const KEEPS = new Set(['Constant', 'Lambda', 'arguments']);

type Node = { readonly kind: string } & ast.Position;

/** Lowers a node or a list of nodes; what it must do first is added to `steps`. */
function lowerChild(compiler: Compiler, child: unknown, steps: Step[]): unknown {
  if (!yields(child)) return child;
  if (Array.isArray(child)) {
    const last = child.findLastIndex(yields);
    return child.map((each, index) =>
      index < last ? kept(compiler, each, steps) : lowerChild(compiler, each, steps),
    );
  }
  return lower(compiler, child as Node, steps);
}

/** Evaluates a node now, into a temporary, because a `yield` comes after it. */
function kept(compiler: Compiler, child: unknown, steps: Step[]): unknown {
  if (typeof child !== 'object' || child === null || !('kind' in child)) return child;
  const node = child as Node;
  if (KEEPS.has(node.kind) || isTarget(node)) return node;
  if (WRAPPERS.has(node.kind)) {
    const copy = { ...node } as Record<string, unknown>;
    for (const key of Object.keys(copy))
      copy[key] = Array.isArray(copy[key])
        ? copy[key].map((each) => kept(compiler, each, steps))
        : kept(compiler, copy[key], steps);
    return copy;
  }
  const lowered = lowerChild(compiler, node, steps) as ast.Expr;
  const value = compiler.expression(lowered);
  const name = temporary(compiler, node);
  steps.push((frame) => {
    frame.slots[name.slot] = value(frame);
  });
  return name.node;
}

const isTarget = (node: Node) => 'ctx' in node && (node as unknown as ast.Name).ctx !== 'Load';

/** A slot for a value that is kept, and the node that reads it. */
function temporary(compiler: Compiler, node: ast.Position): { slot: number; node: ast.Name } {
  const id = compiler.scope.temporary();
  const slot = compiler.scope.slot(id);
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { slot, node: { kind: 'Name', id, ctx: 'Load', lineno, col_offset, end_lineno, end_col_offset } };
}

/** Adds a step that may pause and that fills a temporary; the node that reads it. */
function store(
  compiler: Compiler,
  node: ast.Position,
  steps: Step[],
  make: (slot: number) => PausingStep,
): ast.Name {
  const name = temporary(compiler, node);
  steps.push({ pause: make(name.slot) });
  return name.node;
}

function lower(compiler: Compiler, node: Node, steps: Step[]): unknown {
  switch (node.kind) {
    case 'Yield':
    case 'YieldFrom':
      return lowerYield(compiler, node as ast.Yield | ast.YieldFrom, steps);
    case 'IfExp':
      return lowerIf(compiler, node as ast.IfExp, steps);
    case 'BoolOp':
      return lowerBoolOp(compiler, node as ast.BoolOp, steps);
    default: {
      const copy = { ...node } as Record<string, unknown>;
      const keys = Object.keys(copy).filter((key) => typeof copy[key] === 'object');
      const last = keys.findLastIndex((key) => yields(copy[key]));
      for (const [index, key] of keys.entries()) {
        const before = index < last && !yields(copy[key]);
        copy[key] = before
          ? keptAll(compiler, copy[key], steps)
          : lowerPart(compiler, copy[key], steps, index < last);
      }
      return copy;
    }
  }
}

const keptAll = (compiler: Compiler, child: unknown, steps: Step[]): unknown =>
  Array.isArray(child) ? child.map((each) => kept(compiler, each, steps)) : kept(compiler, child, steps);

function lowerPart(compiler: Compiler, child: unknown, steps: Step[], more: boolean): unknown {
  return more && yields(child) ? keptAll(compiler, child, steps) : lowerChild(compiler, child, steps);
}

function lowerYield(compiler: Compiler, node: ast.Yield | ast.YieldFrom, steps: Step[]): ast.Name {
  const inner = node.value === null ? null : (lowerChild(compiler, node.value, steps) as ast.Expr);
  const value = inner === null ? () => null : compiler.expression(inner);
  const from = node.kind === 'YieldFrom';
  return store(
    compiler,
    node,
    steps,
    (slot) =>
      function* (frame) {
        const item = value(frame);
        frame.at = node;
        frame.slots[slot] = from ? yield* delegate(item) : yield item;
      },
  );
}

/** A step that evaluates one of several expressions into a temporary. */
function branch(compiler: Compiler, node: ast.Expr): { steps: Step[]; value: (frame: Frame) => Value } {
  const steps: Step[] = [];
  const lowered = lowerChild(compiler, node, steps) as ast.Expr;
  return { steps, value: compiler.expression(lowered) };
}

function* evaluate(part: ReturnType<typeof branch>, frame: Frame): Generator<Value, Value, Value> {
  for (const each of part.steps) yield* perform(each, frame);
  return part.value(frame);
}

function lowerIf(compiler: Compiler, node: ast.IfExp, steps: Step[]): ast.Name {
  const test = branch(compiler, node.test);
  const body = branch(compiler, node.body);
  const orelse = branch(compiler, node.orelse);
  return store(
    compiler,
    node,
    steps,
    (slot) =>
      function* (frame) {
        const chosen = truth(yield* evaluate(test, frame)) ? body : orelse;
        frame.slots[slot] = yield* evaluate(chosen, frame);
      },
  );
}

function lowerBoolOp(compiler: Compiler, node: ast.BoolOp, steps: Step[]): ast.Name {
  const parts = node.values.map((value) => branch(compiler, value));
  return store(
    compiler,
    node,
    steps,
    (slot) =>
      function* (frame) {
        for (const part of parts) {
          const value = yield* evaluate(part, frame);
          frame.slots[slot] = value;
          if (truth(value) === (node.op === 'Or')) break;
        }
      },
  );
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
    frame.at = node;
    const entered: Entered = enter(value, node.kind === 'AsyncWith');
    let completion: Completion;
    try {
      target?.(frame, entered.value);
      completion = yield* body(frame);
    } catch (error) {
      leave(frame, entered, caught(frame, error), node);
      return NORMAL;
    }
    const { result } = frame;
    frame.at = node;
    entered.exit(null);
    frame.result = result;
    return completion;
  };
}
