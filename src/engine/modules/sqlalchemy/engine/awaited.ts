/** What engines and connections that are awaited share. */
import { Raise } from '../../../machine.ts';
import { awaitValue, NativeAwaitable } from '../../../python/evaluate/generator.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { Engine } from '../../../sqlalchemy/engine/engine.ts';
import type { Transaction } from '../../../sqlalchemy/engine/transaction.ts';
import { EngineBegin } from './transaction-class.ts';

export const MODULE = 'sqlalchemy.ext.asyncio.engine';

type Methods = NonNullable<NativeClassSpec['methods']>;

/** Work that is done when it is awaited. @param qualname what a warning calls it that says it never was */
export const awaitable = (work: () => unknown, qualname?: string): Value =>
  new NativeAwaitable(() => (work() ?? null) as Value, qualname);

/** An engine whose connections are awaited. */
export class AsyncEngine {
  readonly sync: Engine;
  constructor(sync: Engine) {
    this.sync = sync;
  }
}

/** `await engine.connect()`, and `async with engine.connect()`. */
export class AsyncConnection {
  readonly engine: AsyncEngine;
  sync: Connection | undefined;
  constructor(engine: AsyncEngine, sync?: Connection) {
    this.engine = engine;
    this.sync = sync;
  }
  /** @throws as connecting does */
  start(): AsyncConnection {
    this.sync ??= new Connection(this.engine.sync, true);
    return this;
  }
  /** @throws AsyncContextNotStarted's words */
  get started(): Connection {
    if (this.sync) return this.sync;
    throw new Raise('sqlalchemy.ext.asyncio.exc.AsyncContextNotStarted', [
      'AsyncConnection context has not been started and object has not been awaited.',
    ]);
  }
}

export class AsyncTransaction {
  readonly sync: Transaction;
  constructor(sync: Transaction) {
    this.sync = sync;
  }
}

/** `async with engine.begin()`. */
export class AsyncBegin {
  readonly begin: EngineBegin;
  readonly engine: AsyncEngine;
  constructor(engine: AsyncEngine) {
    this.engine = engine;
    this.begin = new EngineBegin(engine.sync, true);
  }
}

/** A method that does, awaited, what the synchronous connection does. */
export const through = (name: string): Methods[string] => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    awaitable(
      () => call.call(call.getAttribute(self.started, name)!, args, keywords),
      `AsyncConnection.${name}`,
    ),
];

/** A method that needs no `await`. */
export const direct = (name: string): Methods[string] => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    call.call(call.getAttribute(self.started, name)!, args, keywords),
];

/** `run_sync(callable, …)`: calls it with the synchronous connection. */
export const runSync = (
  call: Interpreter,
  self: AsyncConnection,
  callable: Value,
  args: Value[],
  keywords: Map<string, Value>,
): Value =>
  awaitable(() => {
    proxies.set(self.started, self);
    return spawned(call, () => call.call(callable, [self.started, ...args], keywords));
  }, 'AsyncConnection.run_sync');

/** The awaited connections that plain ones belong to. */
const proxies = new WeakMap<Connection, AsyncConnection>();

/** `AsyncConnection._retrieve_proxy_for_target` */
export const asyncConnectionOf = (sync: Connection): AsyncConnection =>
  proxies.get(sync) ?? new AsyncConnection(new AsyncEngine(sync.engine), sync);

const key = Symbol('functions that a greenlet runs');

/** Runs plain code that awaitable code called: `await_only` works in it. */
function spawned(call: Interpreter, work: () => Value): Value {
  const running = call.state(key, () => ({ depth: 0 }));
  running.depth++;
  try {
    return work();
  } finally {
    running.depth--;
  }
}

/** `await_only(awaitable)` @throws MissingGreenlet where no awaitable code called */
export function awaitOnly(call: Interpreter, value: Value): Value {
  if (call.state(key, () => ({ depth: 0 })).depth > 0) return awaitValue(value);
  throw new Raise('sqlalchemy.exc.MissingGreenlet', [
    "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
  ]);
}

/** `sqlalchemy.util.await_only` and its kin. Answers to: sqlalchemy/util/concurrency.py. */
export const CONCURRENCY_NAMES = {
  await_only: () => nativeFunction('await_only', 'awaitable', awaitOnly),
  greenlet_spawn: () =>
    nativeFunction(
      'greenlet_spawn',
      'fn, *args, _require_await=False, **kwargs',
      (call, callable: Value, args: Value[], _required: Value, keywords: Map<string, Value>) =>
        awaitable(() => spawned(call, () => call.call(callable, args, keywords))),
    ),
};
