/** Transactions that are awaited. Answers to: sqlalchemy/ext/asyncio/engine.py (AsyncTransaction). */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { AsyncTransaction, awaitable, MODULE } from './awaited.ts';

/** Does, awaited, what the synchronous transaction's method does. */
const through = (name: 'commit' | 'rollback' | 'close'): readonly [string, never] => [
  '',
  ((call: Interpreter, self: AsyncTransaction) =>
    awaitable(call, () => call.callMethod(self.started, name), `AsyncTransaction.${name}`)) as never,
];

function entered(call: Interpreter, self: AsyncTransaction): AsyncTransaction {
  call.callMethod(self.start().started, '__enter__');
  return self;
}

export const asyncTransactionClass = nativeClass({
  name: 'AsyncTransaction',
  module: MODULE,
  host: AsyncTransaction,
  methods: {
    commit: through('commit'),
    rollback: through('rollback'),
    close: through('close'),
    start: [
      'is_ctxmanager=False',
      (call: Interpreter, self: AsyncTransaction, managed: Value) =>
        awaitable(
          call,
          () => (call.truth(managed) ? entered(call, self) : self.start()),
          'AsyncTransaction.start',
        ),
    ],
    __aenter__: [
      '',
      (call: Interpreter, self: AsyncTransaction) => awaitable(call, () => entered(call, self)),
    ],
    __aexit__: [
      'type_, value, traceback',
      (call: Interpreter, self: AsyncTransaction, type: Value, value: Value, traceback: Value) =>
        awaitable(call, () => call.callMethod(self.started, '__exit__', type, value, traceback)),
    ],
    __await__: [
      '',
      (call: Interpreter, self: AsyncTransaction) =>
        call.callMethod(
          awaitable(call, () => self.start()),
          '__await__',
        ),
    ],
  },
  getters: {
    connection: (self: AsyncTransaction) => self.connection,
    nested: (self: AsyncTransaction) => self.nested,
    sync_transaction: (self: AsyncTransaction) => (self.sync ?? null) as Value,
    is_active: (self: AsyncTransaction) => self.started.isActive,
    is_valid: (self: AsyncTransaction, call) => call.getAttribute(self.started, 'is_valid') ?? null,
  },
});
