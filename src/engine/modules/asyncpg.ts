/** asyncpg: the exceptions that connecting can raise. Answers to: asyncpg. */
import { exceptionClass } from '../python/values/exceptions.ts';
import { lazyModule, type NativeModule, nativeClass } from '../python/values/native.ts';
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

/** The modules of asyncpg. */
export const ASYNCPG_MODULES: readonly NativeModule[] = [
  lazyModule(
    'asyncpg',
    { ...names, exceptions: (call) => call.importModule('asyncpg.exceptions'), __version__: () => '0.31.0' },
    D,
  ),
  lazyModule('asyncpg.exceptions', names, D),
];
