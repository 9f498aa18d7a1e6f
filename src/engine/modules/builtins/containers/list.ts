/** list and tuple. */
import { callValue } from '../../../python/values/callable.ts';
import { listClass, tupleClass } from '../../../python/values/classes/classes.ts';
import { genericAlias } from '../../../python/values/classes/generic.ts';
import { isLess, sameOrEqual } from '../../../python/values/compare.ts';
import { list, NotImplemented, PyList, PyTuple } from '../../../python/values/containers/containers.ts';
import { hashAll } from '../../../python/values/containers/hash.ts';
import { toArray } from '../../../python/values/containers/iterate.ts';
import { indexError, raise, typeError, valueError } from '../../../python/values/exceptions/exceptions.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import { namedIterator } from '../../../python/values/native/iterator.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { isInt, toSize } from '../../../python/values/numbers.ts';
import { repr, withoutCycle } from '../../../python/values/text.ts';
import { truth } from '../../../python/values/truth.ts';
import { type PyClass, plain, type Value } from '../../../python/values/value.ts';
import { makeNew } from '../make.ts';
import { richMethods } from '../numbers/number-methods.ts';
import { isSlice, position, searchBounds, sliceBounds, sliced, times } from './sequence.ts';

type Sequence = PyList | PyTuple;

/** More items than any machine here has room for. */
const TOO_MANY = 2 ** 36;

const repeated = (items: readonly Value[], count: number): Value[] => {
  if (items.length === 0) return [];
  if (items.length * count > TOO_MANY) throw raise('MemoryError');
  interpreter().spend(Math.floor((items.length * count) / 8));
  const result: Value[] = [];
  for (let index = 0; index < count; index++) result.push(...items);
  return result;
};

function concatenated(left: readonly Value[], right: readonly Value[]): Value[] {
  interpreter().spend((left.length + right.length) >> 3);
  return left.concat(right);
}

/** Methods that list and tuple share; `make` wraps the items of a result. */
function sequenceMethods(
  what: string,
  make: (items: Value[]) => Value,
  same: (value: Value) => value is Sequence,
): Record<string, NativeMethod> {
  return {
    ...richMethods(),
    __len__: ['', (_call, self: Sequence) => self.items.length],
    __iter__: [
      '',
      (_call, self: Sequence) =>
        namedIterator(self instanceof PyTuple ? 'tuple_iterator' : 'list_iterator', walk(self)),
    ],
    __contains__: [
      'key, /',
      (_call, self: Sequence, item: Value) => self.items.some((each) => sameOrEqual(each, item)),
    ],
    __getitem__: [
      'key, /',
      (_call, self: Sequence, key: Value) =>
        isSlice(key) ? make(sliced(self.items, key)) : self.items[position(key, self.items.length, what)]!,
    ],
    __add__: [
      'value, /',
      (_call, self: Sequence, other: Value) =>
        same(other) ? make(concatenated(self.items, other.items)) : NotImplemented,
    ],
    __mul__: [
      'value, /',
      (_call, self: Sequence, count: Value) =>
        isInt(plain(count)) ? make(repeated(self.items, times(count))) : NotImplemented,
    ],
    __rmul__: [
      'value, /',
      (_call, self: Sequence, count: Value) =>
        isInt(plain(count)) ? make(repeated(self.items, times(count))) : NotImplemented,
    ],
    count: [
      'value, /',
      (_call, self: Sequence, item: Value) => self.items.filter((each) => sameOrEqual(each, item)).length,
    ],
    index: [
      'value, start=..., stop=..., /',
      (_call, self: Sequence, item: Value, start?: Value, stop?: Value) => {
        const [from, to] = searchBounds(start, stop, self.items.length);
        const at = self.items.findIndex(
          (each, index) => index >= from && index < to && sameOrEqual(each, item),
        );
        if (at < 0)
          throw valueError(
            what === 'list' ? `${repr(item)} is not in list` : 'tuple.index(x): x not in tuple',
          );
        return at;
      },
    ],
  };
}

function* walk(self: Sequence): IterableIterator<Value> {
  for (let index = 0; index < self.items.length; index++) yield self.items[index]!;
}

/** Sorts in place, stably, by Python's `<`. */
export function sortValues(items: Value[], key: Value | undefined, reverse: boolean): void {
  const decorated = items.map((item) => ({ item, key: key == null ? item : callValue(key, [item]) }));
  const order = (a: Value, b: Value) => {
    if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
    return isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0;
  };
  decorated.sort((a, b) => (reverse ? order(b.key, a.key) : order(a.key, b.key)));
  for (const [index, each] of decorated.entries()) items[index] = each.item;
}

function setSlice(self: PyList, key: Value, value: Value): void {
  if (!isSlice(key)) {
    self.items[position(key, self.items.length, 'list', 'list assignment index out of range')] = value;
    return;
  }
  const { start, step, count } = sliceBounds(key, self.items.length);
  const values = assignable(value);
  if (step === 1) {
    self.items.splice(start, count, ...values);
    return;
  }
  if (values.length !== count) {
    throw valueError(
      `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`,
    );
  }
  for (const [index, each] of values.entries()) self.items[start + index * step] = each;
}

