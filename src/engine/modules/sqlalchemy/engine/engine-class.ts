/** Engine, Connection and Transaction in Python. Answers to: sqlalchemy/engine/base.py. */

import { registerFamily } from '../../../python/values/class-of.ts';
import { list, tuple } from '../../../python/values/containers.ts';
import { dict, PyDict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeClassSpec, nativeClass, nativeFunction } from '../../../python/values/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { createEngine, Engine, engineFromConfig } from '../../../sqlalchemy/engine/engine.ts';
import type { Result } from '../../../sqlalchemy/engine/result.ts';
import { Transaction } from '../../../sqlalchemy/engine/transaction.ts';
import { qualifiedName, quoteIdentifier } from '../../../sqlalchemy/postgresql/identifiers.ts';
import { driverArguments, parameterSets } from './parameters-argument.ts';
import { poolName, poolOf } from './pool.ts';
import './result-class.ts';
import { typeArgument } from '../type-class.ts';

const BASE = 'sqlalchemy.engine.base';

type Methods = NonNullable<NativeClassSpec['methods']>;

const keywordMap = (value: Value): ReadonlyMap<string, Value> =>
  value instanceof PyDict
    ? new Map([...value.entries()].map(([key, item]) => [String(key), item]))
    : new Map();

const optionsDict = (options: ReadonlyMap<string, unknown>): Value =>
  dict([...options].map(([key, value]) => [key, (value ?? null) as Value] as const));

function execute(
  call: Interpreter,
  self: Connection,
  statement: Value,
  parameters: Value,
  options: Value,
): Result {
  return self.execute(statement as never, parameterSets(call, parameters), keywordMap(options));
}

const EXECUTE = 'statement, parameters=None, *, execution_options=None';

/** Leaving `with connection.begin()`: commits, or rolls back where an exception is on its way. */
function leaveTransaction(self: Transaction, failed: boolean): void {
  const connection = self.connection as Connection;
  if (connection.managed === self) connection.managed = outer.get(self);
  if (!self.isActive) return;
  if (failed) self.rollback();
  else {
    try {
      self.commit();
    } catch (error) {
      if (self.isActive) self.rollback();
      throw error;
    }
  }
}

const outer = new WeakMap<Transaction, Transaction>();

/** Code whose answer is None. */
const ended =
  <Self = Transaction>(work: (self: Self) => void) =>
  (_call: Interpreter, self: Self) => {
    work(self);
    return null;
  };

export const transactionClass = nativeClass({
  name: 'Transaction',
  module: BASE,
  methods: {
    commit: ['', ended((self: Transaction) => self.commit())],
    rollback: ['', ended((self: Transaction) => self.rollback())],
    close: ['', ended((self: Transaction) => self.rollback())],
    __enter__: [
      '',
      (_call: Interpreter, self: Transaction) => {
        const connection = self.connection as Connection;
        if (connection.managed) outer.set(self, connection.managed);
        connection.managed = self;
        return self;
      },
    ],
    __exit__: [
      'type_, value, traceback',
      (_call: Interpreter, self: Transaction, type: Value) => {
        leaveTransaction(self, type !== null);
        return false;
      },
    ],
  },
  getters: {
    is_active: (self: Transaction) => self.isActive,
    is_valid: (self: Transaction) => self.isActive,
    connection: (self: Transaction) => self.connection as Value,
    nested: (self: Transaction) => self.savepoint !== undefined,
  },
  repr: (self: never) => defaultRepr(self),
});
export const rootTransactionClass = nativeClass({
  name: 'RootTransaction',
  module: BASE,
  bases: [transactionClass],
});
export const nestedTransactionClass = nativeClass({
  name: 'NestedTransaction',
  module: BASE,
  bases: [transactionClass],
});
registerFamily(Transaction, ({ savepoint }) =>
  savepoint === undefined ? rootTransactionClass : nestedTransactionClass,
);

const nothing = (work: (self: Connection) => void) => (_call: Interpreter, self: Connection) => {
  work(self);
  return null;
};

