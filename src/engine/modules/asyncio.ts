/** `asyncio`: a loop over awaitables that are done as soon as they are asked. Timers and sockets are refused by name. */
import { awaitValue, NativeAwaitable } from '../python/evaluate/generator.ts';
import { classOf } from '../python/values/class-of.ts';
import { list } from '../python/values/containers.ts';
import { raise } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, nativeClass, nativeFunction } from '../python/values/native.ts';
import type { Value } from '../python/values/value.ts';

const running = Symbol('asyncio.run');

function run(call: Interpreter, main: Value): Value {
  const state = call.state(running, () => ({ inside: false }));
  if (state.inside) throw raise('RuntimeError', 'asyncio.run() cannot be called from a running event loop');
  if (classOf(main).name !== 'coroutine') {
    throw raise('ValueError', `a coroutine was expected, got ${call.repr(main)}`);
  }
  state.inside = true;
  try {
    return awaitValue(main);
  } finally {
    state.inside = false;
  }
}

/** An event loop as old code asks for one. */
class EventLoop {
  readonly kind = 'event-loop';
}

const eventLoopClass = nativeClass({
  name: '_UnixSelectorEventLoop',
  module: 'asyncio.unix_events',
  host: EventLoop,
  methods: {
    run_until_complete: ['future', (_call, _self: EventLoop, future: Value) => awaitValue(future)],
    create_task: ['coro, *, name=None, context=None', (_call, _self: EventLoop, work: Value) => work],
    is_running: ['', (call) => call.state(running, () => ({ inside: false })).inside],
    is_closed: ['', () => false],
    close: ['', () => null],
    run_in_executor: [
      'executor, func, *args',
      (call, _self: EventLoop, _executor: Value, work: Value, args: Value[]) =>
        done(() => call.call(work, args)),
    ],
  },
});

const done = (work: () => Value): Value => new NativeAwaitable(work);

const refused = (name: string) => () =>
  nativeFunction(name, '*args, **kwargs', () => {
    throw raise('NotImplementedError', `asyncio.${name}() is not supported in this simulator`);
  });

const newLoop = (name: string) => () => nativeFunction(name, '', () => new EventLoop());

export const asyncioModule = lazyModule('asyncio', {
  run: () => nativeFunction('run', 'main, *, debug=None', (call, main: Value) => run(call, main)),
  gather: () =>
    nativeFunction('gather', '*coros_or_futures, return_exceptions=False', (_call, works: Value[]) =>
      done(() => list(works.map((work) => awaitValue(work)))),
    ),
  sleep: () =>
    nativeFunction('sleep', 'delay, result=None', (_call, delay: Value, result: Value) => {
      if (delay !== 0) {
        throw raise(
          'NotImplementedError',
          'asyncio.sleep() of more than 0 seconds is not supported in this simulator',
        );
      }
      return new NativeAwaitable(() => result, 'sleep');
    }),
  create_task: () =>
    nativeFunction('create_task', 'coro, *, name=None, context=None', (_call, work: Value) => work),
  ensure_future: () =>
    nativeFunction('ensure_future', 'coro_or_future, *, loop=None', (_call, work: Value) => work),
  wait_for: () =>
    nativeFunction('wait_for', 'fut, timeout', (_call, work: Value) => done(() => awaitValue(work))),
  get_event_loop: newLoop('get_event_loop'),
  get_running_loop: newLoop('get_running_loop'),
  new_event_loop: newLoop('new_event_loop'),
  set_event_loop: () => nativeFunction('set_event_loop', 'loop', () => null),
  iscoroutine: () =>
    nativeFunction('iscoroutine', 'obj', (_call, value: Value) => classOf(value).name === 'coroutine'),
  AbstractEventLoop: () => eventLoopClass,
  open_connection: refused('open_connection'),
  start_server: refused('start_server'),
  create_subprocess_exec: refused('create_subprocess_exec'),
});
