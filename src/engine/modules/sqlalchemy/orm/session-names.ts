/** `Session`, `sessionmaker`, `scoped_session` as Python names. */
import { Raise } from '../../../machine.ts';
import { setClass } from '../../../python/values/classes.ts';
import { list, tuple } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeModule, nativeClass, nativeFunction } from '../../../python/values/native.ts';
import { type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { textual } from '../../../sqlalchemy/expression/coerce.ts';
import { addClassItem } from '../class-item.ts';
import { configureRegistry } from './configure.ts';
import { stateOf } from './instance-state.ts';
import { keyedDictNames } from './keyed-dict.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import { identityOf, queryClass, queryOf } from './query.ts';
import { OrmSession, requireMapper } from './session.ts';
import { configureSelected, entityResult } from './statement-entities.ts';

type Keywords = ReadonlyMap<string, Value>;

const SIGNATURE =
  'bind=None, *, autoflush=True, future=True, expire_on_commit=True, autobegin=True, twophase=False, binds=None, ' +
  'enable_baked_queries=True, info=None, query_cls=None, autocommit=False, join_transaction_mode="conditional_savepoint", ' +
  'close_resets_only=None, class_=None';

const each = (call: Interpreter, values: Value, action: (value: Value) => void): null => {
  for (const value of [...call.iterate(values)]) action(value);
  return null;
};

const nothing = (action: (call: Interpreter, self: OrmSession) => void): readonly [string, never] => [
  '',
  ((call: Interpreter, self: OrmSession) => {
    action(call, self);
    return null;
  }) as never,
];

/** `with session.begin():` commits at the end, or rolls back. */
class SessionTransaction {
  readonly session: OrmSession;
  readonly nested: Value;
  constructor(session: OrmSession, nested: Value = null) {
    this.session = session;
    this.nested = nested;
  }
}

export const sessionTransactionClass = nativeClass({
  name: 'SessionTransaction',
  module: 'sqlalchemy.orm.session',
  host: SessionTransaction,
  methods: {
    __enter__: ['', (_call, self: SessionTransaction) => self],
    __exit__: [
      'type_, value, traceback',
      (call, self: SessionTransaction, type: Value) => {
        endTransaction(call, self, type === null);
        return false;
      },
    ],
    commit: ['', (call, self: SessionTransaction) => endTransaction(call, self, true)],
    rollback: ['', (call, self: SessionTransaction) => endTransaction(call, self, false)],
  },
});

function endTransaction(call: Interpreter, self: SessionTransaction, ok: boolean): null {
  if (self.nested !== null) {
    if (ok) self.session.flush(call);
    call.callMethod(self.nested, ok ? 'commit' : 'rollback');
    if (!ok) self.session.expireAll();
  } else if (ok) self.session.commit(call);
  else self.session.rollback(call);
  return null;
}

export const sessionClass: PyClass = nativeClass({
  name: 'Session',
  module: 'sqlalchemy.orm.session',
  host: OrmSession,
  signature: SIGNATURE,
  construct: (_call, _cls, bind: Value, autoflush: boolean, _future: Value, expireOnCommit: boolean) =>
    new OrmSession({ bind, autoflush, expireOnCommit }),
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
    bulk_save_objects: [
      'objects, return_defaults=False, update_changed_only=True, preserve_order=True',
      (call, self: OrmSession, all: Value) => {
        each(call, all, (one) => self.add(call, one));
        self.flush(call);
        return null;
      },
    ],
    bulk_insert_mappings: [
      'mapper, mappings, return_defaults=False, render_nulls=False',
      (call, self: OrmSession, cls: Value, mappings: Value) => {
        const rows = list([...call.iterate(mappings)]);
        const statement = call.call(call.importName('sqlalchemy.insert'), [requireMapper(call, cls).table]);
        if (rows.items.length > 0) self.execute(call, statement, rows);
        return null;
      },
    ],
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
    expunge_all: nothing((_call, self) => self.identities.clear()),
    expire: [
      'instance, attribute_names=None',
      (_call, self: OrmSession, instance: Value) => {
        if (instance instanceof PyObject) self.expire(instance);
        return null;
      },
    ],
    expunge: [
      'instance',
      (_call, self: OrmSession, instance: Value) => {
        if (instance instanceof PyObject) {
          self.added.delete(instance);
          stateOf(instance).session = undefined;
        }
        return null;
      },
    ],
    refresh: [
      'instance, attribute_names=None, with_for_update=None',
      (call, self: OrmSession, instance: PyObject) => {
        self.flush(call);
        const mapper = requireMapper(call, instance.cls);
        self.expire(instance);
        self.refreshed(call, instance, mapper);
        return null;
      },
    ],
    merge: [
      'instance, *, load=True, options=None',
      (call, self: OrmSession, instance: PyObject) => merge(call, self, instance),
    ],
    get: [
      'entity, ident, *, options=None, populate_existing=False, with_for_update=None, identity_token=None, execution_options=None, bind_arguments=None',
      (call, self: OrmSession, cls: Value, ident: Value) => self.get(call, cls, identityOf(call, ident)),
    ],
    query: [
      '*entities, **kwargs',
      (call, self: OrmSession, entities: Value[]) => queryOf(call, self, entities),
    ],
    execute: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, _parent_execute_state=None, _add_event=None',
      (call, self: OrmSession, statement: Value, params: Value) => run(call, self, statement, params),
    ],
    scalars: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, **kw',
      (call, self: OrmSession, statement: Value, params: Value) =>
        call.callMethod(run(call, self, statement, params), 'scalars'),
    ],
    scalar: [
      'statement, params=None, *, execution_options=None, bind_arguments=None, **kw',
      (call, self: OrmSession, statement: Value, params: Value) =>
        call.callMethod(run(call, self, statement, params), 'scalar'),
    ],
    connection: [
      'bind_arguments=None, execution_options=None',
      (call, self: OrmSession) => self.connection(call),
    ],
    get_bind: ['mapper=None, **kw', (_call, self: OrmSession) => self.options.bind],
    begin: ['nested=False', (_call, self: OrmSession) => new SessionTransaction(self)],
    begin_nested: [
      '',
      (call, self: OrmSession) => {
        self.flush(call);
        return new SessionTransaction(self, call.callMethod(self.connection(call), 'begin_nested'));
      },
    ],
    in_transaction: ['', (_call, self: OrmSession) => self.inTransaction],
  },
  getters: {
    bind: (self: OrmSession) => self.options.bind,
    new: (self: OrmSession, call) => {
      self.reconcile(call);
      return identitySet(call, [...self.added]);
    },
    dirty: (self: OrmSession, call) => {
      self.reconcile(call);
      return identitySet(call, self.dirty);
    },
    deleted: (self: OrmSession, call) => identitySet(call, [...self.deleted]),
    identity_map: (self: OrmSession, call) =>
      call.process.python.dict([...self.identities].map(([key, value]) => [key, value])) as Value,
    is_active: () => true,
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
  contains: (self: OrmSession, instance: Value, call) => {
    self.reconcile(call);
    return self.holds(instance);
  },
  iterate: (self: OrmSession) => [...self.added, ...self.identities.values()],
});

