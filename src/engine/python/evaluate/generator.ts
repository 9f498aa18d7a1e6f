/** Generators, coroutines and asynchronous generators. Coroutines run to their end when they are awaited. */
import { callSpecial, callSpecialMethod } from '../values/callable.ts';
import { classOf, typeName } from '../values/classes/class-of.ts';
import {
  asyncGeneratorClass,
  coroutineClass,
  coroutineWrapperClass,
  generatorClass,
} from '../values/classes/classes.ts';
import { getIterator, nextItem, type Steppable } from '../values/containers/iterate.ts';
import {
  isException,
  PyException,
  raise,
  runtimeError,
  typeError,
  valueError,
} from '../values/exceptions/exceptions.ts';
import { repr } from '../values/text.ts';
import { type PyClass, PyObject, type Value } from '../values/value.ts';
import { enterFrame, execute, type Frame, leaveFrame, runtime } from './frame.ts';

/** A paused function body. */
class Pausable extends PyObject implements Steppable {
  readonly frame: Frame;
  /** The value of `return`, once it has ended. */
  returned: Value = null;
  state: 'created' | 'suspended' | 'running' | 'closed' = 'created';
  readonly #body: Generator<Value, unknown, Value>;
  #handling: PyException | null = null;

  constructor(frame: Frame, cls: PyClass) {
    super(cls);
    this.frame = frame;
    this.#body = frame.code.generate!(frame);
  }

  /** Runs to the next `yield`; undefined at the end. */
  step(): Value | undefined {
    return this.resume('next', null);
  }

  /** @throws TypeError, and whatever the body raises */
  send(value: Value): Value | undefined {
    if (this.state === 'created' && value !== null) {
      throw typeError(`can't send non-None value to a just-started ${typeName(this).replace('_', ' ')}`);
    }
    return this.resume('next', value);
  }

  /** Raises an exception where the body stands. */
  throw(exception: PyException): Value | undefined {
    if (this.state === 'closed') throw exception;
    return this.resume('throw', exception);
  }

  close(): void {
    if (this.state === 'created') this.state = 'closed';
    if (this.state === 'closed') return;
    let value: Value | undefined;
    try {
      value = this.resume('throw', raise('GeneratorExit'));
    } catch (error) {
      if (isException(error, 'GeneratorExit') || isException(error, 'StopIteration')) return;
      throw error;
    }
    if (value !== undefined) throw runtimeError(`${typeName(this).replace('_', ' ')} ignored GeneratorExit`);
  }

  private resume(how: 'next' | 'throw', value: Value): Value | undefined {
    if (this.state === 'running') throw valueError(`${typeName(this).replace('_', ' ')} already executing`);
    if (this.state === 'closed') return undefined;
    const python = runtime(this.frame);
    enterFrame(this.frame, python);
    const before = python.handling;
    if (this.#handling) python.handling = this.#handling;
    this.state = 'running';
    try {
      const { done, value: item } = how === 'next' ? this.#body.next(value) : this.#body.throw(value);
      this.state = done ? 'closed' : 'suspended';
      this.#handling = python.handling === before ? null : python.handling;
      if (!done) return item as Value;
      this.returned = this.frame.result;
      return undefined;
    } catch (error) {
      this.state = 'closed';
      throw this.escaped(python.unwind(this.frame, error));
    } finally {
      python.handling = before;
      leaveFrame(this.frame, python);
    }
  }

  /** A StopIteration must not leave a generator's body as such. */
  private escaped(error: unknown): unknown {
    const name = isException(error, 'StopIteration') ? 'StopIteration' : 'StopAsyncIteration';
    const isAsync = this.frame.code.asynchronous;
    if (!isException(error, 'StopIteration') && !(isAsync && isException(error, 'StopAsyncIteration')))
      return error;
    const wrapped = runtimeError(`${isAsync ? 'async ' : ''}generator raised ${name}`);
    wrapped.cause = error;
    wrapped.context = error;
    wrapped.suppressContext = true;
    wrapped.passing = this.frame;
    return wrapped;
  }
}

export class PyGenerator extends Pausable {
  /** Stored somewhere by a name that is read again later. */
  kept = false;
  constructor(frame: Frame) {
    super(frame, generatorClass);
  }
  get fresh(): boolean {
    return this.state === 'created' && !this.kept;
  }
  /** Ends it where nobody can walk on. What it raises nobody can catch: that is printed. */
  abandon(): void {
    const python = runtime(this.frame);
    if (this.state !== 'suspended' || python.budget <= 0) return;
    try {
      this.close();
    } catch (error) {
      const exception = python.toException(error);
      if (!(exception instanceof PyException)) throw error;
      const here = python.frame as Frame | undefined;
      if (here && exception.traceback.length === 0) python.unwind(here, exception);
      python.process.stderr.write(
        `Exception ignored in: ${repr(this)}\n${python.formatException(exception)}`,
      );
    }
  }
}

export class PyAsyncGenerator extends Pausable {
  constructor(frame: Frame) {
    super(frame, asyncGeneratorClass);
  }
}

/** What `await` can run directly. */
export interface Awaitable {
  await(): Value;
}

const isAwaitable = (value: Value): value is Awaitable & object =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Awaitable>).await === 'function';

