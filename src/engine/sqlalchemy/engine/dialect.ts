/** Dialects: which one a URL names, and whether its driver is installed. Answers to: sqlalchemy/dialects, engine/default.py. */
import { type Machine, Raise } from '../../machine.ts';
import type { CompileOptions } from '../expression/compiled.ts';
import type { Url } from './url.ts';

export interface Driver {
  /** What `import` would miss. */
  readonly module: string;
  /** The distribution that must be installed; undefined: in the standard library. */
  readonly distribution: string | undefined;
  readonly className: string;
  readonly classModule: string;
  readonly isAsync?: boolean;
}

const driver = (
  module: string,
  className: string,
  classModule: string,
  more: Partial<Driver> = {},
): Driver => ({
  module,
  distribution: module.toLowerCase(),
  className,
  classModule,
  ...more,
});

const POSTGRESQL = 'sqlalchemy.dialects.postgresql';

/** Drivers by backend and name; the first is the default. */
const BACKENDS: Readonly<Record<string, Readonly<Record<string, Driver>>>> = {
  postgresql: {
    psycopg2: driver('psycopg2', 'PGDialect_psycopg2', `${POSTGRESQL}.psycopg2`),
    asyncpg: driver('asyncpg', 'PGDialect_asyncpg', `${POSTGRESQL}.asyncpg`, { isAsync: true }),
    psycopg: driver('psycopg', 'PGDialect_psycopg', `${POSTGRESQL}.psycopg`),
    psycopg_async: driver('psycopg', 'PGDialectAsync_psycopg', `${POSTGRESQL}.psycopg`, { isAsync: true }),
    pg8000: driver('pg8000', 'PGDialect_pg8000', `${POSTGRESQL}.pg8000`),
    psycopg2cffi: driver('psycopg2cffi', 'PGDialect_psycopg2cffi', `${POSTGRESQL}.psycopg2cffi`),
  },
  sqlite: {
    pysqlite: driver('sqlite3', 'SQLiteDialect_pysqlite', 'sqlalchemy.dialects.sqlite.pysqlite', {
      distribution: undefined,
    }),
    aiosqlite: driver('aiosqlite', 'SQLiteDialect_aiosqlite', 'sqlalchemy.dialects.sqlite.aiosqlite', {
      isAsync: true,
    }),
    pysqlcipher: driver('sqlcipher3', 'SQLiteDialect_pysqlcipher', 'sqlalchemy.dialects.sqlite.pysqlcipher'),
  },
  mysql: mysql(),
  mariadb: mysql(),
  oracle: {
    cx_oracle: driver('cx_Oracle', 'OracleDialect_cx_oracle', 'sqlalchemy.dialects.oracle.cx_oracle'),
    oracledb: driver('oracledb', 'OracleDialect_oracledb', 'sqlalchemy.dialects.oracle.oracledb'),
  },
  mssql: {
    pyodbc: driver('pyodbc', 'MSDialect_pyodbc', 'sqlalchemy.dialects.mssql.pyodbc'),
    pymssql: driver('pymssql', 'MSDialect_pymssql', 'sqlalchemy.dialects.mssql.pymssql'),
    aioodbc: driver('aioodbc', 'MSDialect_aioodbc', 'sqlalchemy.dialects.mssql.aioodbc', { isAsync: true }),
  },
};

function mysql(): Readonly<Record<string, Driver>> {
  const of = (name: string, module: string, className: string, more?: Partial<Driver>) =>
    driver(module, className, `sqlalchemy.dialects.mysql.${name}`, more);
  return {
    mysqldb: of('mysqldb', 'MySQLdb', 'MySQLDialect_mysqldb', { distribution: 'mysqlclient' }),
    pymysql: of('pymysql', 'pymysql', 'MySQLDialect_pymysql'),
    mysqlconnector: of('mysqlconnector', 'mysql', 'MySQLDialect_mysqlconnector', {
      distribution: 'mysql-connector-python',
    }),
    asyncmy: of('asyncmy', 'asyncmy', 'MySQLDialect_asyncmy', { isAsync: true }),
    aiomysql: of('aiomysql', 'aiomysql', 'MySQLDialect_aiomysql', { isAsync: true }),
    cymysql: of('cymysql', 'cymysql', 'MySQLDialect_cymysql'),
    pyodbc: of('pyodbc', 'pyodbc', 'MySQLDialect_pyodbc'),
  };
}

/** A dialect as an engine or an offline run holds it. */
export class Dialect {
  readonly name: string;
  readonly driver: string;
  readonly isAsync: boolean;
  readonly paramstyle: 'pyformat' | 'named' | 'dollar';
  /** What was asked for, known or not. */
  readonly givenParamstyle: string | null;
  readonly className: string;
  readonly classModule: string;
  /** The module of the driver in the learner's world. */
  readonly dbapiModule: string;
  /** null until the first connection. */
  serverVersion: readonly number[] | null = null;
  defaultSchema: string | null = null;

  constructor(name: string, driverName: string, entry: Driver, paramstyle?: string | null) {
    this.name = name;
    this.driver = driverName;
    this.isAsync = entry.isAsync ?? false;
    this.className = entry.className;
    this.classModule = entry.classModule;
    this.dbapiModule = entry.module;
    const own = driverName === 'asyncpg' ? 'dollar' : 'pyformat';
    this.paramstyle = paramstyle === 'named' ? 'named' : own;
    this.givenParamstyle = paramstyle ?? null;
  }

  /** How statements are compiled for it. */
  get compileOptions(): CompileOptions {
    return { dialect: this.name === 'postgresql' ? 'postgresql' : 'default', paramstyle: this.paramstyle };
  }
}

/** What a URL names. @throws NoSuchModuleError in SQLAlchemy's words */
export function dialectOf(url: Url, options: { readonly paramstyle?: string | null } = {}): Dialect {
  const { backend } = url;
  const drivers = Object.hasOwn(BACKENDS, backend) ? BACKENDS[backend]! : undefined;
  const name = url.driver ?? (drivers ? Object.keys(drivers)[0]! : '');
  const entry = drivers && Object.hasOwn(drivers, name) ? drivers[name] : undefined;
  if (!entry) {
    const missing = url.driver === undefined ? backend : `${backend}.${url.driver}`;
    throw new Raise('sqlalchemy.exc.NoSuchModuleError', [
      `Can't load plugin: sqlalchemy.dialects:${missing}`,
    ]);
  }
  return new Dialect(backend, name, entry, options.paramstyle);
}

/** `import` of the driver. @throws ModuleNotFoundError where it is not installed */
export function loadDriver(dialect: Dialect, machine: Machine): void {
  const entry = BACKENDS[dialect.name]![dialect.driver]!;
  const { distribution, module } = entry;
  if (distribution === undefined || machine.installed.has(distribution)) return;
  if (distribution === 'psycopg2' && machine.installed.has('psycopg2-binary')) return;
  throw new Raise('builtins.ModuleNotFoundError', [`No module named '${module}'`]);
}

/** `sqlalchemy.dialects.postgresql.dialect()` and what `dialect_name=` gives. */
export function dialectNamed(name: string, paramstyle?: string | null): Dialect {
  const [backend, driver] = name.split('+');
  return dialectOf({ backend, driver } as Url, { paramstyle: paramstyle ?? null });
}