const CONNECTION: Methods = {
  execute: [EXECUTE, execute as never],
  scalar: [
    EXECUTE,
    (call: Interpreter, self: Connection, statement: Value, parameters: Value, options: Value) => {
      const row = execute(call, self, statement, parameters, options).first();
      return row === undefined ? null : ((row as { values: readonly Value[] }).values[0] ?? null);
    },
  ],
  scalars: [
    EXECUTE,
    (call: Interpreter, self: Connection, statement: Value, parameters: Value, options: Value) =>
      execute(call, self, statement, parameters, options).as({ kind: 'scalars', at: 0 }),
  ],
  exec_driver_sql: [
    'statement, parameters=None, execution_options=None',
    (call: Interpreter, self: Connection, statement: Value, parameters: Value) => {
      const { values, many } = driverArguments(call, parameters);
      return self.execDriverSql(call.str(statement), values, many);
    },
  ],
  begin: ['', (_call: Interpreter, self: Connection) => self.begin()],
  begin_nested: ['', (_call: Interpreter, self: Connection) => self.beginNested()],
  commit: ['', nothing((self) => self.commit())],
  rollback: ['', nothing((self) => self.rollback())],
  close: ['', nothing((self) => self.close())],
  detach: ['', nothing(() => {})],
  invalidate: ['exception=None', nothing((self) => self.close())],
  in_transaction: ['', (_call: Interpreter, self: Connection) => self.inTransaction],
  in_nested_transaction: ['', (_call: Interpreter, self: Connection) => self.inNestedTransaction],
  get_transaction: ['', (_call: Interpreter, self: Connection) => self.transaction ?? null],
  get_nested_transaction: ['', (_call: Interpreter, self: Connection) => self.nestedTransaction ?? null],
  execution_options: [
    '**opt',
    (_call: Interpreter, self: Connection, options: Map<string, Value>) => {
      self.setOptions(options);
      return self;
    },
  ],
  get_execution_options: ['', (_call: Interpreter, self: Connection) => optionsDict(self.options)],
  get_isolation_level: ['', (_call: Interpreter, self: Connection) => self.isolation],
  run_callable: [
    'callable_, *args, **kwargs',
    (call: Interpreter, self: Connection, callable: Value, args: Value[]) =>
      call.call(callable, [self, ...args]),
  ],
  schema_for_object: [
    'obj',
    (call: Interpreter, _self: Connection, object: Value) => call.getAttribute(object, 'schema') ?? null,
  ],
  __enter__: ['', (_call: Interpreter, self: Connection) => self],
  __exit__: ['type_, value, traceback', nothing((self) => self.close())],
};

export const connectionClass = nativeClass({
  name: 'Connection',
  module: BASE,
  host: Connection,
  methods: CONNECTION,
  getters: {
    engine: (self: Connection) => self.engine,
    dialect: (self: Connection) => self.dialect,
    closed: (self: Connection) => self.closed,
    invalidated: () => false,
    info: (self: Connection) => infoOf(self),
    default_isolation_level: () => 'READ COMMITTED',
    connection: (self: Connection) => driverConnection(self),
    should_close_with_result: () => false,
  },
  repr: (self: never) => defaultRepr(self),
});

const infos = new WeakMap<Connection, PyDict>();

function infoOf(self: Connection): PyDict {
  const known = infos.get(self) ?? dict();
  infos.set(self, known);
  return known;
}

/** The driver's connection: what `connection.connection` and `engine.raw_connection()` give. */
export class DriverConnection {
  readonly connection: Connection;
  constructor(connection: Connection) {
    this.connection = connection;
  }
}

const driverConnection = (connection: Connection): Value => new DriverConnection(connection);

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

/** `with engine.begin() as connection`. */
export class EngineBegin {
  readonly engine: Engine;
  readonly awaited: boolean;
  connection: Connection | undefined = undefined;
  transaction: Transaction | undefined = undefined;
  constructor(engine: Engine, awaited = false) {
    this.engine = engine;
    this.awaited = awaited;
  }
  enter(): Connection {
    this.connection = new Connection(this.engine, this.awaited);
    this.transaction = this.connection.begin();
    this.connection.managed = this.transaction;
    return this.connection;
  }
  leave(failed: boolean): void {
    try {
      leaveTransaction(this.transaction!, failed);
    } finally {
      this.connection!.close();
    }
  }
}

