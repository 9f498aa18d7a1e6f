/** The modules that bind engines, connections and results. */

import { interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { dialectNamed } from '../../../sqlalchemy/engine/dialect.ts';
import { ASYNCPG_ADAPTER } from '../../asyncpg.ts';
import { unknownName } from '../../unknown.ts';
import { excClass } from '../exc.ts';
import { scopedRegistryClass } from '../orm/session/scoped-registry-class.ts';
import { asyncConnectionClass } from './async-connection-class.ts';
import { asyncEngineClass, asyncEngineFunctions } from './async-engine-class.ts';
import { asyncTransactionClass } from './async-transaction-class.ts';
import { CONCURRENCY_NAMES } from './awaited.ts';
import './default-context-class.ts';
import { dialectClass, ischemaNames } from './dialect-class.ts';
import { dialectRegistry } from './dialect-registry.ts';
import {
  connectionClass,
  createEngineFunction,
  engineClass,
  engineFromConfigFunction,
} from './engine-class.ts';
import { eventNames } from './event.ts';
import { immutableDictClass } from './immutable-dict.ts';
import { createMockEngineFunction } from './mock-engine.ts';
import { POOL_CLASSES } from './pool.ts';
import { cursorResultClass, mappingResultClass, resultClass, scalarResultClass } from './result-class.ts';
import { rowClass, rowMappingClass } from './row-class.ts';
import { nestedTransactionClass, rootTransactionClass, transactionClass } from './transaction-class.ts';
import { makeUrlFunction, urlClass } from './url-class.ts';

type Names = Readonly<Record<string, () => Value>>;

const results: Names = {
  Result: () => resultClass,
  CursorResult: () => cursorResultClass,
  ScalarResult: () => scalarResultClass,
  MappingResult: () => mappingResultClass,
  Row: () => rowClass,
  RowMapping: () => rowMappingClass,
};

const engines: Names = {
  create_engine: () => createEngineFunction,
  engine_from_config: () => engineFromConfigFunction,
  create_mock_engine: () => createMockEngineFunction,
};

const classes: Names = {
  Engine: () => engineClass,
  Connection: () => connectionClass,
  Transaction: () => transactionClass,
  RootTransaction: () => rootTransactionClass,
  NestedTransaction: () => nestedTransactionClass,
  Dialect: () => dialectClass,
};

const urls: Names = { URL: () => urlClass, make_url: () => makeUrlFunction };

const pools: Names = Object.fromEntries([...POOL_CLASSES].map(([name, cls]) => [name, () => cls]));

const asyncio: Names = {
  ...asyncEngineFunctions,
  AsyncEngine: () => asyncEngineClass,
  AsyncConnection: () => asyncConnectionClass,
  AsyncTransaction: () => asyncTransactionClass,
};

const contextNotStarted = nativeClass({
  name: 'AsyncContextNotStarted',
  module: 'sqlalchemy.ext.asyncio.exc',
  bases: [excClass('InvalidRequestError')],
});

const dialectFunction = nativeFunction(
  'PGDialect_psycopg2',
  'paramstyle=None, **kwargs',
  (_call, paramstyle: Value) => dialectNamed('postgresql', paramstyle as string | null),
  'sqlalchemy.dialects.postgresql.psycopg2',
);

/** A dialect of another database: nothing here is one, which is what migrations ask. */
function otherDialect(module: string, name: string): Record<string, Names> {
  const cls = nativeClass({
    name,
    module,
    construct: (call) => call.call(unknownName(`${module}.${name}`)),
  });
  return { [module]: { [name]: () => cls } };
}

/** Names by module. */
export const ENGINE_MODULES: Readonly<Record<string, Names>> = {
  sqlalchemy: {
    ...engines,
    ...urls,
    ...classes,
    ...results,
    NullPool: pools.NullPool!,
    QueuePool: pools.QueuePool!,
    StaticPool: pools.StaticPool!,
    Pool: pools.Pool!,
    SingletonThreadPool: pools.SingletonThreadPool!,
    AssertionPool: pools.AssertionPool!,
  },
  'sqlalchemy.engine': { ...engines, ...urls, ...classes, ...results },
  'sqlalchemy.engine.base': classes,
  'sqlalchemy.engine.create': engines,
  'sqlalchemy.engine.url': urls,
  'sqlalchemy.engine.result': results,
  'sqlalchemy.engine.cursor': results,
  'sqlalchemy.engine.row': results,
  'sqlalchemy.engine.mock': engines,
  'sqlalchemy.engine.interfaces': { Dialect: () => dialectClass },
  'sqlalchemy.engine.default': { DefaultDialect: () => dialectClass },
  'sqlalchemy.pool': pools,
  'sqlalchemy.pool.impl': pools,
  'sqlalchemy.pool.base': pools,
  'sqlalchemy.event': eventNames,
  'sqlalchemy.util': {
    ScopedRegistry: () => scopedRegistryClass,
    immutabledict: () => immutableDictClass,
    ...CONCURRENCY_NAMES,
  },
  'sqlalchemy.util.concurrency': CONCURRENCY_NAMES,
  'sqlalchemy.ext': {},
  'sqlalchemy.ext.asyncio': asyncio,
  'sqlalchemy.ext.asyncio.engine': asyncio,
  'sqlalchemy.ext.asyncio.exc': { AsyncContextNotStarted: () => contextNotStarted },
  ...otherDialect('sqlalchemy.dialects.mysql.base', 'MySQLDialect'),
  ...otherDialect('sqlalchemy.dialects.sqlite.base', 'SQLiteDialect'),
  ...otherDialect('sqlalchemy.dialects.mssql.base', 'MSDialect'),
  ...otherDialect('sqlalchemy.dialects.oracle.base', 'OracleDialect'),
  'sqlalchemy.dialects': { registry: () => dialectRegistry as unknown as Value },
  'sqlalchemy.dialects.postgresql': { dialect: () => dialectFunction },
  'sqlalchemy.dialects.postgresql.psycopg2': {
    dialect: () => dialectFunction,
    PGDialect_psycopg2: () => dialectFunction,
  },
  'sqlalchemy.dialects.postgresql.asyncpg': ASYNCPG_ADAPTER,
  'sqlalchemy.dialects.postgresql.base': {
    PGDialect: () => dialectClass,
    ischema_names: () => ischemaNames(interpreter()),
  },
};
