/** asyncpg: the exceptions that connecting can raise. Answers to: asyncpg. */
import { exceptionClass } from '../python/values/exceptions/exceptions.ts';
import { lazyModule, type NativeModule, nativeClass } from '../python/values/native/native.ts';
import type { PyClass } from '../python/values/value.ts';

const D = { distribution: 'asyncpg' };

const cls = (name: string, base: PyClass): PyClass =>
  nativeClass({ name, module: 'asyncpg.exceptions', bases: [base] });

const postgresError = nativeClass({
  name: 'PostgresError',
  module: 'asyncpg.exceptions._base',
  bases: [exceptionClass('Exception')],
});
const invalidAuthorization = cls('InvalidAuthorizationSpecificationError', postgresError);
const invalidPassword = cls('InvalidPasswordError', invalidAuthorization);
const invalidCatalogName = cls('InvalidCatalogNameError', postgresError);

const names: NativeModule['names'] = {
  PostgresError: () => postgresError,
  InvalidAuthorizationSpecificationError: () => invalidAuthorization,
  InvalidPasswordError: () => invalidPassword,
  InvalidCatalogNameError: () => invalidCatalogName,
};

/** The DBAPI classes of SQLAlchemy's adapter. */
const adapter = (name: string, base: PyClass): PyClass =>
  nativeClass({ name, module: 'sqlalchemy.dialects.postgresql.asyncpg', bases: [base] });
const adapterError = adapter('Error', exceptionClass('Exception'));
const databaseError = adapter('DatabaseError', adapterError);
const internalError = adapter('InternalError', databaseError);

/** Names of sqlalchemy.dialects.postgresql.asyncpg. */
export const ASYNCPG_ADAPTER: Readonly<Record<string, () => PyClass>> = {
  Error: () => adapterError,
  DatabaseError: () => databaseError,
  InternalError: () => internalError,
  ...Object.fromEntries(
    ['IntegrityError', 'ProgrammingError', 'OperationalError', 'NotSupportedError', 'DataError'].map(
      (name) => {
        const made = adapter(name, databaseError);
        return [name, () => made];
      },
    ),
  ),
  InternalServerError: () => internalServerError,
};
const internalServerError = adapter('InternalServerError', internalError);

/** The modules of asyncpg. */
export const ASYNCPG_MODULES: readonly NativeModule[] = [
  lazyModule(
    'asyncpg',
    { ...names, exceptions: (call) => call.importModule('asyncpg.exceptions'), __version__: () => '0.32.0' },
    D,
  ),
  lazyModule('asyncpg.exceptions', names, D),
];
