/** Iteration, length, membership and subscripts. */
import { findAttribute } from '../attributes/attributes.ts';
import { callSpecial, callSpecialMethod, callValue } from '../callable.ts';
import { classOf, typeName } from '../classes/class-of.ts';
import { sameOrEqual } from '../compare.ts';
import {
  isException,
  overflowError,
  raise,
  runtimeError,
  stopIteration,
  typeError,
  valueError,
} from '../exceptions/exceptions.ts';
import { interpreter } from '../interpreter.ts';
import { NativeIterator } from '../native/iterator.ts';
import { toIndex } from '../numbers.ts';
import { PyGenericAlias } from '../property.ts';
import { truth } from '../truth.ts';
import { PyClass, type Value } from '../value.ts';
import { PyList, PyRange, PyTuple } from './containers.ts';
import { PyDict } from './dict.ts';
import { PySet } from './set.ts';

/** A Python iterator that native code can step without exceptions: generators and native iterators. */
export interface Steppable {
  /** The next item; undefined at the end. */
  step(): Value | undefined;
  /** Not begun yet, and known to nobody but the one who has just asked for it. */
  readonly fresh?: boolean;
  /** Ends it where nobody can walk on; never throws. */
  abandon?(): void;
}

const isSteppable = (value: Value): value is Steppable & object =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Steppable>).step === 'function';

/** `len(str)` and indexing count code points. */
export const hasSurrogates = (text: string): boolean => /[\ud800-\udfff]/.test(text);

/** The characters of a string, as Python sees them. */
export const characters = (text: string): readonly string[] =>
  hasSurrogates(text) ? [...text] : text.split('');

/**
 * The items of any iterable, for a `for…of` loop. Core containers are walked directly.
 * @throws TypeError of Python: "'int' object is not iterable"
 */
export function iterate(value: Value): Iterable<Value> {
  if (typeof value === 'string') return characters(value);
  if (value instanceof PyTuple && value.cls.native) return value.items;
  if (value instanceof PyList && value.cls.native) return listItems(value);
  if (value instanceof PyDict && value.cls.native) return guarded(value, value.keys());
  if (value instanceof PySet && value.cls.native) return guarded(value, value, 'Set');
  if (value instanceof PyRange) return rangeItems(value);
  const iterator = getIterator(value);
  if (iterator instanceof NativeIterator) return iterator;
  if (iterator !== value && isSteppable(iterator) && iterator.fresh) return owned(iterator);
  return { [Symbol.iterator]: () => new PythonIteration(iterator) };
}

/** The items of an iterator that nobody else knows: leaving the loop early ends it. */
export const owned = (iterator: Value): Iterable<Value> => ({
  [Symbol.iterator]: () => new OwnedIteration(iterator),
});

/** Ends an iterator, or what it feeds on, where nobody can walk on. */
export function abandoned(iterator: Value): void {
  if (iterator instanceof NativeIterator) for (const each of iterator.feeds ?? []) abandoned(each);
  else if (isSteppable(iterator)) iterator.abandon?.();
}

/** A list may grow and shrink while it is walked. */
function* listItems(list: PyList): IterableIterator<Value> {
  for (let index = 0; index < list.items.length; index++) yield list.items[index]!;
}

function* rangeItems(range: PyRange): IterableIterator<Value> {
  const python = interpreter();
  for (let index = 0; index < range.length; index++) {
    if (--python.budget < 0) python.spend(0);
    yield range.item(index);
  }
}

/** Walks a dict or set and refuses changes of its size on the way. */
export function* guarded(
  dict: { readonly size: number },
  items: Iterable<Value>,
  what = 'dictionary',
): IterableIterator<Value> {
  const size = dict.size;
  for (const item of items) {
    yield item;
    if (dict.size !== size) throw runtimeError(`${what} changed size during iteration`);
  }
}

