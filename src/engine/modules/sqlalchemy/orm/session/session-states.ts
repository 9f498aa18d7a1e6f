/** What a session forgets: values that are to be read again, and instances that it lets go. Answers to: sqlalchemy/orm/session.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject } from '../../../../python/values/value.ts';
import { loadedColumns } from '../loading/entity.ts';
import { identityKey } from '../loading/load-rows.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty } from '../mapper/property.ts';
import type { OrmSession } from './session.ts';
import { invalidRequest, stateText } from './session-errors.ts';

/** What was new is unknown again, and what was deleted is back: the end of a rollback. */
export function undo(session: OrmSession): void {
  const { made, dropped } = session.transactions.takeChanges();
  for (const instance of [...session.added, ...made]) {
    const state = stateOf(instance);
    state.session = undefined;
    state.identity = undefined;
  }
  for (const [key, instance] of session.identities) if (made.has(instance)) session.identities.delete(key);
  for (const [instance, identity] of dropped)
    Object.assign(stateOf(instance), { session, identity, deleted: false, leaving: undefined });
  session.added.clear();
  session.deleted.clear();
}

/** `session.expunge_all()` */
export function expungeAll(session: OrmSession): void {
  for (const instance of [...session.identities.values(), ...session.added])
    stateOf(instance).session = undefined;
  session.identities.clear();
  session.added.clear();
  session.deleted.clear();
}

/** `session.expunge(instance)` @throws InvalidRequestError for an instance of no session, or of another */
export function expunge(call: Interpreter, session: OrmSession, instance: PyObject): void {
  const state = stateOf(instance);
  if (state.session !== session)
    throw invalidRequest(`Instance ${stateText(instance)} is not present in this Session`);
  session.added.delete(instance);
  session.deleted.delete(instance);
  const mapper = inheritedMapper(instance.cls)!;
  if (state.identity) session.identities.delete(identityKey(call, mapper, state.identity));
  state.session = undefined;
}

const isDeferred = (mapper: Mapper, key: string): boolean => {
  const property = mapper.properties.get(key);
  return property instanceof ColumnProperty && property.deferred;
};

/** Attributes are to be read again. @param names left out: all */
export function expire(instance: PyObject, names?: readonly string[]): void {
  const mapper = inheritedMapper(instance.cls);
  if (!mapper) return;
  const state = stateOf(instance);
  const columns = new Set(loadedColumns(mapper, () => true).map(({ key }) => key));
  for (const key of names ?? mapper.properties.keys()) {
    const had = instance.attrs?.delete(key) === true;
    state.changed.delete(key);
    state.committed.delete(key);
    if (columns.has(key) && (names || !isDeferred(mapper, key) || had)) state.expired.add(key);
  }
}
