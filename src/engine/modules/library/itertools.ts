/** `itertools`, over JavaScript generators. */
import { callValue } from '../../python/values/callable.ts';
import { typeName } from '../../python/values/class-of.ts';
import { iteratorClass } from '../../python/values/classes.ts';
import { sameOrEqual } from '../../python/values/compare.ts';
import { tuple } from '../../python/values/containers.ts';
import { raise, typeError, valueError } from '../../python/values/exceptions.ts';
import { type Interpreter, interpreter } from '../../python/values/interpreter.ts';
import { getIterator, iterate, nextItem, toArray } from '../../python/values/iterate.ts';
import { builtinFunction, lazyModule, NativeIterator, nativeClass } from '../../python/values/native.ts';
import { toNumber, toSize } from '../../python/values/numbers.ts';
import { binary } from '../../python/values/operators.ts';
import { repr } from '../../python/values/text.ts';
import { truth } from '../../python/values/truth.ts';
import { type PyClass, plain, type Value } from '../../python/values/value.ts';

type Generate = (call: Interpreter, ...args: never[]) => Iterable<Value>;

/** What a parameter must be, asked for before the first item: `i`terable, iterables (`*`), `n`umber, number or None (`?`), number if given (`t`), anything (`.`). */
type Wanted = 'i' | '*' | 'n' | '?' | 't' | '.';

function ready(wanted: Wanted | undefined, arg: Value): unknown {
  if (wanted === 'i') return getIterator(arg);
  if (wanted === '*') return (arg as Value[]).map(getIterator);
  if (wanted === 'n') return toSize(arg);
  if (wanted === 't') return arg === undefined ? undefined : toSize(arg);
  return wanted === '?' && arg !== null ? toSize(arg) : arg;
}

/** What is left of a count or a repetition, which its repr shows. */
const shown = new WeakMap<NativeIterator, () => string>();

function iteratorType(name: string, signature: string, wanted: string, generate: Generate): PyClass {
  const cls: PyClass = nativeClass({
    name,
    module: 'itertools',
    bases: [iteratorClass],
    style: 'builtin',
    signature,
    construct: (call, made, ...args: Value[]) => {
      const given = args.map((arg, index) => ready(wanted[index] as Wanted, arg));
      const source = generate(call, ...(given as never[]));
      const iterator = new NativeIterator(source, made);
      if (source instanceof Told) shown.set(iterator, () => source.text());
      return iterator;
    },
    ...((name === 'count' || name === 'repeat') && {
      repr: (self: NativeIterator) => shown.get(self)?.() ?? name,
    }),
  });
  return cls;
}

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

/** Items that can say what is left of them. */
class Told implements Iterable<Value> {
  readonly #items: Iterable<Value>;
  readonly text: () => string;
  constructor(items: Iterable<Value>, text: () => string) {
    this.#items = items;
    this.text = text;
  }
  [Symbol.iterator](): Iterator<Value> {
    return this.#items[Symbol.iterator]();
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

function sliceOf(args: readonly Value[]): readonly [number, number | undefined, number] {
  const [first = null, second = null, third = null] = args;
  const [start, stop, step] = args.length === 1 ? [null, first, null] : [first, second, third];
  const message = 'must be None or an integer: 0 <= x <= sys.maxsize.';
  for (const value of [start, stop]) {
    if (value !== null && (typeof value !== 'number' || value < 0)) {
      throw valueError(
        value === stop ? `Stop argument for islice() ${message}` : `Indices for islice() ${message}`,
      );
    }
  }
  if (step !== null && (typeof step !== 'number' || step < 1)) {
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

function* product(_call: Interpreter, iterables: readonly Value[], times: number): Iterable<Value> {
  const once = iterables.map(toArray);
  if (times < 0) throw valueError('repeat argument cannot be negative');
  if (once.length * times > MOST) throw raise('MemoryError');
  const pools = Array.from({ length: times }, () => once).flat();
  const at = pools.map(() => 0);
  if (pools.some((pool) => pool.length === 0)) return;
  for (;;) {
    yield tuple(pools.map((pool, index) => pool[at[index]!]!));
    let place = pools.length - 1;
    while (place >= 0 && ++at[place]! >= pools[place]!.length) at[place--] = 0;
    if (place < 0) return;
  }
}

/** Which items a choice may take after those that it has. */
type Following = (chosen: readonly number[], total: number) => number;

/** The next index after `from` that a choice of `kind` may take at its end; `total` where there is none. */
const FOLLOWING = {
  combinations: (chosen: readonly number[], from: number) => Math.max(from, (chosen.at(-1) ?? -1) + 1),
  combinations_with_replacement: (chosen: readonly number[], from: number) =>
    Math.max(from, chosen.at(-1) ?? 0),
  permutations: (chosen: readonly number[], from: number) => {
    let index = from;
    while (chosen.includes(index)) index++;
    return index;
  },
} satisfies Record<string, Following>;

/** Longer tuples than a machine has room for. */
const MOST = 1_000_000;

/** Every tuple of `size` items that the kind of choice allows, in the order of their places. */
function* choices(pool: readonly Value[], size: number, following: Following): Iterable<Value> {
  const chosen: number[] = [];
  let from = 0;
  for (;;) {
    while (chosen.length < size) {
      interpreter().spend(1);
      const index = following(chosen, from);
      if (index >= pool.length) break;
      chosen.push(index);
      from = 0;
    }
    if (chosen.length === size) yield tuple(chosen.map((index) => pool[index]!));
    if (chosen.length === 0) return;
    from = chosen.pop()! + 1;
  }
}

const picked =
  (kind: keyof typeof FOLLOWING): Generate =>
  (_call, iterable: Value, size: number | null) => {
    const pool = toArray(iterable);
    const wanted = size ?? pool.length;
    if (wanted < 0) throw valueError('r must be non-negative');
    const repeats = kind === 'combinations_with_replacement';
    if (repeats ? pool.length === 0 && wanted > 0 : wanted > pool.length) return [];
    if (wanted > MOST) throw raise('MemoryError');
    return choices(pool, wanted, FOLLOWING[kind]);
  };

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
