/** What sessions and instances refuse, in SQLAlchemy's words. Answers to: sqlalchemy/orm/session.py, exc.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { address } from '../../../../python/values/text.ts';
import { PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';

/** `<User at 0x7f…>`: `state_str`. */
export const stateText = (instance: PyObject): string => `<${instance.cls.name} at ${address(instance)}>`;

/** An InvalidRequestError to throw. */
export const invalidRequest = (message: string): Raise =>
  new Raise('sqlalchemy.exc.InvalidRequestError', [message]);

/** The mapper of an instance's class. @throws UnmappedInstanceError */
export function requireMapped(call: Interpreter, instance: Value): Mapper {
  const mapper = instance instanceof PyObject ? inheritedMapper(instance.cls) : undefined;
  if (mapper) return mapper;
  const type = call.repr(call.call(call.builtins.get('type')!, [instance])).slice(8, -2);
  const name = type.includes('.') ? type : `builtins.${type}`;
  const hint =
    instance instanceof PyClass && inheritedMapper(instance)
      ? `; was a class (${instance.module}.${instance.name}) supplied where an instance was required?`
      : '';
  throw new Raise('sqlalchemy.orm.exc.UnmappedInstanceError', [`Class '${name}' is not mapped${hint}`]);
}

/** An attribute of an instance that no session can load. @param kind how it would have been loaded; empty: with the row */
export function detached(instance: PyObject, key: string, kind: 'lazy' | 'deferred' | ''): Raise {
  const text = kind
    ? `Parent instance ${stateText(instance)} is not bound to a Session; ${kind} load operation of attribute '${key}' cannot proceed`
    : `Instance ${stateText(instance)} is not bound to a Session; attribute refresh operation cannot proceed`;
  return new Raise('sqlalchemy.orm.exc.DetachedInstanceError', [text], { attributes: { code: 'bhk3' } });
}

/** An instance whose row is gone. */
export const objectDeleted = (instance: PyObject): Raise =>
  new Raise('sqlalchemy.orm.exc.ObjectDeletedError', [
    `Instance '${stateText(instance)}' has been deleted, or its row is otherwise not present.`,
  ]);

/** A session whose flush failed and that was not rolled back. @param original the failure, as text */
export const pendingRollback = (original: string): Raise =>
  new Raise(
    'sqlalchemy.exc.PendingRollbackError',
    [
      "This Session's transaction has been rolled back due to a previous exception during flush. To begin a new transaction " +
        `with this Session, first issue Session.rollback(). Original exception was: ${original}`,
    ],
    { attributes: { code: '7s2a' } },
  );

/** After a commit or rollback inside `with session.begin():`. */
export const closedInBlock = (): Raise =>
  invalidRequest(
    "Can't operate on closed transaction inside context manager.  Please complete the context manager before emitting further commands.",
  );

/** A session without an engine. @param subject what was to be run */
export const unbound = (subject: string): Raise =>
  new Raise('sqlalchemy.exc.UnboundExecutionError', [
    `Could not locate a bind configured on ${subject} or this Session.`,
  ]);

/** `begin()` within a transaction. */
export const alreadyBegun = (): Raise => invalidRequest('A transaction is already begun on this Session.');

/** `get()` with another number of values than the primary key has. */
export const wrongKey = (columns: readonly Value[]): Raise =>
  invalidRequest(
    'Incorrect number of values in identifier to formulate primary key for session.get(); primary key columns are ' +
      columns.map((one) => `'${String(one)}'`).join(','),
  );

/** What a warning says behind its text where a query asked for the flush. */
export const AUTOFLUSH_WARNING =
  " (This warning originated from the Session 'autoflush' process, which was invoked automatically in response to a user-initiated " +
  'operation. Consider using ``no_autoflush`` context manager if this warning happened while initializing objects.)';

/** What an error says where a query asked for the flush. */
export const AUTOFLUSHED =
  'raised as a result of Query-invoked autoflush; consider using a session.no_autoflush block if this flush is occurring prematurely';
