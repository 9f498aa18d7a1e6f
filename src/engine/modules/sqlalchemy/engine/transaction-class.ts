/** Transactions in Python, and `with engine.begin()`. Answers to: sqlalchemy/engine/base.py (Transaction). */
import { registerFamily } from '../../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { Engine } from '../../../sqlalchemy/engine/engine.ts';
import { Transaction } from '../../../sqlalchemy/engine/transaction.ts';

const BASE = 'sqlalchemy.engine.base';

/** Leaving `with connection.begin()`: commits, or rolls back where an exception is on its way. */
function leaveTransaction(self: Transaction, failed: boolean): void {
  const connection = self.connection as Connection;
  if (connection.managed === self) connection.managed = outer.get(self);
  if (!self.isActive) return;
  if (failed) self.rollback();
  else {
    try {
      self.commit();
    } catch (error) {
      if (self.isActive) self.rollback();
      throw error;
    }
  }
}

const outer = new WeakMap<Transaction, Transaction>();

/** Code whose answer is None. */
export const ended =
  <Self = Transaction>(work: (self: Self) => void) =>
  (_call: Interpreter, self: Self) => {
    work(self);
    return null;
  };

export const transactionClass = nativeClass({
  name: 'Transaction',
  module: BASE,
  methods: {
    commit: ['', ended((self: Transaction) => self.commit())],
    rollback: ['', ended((self: Transaction) => self.rollback())],
    close: ['', ended((self: Transaction) => self.rollback())],
    __enter__: [
      '',
      (_call: Interpreter, self: Transaction) => {
        const connection = self.connection as Connection;
        if (connection.managed) outer.set(self, connection.managed);
        connection.managed = self;
        return self;
      },
    ],
    __exit__: [
      'type_, value, traceback',
      (_call: Interpreter, self: Transaction, type: Value) => {
        leaveTransaction(self, type !== null);
        return false;
      },
    ],
  },
  getters: {
    is_active: (self: Transaction) => self.isActive,
    is_valid: (self: Transaction) => self.isActive,
    connection: (self: Transaction) => self.connection as Value,
    nested: (self: Transaction) => self.savepoint !== undefined,
  },
  repr: (self: never) => defaultRepr(self),
});
export const rootTransactionClass = nativeClass({
  name: 'RootTransaction',
  module: BASE,
  bases: [transactionClass],
});
export const nestedTransactionClass = nativeClass({
  name: 'NestedTransaction',
  module: BASE,
  bases: [transactionClass],
});
registerFamily(Transaction, ({ savepoint }) =>
  savepoint === undefined ? rootTransactionClass : nestedTransactionClass,
);

/** `with engine.begin() as connection`. */
export class EngineBegin {
  readonly engine: Engine;
  connection: Connection | undefined = undefined;
  transaction: Transaction | undefined = undefined;
  constructor(engine: Engine) {
    this.engine = engine;
  }
  enter(): Connection {
    this.connection = new Connection(this.engine);
    this.transaction = this.connection.begin();
    this.connection.managed = this.transaction;
    return this.connection;
  }
  leave(failed: boolean): void {
    try {
      leaveTransaction(this.transaction!, failed);
    } finally {
      this.connection!.close();
    }
  }
}

nativeClass({
  name: '_GeneratorContextManager',
  module: 'contextlib',
  host: EngineBegin,
  methods: {
    __enter__: ['', (_call: Interpreter, self: EngineBegin) => self.enter()],
    __exit__: [
      'typ, value, traceback',
      (_call: Interpreter, self: EngineBegin, type: Value) => {
        self.leave(type !== null);
        return false;
      },
    ],
  },
});
