/** `scoped_session`. Answers to: sqlalchemy/orm/scoping.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { addClassItem } from '../../class-item.ts';
import { mapperOf } from '../mapper/mapped-class.ts';

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

export const scopedSessionClass = nativeClass({
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
    query_property: ['query_cls=None', (_call, self: ScopedSession) => new QueryProperty(self)],
  },
  getattr: (self: ScopedSession, name, call) => call.getAttribute(self.session(call), name),
});
addClassItem(scopedSessionClass);

/** `Base.query = Session.query_property()` */
class QueryProperty {
  readonly registry: ScopedSession;
  constructor(registry: ScopedSession) {
    this.registry = registry;
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
        mapperOf(owner) ? call.callMethod(self.registry.session(call), 'query', owner) : self,
    ],
  },
});
