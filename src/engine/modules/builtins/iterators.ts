/** range, slice, enumerate, zip, map, filter, reversed, iterators, generators and coroutines. */
import {
  awaitValue,
  NativeAwaitable,
  type PyAsyncGenerator,
  type PyCoroutine,
  type PyGenerator,
} from '../../python/evaluate/generator.ts';
import { exceptionFrom } from '../../python/evaluate/statements.ts';
import { callSpecialMethod, callValue } from '../../python/values/callable.ts';
import { classOf, typeName } from '../../python/values/class-of.ts';
import {
  asyncGeneratorClass,
  callableIteratorClass,
  coroutineClass,
  enumerateClass,
  filterClass,
  generatorClass,
  iteratorClass,
  mapClass,
  rangeClass,
  reversedClass,
  sliceClass,
  zipClass,
} from '../../python/values/classes.ts';
import { isEqual } from '../../python/values/compare.ts';
import { NotImplemented, PyRange, PySlice, tuple } from '../../python/values/containers.ts';
import {
  overflowError,
  raise,
  stopIteration,
  typeError,
  valueError,
} from '../../python/values/exceptions.ts';
import { hashAll } from '../../python/values/hash.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { getItem, getIterator, iterate, length, nextItem, nextOrStop } from '../../python/values/iterate.ts';
import { fillNativeClass, NativeIterator, type NativeMethod } from '../../python/values/native.ts';
import { type Int, isInt, normal, toIndex } from '../../python/values/numbers.ts';
import { address, repr } from '../../python/values/text.ts';
import { truth } from '../../python/values/truth.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { makeNew } from './make.ts';
import { isSlice, position, sliceBounds } from './sequence.ts';

function newRange(_call: Interpreter, _cls: PyClass, args: readonly Value[]): Value {
  if (args.length === 0) throw typeError('range expected at least 1 argument, got 0');
  if (args.length > 3) throw typeError(`range expected at most 3 arguments, got ${args.length}`);
  const [a, b, step] = args.map((arg) => toIndex(arg)) as [Int, Int?, Int?];
  if (step !== undefined && Number(step) === 0) throw valueError('range() arg 3 must not be zero');
  return b === undefined ? new PyRange(0, a, 1) : new PyRange(a, b, step ?? 1);
}

function rangeIndex(self: PyRange, value: Value): number {
  if (typeof value !== 'number') return -1;
  const index = Math.round((value - Number(self.start)) / Number(self.step));
  return index >= 0 && index < self.length && self.item(index) === value ? index : -1;
}

function rangeGet(self: PyRange, key: Value): Value {
  if (!isSlice(key)) return self.item(position(key, self.length, 'range', 'range object index out of range'));
  const { start, stop, step } = sliceBounds(key, self.length);
  return new PyRange(self.item(start), self.item(stop), normal(BigInt(self.step) * BigInt(step)));
}

