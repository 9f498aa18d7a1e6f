/** psycopg2: its exceptions, and enough of its other names to be imported. Answers to: psycopg2. */
import { exceptionClass, type PyException, raise } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import {
  laterModule,
  lazyModule,
  type NativeModule,
  nativeClass,
  nativeFunction,
} from '../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../python/values/value.ts';
import { DriverBinary } from '../../sqlalchemy/engine/driver/binary-value.ts';
import { BASES, errorClasses } from '../../sqlalchemy/engine/driver/error-classes.ts';
import { DriverJson } from '../../sqlalchemy/engine/driver/json-value.ts';
import { unknownName } from '../unknown.ts';
import { connectionClass, connect as openConnection } from './connection.ts';
import { cursorClass } from './cursor.ts';
import { psycopg2Extras, psycopg2Sql } from './library.ts';

const D = { distribution: 'psycopg2' };

const classes = new Map<string, PyClass>();

/** A class of psycopg2 or psycopg2.extensions. */
function general(name: string): PyClass {
  const known = classes.get(name);
  if (known) return known;
  const base = BASES[name]!;
  const inExtensions = name === 'QueryCanceledError' || name === 'TransactionRollbackError';
  const cls = nativeClass({
    name,
    module: inExtensions ? 'psycopg2.extensions' : 'psycopg2',
    bases: [base.startsWith('builtins.') ? exceptionClass(base.slice(9)) : general(base.slice(9))],
    ...(name === 'Error'
      ? {
          attributes: { pgcode: () => null, pgerror: () => null, cursor: () => null },
          getters: { diag: diagnostics },
        }
      : {}),
  });
  classes.set(name, cls);
  return cls;
}

/** `exception.diag` */
function diagnostics(self: PyException): Value {
  const fields = (self.attrs?.get('fields') ?? {}) as Readonly<Record<string, Value>>;
  const object = new PyObject(diagnosticsClass);
  const names: Readonly<Record<string, string>> = {
    severity: 'severity',
    sqlstate: 'code',
    message_primary: 'message',
    message_detail: 'detail',
    message_hint: 'hint',
    context: 'where',
    schema_name: 'schema',
    table_name: 'table',
    column_name: 'column',
    datatype_name: 'dataType',
    constraint_name: 'constraint',
  };
  object.attrs = new Map(Object.entries(names).map(([name, own]) => [name, fields[own] ?? null]));
  const position = fields.position ?? null;
  object.attrs.set('statement_position', position === null ? null : String(position));
  return object;
}

const diagnosticsClass = nativeClass({ name: 'Diagnostics', module: 'psycopg2.extensions' });

const GENERAL = Object.keys(BASES).filter(
  (name) => name !== 'QueryCanceledError' && name !== 'TransactionRollbackError',
);

const generalNames = Object.fromEntries(GENERAL.map((name) => [name, () => general(name)]));

const specific = new Map<string, PyClass>();

/** A class of psycopg2.errors, made when first asked for. */
function specificClass(name: string, base: string): PyClass {
  const known = specific.get(name);
  if (known) return known;
  const cls = nativeClass({ name, module: 'psycopg2.errors', bases: [general(base)] });
  specific.set(name, cls);
  return cls;
}

/** The names of `psycopg2.errors`. */
const errorNames = (): NativeModule['names'] => ({
  ...generalNames,
  ...Object.fromEntries(
    [...errorClasses().values()].map(({ name, base }) => [name, () => specificClass(name, base)]),
  ),
  lookup: () => lookup,
});

/** UniqueViolation is UNIQUE_VIOLATION. */
const constantName = (name: string): string => name.replace(/(?<!^)(?=[A-Z])/g, '_').toUpperCase();

/** The names of `psycopg2.errorcodes`: UNIQUE_VIOLATION and its like. */
const errorCodes = (): NativeModule['names'] => ({
  ...Object.fromEntries([...errorClasses()].map(([code, { name }]) => [constantName(name), () => code])),
  lookup: () => codeName,
});

/** Functions that tell the driver of types: there is nothing to tell it here. */
const told = (names: string): NativeModule['names'] =>
  Object.fromEntries(
    names.split(' ').map((name) => [name, () => nativeFunction(name, '*args, **kwargs', () => null)]),
  );

