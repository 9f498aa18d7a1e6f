/** The names of `sqlalchemy.orm` around sessions. */
import { type NativeModule, nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { aliasedFunction, withPolymorphicFunction } from '../loading/aliased.ts';
import { columnDescriptions } from '../loading/column-descriptions.ts';
import { fromStatementMaker } from '../loading/from-statement.ts';
import { queryClass } from '../loading/query-class.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { keyedDictNames } from '../relationships/keyed-dict.ts';
import { moreNames } from './more-names.ts';
import { scopedSessionClass } from './scoped-session-class.ts';
import { OrmSession } from './session.ts';
import { sessionClass, sessionOf } from './session-class.ts';
import { requireMapped } from './session-errors.ts';
import { sessionMakerClass } from './session-maker-class.ts';
import { expunge } from './session-states.ts';
import { sessionTransactionClass } from './session-transaction-class.ts';

const objectSession = nativeFunction('object_session', 'instance', (call, instance: Value) => {
  requireMapped(call, instance);
  return sessionOf(instance);
});

const makeTransient = nativeFunction('make_transient', 'instance', (call, instance: PyObject) => {
  const { session } = stateOf(instance);
  if (session instanceof OrmSession) expunge(call, session, instance);
  stateOf(instance).identity = undefined;
  return null;
});

/** Name to value, for `sqlalchemy.orm`. */
export const sessionNames: NativeModule['names'] = {
  Query: () => queryClass,
  _FromStatement: () => fromStatementMaker,
  _column_descriptions: () => columnDescriptions,
  Session: () => sessionClass,
  SessionTransaction: () => sessionTransactionClass,
  aliased: () => aliasedFunction,
  with_polymorphic: () => withPolymorphicFunction,
  ...keyedDictNames,
  close_all_sessions: () => nativeFunction('close_all_sessions', '', () => null),
  make_transient: () => makeTransient,
  object_mapper: () =>
    nativeFunction(
      'object_mapper',
      'instance',
      (_call, instance: PyObject) => inheritedMapper(instance.cls) ?? null,
    ),
  object_session: () => objectSession,
  scoped_session: () => scopedSessionClass,
  sessionmaker: () => sessionMakerClass,
  ...moreNames,
};