nativeClass({
  name: '_GeneratorContextManager',
  module: 'contextlib',
  host: EngineBegin,
  methods: {
    __enter__: ['', (_call: Interpreter, self: EngineBegin) => self.enter()],
    __exit__: [
      'typ, value, traceback',
      (_call: Interpreter, self: EngineBegin, type: Value) => {
        self.leave(type !== null);
        return false;
      },
    ],
  },
});

export const engineClass = nativeClass({
  name: 'Engine',
  module: BASE,
  host: Engine,
  methods: {
    connect: ['', (_call: Interpreter, self: Engine) => new Connection(self)],
    begin: ['', (_call: Interpreter, self: Engine) => new EngineBegin(self)],
    raw_connection: ['', (_call: Interpreter, self: Engine) => driverConnection(new Connection(self))],
    dispose: ['close=True', () => null],
    clear_compiled_cache: ['', () => null],
    execution_options: [
      '**opt',
      (_call: Interpreter, self: Engine, options: Map<string, Value>) => {
        const copy = new Engine(self.process, self.url, self.dialect, self.options, self.poolClass);
        copy.executionOptions = new Map([...self.executionOptions, ...options]);
        return copy;
      },
    ],
    update_execution_options: [
      '**opt',
      (_call: Interpreter, self: Engine, options: Map<string, Value>) => {
        self.executionOptions = new Map([...self.executionOptions, ...options]);
        return null;
      },
    ],
    get_execution_options: ['', (_call: Interpreter, self: Engine) => optionsDict(self.executionOptions)],
  },
  getters: {
    url: (self: Engine) => self.url,
    dialect: (self: Engine) => self.dialect,
    name: (self: Engine) => self.dialect.name,
    driver: (self: Engine) => self.dialect.driver,
    echo: (self: Engine) => (self.options.get('echo') ?? null) as Value,
    pool: (self: Engine) => poolOf(self.poolClass),
    engine: (self: Engine) => self,
    logging_name: (self: Engine) => (self.options.get('logging_name') ?? null) as Value,
    hide_parameters: (self: Engine) => self.hideParameters,
  },
  repr: (self: Engine) => `Engine(${self.url.render()})`,
});

/** What quotes names: `dialect.identifier_preparer`. */
class Preparer {
  readonly doublePercents: boolean;
  constructor(doublePercents: boolean) {
    this.doublePercents = doublePercents;
  }
}

