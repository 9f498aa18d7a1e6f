/** Engines that are awaited. Answers to: sqlalchemy/ext/asyncio/engine.py (AsyncEngine). */
import { Raise } from '../../../machine.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { createEngine, type Engine, engineFromConfig } from '../../../sqlalchemy/engine/engine.ts';
import { AsyncBegin, AsyncConnection, AsyncEngine, awaitable, MODULE } from './awaited.ts';
import { configurationMap, engineKeywords } from './engine-class.ts';

export const asyncEngineClass = nativeClass({
  name: 'AsyncEngine',
  module: MODULE,
  host: AsyncEngine,
  methods: {
    connect: ['', (_call: Interpreter, self: AsyncEngine) => new AsyncConnection(self)],
    begin: ['', (_call: Interpreter, self: AsyncEngine) => new AsyncBegin(self)],
    dispose: ['close=True', (call: Interpreter) => awaitable(call, () => null, 'AsyncEngine.dispose')],
    raw_connection: [
      '',
      (call: Interpreter, self: AsyncEngine) =>
        awaitable(call, () => call.callMethod(self.sync, 'raw_connection'), 'AsyncEngine.raw_connection'),
    ],
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