function assignable(value: Value): Value[] {
  try {
    return toArray(value);
  } catch {
    throw typeError('can only assign an iterable');
  }
}

/** Changes the items in place: the array may be shared, as that of sys.path is. */
function replaceAll(self: PyList, items: readonly Value[]): void {
  self.items.length = 0;
  for (const item of items) self.items.push(item);
}

function deleteItems(self: PyList, key: Value): void {
  if (!isSlice(key)) {
    self.items.splice(position(key, self.items.length, 'list', 'list assignment index out of range'), 1);
    return;
  }
  const { start, step, count } = sliceBounds(key, self.items.length);
  const gone = new Set(Array.from({ length: count }, (_, index) => start + index * step));
  const kept = self.items.filter((_, index) => !gone.has(index));
  replaceAll(self, kept);
}

function pop(_call: Interpreter, self: PyList, index: Value): Value {
  const place = toSize(index);
  if (self.items.length === 0) throw indexError('pop from empty list');
  const at = position(place, self.items.length, 'list', 'pop index out of range');
  return self.items.splice(at, 1)[0]!;
}

function extend(self: PyList, other: Value): void {
  for (const item of toArray(other)) self.items.push(item);
}

/** Ends a method that returns None. */
const none = (_done: unknown): null => null;

fillNativeClass(listClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('list', '*args, **kwargs', (_call, cls) => new PyList([], cls)),
    __hash__: () => null,
  },
  methods: {
    ...sequenceMethods('list', list, (value): value is Sequence => value instanceof PyList),
    __init__: [
      'iterable=(), /',
      (_call, self: PyList, iterable?: Value) => {
        self.items = iterable === undefined ? [] : toArray(iterable);
        return null;
      },
    ],
    __setitem__: [
      'key, value, /',
      (_call, self: PyList, key: Value, value: Value) => none(setSlice(self, key, value)),
    ],
    __delitem__: ['key, /', (_call, self: PyList, key: Value) => none(deleteItems(self, key))],
    __iadd__: [
      'value, /',
      (_call, self: PyList, other: Value) => {
        extend(self, other);
        return self;
      },
    ],
    __imul__: [
      'value, /',
      (_call, self: PyList, count: Value) => {
        replaceAll(self, repeated(self.items, times(count)));
        return self;
      },
    ],
    __reversed__: [
      '',
      (_call, self: PyList) => namedIterator('list_reverseiterator', self.items.slice().reverse()),
    ],
    append: ['object, /', (_call, self: PyList, item: Value) => none(self.items.push(item))],
    clear: ['', (_call, self: PyList) => none(self.items.splice(0))],
    copy: ['', (_call, self: PyList) => list(self.items.slice())],
    extend: ['iterable, /', (_call, self: PyList, other: Value) => none(extend(self, other))],
    insert: [
      'index, object, /',
      (_call, self: PyList, index: Value, item: Value) => {
        const at = toSize(index);
        return none(self.items.splice(at < 0 ? Math.max(0, at + self.items.length) : at, 0, item));
      },
    ],
    pop: ['index=-1, /', pop],
    remove: [
      'value, /',
      (_call, self: PyList, item: Value) => {
        const at = self.items.findIndex((each) => sameOrEqual(each, item));
        if (at < 0) throw valueError('list.remove(x): x not in list');
        return none(self.items.splice(at, 1));
      },
    ],
    reverse: ['', (_call, self: PyList) => none(self.items.reverse())],
    sort: [
      '*, key=None, reverse=False',
      (_call, self: PyList, key: Value, reverse: Value) => none(sortValues(self.items, key, truth(reverse))),
    ],
  },
  classMethods: {
    __class_getitem__: ['key, /', (_call, cls: PyClass, key: Value) => genericAlias(cls, key)],
  },
  repr: (self: PyList) => withoutCycle(self, '[...]', () => `[${self.items.map(repr).join(', ')}]`),
});

fillNativeClass(tupleClass, {
  style: 'builtin',
  attributes: {
    __new__: makeNew('tuple', 'iterable=(), /', (_call, cls, iterable?: Value) => {
      if (cls === tupleClass && iterable instanceof PyTuple && iterable.cls === tupleClass) return iterable;
      return new PyTuple(iterable === undefined ? [] : toArray(iterable), cls);
    }),
  },
  methods: {
    ...sequenceMethods(
      'tuple',
      (items) => new PyTuple(items),
      (value): value is Sequence => value instanceof PyTuple,
    ),
    __getnewargs__: ['', (_call, self: PyTuple) => new PyTuple([new PyTuple(self.items)])],
  },
  classMethods: {
    __class_getitem__: ['key, /', (_call, cls: PyClass, key: Value) => genericAlias(cls, key)],
  },
  hash: (self: PyTuple) => hashAll(self.items),
  repr: (self: PyTuple) =>
    withoutCycle(self, '(...)', () =>
      self.items.length === 1 ? `(${repr(self.items[0]!)},)` : `(${self.items.map(repr).join(', ')})`,
    ),
});
