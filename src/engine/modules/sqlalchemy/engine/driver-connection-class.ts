/** The pool's wrapper around a connection of the driver. Answers to: sqlalchemy/pool/base.py (_ConnectionFairy, _ConnectionRecord). */
import { dict } from '../../../python/values/containers/dict.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { DriverConnection } from '../../psycopg2/cursor.ts';
import { ended } from './transaction-class.ts';

/** What `connection.connection` and `engine.raw_connection()` give. */
class Fairy {
  readonly connection: Connection;
  readonly driver: DriverConnection;
  constructor(connection: Connection, driver: DriverConnection) {
    this.connection = connection;
    this.driver = driver;
  }
}

class ConnectionRecord {
  readonly info = dict();
  readonly driver: DriverConnection;
  constructor(driver: DriverConnection) {
    this.driver = driver;
  }
}

const drivers = new WeakMap<Connection, DriverConnection>();
const records = new WeakMap<Connection, ConnectionRecord>();

/** psycopg2's connection under a connection of SQLAlchemy's. */
export function driverOf(connection: Connection): DriverConnection {
  let driver = drivers.get(connection);
  if (!driver) {
    const { url } = connection.engine;
    const parts = [
      ['user', url.username],
      ['password', url.password === null ? null : 'xxx'],
      ['dbname', url.database],
      ['host', url.host],
      ['port', url.port],
    ].filter(([, value]) => value !== null && value !== undefined);
    driver = new DriverConnection(
      connection.session,
      parts.map(([name, value]) => `${name}=${value}`).join(' '),
    );
    drivers.set(connection, driver);
  }
  return driver;
}

/** The pool's own notes about it, which events are given. */
export function recordOf(connection: Connection): Value {
  const record = records.get(connection) ?? new ConnectionRecord(driverOf(connection));
  records.set(connection, record);
  return record;
}

/** `connection.connection`: the pool's wrapper of what the driver gave. */
export const driverConnection = (connection: Connection): Value =>
  new Fairy(connection, driverOf(connection));

nativeClass({
  name: '_ConnectionRecord',
  module: 'sqlalchemy.pool.base',
  host: ConnectionRecord,
  getters: {
    info: (self: ConnectionRecord) => self.info,
    dbapi_connection: (self: ConnectionRecord) => self.driver,
    driver_connection: (self: ConnectionRecord) => self.driver,
  },
});

nativeClass({
  name: '_ConnectionFairy',
  module: 'sqlalchemy.pool.base',
  host: Fairy,
  methods: {
    close: ['', ended((self: Fairy) => self.connection.close())],
    detach: ['', ended(() => {})],
    invalidate: ['e=None, soft=False', ended((self: Fairy) => self.connection.close())],
  },
  getters: {
    dbapi_connection: (self: Fairy) => self.driver,
    driver_connection: (self: Fairy) => self.driver,
    is_valid: (self: Fairy) => !self.connection.closed,
    info: (self: Fairy, call) => call.getAttribute(recordOf(self.connection), 'info')!,
  },
  // Everything else is the driver's: cursor(), commit(), autocommit …
  getattr: (self: Fairy, name, call) =>
    name.startsWith('__') ? undefined : call.getAttribute(self.driver, name),
});