const standIns = (module: string, names: string): NativeModule['names'] =>
  Object.fromEntries(names.split(' ').map((name) => [name, () => unknownName(`${module}.${name}`)]));

const lookup = nativeFunction('lookup', 'code', (_call, code: Value) => {
  const found = errorClasses().get(String(code));
  if (!found) throw raise('KeyError', code);
  return specificClass(found.name, found.base);
});

/** `psycopg2.errorcodes.lookup(code)` */
const codeName = nativeFunction('lookup', 'code, _cache={}', (_call, code: Value) => {
  const found = errorClasses().get(String(code));
  if (!found) throw raise('KeyError', code);
  return constantName(found.name);
});

/** `Json(value)`, `psycopg2.extras.Json`. */
const jsonClass = nativeClass({
  name: 'Json',
  module: 'psycopg2._json',
  host: DriverJson,
  signature: 'adapted, dumps=None',
  construct: (call: Interpreter, _cls: PyClass, value: Value, dumps: Value) =>
    new DriverJson(call.str(call.call(dumps ?? call.importName('json.dumps'), [value]))),
});

/** `psycopg2.Binary(value)`; what holds no bytes is found out when it is sent. */
const binaryClass = nativeClass({
  name: 'Binary',
  module: 'psycopg2.extensions',
  host: DriverBinary,
  signature: 'value',
  construct: (_call: Interpreter, _cls: PyClass, value: Value) => new DriverBinary(value),
  getters: { adapted: (self: DriverBinary) => self.value as Value },
});

const connect = nativeFunction(
  'connect',
  'dsn=None, connection_factory=None, cursor_factory=None, **kwargs',
  (call, dsn: Value, _factory: Value, cursorFactory: Value, keywords: Map<string, Value>) =>
    openConnection(call, dsn, cursorFactory, keywords),
);

/** The modules of psycopg2. */
export const PSYCOPG2_MODULES: readonly NativeModule[] = [
  lazyModule(
    'psycopg2',
    {
      ...generalNames,
      connect: () => connect,
      Binary: () => binaryClass,
      paramstyle: () => 'pyformat',
      apilevel: () => '2.0',
      threadsafety: () => 2,
      __version__: () => '2.9.11 (dt dec pq3 ext lo64)',
      extensions: (call) => call.importModule('psycopg2.extensions'),
      errors: (call) => call.importModule('psycopg2.errors'),
    },
    D,
  ),
  laterModule('psycopg2.errors', errorNames, D),
  laterModule('psycopg2.errorcodes', errorCodes, D),
  laterModule(
    'psycopg2.extensions',
    () => ({
      QueryCanceledError: () => general('QueryCanceledError'),
      TransactionRollbackError: () => general('TransactionRollbackError'),
      Binary: () => binaryClass,
      ISOLATION_LEVEL_AUTOCOMMIT: () => 0,
      ISOLATION_LEVEL_READ_COMMITTED: () => 1,
      ISOLATION_LEVEL_REPEATABLE_READ: () => 2,
      ISOLATION_LEVEL_SERIALIZABLE: () => 3,
      ISOLATION_LEVEL_READ_UNCOMMITTED: () => 4,
      ISOLATION_LEVEL_DEFAULT: () => null,
      STATUS_READY: () => 1,
      STATUS_BEGIN: () => 2,
      STATUS_IN_TRANSACTION: () => 2,
      STATUS_PREPARED: () => 5,
      TRANSACTION_STATUS_IDLE: () => 0,
      TRANSACTION_STATUS_ACTIVE: () => 1,
      TRANSACTION_STATUS_INTRANS: () => 2,
      TRANSACTION_STATUS_INERROR: () => 3,
      TRANSACTION_STATUS_UNKNOWN: () => 4,
      connection: () => connectionClass,
      cursor: () => cursorClass,
      ...told('register_adapter register_type'),
      ...standIns(
        'psycopg2.extensions',
        'AsIs QuotedString Float Boolean adapt new_type new_array_type quote_ident make_dsn parse_dsn',
      ),
    }),
    D,
  ),
  laterModule(
    'psycopg2.extras',
    () => ({
      Json: () => jsonClass,
      ...psycopg2Extras.names,
      ...told('register_uuid register_default_json register_default_jsonb register_hstore register_range'),
      ...standIns('psycopg2.extras', 'LoggingConnection Inet wait_select'),
    }),
    D,
  ),
  psycopg2Sql,
];
