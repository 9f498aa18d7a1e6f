/** psycopg2's connections. Answers to: psycopg2.extensions (connection). */
import { list, tuple } from '../../python/values/containers/containers.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { address } from '../../python/values/text.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { checkOptions } from '../../sqlalchemy/engine/connect.ts';
import { openSession } from '../../sqlalchemy/engine/driver/session.ts';
import { DriverConnection, DriverCursor, refused, requireOpen } from './cursor.ts';

function setAutocommit(self: DriverConnection, on: boolean): void {
  const { session } = requireOpen(self);
  if (session.server.status !== 'idle') {
    throw refused('ProgrammingError', 'set_session cannot be used inside a transaction');
  }
  session.autocommit = on;
}

const done = (work: (self: DriverConnection) => void) => (_call: Interpreter, self: DriverConnection) => {
  work(self);
  return null;
};

export const connectionClass: PyClass = nativeClass({
  name: 'connection',
  module: 'psycopg2.extensions',
  host: DriverConnection,
  methods: {
    cursor: [
      'name=None, cursor_factory=None, withhold=False, scrollable=None',
      (_call: Interpreter, self: DriverConnection, _name: Value, factory: Value) =>
        new DriverCursor(requireOpen(self), factory ?? self.cursorFactory),
    ],
    commit: ['', done((self) => requireOpen(self).session.commit())],
    rollback: ['', done((self) => requireOpen(self).session.rollback())],
    close: [
      '',
      done(({ session }) => {
        session.rollback();
        session.close();
      }),
    ],
    set_isolation_level: [
      'level',
      (_call: Interpreter, self: DriverConnection, level: Value) => {
        setAutocommit(self, level === 0);
        return null;
      },
    ],
    set_session: [
      'isolation_level=None, readonly=None, deferrable=None, autocommit=None',
      (call: Interpreter, self: DriverConnection, level: Value, _r: Value, _d: Value, auto: Value) => {
        if (auto !== null) setAutocommit(self, call.truth(auto));
        if (typeof level === 'string') self.session.isolation = level.toUpperCase().replaceAll('_', ' ');
        return null;
      },
    ],
    get_dsn_parameters: ['', (call: Interpreter, self: DriverConnection) => dsnParameters(call, self)],
    get_backend_pid: ['', () => 1],
    set_client_encoding: ['encoding', done(() => {})],
    __enter__: ['', (_call: Interpreter, self: DriverConnection) => requireOpen(self)],
    __exit__: [
      'type, name, tb',
      (_call: Interpreter, self: DriverConnection, type: Value) => {
        if (type === null) self.session.commit();
        else self.session.rollback();
        return null;
      },
    ],
  },
  getters: {
    autocommit: (self: DriverConnection) => self.session.autocommit,
    closed: (self: DriverConnection) => (self.session.closed ? 1 : 0),
    dsn: (self: DriverConnection) => self.dsn,
    encoding: () => 'UTF8',
    server_version: () => 180003,
    status: (self: DriverConnection) => (self.session.server.status === 'idle' ? 1 : 2),
    notices: () => list([]),
    cursor_factory: (self: DriverConnection) => self.cursorFactory,
  },
  setters: {
    autocommit: (self: DriverConnection, value: Value, call) => setAutocommit(self, call.truth(value)),
    cursor_factory: (self: DriverConnection, value: Value) => {
      self.cursorFactory = value;
    },
  },
  repr: (self: DriverConnection) =>
    `<connection object at ${address(self)}; dsn: '${self.dsn}', closed: ${self.session.closed ? 1 : 0}>`,
});

function dsnParameters(call: Interpreter, self: DriverConnection): Value {
  const pairs = [...parseDsn(self.dsn)].filter(([key]) => key !== 'password');
  return call.call(call.builtins.get('dict')!, [list(pairs.map((pair) => tuple(pair)))]);
}

/** "host=db user='a b'", or a URL, as names and values. */
function parseDsn(dsn: string): Map<string, string> {
  const found = new Map<string, string>();
  const url =
    /^postgres(?:ql)?:\/\/(?:([^:@/]*)(?::([^@]*))?@)?([^:/?]*)(?::(\d*))?(?:\/([^?]*))?(?:\?(.*))?$/.exec(
      dsn,
    );
  if (url) {
    const names = ['user', 'password', 'host', 'port', 'dbname'];
    names.forEach((name, at) => {
      const value = url[at + 1];
      if (value) found.set(name, decodeURIComponent(value));
    });
    for (const pair of url[6]?.split('&') ?? []) {
      const [name, value] = pair.split('=');
      if (name) found.set(name, decodeURIComponent(value ?? ''));
    }
    return found;
  }
  for (const [, name, quoted, plain] of dsn.matchAll(/(\w+)\s*=\s*(?:'((?:\\.|[^'\\])*)'|(\S*))/g))
    found.set(name!, (quoted ?? plain ?? '').replace(/\\(.)/g, '$1'));
  return found;
}

/** `psycopg2.connect(dsn, **keywords)`. @throws OperationalError in libpq's words, ProgrammingError for unknown options */
export function connect(
  call: Interpreter,
  dsn: Value,
  cursorFactory: Value,
  keywords: ReadonlyMap<string, Value>,
): DriverConnection {
  const options = typeof dsn === 'string' ? parseDsn(dsn) : new Map<string, string>();
  for (const [name, value] of keywords) {
    if (value !== null) options.set(name === 'database' ? 'dbname' : name, call.str(value));
  }
  checkOptions(options);
  const session = openSession(call.process.machine, {
    host: options.get('host'),
    port: options.has('port') ? Number(options.get('port')) : undefined,
    user: options.get('user'),
    password: options.get('password'),
    database: options.get('dbname'),
    options,
  });
  const shown = [...options].map(([name, value]) => `${name}=${name === 'password' ? 'xxx' : value}`);
  const made = new DriverConnection(session, shown.join(' '));
  made.cursorFactory = cursorFactory;
  return made;
}
