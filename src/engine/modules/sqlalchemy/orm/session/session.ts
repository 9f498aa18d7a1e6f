/** A unit of work over a connection. Answers to: sqlalchemy/orm/session.py (Session). */
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { cascaded, membersIn } from '../flush/cascade.ts';
import type { FlushTarget } from '../flush/flush.ts';
import { type IdentityMap, identityKey } from '../loading/load-rows.ts';
import { type LoadCause, SessionLoader } from '../loading/session-loader.ts';
import { configureRegistry } from '../mapper/configure.ts';
import { fireSession } from '../mapper/instance-events.ts';
import { type OwningSession, stateOf } from '../mapper/instance-state.ts';
import { identityIn } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Property } from '../mapper/property.ts';
import { ormExecute } from './orm-execute.ts';
import {
  AUTOFLUSH_WARNING,
  closedInBlock,
  invalidRequest,
  pendingRollback,
  requireMapped,
  stateText,
} from './session-errors.ts';
import { flushForQuery, flushSession } from './session-flush.ts';
import type { SessionOptions } from './session-options.ts';
import { expire, expungeAll, undo } from './session-states.ts';
import { SessionTransaction } from './session-transaction-class.ts';
import { SessionTransactions } from './session-transactions.ts';

const transactionOf = (session: OrmSession, nested: boolean): Value =>
  new SessionTransaction(session, nested) as unknown as Value;

/** Sessions are numbered, as errors name them. */
const NUMBER = Symbol('sessions');

export class OrmSession implements OwningSession, FlushTarget {
  readonly options: SessionOptions;
  readonly number: number;
  readonly identities: IdentityMap = new Map();
  readonly added = new Set<PyObject>();
  readonly deleted = new Set<PyObject>();
  readonly loader: SessionLoader;
  readonly transactions: SessionTransactions;
  /** Instances whose rows were deleted in the running transaction. */
  private readonly leavers = new Set<PyObject>();
  /** The block that a transaction was begun for; nothing is done between the transaction's end and the block's. */
  block: SessionTransaction | undefined;
  /** The sessionmaker that made it. */
  maker: unknown;
  /** Whatever callers keep on it: `session.info`. */
  info: Value = null;
  autoflush: boolean;
  flushing = false;
  /** A query asked for the flush. */
  autoflushing = false;

  constructor(call: Interpreter, options: SessionOptions) {
    this.options = options;
    this.autoflush = options.autoflush;
    const counter = call.state(NUMBER, () => ({ last: 0 }));
    counter.last += 1;
    this.number = counter.last;
    this.loader = new SessionLoader(this);
    this.transactions = new SessionTransactions(
      options.bind,
      (inner, nested, connection) =>
        fireSession(inner, 'after_begin', this, [transactionOf(this, nested), connection]),
      options.joining,
      options.autobegin,
    );
  }

  executing(
    call: Interpreter,
    statement: Value,
    parameters: Value,
    cause: LoadCause,
    run: (statement: Value, parameters: Value) => Value,
  ): Value {
    return ormExecute(call, this, { statement, parameters, cause, run });
  }

  get inTransaction(): boolean {
    return this.transactions.begun;
  }

  /** The connection of the running transaction; one is begun where there is none. @throws PendingRollbackError */
  connection(call: Interpreter): Value {
    const failed = this.transactions.failure;
    if (failed !== undefined) throw pendingRollback(failed);
    if (this.block && !this.block.active) throw closedInBlock();
    return this.transactions.connection(call);
  }

  connectionFor(call: Interpreter): Value {
    return this.connection(call);
  }

  run(call: Interpreter, statement: Value, parameters: Value = null): Value {
    const connection = this.connection(call);
    return call.callMethod(connection, 'execute', statement, parameters ?? dict());
  }

  /** @throws UnmappedInstanceError, InvalidRequestError for an instance of another session */
  add(call: Interpreter, instance: Value): void {
    const mapper = this.requireInstance(call, instance);
    for (const one of cascaded(call, instance as PyObject, 'save-update')) this.addOne(call, one);
    configureRegistry(call, mapper.registry);
  }

  /** @throws UnmappedInstanceError */
  requireInstance(call: Interpreter, instance: Value): Mapper {
    return requireMapped(call, instance);
  }

  adopt(call: Interpreter, instance: PyObject): void {
    if (!this.holds(instance)) this.add(call, instance);
  }

  private addOne(call: Interpreter, instance: PyObject): void {
    const state = stateOf(instance);
    const { session } = state;
    if (session && session !== this && session instanceof OrmSession) {
      throw invalidRequest(
        `Object '${stateText(instance)}' is already attached to session '${session.number}' (this is '${this.number}')`,
      );
    }
    const mapper = inheritedMapper(instance.cls)!;
    this.transactions.autobegin();
    state.session = this;
    this.deleted.delete(instance);
    if (session !== this) fireSession(call, 'before_attach', this, [instance]);
    if (state.identity) {
      this.identities.set(identityKey(call, mapper, state.identity), instance);
      if (session !== this) this.attached(call, instance, 'detached_to_persistent');
    } else if (!this.added.has(instance)) {
      this.added.add(instance);
      this.attached(call, instance, 'transient_to_pending');
    }
  }

