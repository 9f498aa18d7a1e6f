/** enumerate, zip, map, filter, reversed, and the iterators of containers. */
import { callSpecialMethod, callValue } from '../../../python/values/callable.ts';
import { classOf, typeName } from '../../../python/values/classes/class-of.ts';
import {
  callableIteratorClass,
  enumerateClass,
  filterClass,
  iteratorClass,
  mapClass,
  reversedClass,
  zipClass,
} from '../../../python/values/classes/classes.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import {
  getItem,
  getIterator,
  iterate,
  length,
  nextItem,
  nextOrStop,
} from '../../../python/values/containers/iterate.ts';
import { typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { truth } from '../../../python/values/truth.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';

const ITERATOR: Record<string, NativeMethod> = {
  __iter__: ['', (_call, self: Value) => self],
  __next__: ['', (_call, self: Value) => nextOrStop(self)],
};

function* enumerated(items: Iterable<Value>, start: number): IterableIterator<Value> {
  let index = start;
  for (const item of items) yield tuple([index++, item]);
}

function* zipped(iterators: readonly Value[], strict: boolean): IterableIterator<Value> {
  if (iterators.length === 0) return;
  for (;;) {
    const items: Value[] = [];
    for (const [index, iterator] of iterators.entries()) {
      const item = nextItem(iterator);
      if (item !== undefined) items.push(item);
      else {
        if (strict) checkStrict(iterators, index);
        return;
      }
    }
    yield tuple(items);
  }
}

function checkStrict(iterators: readonly Value[], ended: number): void {
  const before = (count: number) => (count === 1 ? 'argument 1' : `arguments 1-${count}`);
  if (ended > 0) throw valueError(`zip() argument ${ended + 1} is shorter than ${before(ended)}`);
  for (let index = 1; index < iterators.length; index++) {
    if (nextItem(iterators[index]!) !== undefined)
      throw valueError(`zip() argument ${index + 1} is longer than ${before(index)}`);
  }
}

function* mapped(callable: Value, iterators: readonly Value[]): IterableIterator<Value> {
  for (;;) {
    const items: Value[] = [];
    for (const iterator of iterators) {
      const item = nextItem(iterator);
      if (item === undefined) return;
      items.push(item);
    }
    yield callValue(callable, items);
  }
}

function* filtered(test: Value, items: Iterable<Value>): IterableIterator<Value> {
  for (const item of items) if (truth(test === null ? item : callValue(test, [item]))) yield item;
}

function* backwards(value: Value): IterableIterator<Value> {
  for (let index = length(value) - 1; index >= 0; index--) yield getItem(value, index);
}

function newReversed(_call: Interpreter, _cls: PyClass, value: Value): Value {
  const answer = callSpecialMethod(value, '__reversed__');
  if (answer !== undefined) return answer;
  const cls = classOf(value);
  const refused = cls.lookup('__reversed__') === null;
  if (refused || cls.lookup('__getitem__') === undefined || cls.lookup('__len__') === undefined) {
    throw typeError(`'${typeName(value)}' object is not reversible`);
  }
  return new NativeIterator(backwards(value), reversedClass);
}

function iteratorType(
  cls: PyClass,
  signature: string,
  make: (cls: PyClass, ...bound: never[]) => Value,
): void {
  fillNativeClass(cls, {
    style: 'builtin',
    attributes: {
      __new__: makeNew(cls.name, signature, (_call, called, ...bound: never[]) => make(called, ...bound)),
    },
    methods: { ...ITERATOR, __init__: ['*args, **kwargs', () => null] },
  });
}

iteratorType(
  enumerateClass,
  'iterable, start=0',
  (cls, items: Value, start: number) => new NativeIterator(enumerated(iterate(items), start), cls),
);
iteratorType(zipClass, '*iterables, strict=False', (cls, iterables: Value[], strict: Value) => {
  const iterators = iterables.map(getIterator);
  return new NativeIterator(zipped(iterators, truth(strict)), cls);
});
iteratorType(mapClass, '*args', (cls, args: Value[]) => {
  if (args.length < 2) throw typeError('map() must have at least two arguments.');
  return new NativeIterator(mapped(args[0]!, args.slice(1).map(getIterator)), cls);
});
iteratorType(
  filterClass,
  'function, iterable, /',
  (cls, test: Value, items: Value) => new NativeIterator(filtered(test, iterate(items)), cls),
);
fillNativeClass(reversedClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('reversed', 'sequence, /', newReversed) },
  methods: { ...ITERATOR, __init__: ['*args', () => null] },
});
for (const cls of [iteratorClass, callableIteratorClass])
  fillNativeClass(cls, { style: 'builtin', methods: ITERATOR });
