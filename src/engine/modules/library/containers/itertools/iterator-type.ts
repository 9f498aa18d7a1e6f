/** How a generator of JavaScript becomes a type of `itertools`. */
import { iteratorClass } from '../../../../python/values/classes/classes.ts';
import { getIterator } from '../../../../python/values/containers/iterate.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { toSize } from '../../../../python/values/numbers.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';

export type Generate = (call: Interpreter, ...args: never[]) => Iterable<Value>;

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

/** A type of `itertools`. @param wanted what each argument is, a letter for each (`Wanted`); @param generate what its objects walk through */
export function iteratorType(name: string, signature: string, wanted: string, generate: Generate): PyClass {
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

/** Items that can say what is left of them. */
export class Told implements Iterable<Value> {
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
