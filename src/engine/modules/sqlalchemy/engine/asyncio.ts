/** sqlalchemy.ext.asyncio over the same synchronous connection. Answers to: sqlalchemy/ext/asyncio/engine.py. */
import { Raise } from '../../../machine.ts';
import { awaitValue, NativeAwaitable } from '../../../python/evaluate/generator.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeClassSpec, nativeClass, nativeFunction } from '../../../python/values/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { createEngine, type Engine, engineFromConfig } from '../../../sqlalchemy/engine/engine.ts';
import type { Transaction } from '../../../sqlalchemy/engine/transaction.ts';
import { configurationMap, engineKeywords } from './engine-class.ts';
import { EngineBegin } from './transaction-class.ts';

const MODULE = 'sqlalchemy.ext.asyncio.engine';

type Methods = NonNullable<NativeClassSpec['methods']>;

const awaitable = (work: () => unknown, qualname?: string): Value =>
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

class AsyncTransaction {
  readonly sync: Transaction;
  constructor(sync: Transaction) {
    this.sync = sync;
  }
}

/** `async with engine.begin()`. */
class AsyncBegin {
  readonly begin: EngineBegin;
  readonly engine: AsyncEngine;
  constructor(engine: AsyncEngine) {
    this.engine = engine;
    this.begin = new EngineBegin(engine.sync, true);
  }
}

const through = (name: string): Methods[string] => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    awaitable(
      () => call.call(call.getAttribute(self.started, name)!, args, keywords),
      `AsyncConnection.${name}`,
    ),
];

const direct = (name: string): Methods[string] => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    call.call(call.getAttribute(self.started, name)!, args, keywords),
];

