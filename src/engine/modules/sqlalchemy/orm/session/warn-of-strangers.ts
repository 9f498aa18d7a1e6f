/** Members of instances that are in no session themselves. Answers to: sqlalchemy/orm/unitofwork.py (the cascade warnings). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { strangersOf } from '../flush/cascade.ts';
import type { OrmSession } from './session.ts';

/** Members of collections that nobody added are not written. */
export function warnOfStrangers(call: Interpreter, session: OrmSession): void {
  for (const instance of [...session.added, ...session.dirty]) {
    for (const { property, member } of strangersOf(instance, (one) => session.holds(one))) {
      call.process.warn(
        'sqlalchemy.exc.SAWarning',
        `Object of type <${member.cls.name}> not in session, add operation along '${property.parent!.cls.name}.${property.key}' will not proceed${session.origin}`,
      );
    }
  }
}
