/** What engines and connections that are awaited share. */
import { Raise } from '../../../machine.ts';
import { awaitValue, NativeAwaitable } from '../../../python/evaluate/generator.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { Engine } from '../../../sqlalchemy/engine/engine.ts';
import { awaitOnly, greenletSpawn } from '../../../sqlalchemy/engine/greenlet.ts';
import type { Transaction } from '../../../sqlalchemy/engine/transaction.ts';
import { EngineBegin } from './transaction-class.ts';

export const MODULE = 'sqlalchemy.ext.asyncio.engine';

type Methods = NonNullable<NativeClassSpec['methods']>;

/** Work that is done when it is awaited, and may wait for the driver. @param qualname what a warning calls it that says it never was */
export const awaitable = (call: Interpreter, work: () => unknown, qualname?: string): Value =>
  new NativeAwaitable(() => (greenletSpawn(call.process, work) ?? null) as Value, qualname);

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
    this.sync ??= new Connection(this.engine.sync);
    return this;
  }
  /** @throws AsyncContextNotStarted */
  get started(): Connection {
    if (this.sync) return this.sync;
    throw notStarted('AsyncConnection');
  }
}

/** `conn.begin()`: begins when it is awaited or entered. */
export class AsyncTransaction {
  readonly connection: AsyncConnection;
  readonly nested: boolean;
  sync: Transaction | undefined;
  constructor(connection: AsyncConnection, nested: boolean, sync?: Transaction) {
    this.connection = connection;
    this.nested = nested;
    this.sync = sync;
  }
  /** @throws InvalidRequestError where a transaction has begun */
  start(): AsyncTransaction {
    const { started } = this.connection;
    this.sync = this.nested ? started.beginNested() : started.begin();
    return this;
  }
  /** @throws AsyncContextNotStarted */
  get started(): Transaction {
    if (this.sync) return this.sync;
    throw notStarted('AsyncTransaction');
  }
}

const notStarted = (name: string): Raise =>
  new Raise('sqlalchemy.ext.asyncio.exc.AsyncContextNotStarted', [
    `${name} context has not been started and object has not been awaited.`,
  ]);

/** `async with engine.begin()`. */
export class AsyncBegin {
  readonly begin: EngineBegin;
  readonly engine: AsyncEngine;
  constructor(engine: AsyncEngine) {
    this.engine = engine;
    this.begin = new EngineBegin(engine.sync);
  }
}

/** A method that does, awaited, what the synchronous connection does. */
export const through = (name: string): Methods[string] => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    awaitable(
      call,
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
  awaitable(
    call,
    () => {
      proxies.set(self.started, self);
      return call.call(callable, [self.started, ...args], keywords);
    },
    'AsyncConnection.run_sync',
  );

/** The awaited connections that plain ones belong to. */
const proxies = new WeakMap<Connection, AsyncConnection>();

/** `AsyncConnection._retrieve_proxy_for_target` */
export const asyncConnectionOf = (sync: Connection): AsyncConnection =>
  proxies.get(sync) ?? new AsyncConnection(new AsyncEngine(sync.engine), sync);

/** `await_only(awaitable)` @throws MissingGreenlet where no awaitable code called */
export const awaitOnlyValue = (call: Interpreter, value: Value): Value =>
  awaitOnly(call.process, () => awaitValue(value));

/** `sqlalchemy.util.await_only` and its kin. Answers to: sqlalchemy/util/concurrency.py. */
export const CONCURRENCY_NAMES = {
  await_only: () => nativeFunction('await_only', 'awaitable', awaitOnlyValue),
  greenlet_spawn: () =>
    nativeFunction(
      'greenlet_spawn',
      'fn, *args, _require_await=False, **kwargs',
      (call, callable: Value, args: Value[], _required: Value, keywords: Map<string, Value>) =>
        awaitable(call, () => call.call(callable, args, keywords)),
    ),
};
