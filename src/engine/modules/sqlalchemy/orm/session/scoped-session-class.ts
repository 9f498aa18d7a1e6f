/** `scoped_session`. Answers to: sqlalchemy/orm/scoping.py. */
import { tuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { addClassItem } from '../../class-item.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import { ScopedRegistry } from './scoped-registry-class.ts';
import type { Keywords } from './session-class.ts';
import { invalidRequest } from './session-errors.ts';

class ScopedSession {
  readonly factory: Value;
  readonly registry: ScopedRegistry;
  constructor(factory: Value, scopefunc: Value) {
    this.factory = factory;
    this.registry = new ScopedRegistry(factory, scopefunc);
  }

  session(call: Interpreter): Value {
    return this.registry.get(call);
  }

  /** The session of this scope; one that is to be made with arguments of its own must not be there yet. */
  called(call: Interpreter, keywords: Keywords): Value {
    if (keywords.size === 0) return this.session(call);
    if (this.registry.has(call))
      throw invalidRequest('Scoped session is already present; no new arguments may be specified.');
    const made = call.call(this.factory, [], keywords);
    this.registry.set(call, made);
    return made;
  }
}

export const scopedSessionClass = nativeClass({
  name: 'scoped_session',
  module: 'sqlalchemy.orm.scoping',
  host: ScopedSession,
  signature: 'session_factory, scopefunc=None',
  construct: (_call, _cls, factory: Value, scopefunc: Value) => new ScopedSession(factory, scopefunc),
  methods: {
    __call__: ['**kw', (call, self: ScopedSession, kw: Keywords) => self.called(call, kw)],
    remove: [
      '',
      (call, self: ScopedSession) => {
        if (self.registry.has(call)) call.callMethod(self.session(call), 'close');
        self.registry.clear(call);
        return null;
      },
    ],
    query_property: [
      'query_cls=None',
      (_call, self: ScopedSession, cls: Value) => new QueryProperty(self, cls),
    ],
  },
  getters: {
    session_factory: (self: ScopedSession) => self.factory,
    registry: (self: ScopedSession) => self.registry,
  },
  getattr: (self: ScopedSession, name, call) => call.getAttribute(self.session(call), name),
});
addClassItem(scopedSessionClass);

/** `Base.query = Session.query_property()` */
class QueryProperty {
  readonly sessions: ScopedSession;
  readonly queryClass: Value;
  constructor(sessions: ScopedSession, queryClass: Value) {
    this.sessions = sessions;
    this.queryClass = queryClass;
  }

  /** @param cls the mapped class that is queried */
  queryOf(call: Interpreter, cls: Value): Value {
    const session = this.sessions.session(call);
    return this.queryClass === null
      ? call.callMethod(session, 'query', cls)
      : call.call(this.queryClass, [tuple([cls]), session]);
  }
}

nativeClass({
  name: 'query',
  module: 'sqlalchemy.orm.scoping',
  host: QueryProperty,
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: QueryProperty, _instance: Value, owner: Value) =>
        mapperOf(owner) ? self.queryOf(call, owner) : self,
    ],
  },
});
