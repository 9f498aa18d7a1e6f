/** Connections that are awaited. Answers to: sqlalchemy/ext/asyncio/engine.py (AsyncConnection). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import {
  AsyncBegin,
  AsyncConnection,
  AsyncTransaction,
  awaitable,
  direct,
  MODULE,
  runSync,
  through,
} from './awaited.ts';

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
