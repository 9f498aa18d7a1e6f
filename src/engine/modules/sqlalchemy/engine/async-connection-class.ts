/** Connections that are awaited. Answers to: sqlalchemy/ext/asyncio/engine.py (AsyncConnection). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { Transaction } from '../../../sqlalchemy/engine/transaction.ts';
import {
  AsyncBegin,
  AsyncConnection,
  AsyncTransaction,
  asyncConnectionOf,
  awaitable,
  direct,
  MODULE,
  runSync,
  through,
} from './awaited.ts';

function transactionOf(connection: AsyncConnection, nested: boolean): AsyncTransaction {
  void connection.started;
  return new AsyncTransaction(connection, nested);
}

/** A method whose result is read by `async for`. @param result its class */
const streamed = (name: 'execute' | 'scalars', result: string): ReturnType<typeof through> => [
  '*args, **kwargs',
  (call: Interpreter, self: AsyncConnection, args: Value[], keywords: Map<string, Value>) =>
    awaitable(
      call,
      () => {
        const sync = call.call(call.getAttribute(self.started, name)!, args, keywords);
        return call.call(call.importName(`sqlalchemy.ext.asyncio.${result}`), [sync]);
      },
      `AsyncConnection.${name === 'execute' ? 'stream' : 'stream_scalars'}`,
    ),
];

/** The awaited transaction over one that has begun. */
const proxied = (
  connection: AsyncConnection,
  sync: Transaction | undefined,
  nested: boolean,
): AsyncTransaction | null => (sync ? new AsyncTransaction(connection, nested, sync) : null);

export const asyncConnectionClass = nativeClass({
  name: 'AsyncConnection',
  module: MODULE,
  host: AsyncConnection,
  classMethods: {
    _retrieve_proxy_for_target: [
      'target',
      (_call: Interpreter, _cls: Value, target: Connection) => asyncConnectionOf(target),
    ],
  },
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
    stream: streamed('execute', 'AsyncResult'),
    stream_scalars: streamed('scalars', 'AsyncScalarResult'),
    in_transaction: direct('in_transaction'),
    in_nested_transaction: direct('in_nested_transaction'),
    execution_options: [
      '**opt',
      (call: Interpreter, self: AsyncConnection, options: Map<string, Value>) =>
        awaitable(call, () => {
          self.started.setOptions(options);
          return self;
        }),
    ],
    begin: ['', (_call: Interpreter, self: AsyncConnection) => transactionOf(self, false)],
    begin_nested: ['', (_call: Interpreter, self: AsyncConnection) => transactionOf(self, true)],
    get_transaction: [
      '',
      (_call: Interpreter, self: AsyncConnection) => proxied(self, self.started.transaction, false),
    ],
    get_nested_transaction: [
      '',
      (_call: Interpreter, self: AsyncConnection) => proxied(self, self.started.nestedTransaction, true),
    ],
    get_isolation_level: through('get_isolation_level'),
    get_raw_connection: [
      '',
      (call: Interpreter, self: AsyncConnection) =>
        awaitable(call, () => call.getAttribute(self.started, 'connection')),
    ],
    aclose: through('close'),
    start: [
      'is_ctxmanager=False',
      (call: Interpreter, self: AsyncConnection) => awaitable(call, () => self.start()),
    ],
    __aenter__: ['', (call: Interpreter, self: AsyncConnection) => awaitable(call, () => self.start())],
    __aexit__: [
      'type_, value, traceback',
      (call: Interpreter, self: AsyncConnection) => awaitable(call, () => self.sync?.close()),
    ],
    __await__: [
      '',
      (call: Interpreter, self: AsyncConnection) =>
        call.callMethod(
          awaitable(call, () => self.start()),
          '__await__',
        ),
    ],
  },
  getters: {
    sync_connection: (self: AsyncConnection) => self.sync ?? null,
    engine: (self: AsyncConnection) => self.engine,
    sync_engine: (self: AsyncConnection) => self.engine.sync,
    dialect: (self: AsyncConnection) => self.started.dialect,
    closed: (self: AsyncConnection) => self.started.closed,
    invalidated: (self: AsyncConnection, call) => call.getAttribute(self.started, 'invalidated') ?? null,
    default_isolation_level: (self: AsyncConnection, call) =>
      call.getAttribute(self.started, 'default_isolation_level') ?? null,
    info: (self: AsyncConnection, call) => call.getAttribute(self.started, 'info') ?? null,
  },
  repr: (self: never) => defaultRepr(self),
});

nativeClass({
  name: '_AsyncGeneratorContextManager',
  module: 'contextlib',
  host: AsyncBegin,
  methods: {
    __aenter__: [
      '',
      (call: Interpreter, self: AsyncBegin) =>
        awaitable(call, () => new AsyncConnection(self.engine, self.begin.enter())),
    ],
    __aexit__: [
      'typ, value, traceback',
      (call: Interpreter, self: AsyncBegin, type: Value) =>
        awaitable(call, () => {
          self.begin.leave(type !== null);
          return false;
        }),
    ],
  },
});
