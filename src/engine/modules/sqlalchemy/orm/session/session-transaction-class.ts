/** `with session.begin():` commits at the end, or rolls back. Answers to: sqlalchemy/orm/session.py (SessionTransaction). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { OrmSession } from './session.ts';
import { alreadyBegun } from './session-errors.ts';

export class SessionTransaction {
  readonly session: OrmSession;
  readonly nested: boolean;
  /** `sessionmaker.begin()`: the block's name is the session, which is closed at its end. */
  readonly whole: boolean;
  active = true;

  constructor(session: OrmSession, nested: boolean, whole = false) {
    this.session = session;
    this.nested = nested;
    this.whole = whole;
  }
}

/** @throws InvalidRequestError where one has begun */
export function begin(session: OrmSession): SessionTransaction {
  if (session.inTransaction) throw alreadyBegun();
  session.transactions.begin();
  return new SessionTransaction(session, false);
}

/** `session.begin_nested()`: flushes, then a savepoint. */
export function beginNested(call: Interpreter, session: OrmSession): SessionTransaction {
  session.flush(call);
  session.transactions.beginNested();
  return new SessionTransaction(session, true);
}

/** @param asked by the program itself, which may not do it twice @throws ResourceClosedError */
function end(call: Interpreter, self: SessionTransaction, ok: boolean, asked = false): null {
  const { session } = self;
  if (!self.active) {
    if (!asked) return null;
    throw new Raise('sqlalchemy.exc.ResourceClosedError', ['This transaction is closed']);
  }
  if (!self.nested) {
    if (ok) session.commit(call);
    else session.rollback(call);
    self.active = false;
    return null;
  }
  self.active = false;
  if (ok) session.prepare(call);
  session.endNested(call, ok);
  return null;
}

function leave(call: Interpreter, self: SessionTransaction, ok: boolean): void {
  const { block } = self.session;
  if (block === self) self.session.block = undefined;
  try {
    end(call, self, ok);
  } catch (error) {
    if (ok) {
      self.active = true;
      end(call, self, false);
    }
    throw error;
  } finally {
    if (self.whole) self.session.close(call);
  }
}

export const sessionTransactionClass = nativeClass({
  name: 'SessionTransaction',
  module: 'sqlalchemy.orm.session',
  host: SessionTransaction,
  methods: {
    __enter__: [
      '',
      (_call, self: SessionTransaction) => {
        if (!self.nested) self.session.block = self;
        return self.whole ? self.session : self;
      },
    ],
    __exit__: [
      'type_, value, traceback',
      (call, self: SessionTransaction, type: Value) => {
        leave(call, self, type === null);
        return false;
      },
    ],
    commit: ['', (call, self: SessionTransaction) => end(call, self, true, true)],
    rollback: ['', (call, self: SessionTransaction) => end(call, self, false, true)],
  },
  getters: {
    session: (self: SessionTransaction) => self.session as unknown as Value,
    is_active: (self: SessionTransaction) => self.active,
    nested: (self: SessionTransaction) => self.nested,
  },
});
