/**
 * Takes expressions with a `yield` in them apart: everything that is evaluated before the `yield` is kept in a temporary,
 * so that what is left is an expression that does not pause, and only these steps before it do.
 */
import type * as ast from '../../parse/ast.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import type { Frame } from '../frame.ts';
import { yields } from '../function.ts';
import { delegate } from '../generator.ts';
import type { Compiler } from './compiler.ts';

type PausingStep = (frame: Frame) => Generator<Value, void, Value>;
/** What an expression with a `yield` in it does before its value is there. */
export type Step = ((frame: Frame) => void) | { readonly pause: PausingStep };

/** Does one step in a frame, pausing where it yields. */
export function* perform(work: Step, frame: Frame): Generator<Value, void, Value> {
  if (typeof work === 'function') work(frame);
  else yield* work.pause(frame);
}

const WRAPPERS = new Set(['Starred', 'keyword', 'Slice', 'FormattedValue', 'comprehension', 'withitem']);
const KEEPS = new Set(['Constant', 'Lambda', 'arguments']);

type Node = { readonly kind: string } & ast.Position;

/** Lowers a node or a list of nodes; what it must do first is added to `steps`. */
export function lowerChild(compiler: Compiler, child: unknown, steps: Step[]): unknown {
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
export function branch(
  compiler: Compiler,
  node: ast.Expr,
): { steps: Step[]; value: (frame: Frame) => Value } {
  const steps: Step[] = [];
  const lowered = lowerChild(compiler, node, steps) as ast.Expr;
  return { steps, value: compiler.expression(lowered) };
}

/** The value of an expression that may pause: its steps first, then what is left of it. */
export function* evaluate(part: ReturnType<typeof branch>, frame: Frame): Generator<Value, Value, Value> {
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
