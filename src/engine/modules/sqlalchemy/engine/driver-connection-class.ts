import { list } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Connection } from '../../../sqlalchemy/engine/connection.ts';
import type { Result } from '../../../sqlalchemy/engine/result.ts';
import { driverArguments } from './parameters-argument.ts';

import { ended } from './transaction-class.ts';

/** The driver's connection: what `connection.connection` and `engine.raw_connection()` give. */
export class DriverConnection {
  readonly connection: Connection;
  constructor(connection: Connection) {
    this.connection = connection;
  }
}

export const driverConnection = (connection: Connection): Value => new DriverConnection(connection);

class DriverCursor {
  readonly connection: Connection;
  result: Result | undefined = undefined;
  constructor(connection: Connection) {
    this.connection = connection;
  }
}

nativeClass({
  name: 'cursor',
  module: 'psycopg2.extensions',
  host: DriverCursor,
  methods: {
    execute: [
      'query, vars=None',
      (call: Interpreter, self: DriverCursor, query: Value, vars: Value) => {
        const { values } = driverArguments(call, vars);
        const text = call.str(query);
        self.result = self.connection.execDriverSql(
          values === undefined ? text.replaceAll('%', '%%') : text,
          values,
        );
        return null;
      },
    ],
    fetchall: [
      '',
      (_call: Interpreter, self: DriverCursor) => list((self.result?.fetchAll() ?? []) as Value[]),
    ],
    fetchone: ['', (_call: Interpreter, self: DriverCursor) => (self.result?.fetchOne() ?? null) as Value],
    fetchmany: [
      'size=1',
      (_call: Interpreter, self: DriverCursor, size: Value) =>
        list((self.result?.fetchMany(Number(size)) ?? []) as Value[]),
    ],
    close: ['', () => null],
    __enter__: ['', (_call: Interpreter, self: DriverCursor) => self],
    __exit__: ['type, value, traceback', () => null],
  },
  getters: { rowcount: (self: DriverCursor) => self.result?.facts.rowcount ?? -1 },
});

nativeClass({
  name: '_ConnectionFairy',
  module: 'sqlalchemy.pool.base',
  host: DriverConnection,
  methods: {
    cursor: [
      '*args, **kwargs',
      (_call: Interpreter, self: DriverConnection) => new DriverCursor(self.connection),
    ],
    commit: ['', ended((self: DriverConnection) => self.connection.commit())],
    rollback: ['', ended((self: DriverConnection) => self.connection.rollback())],
    close: ['', ended((self: DriverConnection) => self.connection.close())],
  },
  getters: {
    dbapi_connection: (self: DriverConnection) => self,
    driver_connection: (self: DriverConnection) => self,
  },
});
