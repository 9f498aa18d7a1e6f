/** Compiles comprehensions and generator expressions: small functions over their first iterable. */
import type * as ast from '../../parse/ast.ts';
import { PyList } from '../../values/containers/containers.ts';
import { PyDict } from '../../values/containers/dict.ts';
import { iterate } from '../../values/containers/iterate.ts';
import { PySet } from '../../values/containers/set.ts';
import { truth } from '../../values/truth.ts';
import type { Value } from '../../values/value.ts';
import { isTemporary, iterateTemporary } from '../abandon.ts';
import { capture, type Eval, execute, Frame, makeCells, NORMAL, RETURN, type Store, step } from '../frame.ts';
import { iterateAsync, PyAsyncGenerator, PyGenerator } from '../generator.ts';
import type { Compiler } from './compiler.ts';

type Node = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

/** One `for … in … if …`. */
interface Loop {
  readonly store: Store;
  readonly tests: readonly Eval[];
  /** undefined for the outermost, whose iterable comes in from outside. */
  readonly source: ((frame: Frame) => Iterable<Value>) | undefined;
}

/** How one of the iterables is walked. */
function walker({ is_async, iter }: ast.Comprehension): (value: Value) => Iterable<Value> {
  if (is_async) return iterateAsync;
  return isTemporary(iter) ? iterateTemporary : iterate;
}

/** Compiles `[… for …]` and its kin; the first iterable is evaluated outside, all else in a scope of its own, as in CPython. */
export function comprehension(compiler: Compiler, node: Node): Eval {
  const inner = compiler.inner(node);
  const first = node.generators[0]!;
  const source = compiler.expression(first.iter);
  const walk = walker(first);
  const code = inner.code(node.lineno, 1, (made) => {
    const loops = node.generators.map((each, index) => compileLoop(inner, node, each, index > 0));
    if (node.kind === 'GeneratorExp') {
      made.generate = generate(inner, node, loops);
      made.asynchronous = node.generators.some(({ is_async }) => is_async === 1);
    } else made.run = collect(inner, node, loops);
  });
  const lazy = node.kind === 'GeneratorExp';
  return (frame) => {
    const value = source(frame);
    frame.at = node;
    const items = walk(value);
    const slots: (Value | undefined)[] = [items];
    for (let slot = 1; slot < code.slotNames.length; slot++) slots.push(undefined);
    const child = new Frame(code, frame.python, frame.globals, slots, capture(code, frame));
    child.at = node;
    if (code.cellSlots.length > 0) makeCells(code, slots);
    if (!lazy) return execute(child);
    return code.asynchronous ? new PyAsyncGenerator(child) : new PyGenerator(child);
  };
}

function compileLoop(inner: Compiler, whole: Node, node: ast.Comprehension, nested: boolean): Loop {
  const source = nested ? inner.expression(node.iter) : undefined;
  const walk = walker(node);
  return {
    store: inner.store(node.target),
    tests: node.ifs.map((test) => inner.expression(test)),
    source:
      source &&
      ((frame) => {
        const value = source(frame);
        frame.at = whole;
        return walk(value);
      }),
  };
}

function passes(frame: Frame, tests: readonly Eval[]): boolean {
  for (const test of tests) if (!truth(test(frame))) return false;
  return true;
}

function collect(inner: Compiler, node: Exclude<Node, ast.GeneratorExp>, loops: readonly Loop[]) {
  const { make, add } = collector(inner, node);
  const run = (frame: Frame, level: number, items: Iterable<Value>, into: Value): void => {
    const { store, tests } = loops[level]!;
    const next = loops[level + 1];
    for (const item of items) {
      step(frame);
      store(frame, item);
      if (!passes(frame, tests)) continue;
      if (next) run(frame, level + 1, next.source!(frame), into);
      else add(frame, into);
      frame.at = node;
    }
  };
  return (frame: Frame) => {
    const into = make();
    run(frame, 0, frame.slots[0] as unknown as Iterable<Value>, into);
    frame.result = into;
    return RETURN as typeof RETURN;
  };
}

function collector(inner: Compiler, node: Exclude<Node, ast.GeneratorExp>) {
  if (node.kind === 'DictComp') {
    const key = inner.expression(node.key);
    const value = inner.expression(node.value);
    return {
      make: (): Value => new PyDict(),
      add: (frame: Frame, into: Value) => {
        const [name, item] = [key(frame), value(frame)];
        frame.at = node;
        (into as PyDict).set(name, item);
      },
    };
  }
  const element = inner.expression(node.elt);
  if (node.kind === 'SetComp') {
    return {
      make: (): Value => new PySet(),
      add: (frame: Frame, into: Value) => {
        const item = element(frame);
        frame.at = node;
        (into as PySet).add(item);
      },
    };
  }
  return {
    make: (): Value => new PyList([]),
    add: (frame: Frame, into: Value) => (into as PyList).items.push(element(frame)),
  };
}

function generate(inner: Compiler, node: ast.GeneratorExp, loops: readonly Loop[]) {
  const element = inner.expression(node.elt);
  function* run(frame: Frame, level: number, items: Iterable<Value>): Generator<Value, void, Value> {
    const { store, tests } = loops[level]!;
    const next = loops[level + 1];
    for (const item of items) {
      step(frame);
      store(frame, item);
      if (!passes(frame, tests)) continue;
      if (next) yield* run(frame, level + 1, next.source!(frame));
      else yield element(frame);
      frame.at = node;
    }
  }
  return function* (frame: Frame): Generator<Value, typeof NORMAL, Value> {
    yield* run(frame, 0, frame.slots[0] as unknown as Iterable<Value>);
    return NORMAL;
  };
}
