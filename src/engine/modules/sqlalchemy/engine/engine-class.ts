/** Engine, Connection and Transaction in Python. Answers to: sqlalchemy/engine/base.py. */
import { typeName } from '../../../python/values/classes/class-of.ts';
import { dict, keywordsOf, PyDict } from '../../../python/values/containers/dict.ts';
import { getItem } from '../../../python/values/containers/iterate.ts';
import { attributeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { createEngine, Engine, engineFromConfig, setEcho } from '../../../sqlalchemy/engine/engine.ts';
import { ofEngine } from '../../../sqlalchemy/engine/events.ts';
import type { Result } from '../../../sqlalchemy/engine/result.ts';
import { immutableDict } from './immutable-dict.ts';
import { driverArguments, parameterSets } from './parameters-argument.ts';
import { poolName, poolOf } from './pool.ts';
import './dialect-class.ts';
import { DDL_VISITOR } from './ddl-visitor.ts';
import { driverConnection } from './driver-connection-class.ts';
import './result-class.ts';
import { EngineBegin } from './transaction-class.ts';

const BASE = 'sqlalchemy.engine.base';

type Methods = NonNullable<NativeClassSpec['methods']>;

const optionsDict = (options: ReadonlyMap<string, unknown>): Value =>
  immutableDict([...options].map(([key, value]) => [key, (value ?? null) as Value] as const));

function execute(
  call: Interpreter,
  self: Connection,
  statement: Value,
  parameters: Value,
  options: Value,
): Result {
  return self.execute(statement as never, parameterSets(call, parameters), keywordsOf(options));
}

const EXECUTE = 'statement, parameters=None, *, execution_options=None';

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
  ...DDL_VISITOR,
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
    default_isolation_level: (self: Connection) => {
      const level = self.engine.options.get('isolation_level') ?? null;
      return level === null || level === 'AUTOCOMMIT' ? 'READ COMMITTED' : (level as string);
    },
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

export const engineClass = nativeClass({
  name: 'Engine',
  module: BASE,
  host: Engine,
  methods: {
    connect: ['', (_call: Interpreter, self: Engine) => new Connection(self)],
    ...DDL_VISITOR,
    begin: ['', (_call: Interpreter, self: Engine) => new EngineBegin(self)],
    raw_connection: ['', (_call: Interpreter, self: Engine) => driverConnection(new Connection(self))],
    dispose: [
      'close=True',
      (_call, self: Engine) => {
        ofEngine(self, 'engine_disposed');
        return null;
      },
    ],
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
  setters: {
    echo: (self: Engine, value: Value) => setEcho(self, value),
  },
  repr: (self: Engine) => `Engine(${self.url.render()})`,
});

/** @throws AttributeError for what is no class of a pool */
function poolNameOf(value: Value): string | undefined {
  if (value === null || value instanceof PyClass) return poolName(value);
  throw attributeError(`'${typeName(value)}' object has no attribute '__dict__'`, value, '__dict__');
}

/** Keyword arguments of create_engine for the engine room: dicts as maps, pools by name. */
export const engineKeywords = (keywords: ReadonlyMap<string, Value>): Map<string, unknown> =>
  new Map(
    [...keywords].map(([key, value]) => [
      key,
      value instanceof PyDict
        ? keywordsOf(value)
        : key === 'poolclass'
          ? { poolName: poolNameOf(value) }
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
  if (value instanceof PyDict) return keywordsOf(value);
  return new Map([...call.iterate(value)].map((key) => [key as string, getItem(value, key)]));
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
