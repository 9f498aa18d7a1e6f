/** `Session` in Python. Answers to: sqlalchemy/orm/session.py. */
import { Raise } from '../../../../machine.ts';
import { list, tuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { useMapped } from '../../expression/host.ts';
import { queryOf } from '../loading/query.ts';
import { shownSelect } from '../loading/shown-select.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { identitySet } from './identity-set.ts';
import { OrmSession } from './session.ts';
import { BULK_METHODS } from './session-bulk.ts';
import {
  execute,
  GET,
  get,
  isModified,
  mergeInto,
  refresh,
  requirePersistent,
  requireRow,
  withOptions,
} from './session-methods.ts';
import { expire, expunge, expungeAll } from './session-states.ts';
import { begin, beginNested, SessionTransaction } from './session-transaction-class.ts';

useMapped((clause) =>
  (clause as { kind?: string }).kind === 'select' ? shownSelect(clause as unknown as Select) : clause,
);

export type Keywords = ReadonlyMap<string, Value>;

const SIGNATURE =
  'bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False, binds=None, ' +
  'enable_baked_queries=True, info=None, query_cls=None, autocommit=False, join_transaction_mode="conditional_savepoint", ' +
  'close_resets_only=None, class_=None';

const each = (call: Interpreter, values: Value, action: (value: Value) => void): null => {
  for (const value of [...call.iterate(values)]) action(value);
  return null;
};

/** `query_cls(entities, session)` where a class was given. */
export const queriedBy = (
  call: Interpreter,
  cls: Value | undefined,
  session: OrmSession,
  entities: readonly Value[],
): Value =>
  cls === undefined || cls === null
    ? (queryOf(session, entities) as unknown as Value)
    : call.call(cls, [tuple(entities), session as unknown as Value]);

const nothing = (action: (call: Interpreter, self: OrmSession) => void): readonly [string, never] => [
  '',
  ((call: Interpreter, self: OrmSession) => {
    action(call, self);
    return null;
  }) as never,
];

export const sessionClass: PyClass = nativeClass({
  name: 'Session',
  module: 'sqlalchemy.orm.session',
  host: OrmSession,
  signature: SIGNATURE,
  construct: (
    call,
    _cls,
    bind: Value,
    autoflush: boolean,
    _future: Value,
    expireOnCommit: boolean,
    autobegin: Value,
    _twophase: Value,
    _binds: Value,
    _baked: Value,
    info: Value,
    queryClass: Value,
    autocommit: Value,
    joining: Value,
    closing: Value,
  ) => {
    if (autocommit === true)
      throw new Raise('sqlalchemy.exc.ArgumentError', ['autocommit=True is no longer supported']);
    const begins = { autobegin: autobegin !== false, reopens: closing !== false };
    const made = new OrmSession(call, { bind, autoflush, expireOnCommit, queryClass, joining, ...begins });
    if (info !== null) made.info = call.call(call.builtins.get('dict')!, [info]);
    return made;
  },
  classMethods: {
    object_session: ['instance', (_call, _cls: PyClass, instance: Value) => sessionOf(instance)],
  },
  methods: {
    __enter__: ['', (_call, self: OrmSession) => self],
    __exit__: [
      'type_, value, traceback',
      (call, self: OrmSession) => {
        self.close(call);
        return false;
      },
    ],
    add: [
      'instance, _warn=True',
      (call, self: OrmSession, instance: Value) => {
        self.add(call, instance);
        return null;
      },
    ],
    add_all: [
      'instances',
      (call, self: OrmSession, all: Value) => each(call, all, (one) => self.add(call, one)),
    ],
    ...BULK_METHODS,
    delete: [
      'instance',
      (call, self: OrmSession, instance: Value) => {
        self.delete(call, instance);
        return null;
      },
    ],
    flush: [
      'objects=None',
      (call, self: OrmSession) => {
        self.flush(call);
        return null;
      },
    ],
    commit: nothing((call, self) => self.commit(call)),
    rollback: nothing((call, self) => self.rollback(call)),
    close: nothing((call, self) => self.close(call)),
    reset: nothing((call, self) => self.close(call)),
    expire_all: nothing((_call, self) => self.expireAll()),
    expunge_all: nothing((_call, self) => expungeAll(self)),
    expire: [
      'instance, attribute_names=None',
      (call, self: OrmSession, instance: PyObject, names: Value) => {
        self.requireInstance(call, instance);
        requirePersistent(self, instance);
        expire(instance, names === null ? undefined : ([...call.iterate(names)] as string[]));
        return null;
      },
    ],
    expunge: [
      'instance',
      (call, self: OrmSession, instance: PyObject) => {
        self.requireInstance(call, instance);
        expunge(call, self, instance);
        return null;
      },
    ],
    refresh: ['instance, attribute_names=None, with_for_update=None', refresh as never],
    merge: [
      'instance, *, load=True, options=None',
      (call, self: OrmSession, instance: Value, load: Value) => {
        self.requireInstance(call, instance);
        if (load === false) requireRow(instance as PyObject);
        self.flushForQuery(call);
        return mergeInto(call, self, instance as PyObject);
      },
    ],
    merge_all: [
      'instances, *, load=True, options=None',
      (call, self: OrmSession, all: Value) =>
        list([...call.iterate(all)].map((one) => mergeInto(call, self, one as PyObject))),
    ],
    get: [GET, get as never],
    get_one: [
      GET,
      (call, self: OrmSession, cls: Value, ident: Value, options: Value, populate: Value) => {
        const found = get(call, self, cls, ident, options, populate);
        if (found !== null) return found;
        throw new Raise('sqlalchemy.exc.NoResultFound', ['No row was found when one was required']);
      },
    ],
    query: [
      '*entities, **kwargs',
      (call, self: OrmSession, entities: Value[]) => queriedBy(call, self.options.queryClass, self, entities),
    ],
    execute: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, _parent_execute_state=None, _add_event=None',
      (call, self: OrmSession, statement: Value, params: Value, options: Value) =>
        execute(call, self, withOptions(statement, options), params),
    ],
    scalars: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, **kw',
      (call, self: OrmSession, statement: Value, params: Value, options: Value) =>
        call.callMethod(execute(call, self, withOptions(statement, options), params), 'scalars'),
    ],
    scalar: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, **kw',
      (call, self: OrmSession, statement: Value, params: Value, options: Value) =>
        call.callMethod(execute(call, self, withOptions(statement, options), params), 'scalar'),
    ],
    is_modified: [
      'instance, include_collections=True',
      (_call, _self: OrmSession, instance: PyObject) => isModified(instance),
    ],
    connection: [
      'bind_arguments=None, execution_options=None',
      (call, self: OrmSession) => self.connection(call),
    ],
    get_bind: ['mapper=None, **kw', (_call, self: OrmSession) => self.options.bind],
    begin: [
      'nested=False',
      (call, self: OrmSession, nested: Value) => (nested === true ? beginNested(call, self) : begin(self)),
    ],
    begin_nested: ['', (call, self: OrmSession) => beginNested(call, self)],
    get_transaction: [
      '',
      (_call, self: OrmSession) => (self.inTransaction ? new SessionTransaction(self, false) : null),
    ],
    in_nested_transaction: ['', (_call, self: OrmSession) => self.transactions.nested],
    invalidate: nothing((call, self) => self.close(call)),
    prepare: nothing((call, self) => self.flush(call)),
    in_transaction: ['', (_call, self: OrmSession) => self.inTransaction],
  },
  getters: {
    bind: (self: OrmSession) => self.options.bind,
    new: (self: OrmSession) => identitySet([...self.added]),
    dirty: (self: OrmSession) => identitySet(self.dirty),
    deleted: (self: OrmSession) => identitySet([...self.deleted]),
    identity_map: (self: OrmSession, call) =>
      call.process.python.dict([...self.identities].map(([key, value]) => [key, value])) as Value,
    is_active: (self: OrmSession) => self.transactions.failure === undefined,
    no_autoflush: (self: OrmSession) => new NoAutoflush(self),
    info: (self: OrmSession, call) => {
      self.info ??= call.call(call.builtins.get('dict')!);
      return self.info;
    },
    autoflush: (self: OrmSession) => self.autoflush,
  },
  setters: {
    autoflush: (self: OrmSession, value: Value) => {
      self.autoflush = value === true;
    },
  },
  contains: (self: OrmSession, instance: Value) => self.holds(instance),
  iterate: (self: OrmSession) => [...self.added, ...self.identities.values()],
});

class NoAutoflush {
  readonly session: OrmSession;
  readonly before: boolean;
  constructor(session: OrmSession) {
    this.session = session;
    this.before = session.autoflush;
  }
}

nativeClass({
  name: '_GeneratorContextManager',
  module: 'contextlib',
  host: NoAutoflush,
  methods: {
    __enter__: [
      '',
      (_call, self: NoAutoflush) => {
        self.session.autoflush = false;
        return self.session;
      },
    ],
    __exit__: [
      'typ, value, traceback',
      (_call, self: NoAutoflush) => {
        self.session.autoflush = self.before;
        return false;
      },
    ],
  },
});

/** `object_session(instance)`: the session that holds it, or None. */
export const sessionOf = (instance: Value): Value =>
  instance instanceof PyObject ? ((stateOf(instance).session as OrmSession | undefined) ?? null) : null;
