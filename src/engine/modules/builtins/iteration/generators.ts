/** Generators, coroutines and asynchronous generators. */

import { exceptionFrom } from '../../../python/evaluate/compile/raise.ts';
import {
  awaitValue,
  CoroutineWrapper,
  NativeAwaitable,
  type PyAsyncGenerator,
  type PyCoroutine,
  type PyGenerator,
} from '../../../python/evaluate/generator.ts';
import { callValue } from '../../../python/values/callable.ts';
import { typeName } from '../../../python/values/classes/class-of.ts';
import {
  asyncGeneratorClass,
  coroutineClass,
  coroutineWrapperClass,
  generatorClass,
} from '../../../python/values/classes/classes.ts';
import { raise, stopIteration } from '../../../python/values/exceptions/exceptions.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import { address } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';

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
    __await__: ['', (_call, self: PyCoroutine) => new CoroutineWrapper(self)],
    send: ['value, /', (_call, self: PyCoroutine): Value => stop(awaitValue(self))],
    close: [
      '',
      (_call, self: PyCoroutine) => {
        self.close();
        return null;
      },
    ],
  },
  repr: (self: PyCoroutine | NativeAwaitable) =>
    `<coroutine object ${(self instanceof NativeAwaitable ? self.qualname : self.frame.code.qualname) ?? '?'} at ${address(self)}>`,
  getters: {
    __name__: (self: PyCoroutine) => self.frame.code.name,
    __qualname__: (self: PyCoroutine) => self.frame.code.qualname,
  },
});

fillNativeClass(coroutineWrapperClass, {
  style: 'builtin',
  methods: {
    __iter__: ['', (_call, self: CoroutineWrapper) => self],
    __next__: ['', (_call, self: CoroutineWrapper): Value => stop(self.await())],
    send: ['value, /', (_call, self: CoroutineWrapper): Value => stop(self.await())],
  },
  repr: (self: CoroutineWrapper) => `<coroutine_wrapper object at ${address(self)}>`,
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
