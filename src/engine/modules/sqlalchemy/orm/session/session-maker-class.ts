/** `sessionmaker`. Answers to: sqlalchemy/orm/session.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { OrmSession } from './session.ts';
import { type Keywords, sessionClass } from './session-class.ts';
import { SessionTransaction } from './session-transaction-class.ts';

/** What `sessionmaker(…)` gives: called, it makes sessions with these settings. */
class SessionMaker {
  readonly cls: Value;
  readonly keywords: Map<string, Value>;
  constructor(cls: Value, keywords: Map<string, Value>) {
    this.cls = cls;
    this.keywords = keywords;
  }

  make(call: Interpreter, more: Keywords = new Map()): Value {
    const made = call.call(this.cls, [], new Map([...this.keywords, ...more]));
    if (made instanceof OrmSession) made.maker = this;
    return made;
  }
}

export const sessionMakerClass = nativeClass({
  name: 'sessionmaker',
  module: 'sqlalchemy.orm.session',
  host: SessionMaker,
  signature: 'bind=None, *, class_=None, autoflush=True, expire_on_commit=True, info=None, **kw',
  construct: (
    _call,
    _cls,
    bind: Value,
    cls: Value,
    autoflush: Value,
    expire: Value,
    info: Value,
    kw: Keywords,
  ) => {
    const settings: [string, Value][] = [
      ['bind', bind],
      ['autoflush', autoflush],
      ['expire_on_commit', expire],
    ];
    if (info !== null) settings.push(['info', info]);
    return new SessionMaker(cls ?? sessionClass, new Map([...kw, ...settings]));
  },
  classMethods: { __class_getitem__: ['item, /', (_call, cls: PyClass) => cls] },
  repr: (self: SessionMaker, call) => {
    const { name } = self.cls as PyClass;
    const given = [...self.keywords].map(([key, value]) => `${key}=${call.repr(value)}`);
    return `sessionmaker(class_='${name}', ${given.join(', ')})`;
  },
  getters: {
    kw: (self: SessionMaker, call) => call.process.python.dict([...self.keywords]) as Value,
    class_: (self: SessionMaker) => self.cls,
  },
  methods: {
    __call__: ['**local_kw', (call, self: SessionMaker, kw: Keywords) => self.make(call, kw)],
    configure: [
      '**new_kw',
      (_call, self: SessionMaker, kw: Keywords) => {
        for (const [name, value] of kw) self.keywords.set(name, value);
        return null;
      },
    ],
    begin: [
      '',
      (call, self: SessionMaker) => new SessionTransaction(self.make(call) as OrmSession, false, true),
    ],
  },
});
