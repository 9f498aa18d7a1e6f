/** When a session flushes, and what comes before and after. Answers to: sqlalchemy/orm/session.py (flush). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import { cascaded, orphansOf } from '../flush/cascade.ts';
import { flushWork } from '../flush/flush.ts';
import { readReplaced } from '../flush/read-replaced.ts';
import { fireSession } from '../mapper/instance-events.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { followOthers } from '../relationships/collection.ts';
import type { OrmSession } from './session.ts';
import { AUTOFLUSHED } from './session-errors.ts';
import { warnOfStrangers } from './warn-of-strangers.ts';

/** What a query does first. @throws what the flush throws, with a word on where it came from */
export function flushForQuery(call: Interpreter, session: OrmSession): void {
  if (!session.autoflush || session.flushing) return;
  session.autoflushing = true;
  try {
    flushSession(call, session);
  } catch (error) {
    const thrown = call.toException(error) as Value;
    if (call.getAttribute(thrown, 'add_detail') !== undefined)
      call.callMethod(thrown, 'add_detail', AUTOFLUSHED);
    throw error;
  } finally {
    session.autoflushing = false;
  }
}

/** Writes what is new, changed or deleted. A flush that fails takes the transaction with it. */
export function flushSession(call: Interpreter, session: OrmSession): void {
  if (session.flushing) return;
  session.flushing = true;
  try {
    flushNow(call, session);
  } catch (error) {
    if (session.transactions.begun) {
      session.transactions.fail(call, call.str(call.toException(error) as Value));
      session.forget();
    }
    throw error;
  } finally {
    session.flushing = false;
  }
}

function flushNow(call: Interpreter, session: OrmSession): void {
  for (const instance of [...session.added, ...session.dirty]) followOthers(call, instance);
  for (const instance of session.dirty) readReplaced(call, session.loader, instance);
  warnOfStrangers(call, session);
  if (session.added.size + session.dirty.length + session.deleted.size === 0) return;
  fireSession(call, 'before_flush', session, [null, null]);
  takeOrphans(call, session);
  const work = {
    added: [...session.added].filter((one) => !session.deleted.has(one)),
    changed: session.dirty,
    deleted: [...session.deleted],
  };
  if (work.added.length + work.changed.length + work.deleted.length === 0) return;
  flushWork(call, session, work);
  fireSession(call, 'after_flush', session, [null]);
  session.added.clear();
  session.deleted.clear();
  // What came to collections that are not in memory is in the database now, or lost.
  for (const one of work.changed) stateOf(one).pending.clear();
  for (const one of work.added) fireSession(call, 'pending_to_persistent', session, [one]);
  for (const one of work.deleted) fireSession(call, 'persistent_to_deleted', session, [one]);
  fireSession(call, 'after_flush_postexec', session, [null]);
}

/** Members that left what owns them: those with a row are deleted, new ones are forgotten. */
function takeOrphans(call: Interpreter, session: OrmSession): void {
  for (const instance of [...session.added, ...session.dirty]) {
    for (const orphan of orphansOf(instance)) {
      if (stateOf(orphan).identity)
        for (const one of cascaded(call, orphan, 'delete')) session.deleted.add(one);
      else if (session.added.delete(orphan)) stateOf(orphan).session = undefined;
    }
  }
}
