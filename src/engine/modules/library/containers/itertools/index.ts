/** `itertools`, over JavaScript generators. */
import { callValue } from '../../../../python/values/callable.ts';
import { typeName } from '../../../../python/values/classes/class-of.ts';
import { iteratorClass } from '../../../../python/values/classes/classes.ts';
import { sameOrEqual } from '../../../../python/values/compare.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import { getIterator, iterate, nextItem, toArray } from '../../../../python/values/containers/iterate.ts';
import { typeError, valueError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../../python/values/native/iterator.ts';
import { builtinFunction, lazyModule, nativeClass } from '../../../../python/values/native/native.ts';
import { isInt, toNumber, toSize } from '../../../../python/values/numbers.ts';
import { binary } from '../../../../python/values/operators.ts';
import { repr } from '../../../../python/values/text.ts';
import { truth } from '../../../../python/values/truth.ts';
import { type PyClass, plain, type Value } from '../../../../python/values/value.ts';
import { picked, product } from './choices.ts';
import { type Generate, iteratorType, Told } from './iterator-type.ts';

function* chained(parts: Iterable<Value>): Iterable<Value> {
  for (const part of parts) yield* iterate(part);
}

const chainClass: PyClass = nativeClass({
  name: 'chain',
  module: 'itertools',
  bases: [iteratorClass],
  signature: '*iterables',
  construct: (_call, cls, parts: Value[]) => new NativeIterator(chained(parts), cls),
  classMethods: {
    from_iterable: [
      'iterable, /',
      (_call, cls: PyClass, parts: Value) => new NativeIterator(chained(iterate(parts)), cls),
    ],
  },
});

function count(_call: Interpreter, start: Value, step: Value): Iterable<Value> {
  if (toNumber(plain(start)) === undefined && typeName(start) !== 'decimal.Decimal')
    throw typeError('a number is required');
  const state = { next: typeof start === 'boolean' ? Number(start) : start };
  return new Told(counted(state, step), () => {
    const steps = step === 1 ? '' : `, ${repr(step)}`;
    return `count(${repr(state.next)}${steps})`;
  });
}

function* counted(state: { next: Value }, step: Value): Iterable<Value> {
  for (;;) {
    const value = state.next;
    state.next = binary('Add', value, step);
    yield value;
  }
}

function* cycle(_call: Interpreter, iterable: Value): Iterable<Value> {
  const saved: Value[] = [];
  for (const item of iterate(iterable)) {
    saved.push(item);
    yield item;
  }
  while (saved.length > 0) yield* saved;
}

function repeat(_call: Interpreter, object: Value, times: number | undefined): Iterable<Value> {
  const state = { left: times === undefined ? undefined : Math.max(0, times) };
  return new Told(repeated(object, state), () => {
    const left = state.left === undefined ? '' : `, ${state.left}`;
    return `repeat(${repr(object)}${left})`;
  });
}

function* repeated(object: Value, state: { left: number | undefined }): Iterable<Value> {
  while (state.left === undefined || state.left > 0) {
    if (state.left !== undefined) state.left--;
    yield object;
  }
}

function* islice(call: Interpreter, iterable: Value, args: readonly Value[]): Iterable<Value> {
  const [start, stop, step] = sliceOf(args);
  let at = 0;
  let next = start;
  if (stop !== undefined && stop <= start && start === 0) return;
  const iterator = getIterator(iterable);
  for (;;) {
    if (stop !== undefined && at >= stop) return;
    const item = nextItem(iterator);
    if (item === undefined) return;
    if (at === next) {
      yield item;
      next += step;
    }
    at++;
    call.budget--;
  }
}

/** Whether a value is an int that `sys.maxsize` bounds. */
const isCount = (value: Value, least: number): boolean =>
  isInt(value) && Number(value) >= least && BigInt(value) < 2n ** 63n;

function sliceOf(args: readonly Value[]): readonly [number, number | undefined, number] {
  const [first = null, second = null, third = null] = args;
  const [start, stop, step] = args.length === 1 ? [null, first, null] : [first, second, third];
  const message = 'must be None or an integer: 0 <= x <= sys.maxsize.';
  for (const value of [start, stop]) {
    if (value !== null && !isCount(value, 0)) {
      throw valueError(
        value === stop ? `Stop argument for islice() ${message}` : `Indices for islice() ${message}`,
      );
    }
  }
  if (step !== null && !isCount(step, 1)) {
    throw valueError('Step for islice() must be a positive integer or None.');
  }
  return [Number(start ?? 0), stop === null ? undefined : Number(stop), Number(step ?? 1)];
}

function* accumulate(_call: Interpreter, iterable: Value, func: Value, initial: Value): Iterable<Value> {
  let total: Value | undefined = initial === null ? undefined : initial;
  if (total !== undefined) yield total;
  for (const item of iterate(iterable)) {
    if (total === undefined) total = item;
    else total = func === null ? binary('Add', total, item) : callValue(func, [total, item]);
    yield total;
  }
}

function* zipLongest(_call: Interpreter, iterables: readonly Value[], fill: Value): Iterable<Value> {
  const iterators = iterables.map((iterable) => getIterator(iterable));
  for (;;) {
    const items = iterators.map(nextItem);
    if (items.every((item) => item === undefined)) return;
    yield tuple(items.map((item) => item ?? fill));
  }
}

function* groupby(_call: Interpreter, iterable: Value, key: Value): Iterable<Value> {
  let group: Value[] = [];
  let groupKey: Value | undefined;
  for (const item of iterate(iterable)) {
    const itemKey = key === null ? item : callValue(key, [item]);
    if (groupKey !== undefined && !sameOrEqual(groupKey, itemKey)) {
      yield tuple([groupKey, new NativeIterator(group)]);
      group = [];
    }
    groupKey = itemKey;
    group.push(item);
  }
  if (groupKey !== undefined) yield tuple([groupKey, new NativeIterator(group)]);
}

function* filtered(predicate: Value, iterable: Value, keep: boolean): Iterable<Value> {
  for (const item of iterate(iterable)) {
    if (truth(predicate === null ? item : callValue(predicate, [item])) === keep) yield item;
  }
}

function* takewhile(_call: Interpreter, predicate: Value, iterable: Value): Iterable<Value> {
  for (const item of iterate(iterable)) {
    if (!truth(callValue(predicate, [item]))) return;
    yield item;
  }
}

function* dropwhile(_call: Interpreter, predicate: Value, iterable: Value): Iterable<Value> {
  let dropping = true;
  for (const item of iterate(iterable)) {
    dropping &&= truth(callValue(predicate, [item]));
    if (!dropping) yield item;
  }
}

function* starmap(_call: Interpreter, callable: Value, iterable: Value): Iterable<Value> {
  for (const item of iterate(iterable)) yield callValue(callable, toArray(item));
}

function* compress(_call: Interpreter, data: Value, selectors: Value): Iterable<Value> {
  const chosen = getIterator(selectors);
  for (const item of iterate(data)) {
    const selector = nextItem(chosen);
    if (selector === undefined) return;
    if (truth(selector)) yield item;
  }
}

function* pairwise(_call: Interpreter, iterable: Value): Iterable<Value> {
  let last: Value | undefined;
  for (const item of iterate(iterable)) {
    if (last !== undefined) yield tuple([last, item]);
    last = item;
  }
}

/** Iterators over one iterable that do not disturb each other. */
function tee(_call: Interpreter, iterable: Value, count: Value): Value {
  const copies = toSize(count);
  if (copies < 0) throw valueError('n must be >= 0');
  const source = getIterator(iterable);
  const seen: Value[] = [];
  function* copy(): Iterable<Value> {
    for (let index = 0; ; index++) {
      if (index === seen.length) {
        const item = nextItem(source);
        if (item === undefined) return;
        seen.push(item);
      }
      yield seen[index]!;
    }
  }
  return tuple(Array.from({ length: copies }, () => new NativeIterator(copy())));
}

const TYPES: Readonly<Record<string, readonly [signature: string, wanted: string, generate: Generate]>> = {
  accumulate: ['iterable, func=None, *, initial=None', 'i', accumulate],
  combinations: ['iterable, r', 'in', picked('combinations')],
  combinations_with_replacement: ['iterable, r', 'in', picked('combinations_with_replacement')],
  compress: ['data, selectors', 'ii', compress],
  count: ['start=0, step=1', '', count],
  cycle: ['iterable, /', 'i', cycle],
  dropwhile: ['predicate, iterable, /', '.i', dropwhile],
  filterfalse: [
    'function, iterable, /',
    '.i',
    (_call, predicate: Value, iterable: Value) => filtered(predicate, iterable, false),
  ],
  groupby: ['iterable, key=None', 'i', groupby],
  islice: [
    'iterable, *args',
    'i',
    (call, iterable: Value, args: Value[]) => {
      if (args.length === 0) throw typeError('islice expected at least 2 arguments, got 1');
      sliceOf(args);
      return islice(call, iterable, args);
    },
  ],
  pairwise: ['iterable, /', 'i', pairwise],
  permutations: ['iterable, r=None', 'i?', picked('permutations')],
  product: ['*iterables, repeat=1', '*n', product],
  repeat: ['object, times=...', '.t', repeat],
  starmap: ['function, iterable, /', '.i', starmap],
  takewhile: ['predicate, iterable, /', '.i', takewhile],
  zip_longest: ['*iterables, fillvalue=None', '*', zipLongest],
};

const made = new Map<string, PyClass>();

function typeOf(name: string): PyClass {
  const cls = made.get(name) ?? iteratorType(name, ...TYPES[name]!);
  made.set(name, cls);
  return cls;
}

export const itertoolsModule = lazyModule('itertools', {
  chain: () => chainClass,
  tee: () => builtinFunction('tee', 'iterable, n=2, /', tee),
  ...Object.fromEntries(Object.keys(TYPES).map((name) => [name, () => typeOf(name)])),
});