nativeClass({
  name: 'PGIdentifierPreparer',
  module: 'sqlalchemy.dialects.postgresql.base',
  host: Preparer,
  methods: {
    quote: [
      'ident, force=None',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
    quote_identifier: [
      'value',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), true, self),
    ],
    quote_schema: [
      'schema, force=None',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
    format_table: [
      'table, use_schema=True, name=None',
      (_call: Interpreter, self: Preparer, table: { name: string; schema: string | null }) =>
        qualifiedName(table, self),
    ],
    format_column: [
      'column, use_table=False, name=None, table_name=None, use_schema=False, anon_map=None',
      (_call: Interpreter, self: Preparer, column: { name: string; quote: boolean | null }) =>
        quoteIdentifier(column.name, column.quote, self),
    ],
    format_schema: [
      'name',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
  },
});

export const dialectClass = nativeClass({
  name: 'PGDialect_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
  host: Dialect,
  methods: {
    has_table: [
      'connection, table_name, schema=None, **kw',
      (call: Interpreter, _self: Dialect, connection: Value, name: Value, schema: Value) =>
        call.callMethod(
          call.call(call.importName('sqlalchemy.inspection.inspect'), [connection]),
          'has_table',
          name,
          schema,
        ),
    ],
    type_descriptor: [
      'typeobj',
      (call: Interpreter, _self: Dialect, type: Value) => typeArgument(call, type) ?? type,
    ],
    type_compiler_instance: ['', (_call: Interpreter, self: Dialect) => self],
  },
  getters: {
    name: (self: Dialect) => self.name,
    driver: (self: Dialect) => self.driver,
    paramstyle: (self: Dialect) => (self.paramstyle === 'dollar' ? 'numeric_dollar' : self.paramstyle),
    server_version_info: (self: Dialect) => (self.serverVersion ? tuple([...self.serverVersion]) : null),
    default_schema_name: (self: Dialect) => self.defaultSchema,
    identifier_preparer: (self: Dialect) => new Preparer(self.paramstyle === 'pyformat'),
    dbapi: (self: Dialect, call) => call.importModule(self.dbapiModule),
    supports_comments: () => true,
    supports_sequences: () => true,
    supports_native_enum: () => true,
    supports_native_boolean: () => true,
    supports_native_uuid: () => true,
    insert_returning: () => true,
    max_identifier_length: () => 63,
    is_async: (self: Dialect) => self.isAsync,
    supports_alter: () => true,
    supports_default_values: () => true,
  },
  repr: (self: Dialect) => defaultRepr(self).replace(/<[\w.]+ /, `<${self.classModule}.${self.className} `),
});

/** Keyword arguments of create_engine for the engine room: dicts as maps, pools by name. */
export const engineKeywords = (keywords: ReadonlyMap<string, Value>): Map<string, unknown> =>
  new Map(
    [...keywords].map(([key, value]) => [
      key,
      value instanceof PyDict
        ? keywordMap(value)
        : key === 'poolclass'
          ? { poolName: poolName(value) }
          : value,
    ]),
  );

export const createEngineFunction = nativeFunction(
  'create_engine',
  'url, **kwargs',
  (call, url: Value, keywords: Map<string, Value>) =>
    createEngine(call.process, url, engineKeywords(keywords)),
  'sqlalchemy.engine.create',
);

/** A mapping of Python by text keys. */
export function configurationMap(call: Interpreter, value: Value): ReadonlyMap<string, unknown> {
  if (value instanceof PyDict) return keywordMap(value);
  const items = call.callMethod(value, 'items');
  return new Map([...call.iterate(items)].map((pair) => [...call.iterate(pair)] as [string, Value]));
}

export const engineFromConfigFunction = nativeFunction(
  'engine_from_config',
  "configuration, prefix='sqlalchemy.', **kwargs",
  (call, configuration: Value, prefix: Value, keywords: Map<string, Value>) =>
    engineFromConfig(
      call.process,
      configurationMap(call, configuration),
      String(prefix),
      engineKeywords(keywords),
    ),
  'sqlalchemy.engine.create',
);

/** `create_mock_engine(url, executor)`: DDL goes to a function. */
export const createMockEngineFunction = nativeFunction(
  'create_mock_engine',
  'url, executor, **kw',
  (call, url: Value, executor: Value) => {
    const engine = createEngine(call.process, url, new Map());
    return new MockConnection(engine.dialect, executor);
  },
  'sqlalchemy.engine.mock',
);

/** Hands DDL and statements to a function: `create_mock_engine`, and what `op.get_bind()` gives offline. */
export class MockConnection {
  readonly dialect: Dialect;
  readonly executor: Value;
  constructor(dialect: Dialect, executor: Value) {
    this.dialect = dialect;
    this.executor = executor;
  }
}

nativeClass({
  name: 'MockConnection',
  module: 'sqlalchemy.engine.mock',
  host: MockConnection,
  methods: {
    execute: [
      'obj, parameters=None, execution_options=None',
      (call: Interpreter, self: MockConnection, object: Value) => call.call(self.executor, [object]),
    ],
    connect: ['**kwargs', (_call: Interpreter, self: MockConnection) => self],
  },
  getters: {
    dialect: (self: MockConnection) => self.dialect,
    engine: (self: MockConnection) => self,
    name: (self: MockConnection) => self.dialect.name,
  },
});
