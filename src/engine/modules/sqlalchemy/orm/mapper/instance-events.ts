/** Events of instances while they are written: `before_insert` and its kin. Answers to: sqlalchemy/orm/events.py (MapperEvents). */

import { classOf } from '../../../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyClass, type PyObject, type Value } from '../../../../python/values/value.ts';
import { keptListeners } from '../../engine/event.ts';
import { inheritedMapper } from './mapped-class.ts';

/** Where the connection for listeners comes from. */
interface HasConnection {
  connectionFor(call: Interpreter): Value;
}

/** Calls what listens to a class: with the mapper, the connection and the instance. */
export function fireInstance(
  call: Interpreter,
  name: string,
  target: HasConnection,
  instance: PyObject,
): void {
  const mapper = inheritedMapper(instance.cls) ?? null;
  for (const { target: heard, function: listener } of keptListeners(call, name)) {
    const own = heard instanceof PyClass && !heard.native && instance.cls.isSubclassOf(heard);
    const every = heard instanceof PyClass && heard.native && heard.name === 'Mapper';
    if (own || every || heard === mapper) call.call(listener, [mapper, target.connectionFor(call), instance]);
  }
}

/** A listener's target is the session, its class, or what made it. */
function isHeardBy(target: Value, session: Value): boolean {
  if (target === session) return true;
  if (target instanceof PyClass)
    return target.name === 'sessionmaker' || classOf(session).isSubclassOf(target);
  const { maker } = session as { maker?: unknown };
  const { factory } = (target ?? {}) as { factory?: unknown };
  return maker !== undefined && (target === maker || factory === maker);
}

/** What listens to an event of a session. */
export const sessionListeners = (call: Interpreter, name: string, session: Value): readonly Value[] =>
  keptListeners(call, name).flatMap(({ target, function: listener }) =>
    isHeardBy(target, session) ? [listener] : [],
  );

/** Calls what listens to sessions: `before_flush`, `after_commit` and their kin. */
export function fireSession(
  call: Interpreter,
  name: string,
  session: Value,
  more: readonly Value[] = [],
): void {
  for (const listener of sessionListeners(call, name, session)) call.call(listener, [session, ...more]);
}