/** A JavaScript iterator over a Python iterator. */
class PythonIteration implements Iterator<Value> {
  readonly #iterator: Value;
  constructor(iterator: Value) {
    this.#iterator = iterator;
  }
  next(): IteratorResult<Value> {
    interpreter().spend(4);
    const value = nextItem(this.#iterator);
    return value === undefined ? { done: true, value: undefined } : { done: false, value };
  }
}

/** The same over an iterator that nobody else knows. */
export class OwnedIteration extends PythonIteration {
  readonly #owned: Value;
  constructor(iterator: Value) {
    super(iterator);
    this.#owned = iterator;
  }
  return(): IteratorResult<Value> {
    abandoned(this.#owned);
    return { done: true, value: undefined };
  }
}

/**
 * `iter(value)`
 * @throws TypeError of Python
 */
export function getIterator(value: Value): Value {
  const cls = classOf(value);
  const method = cls.lookup('__iter__');
  if (method !== undefined && method !== null) {
    const iterator = callSpecial(method, value);
    if (isSteppable(iterator) || iterator instanceof NativeIterator || classOf(iterator).lookup('__next__'))
      return iterator;
    throw typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
  }
  if (method !== null && cls.lookup('__getitem__') !== undefined && !(value instanceof PyClass)) {
    return new NativeIterator(bySubscript(value));
  }
  throw typeError(`'${typeName(value)}' object is not iterable`);
}

function* bySubscript(value: Value): IterableIterator<Value> {
  for (let index = 0; ; index++) {
    let item: Value;
    try {
      item = getItem(value, index);
    } catch (error) {
      const exception = interpreter().toException(error);
      if (isException(exception, 'IndexError') || isException(exception, 'StopIteration')) return;
      throw error;
    }
    yield item;
  }
}

/** The next item of an iterator; undefined at its end. */
export function nextItem(iterator: Value): Value | undefined {
  if (isSteppable(iterator)) return iterator.step();
  if (iterator instanceof NativeIterator) {
    const { done, value } = iterator.advance();
    return done ? undefined : value;
  }
  try {
    const answer = callSpecialMethod(iterator, '__next__');
    if (answer === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
    return answer;
  } catch (error) {
    if (isException(error, 'StopIteration')) return undefined;
    throw error;
  }
}

/** `next(iterator)` @throws StopIteration */
export function nextOrStop(iterator: Value): Value {
  const value = nextItem(iterator);
  if (value === undefined) throw stopIteration();
  return value;
}

/** Items of a list that no machine holds. */
const LARGEST = 2 ** 40;

/** Steps that a kept item costs, so that an endless iterator ends before the memory does. */
const ITEM_COST = 5;

/** The items of any iterable as an array of its own. */
export function toArray(value: Value): Value[] {
  if ((value instanceof PyList || value instanceof PyTuple) && value.cls.native) {
    interpreter().spend(value.items.length >> 3);
    return value.items.slice();
  }
  if (value instanceof PyRange && value.length > LARGEST) {
    if (value.length > 2 ** 63) throw overflowError('Python int too large to convert to C ssize_t');
    throw raise('MemoryError');
  }
  const python = interpreter();
  const items: Value[] = [];
  for (const item of iterate(value)) {
    python.spend(ITEM_COST);
    items.push(item);
  }
  return items;
}

/**
 * `len(value)`
 * @throws TypeError of Python
 */
export function length(value: Value): number {
  if (typeof value === 'string') return hasSurrogates(value) ? [...value].length : value.length;
  const answer = callSpecialMethod(value, '__len__');
  if (answer === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  const size = toIndex(answer);
  if (size < 0) throw valueError('__len__() should return >= 0');
  return Number(size);
}

/** `item in container` */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof PyDict && container.cls.native) return container.has(item);
  const method = classOf(container).lookup('__contains__');
  if (method === null) throw typeError(`'${typeName(container)}' object is not a container`);
  if (method !== undefined) return truth(callSpecial(method, container, [item]));
  let items: Iterable<Value>;
  try {
    items = iterate(container);
  } catch (error) {
    if (!isException(error, 'TypeError')) throw error;
    throw typeError(`argument of type '${typeName(container)}' is not iterable`);
  }
  for (const each of items) if (sameOrEqual(each, item)) return true;
  return false;
}

/**
 * `container[key]`
 * @throws TypeError, KeyError, IndexError of Python
 */
export function getItem(container: Value, key: Value): Value {
  if (container instanceof PyList && typeof key === 'number' && key >= 0 && container.cls.native) {
    const item = container.items[key];
    if (item !== undefined) return item;
  }
  const method = classOf(container).lookup('__getitem__');
  if (method !== undefined && method !== null) return callSpecial(method, container, [key]);
  if (container instanceof PyClass) return classItem(container, key);
  throw typeError(`'${typeName(container)}' object is not subscriptable`);
}

/** Classes of the standard library that annotations subscript, and that have no method of their own for it here. */
const GENERIC = new Set(
  (
    'asyncio.futures.Future asyncio.tasks.Task asyncio.Future asyncio.Task builtins.BaseExceptionGroup builtins.ExceptionGroup builtins.enumerate ' +
    'builtins.type contextvars.Token dataclasses.Field functools.cached_property functools.partial itertools.chain ' +
    'logging.LoggerAdapter logging.StreamHandler os.PathLike subprocess.CompletedProcess tempfile.TemporaryDirectory ' +
    'builtins.mappingproxy types.mappingproxy weakref.ref fastapi.Request pydantic.main.TypeAdapter pydantic.main.ValidationInfo ' +
    'starlette.requests.Request'
  ).split(' '),
);

const isGeneric = (cls: PyClass): boolean => GENERIC.has(`${cls.module}.${cls.name}`);

/** `list[int]`: `__class_getitem__`. */
function classItem(cls: PyClass, key: Value): Value {
  const found = cls.lookup('__class_getitem__');
  if (found === undefined) {
    if (isGeneric(cls)) return new PyGenericAlias(cls, key instanceof PyTuple ? key : new PyTuple([key]));
    throw typeError(`type '${cls.shownName ?? cls.name}' is not subscriptable`);
  }
  return callValue(findAttribute(cls, '__class_getitem__')!, [key]);
}

/** `container[key] = value`; deletes where `value` is undefined. */
export function setItem(container: Value, key: Value, value: Value | undefined): void {
  const method = classOf(container).lookup(value === undefined ? '__delitem__' : '__setitem__');
  if (method === undefined || method === null) {
    const what = value === undefined ? 'deletion' : 'assignment';
    throw typeError(
      `'${typeName(container)}' object ${value === undefined ? "doesn't" : 'does not'} support item ${what}`,
    );
  }
  callSpecial(method, container, value === undefined ? [key] : [key, value]);
}