  private attached(call: Interpreter, instance: PyObject, name: string): void {
    fireSession(call, 'after_attach', this, [instance]);
    fireSession(call, name, this, [instance]);
  }

  holds(instance: Value): boolean {
    return (
      instance instanceof PyObject &&
      (this.added.has(instance) ||
        (stateOf(instance).session === this && stateOf(instance).identity !== undefined))
    );
  }

  /** What it refers to by delete cascades goes with it. @throws InvalidRequestError for an instance without a row */
  delete(call: Interpreter, instance: Value): void {
    this.requireInstance(call, instance);
    const one = instance as PyObject;
    if (!stateOf(one).identity) throw invalidRequest(`Instance '${stateText(one)}' is not persisted`);
    this.transactions.autobegin();
    for (const member of cascaded(call, one, 'delete')) {
      if (stateOf(member).identity) this.deleted.add(member);
    }
  }

  get dirty(): PyObject[] {
    return [...this.identities.values()].filter(
      (one) => (stateOf(one).changed.size > 0 || membersIn(one).changed) && !this.deleted.has(one),
    );
  }

  flushForQuery(call: Interpreter): void {
    flushForQuery(call, this);
  }

  flush(call: Interpreter): void {
    flushSession(call, this);
  }

  /** What warnings of a flush add where a query asked for it. */
  get origin(): string {
    return this.autoflushing ? AUTOFLUSH_WARNING : '';
  }

  checkFresh(call: Interpreter, instance: PyObject, mapper: Mapper): void {
    const identity = identityIn(mapper, instance);
    if (identity.includes(null)) return;
    const known = this.identities.get(identityKey(call, mapper, identity));
    if (!known || known === instance || this.deleted.has(known)) return;
    const key = call.repr(tuple([mapper.base.cls, tuple([...identity]), null]));
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      `New instance ${stateText(instance)} with identity key ${key} conflicts with persistent instance ${stateText(known)}${this.origin}`,
    );
  }

  persisted(call: Interpreter, instance: PyObject, mapper: Mapper): void {
    const state = stateOf(instance);
    const identity = identityIn(mapper, instance);
    state.identity = identity;
    state.session = this;
    state.changed.clear();
    this.identities.set(identityKey(call, mapper, identity), instance);
    this.transactions.made(instance);
  }

  removed(call: Interpreter, instance: PyObject, mapper: Mapper): void {
    const state = stateOf(instance);
    if (state.identity) this.identities.delete(identityKey(call, mapper, state.identity));
    this.transactions.dropped(instance, state.identity);
    state.session = undefined;
    state.deleted = true;
    state.leaving = this;
    this.leavers.add(instance);
  }

  /** What comes before each COMMIT, and before the end of a savepoint. @throws PendingRollbackError */
  prepare(call: Interpreter): void {
    const failed = this.transactions.failure;
    if (failed !== undefined) throw pendingRollback(failed);
    fireSession(call, 'before_commit', this);
    this.flush(call);
  }

  commit(call: Interpreter): void {
    if (this.block && !this.block.active) throw closedInBlock();
    this.prepare(call);
    if (this.block) this.block.active = false;
    this.transactions.commit(call);
    this.settle();
    fireSession(call, 'after_commit', this);
    if (this.options.expireOnCommit) this.expireAll();
  }

  rollback(call: Interpreter): void {
    if (this.block) this.block.active = false;
    const { begun } = this.transactions;
    this.transactions.rollback(call);
    this.forget();
    if (!begun) return;
    fireSession(call, 'after_rollback', this);
    fireSession(call, 'after_soft_rollback', this, [transactionOf(this, false)]);
  }

  /** What was deleted is gone for good, or is back. */
  private settle(): void {
    for (const one of this.leavers) stateOf(one).leaving = undefined;
    this.leavers.clear();
  }

  /** Ends the innermost savepoint. */
  endNested(call: Interpreter, ok: boolean): void {
    this.transactions.endNested(call, ok);
    if (ok) fireSession(call, 'after_commit', this);
    else {
      this.forget();
      fireSession(call, 'after_rollback', this);
    }
  }

  /** What was new is unknown again, what was deleted is back, and all the rest is to be read again. */
  forget(): void {
    undo(this);
    if (!this.transactions.begun) this.settle();
    this.expireAll();
  }

  close(call: Interpreter): void {
    this.transactions.close(call);
    if (!this.options.reopens) this.transactions.closed = true;
    this.settle();
    expungeAll(this);
  }

  expireAll(): void {
    for (const instance of this.identities.values()) expire(instance);
  }

  load(call: Interpreter, instance: PyObject, mapper: Mapper, property: Property): Value | undefined {
    return this.loader.load(call, instance, mapper, property);
  }
}