/** What calling an `async def` gives. */
export class PyCoroutine extends PyObject implements Awaitable {
  readonly frame: Frame;
  state: 'created' | 'running' | 'closed' = 'created';
  constructor(frame: Frame) {
    super(coroutineClass);
    this.frame = frame;
  }
  /** Runs the body to its end. @throws RuntimeError where it has run already */
  await(): Value {
    if (this.state === 'running') throw runtimeError('coroutine is being awaited already');
    if (this.state === 'closed') throw runtimeError('cannot reuse already awaited coroutine');
    this.state = 'running';
    try {
      return execute(this.frame);
    } finally {
      this.state = 'closed';
    }
  }
  close(): void {
    this.state = 'closed';
  }
}

/** An awaitable of native code, such as what `__anext__` gives. */
export class NativeAwaitable extends PyObject implements Awaitable {
  readonly work: () => Value;
  /** Of the coroutine that it stands for; undefined where nobody minds that it is not awaited. */
  readonly qualname: string | undefined;
  awaited = false;
  constructor(work: () => Value, qualname?: string) {
    super(coroutineClass);
    this.work = work;
    this.qualname = qualname;
  }
  await(): Value {
    this.awaited = true;
    return this.work();
  }
}

/** What `__await__` of a coroutine gives: the iterator that a coroutine is not. */
export class CoroutineWrapper extends PyObject implements Awaitable {
  readonly coroutine: PyCoroutine | NativeAwaitable;
  constructor(coroutine: PyCoroutine | NativeAwaitable) {
    super(coroutineWrapperClass);
    this.coroutine = coroutine;
  }
  await(): Value {
    return this.coroutine.await();
  }
}

/** `await value` @throws TypeError of Python */
export function awaitValue(value: Value): Value {
  if (isAwaitable(value)) return value.await();
  const iterator = callSpecialMethod(value, '__await__');
  if (iterator === undefined)
    throw typeError(`object ${typeName(value)} can't be used in 'await' expression`);
  return exhaust(iterator);
}

/** Runs an iterator to its end; the value it returns. */
function exhaust(iterator: Value): Value {
  try {
    while (nextValue(iterator) !== undefined);
  } catch (error) {
    if (isException(error, 'StopIteration')) return error.args[0] ?? null;
    throw error;
  }
  return iterator instanceof Pausable ? iterator.returned : null;
}

function nextValue(iterator: Value): Value | undefined {
  if (iterator instanceof Pausable) return iterator.step();
  return callSpecialMethod(iterator, '__next__');
}

/** `yield from value` @returns what the inner iterator returned */
export function* delegate(value: Value): Generator<Value, Value, Value> {
  if (value instanceof PyCoroutine || value instanceof NativeAwaitable)
    throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  const inner = isAwaitable(value) ? value : getIterator(value);
  if (isAwaitable(inner)) return inner.await();
  let sent: Value = null;
  let thrown: PyException | undefined;
  for (;;) {
    let item: Value | undefined;
    try {
      item = thrown ? throwInto(inner, thrown) : sendInto(inner, sent);
    } catch (error) {
      if (isException(error, 'StopIteration') && !(inner instanceof Pausable)) return error.args[0] ?? null;
      throw error;
    }
    if (item === undefined) return inner instanceof Pausable ? inner.returned : null;
    thrown = undefined;
    try {
      sent = yield item;
    } catch (error) {
      if (!(error instanceof PyException)) throw error;
      thrown = error;
    }
  }
}

function sendInto(inner: Value, value: Value): Value | undefined {
  if (inner instanceof Pausable) return inner.send(value);
  if (value === null) return classOf(inner).native ? nextItem(inner) : callSpecialMethod(inner, '__next__');
  return callSpecialMethod(inner, 'send', value);
}

function throwInto(inner: Value, exception: PyException): Value | undefined {
  if (inner instanceof Pausable) {
    if (!isException(exception, 'GeneratorExit')) return inner.throw(exception);
    inner.close();
    throw exception;
  }
  const method = classOf(inner).lookup('throw');
  if (method === undefined) throw exception;
  return callSpecial(method, inner, [exception]);
}

/** The items of an asynchronous iterable. @throws TypeError of Python */
export function* iterateAsync(value: Value): IterableIterator<Value> {
  const iterator = callSpecialMethod(value, '__aiter__');
  if (iterator === undefined) {
    throw typeError(`'async for' requires an object with __aiter__ method, got ${typeName(value)}`);
  }
  for (;;) {
    let item: Value;
    try {
      const next = callSpecialMethod(iterator, '__anext__');
      if (next === undefined)
        throw typeError(
          `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`,
        );
      item = awaitValue(next);
    } catch (error) {
      if (isException(error, 'StopAsyncIteration')) return;
      throw error;
    }
    yield item;
  }
}
