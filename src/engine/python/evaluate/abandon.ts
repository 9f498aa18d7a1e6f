/**
 * Ends generators that nobody can reach any more, where CPython's reference counts would: their `finally` and `with` blocks
 * run at once. Without counts, these are the cases: a value that only the expression which made it has known
 * (`for row in rows(): break`, `next(get_db())`), a name that is used for nothing but walking on, and the end of the program.
 */
import type * as ast from '../parse/ast.ts';
import { callValue, NativeFunction } from '../values/callable.ts';
import { abandoned, iterate, type OwnedIteration, owned } from '../values/containers/iterate.ts';
import { NativeIterator } from '../values/native/iterator.ts';
import { PyClass, type Value } from '../values/value.ts';
import type { Completion, Exec, Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';

/** Whether the value of an expression is known to nobody but the one who evaluates it. */
export const isTemporary = (node: ast.Expr): boolean => node.kind === 'Call' || node.kind === 'GeneratorExp';

const isFresh = (value: Value): value is PyGenerator => value instanceof PyGenerator && value.fresh;

/** Walks what an expression made; a walk that is left early ends it. */
export function iterateTemporary(value: Value): Iterable<Value> {
  if (isFresh(value) || (value instanceof NativeIterator && value.feeds)) return owned(value);
  return iterate(value);
}

/** Native callables that are done with their argument when they return. */
const CONSUMERS = new Set(
  'next any all list tuple set frozenset dict sum min max sorted enumerate'.split(' '),
);

const nameOf = (callee: Value): string | undefined => {
  if (callee instanceof NativeFunction) return callee.name;
  return callee instanceof PyClass && callee.native ? callee.name : undefined;
};

const isUnknown = (value: Value): boolean =>
  isFresh(value) || (value instanceof NativeIterator && value.feeds !== undefined);

/** Calls with arguments that expressions made: what the callee leaves of iterators that nobody else knows is ended. */
export function callWithTemporaries(callee: Value, values: readonly Value[]): Value {
  const name = values.some(isUnknown) ? nameOf(callee) : undefined;
  if (name === undefined) return callValue(callee, values);
  const fresh = values.filter(isUnknown);
  let answer: Value | undefined;
  try {
    answer = callValue(callee, values);
    if (answer instanceof NativeIterator) answer.feeds = [...(answer.feeds ?? []), ...fresh];
    return answer;
  } finally {
    if (CONSUMERS.has(name) && !(answer instanceof NativeIterator)) fresh.forEach(abandoned);
  }
}

/** Runs a loop over `items`; what nobody else knows ends when the loop is left. */
export function guardLoop(items: OwnedIteration, loop: () => Completion): Completion {
  try {
    return loop();
  } finally {
    items.return();
  }
}

/** Ends what the names of a module still hold when the program is over. */
export function abandonAll(names: Iterable<Value>): void {
  for (const value of names) {
    if (value instanceof PyGenerator || value instanceof NativeIterator) abandoned(value);
  }
}

/** Runs a function's body, then ends the generators in its own variables. An exception keeps them: its traceback has the frame. */
export function endingVariables(slots: readonly number[], run: Exec): Exec {
  if (slots.length === 0) return run;
  return (frame) => {
    const completion = run(frame);
    for (const slot of slots) {
      const value = frame.slots[slot];
      if (value instanceof PyGenerator && !value.kept) value.abandon();
    }
    return completion;
  };
}

/** What a private name of a scope holds now. */
export type Peek = (frame: Frame) => Value | undefined;

/** Runs a statement that gives a private name another value or none; a generator that it held is ended. */
export function endingBefore(peek: Peek, run: Exec): Exec {
  return (frame) => {
    const before = peek(frame);
    const completion = run(frame);
    if (before instanceof PyGenerator && !before.kept && peek(frame) !== before) before.abandon();
    return completion;
  };
}