fillNativeClass(rangeClass, {
  style: 'builtin',
  attributes: { __new__: makeNew('range', '*args', newRange) },
  methods: {
    __reversed__: ['', (_call, self: PyRange) => new NativeIterator([...iterate(self)].reverse())],
    count: ['value, /', (_call, self: PyRange, value: Value) => (rangeIndex(self, value) < 0 ? 0 : 1)],
    index: [
      'value, /',
      (_call, self: PyRange, value: Value) => {
        const index = rangeIndex(self, value);
        if (index < 0)
          throw valueError(
            isInt(value) ? `${repr(value)} is not in range` : 'sequence.index(x): x not in sequence',
          );
        return index;
      },
    ],
  },
  getters: {
    start: (self: PyRange) => self.start,
    stop: (self: PyRange) => self.stop,
    step: (self: PyRange) => self.step,
  },
  bool: (self: PyRange) => self.length > 0,
  len: (self: PyRange) => {
    if (self.length > 2 ** 63) throw overflowError('Python int too large to convert to C ssize_t');
    return self.length;
  },
  iterate: (self: PyRange) => iterate(self),
  contains: (self: PyRange, item: Value) => rangeIndex(self, item) >= 0,
  getItem: rangeGet,
  eq: (self: PyRange, other: Value) =>
    other instanceof PyRange
      ? self.length === other.length &&
        (self.length === 0 || (self.start === other.start && (self.length === 1 || self.step === other.step)))
      : NotImplemented,
  hash: (self: PyRange) => hashAll([self.length, self.start, self.step]),
  repr: ({ start, stop, step }: PyRange) =>
    step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`,
});

fillNativeClass(sliceClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('slice', '*args', (_call, _cls, args: Value[]) => {
      if (args.length === 0 || args.length > 3)
        throw typeError(
          `slice expected at ${args.length === 0 ? 'least 1' : 'most 3'} argument${args.length === 0 ? '' : 's'}, got ${args.length}`,
        );
      return args.length === 1
        ? new PySlice(null, args[0]!, null)
        : new PySlice(args[0]!, args[1]!, args[2] ?? null);
    }),
  },
  methods: {
    indices: [
      'length, /',
      (_call, self: PySlice, size: number) => {
        const { start, stop, step } = sliceBounds(self, size);
        return tuple([start, stop, step]);
      },
    ],
  },
  getters: {
    start: (self: PySlice) => self.start,
    stop: (self: PySlice) => self.stop,
    step: (self: PySlice) => self.step,
  },
  eq: (self: PySlice, other: Value) =>
    other instanceof PySlice
      ? isEqual(tuple([self.start, self.stop, self.step]), tuple([other.start, other.stop, other.step]))
      : NotImplemented,
  repr: (self: PySlice) => `slice(${repr(self.start)}, ${repr(self.stop)}, ${repr(self.step)})`,
});

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

/** The next value, else StopIteration with what the generator returned. */
function advance(generator: PyGenerator, value: Value | undefined): Value {
  if (value !== undefined) return value;
  const { returned } = generator;
  generator.returned = null;
  throw stopIteration(returned);
}

/** `throw(type, value, traceback)`: one exception out of its old and new forms. */
function thrownValue(type: Value, value: Value | undefined) {
  const message = `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`;
  if (value !== undefined && value !== null) return exceptionFrom(callValue(type, [value]), message);
  return exceptionFrom(type, message);
}

fillNativeClass(generatorClass, {
  style: 'builtin',
  methods: {
    __iter__: ['', (_call, self: PyGenerator) => self],
    __next__: ['', (_call, self: PyGenerator) => advance(self, self.step())],
    send: ['value, /', (_call, self: PyGenerator, value: Value) => advance(self, self.send(value))],
    throw: [
      'type, value=..., traceback=..., /',
      (_call, self: PyGenerator, type: Value, value?: Value) =>
        advance(self, self.throw(thrownValue(type, value))),
    ],
    close: [
      '',
      (_call, self: PyGenerator) => {
        self.close();
        return null;
      },
    ],
  },
  repr: (self: PyGenerator) => `<generator object ${self.frame.code.qualname} at ${address(self)}>`,
  getters: {
    __name__: (self: PyGenerator) => self.frame.code.name,
    __qualname__: (self: PyGenerator) => self.frame.code.qualname,
    gi_frame: (self: PyGenerator) => (self.state === 'closed' ? null : self.frame),
    gi_suspended: (self: PyGenerator) => self.state === 'suspended',
    gi_running: (self: PyGenerator) => self.state === 'running',
    gi_code: (self: PyGenerator) => self.frame.code,
  },
});

fillNativeClass(coroutineClass, {
  style: 'builtin',
  methods: {
    __await__: ['', (_call, self: PyCoroutine) => self],
    __iter__: ['', (_call, self: PyCoroutine) => self],
    __next__: ['', (_call, self: PyCoroutine): Value => stop(awaitValue(self))],
    send: ['value, /', (_call, self: PyCoroutine): Value => stop(awaitValue(self))],
    close: [
      '',
      (_call, self: PyCoroutine) => {
        self.close();
        return null;
      },
    ],
  },
  repr: (self: PyCoroutine) => `<coroutine object ${self.frame?.code.qualname ?? '?'} at ${address(self)}>`,
  getters: {
    __name__: (self: PyCoroutine) => self.frame.code.name,
    __qualname__: (self: PyCoroutine) => self.frame.code.qualname,
  },
});

function stop(value: Value): never {
  throw stopIteration(value);
}

/** What `__anext__` and its kin give: runs when it is awaited. */
const later = (work: () => Value | undefined): Value =>
  new NativeAwaitable(() => {
    const value = work();
    if (value === undefined) throw raise('StopAsyncIteration');
    return value;
  });

fillNativeClass(asyncGeneratorClass, {
  style: 'builtin',
  methods: {
    __aiter__: ['', (_call, self: PyAsyncGenerator) => self],
    __anext__: ['', (_call, self: PyAsyncGenerator) => later(() => self.step())],
    asend: ['value, /', (_call, self: PyAsyncGenerator, value: Value) => later(() => self.send(value))],
    athrow: [
      'type, value=..., traceback=..., /',
      (_call, self: PyAsyncGenerator, type: Value, value?: Value) =>
        later(() => self.throw(thrownValue(type, value))),
    ],
    aclose: [
      '',
      (_call, self: PyAsyncGenerator) =>
        new NativeAwaitable(() => {
          self.close();
          return null;
        }),
    ],
  },
  repr: (self: PyAsyncGenerator) =>
    `<async_generator object ${self.frame.code.qualname} at ${address(self)}>`,
});