const runSync = (
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
export function spawned(call: Interpreter, work: () => Value): Value {
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

export const asyncConnectionClass = nativeClass({
  name: 'AsyncConnection',
  module: MODULE,
  host: AsyncConnection,
  methods: {
    run_sync: ['fn, *arg, **kw', runSync as never],
    execute: through('execute'),
    scalar: through('scalar'),
    scalars: through('scalars'),
    exec_driver_sql: through('exec_driver_sql'),
    commit: through('commit'),
    rollback: through('rollback'),
    close: through('close'),
    invalidate: through('invalidate'),
    stream: through('execute'),
    in_transaction: direct('in_transaction'),
    in_nested_transaction: direct('in_nested_transaction'),
    get_transaction: direct('get_transaction'),
    execution_options: [
      '**opt',
      (_call: Interpreter, self: AsyncConnection, options: Map<string, Value>) =>
        awaitable(() => {
          self.started.setOptions(options);
          return self;
        }),
    ],
    begin: ['', (_call: Interpreter, self: AsyncConnection) => new AsyncTransaction(self.started.begin())],
    begin_nested: [
      '',
      (_call: Interpreter, self: AsyncConnection) => new AsyncTransaction(self.started.beginNested()),
    ],
    start: [
      'is_ctxmanager=False',
      (_call: Interpreter, self: AsyncConnection) => awaitable(() => self.start()),
    ],
    __aenter__: ['', (_call: Interpreter, self: AsyncConnection) => awaitable(() => self.start())],
    __aexit__: [
      'type_, value, traceback',
      (_call: Interpreter, self: AsyncConnection) => awaitable(() => self.sync?.close()),
    ],
    __await__: [
      '',
      (call: Interpreter, self: AsyncConnection) =>
        call.callMethod(
          awaitable(() => self.start()),
          '__await__',
        ),
    ],
  },
  getters: {
    sync_connection: (self: AsyncConnection) => self.sync ?? null,
    engine: (self: AsyncConnection) => self.engine,
    sync_engine: (self: AsyncConnection) => self.engine.sync,
    dialect: (self: AsyncConnection) => self.engine.sync.dialect,
    closed: (self: AsyncConnection) => self.sync?.closed ?? false,
  },
  repr: (self: never) => defaultRepr(self),
});

nativeClass({
  name: 'AsyncTransaction',
  module: MODULE,
  host: AsyncTransaction,
  methods: {
    commit: [
      '',
      (_call: Interpreter, self: AsyncTransaction) =>
        awaitable(() => self.sync.commit(), 'AsyncTransaction.commit'),
    ],
    rollback: [
      '',
      (_call: Interpreter, self: AsyncTransaction) =>
        awaitable(() => self.sync.rollback(), 'AsyncTransaction.rollback'),
    ],
    close: [
      '',
      (_call: Interpreter, self: AsyncTransaction) =>
        awaitable(() => self.sync.rollback(), 'AsyncTransaction.close'),
    ],
    __aenter__: [
      '',
      (call: Interpreter, self: AsyncTransaction) =>
        awaitable(() => {
          call.callMethod(self.sync, '__enter__');
          return self;
        }),
    ],
    __aexit__: [
      'type_, value, traceback',
      (call: Interpreter, self: AsyncTransaction, type: Value, value: Value, traceback: Value) =>
        awaitable(() => call.callMethod(self.sync, '__exit__', type, value, traceback)),
    ],
    __await__: [
      '',
      (call: Interpreter, self: AsyncTransaction) =>
        call.callMethod(
          awaitable(() => self),
          '__await__',
        ),
    ],
  },
  getters: { is_active: (self: AsyncTransaction) => self.sync.isActive },
});

nativeClass({
  name: '_AsyncGeneratorContextManager',
  module: 'contextlib',
  host: AsyncBegin,
  methods: {
    __aenter__: [
      '',
      (_call: Interpreter, self: AsyncBegin) =>
        awaitable(() => new AsyncConnection(self.engine, self.begin.enter())),
    ],
    __aexit__: [
      'typ, value, traceback',
      (_call: Interpreter, self: AsyncBegin, type: Value) =>
        awaitable(() => {
          self.begin.leave(type !== null);
          return false;
        }),
    ],
  },
});

export const asyncEngineClass = nativeClass({
  name: 'AsyncEngine',
  module: MODULE,
  host: AsyncEngine,
  methods: {
    connect: ['', (_call: Interpreter, self: AsyncEngine) => new AsyncConnection(self)],
    begin: ['', (_call: Interpreter, self: AsyncEngine) => new AsyncBegin(self)],
    dispose: ['close=True', () => awaitable(() => null, 'AsyncEngine.dispose')],
    execution_options: [
      '**opt',
      (call: Interpreter, self: AsyncEngine, options: Map<string, Value>) =>
        new AsyncEngine(call.call(call.getAttribute(self.sync, 'execution_options')!, [], options) as Engine),
    ],
    get_execution_options: [
      '',
      (call: Interpreter, self: AsyncEngine) => call.callMethod(self.sync, 'get_execution_options'),
    ],
  },
  getters: {
    sync_engine: (self: AsyncEngine) => self.sync,
    url: (self: AsyncEngine) => self.sync.url,
    dialect: (self: AsyncEngine) => self.sync.dialect,
    name: (self: AsyncEngine) => self.sync.dialect.name,
    driver: (self: AsyncEngine) => self.sync.dialect.driver,
    echo: (self: AsyncEngine, call) => call.getAttribute(self.sync, 'echo') ?? null,
    pool: (self: AsyncEngine, call) => call.getAttribute(self.sync, 'pool') ?? null,
  },
  repr: (self: never) => defaultRepr(self),
});

/** @throws InvalidRequestError for a driver that is not async */
function asyncOver(engine: Engine): AsyncEngine {
  if (!engine.dialect.isAsync) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `The asyncio extension requires an async driver to be used. The loaded '${engine.dialect.driver}' is not async.`,
    ]);
  }
  return new AsyncEngine(engine);
}

export const asyncEngineFunctions: Readonly<Record<string, () => Value>> = {
  create_async_engine: () => createAsyncEngine,
  async_engine_from_config: () => asyncEngineFromConfig,
};

const createAsyncEngine = nativeFunction(
  'create_async_engine',
  'url, **kw',
  (call, url: Value, keywords: Map<string, Value>) =>
    asyncOver(createEngine(call.process, url, engineKeywords(keywords))),
  MODULE,
);

const asyncEngineFromConfig = nativeFunction(
  'async_engine_from_config',
  "configuration, prefix='sqlalchemy.', **kwargs",
  (call, configuration: Value, prefix: Value, keywords: Map<string, Value>) =>
    asyncOver(
      engineFromConfig(
        call.process,
        configurationMap(call, configuration),
        String(prefix),
        engineKeywords(keywords),
      ),
    ),
  MODULE,
);