function run(call: Interpreter, session: OrmSession, statement: Value, params: Value): Value {
  // A session looks at the statement before it asks for a connection.
  if (typeof statement === 'string') throw textual(statement);
  if (statement === null || typeof statement === 'number') {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Executable SQL or text() construct expected, got ${call.repr(statement)}.`,
    ]);
  }
  configureSelected(call, statement);
  if (session.autoflush) session.flush(call);
  return entityResult(call, session, statement, session.execute(call, statement, params));
}

/** What `session.new` and its kin are. */
const identitySetClass = nativeClass({
  name: 'IdentitySet',
  module: 'sqlalchemy.util._collections',
  bases: [setClass],
  repr: (self: never, call) => `IdentitySet(${call.repr(list([...call.iterate(self)]))})`,
});

const identitySet = (call: Interpreter, items: readonly Value[]): Value =>
  call.call(identitySetClass, [tuple(items)]);

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

function merge(call: Interpreter, session: OrmSession, given: PyObject): Value {
  const mapper = requireMapper(call, given.cls);
  const identity = mapper.primaryKey.map((column) => {
    const property = mapper.propertyOf(column);
    return (property && given.attrs?.get(property.key)) ?? null;
  });
  const known = identity.some((value) => value === null) ? null : session.get(call, given.cls, identity);
  const target = known ?? new PyObject(given.cls);
  for (const key of mapper.properties.keys()) {
    const value = given.attrs?.get(key);
    if (value !== undefined) call.setAttribute(target, key, value);
  }
  session.add(call, target);
  return target;
}

/** What `sessionmaker(…)` gives: called, it makes sessions with these settings. */
class SessionMaker {
  readonly cls: Value;
  readonly keywords: Map<string, Value>;
  constructor(cls: Value, keywords: Map<string, Value>) {
    this.cls = cls;
    this.keywords = keywords;
  }

  make(call: Interpreter, more: Keywords = new Map()): Value {
    return call.call(this.cls, [], new Map([...this.keywords, ...more]));
  }
}

export const sessionMakerClass = nativeClass({
  name: 'sessionmaker',
  module: 'sqlalchemy.orm.session',
  host: SessionMaker,
  signature: 'bind=None, *, class_=None, **kw',
  construct: (_call, _cls, bind: Value, cls: Value, kw: Keywords) =>
    new SessionMaker(cls ?? sessionClass, new Map([...kw, ['bind', bind]])),
  classMethods: { __class_getitem__: ['item, /', (_call, cls: PyClass) => cls] },
  methods: {
    __call__: ['**local_kw', (call, self: SessionMaker, kw: Keywords) => self.make(call, kw)],
    configure: [
      '**new_kw',
      (_call, self: SessionMaker, kw: Keywords) => {
        for (const [name, value] of kw) self.keywords.set(name, value);
        return null;
      },
    ],
    begin: ['', (call, self: SessionMaker) => new SessionTransaction(self.make(call) as OrmSession)],
  },
});

class ScopedSession {
  readonly factory: Value;
  current: Value = null;
  constructor(factory: Value) {
    this.factory = factory;
  }

  session(call: Interpreter): Value {
    this.current ??= call.call(this.factory);
    return this.current;
  }
}

const scopedSessionClass = nativeClass({
  name: 'scoped_session',
  module: 'sqlalchemy.orm.scoping',
  host: ScopedSession,
  signature: 'session_factory, scopefunc=None',
  construct: (_call, _cls, factory: Value) => new ScopedSession(factory),
  methods: {
    __call__: ['**kw', (call, self: ScopedSession) => self.session(call)],
    remove: [
      '',
      (call, self: ScopedSession) => {
        if (self.current !== null) call.callMethod(self.current, 'close');
        self.current = null;
        return null;
      },
    ],
    query_property: ['query_cls=None', () => null],
  },
  getattr: (self: ScopedSession, name, call) => call.getAttribute(self.session(call), name),
});
addClassItem(scopedSessionClass);

const objectSession = nativeFunction('object_session', 'instance', (_call, instance: Value) =>
  instance instanceof PyObject ? ((stateOf(instance).session as OrmSession | undefined) ?? null) : null,
);

const aliased = nativeFunction(
  'aliased',
  'element, alias=None, name=None, flat=False, adapt_on_names=False',
  (call, element: Value, _alias: Value, name: Value) => {
    const mapper = element instanceof Object ? mapperOf(element) : undefined;
    if (mapper) configureRegistry(call, mapper.registry);
    const table = mapper?.table ?? element;
    return call.callMethod(table, 'alias', ...(name === null ? [] : [name]));
  },
);

/** Name to value, for `sqlalchemy.orm`. */
export const sessionNames: NativeModule['names'] = {
  Query: () => queryClass,
  Session: () => sessionClass,
  SessionTransaction: () => sessionTransactionClass,
  aliased: () => aliased,
  ...keyedDictNames,
  close_all_sessions: () => nativeFunction('close_all_sessions', '', () => null),
  make_transient: () => nativeFunction('make_transient', 'instance', () => null),
  object_mapper: () =>
    nativeFunction(
      'object_mapper',
      'instance',
      (_call, instance: PyObject) => inheritedMapper(instance.cls) ?? null,
    ),
  object_session: () => objectSession,
  scoped_session: () => scopedSessionClass,
  sessionmaker: () => sessionMakerClass,
};
