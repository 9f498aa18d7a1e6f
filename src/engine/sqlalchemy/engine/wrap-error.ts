/** Errors of the driver as SQLAlchemy's. Answers to: Connection._handle_dbapi_exception in engine/base.py, exc.DBAPIError.instance. */
import { type PythonWorld, Raise } from '../../machine.ts';

const WRAPPED = [
  'DataError',
  'OperationalError',
  'IntegrityError',
  'InternalError',
  'ProgrammingError',
  'NotSupportedError',
  'InterfaceError',
  'DatabaseError',
];

export interface FailedStatement {
  readonly sql: string | null;
  /** A Python dict, tuple or list of them; null: none are shown. */
  readonly parameters: unknown;
  readonly many: boolean;
  readonly hideParameters: boolean;
}

/**
 * What is thrown for an error that came up while a statement ran.
 * Errors of the driver get the class of the same name; SQLAlchemy's own and plain Python ones that arise
 * before the statement is sent become StatementError; the rest pass.
 */
export function wrapped(
  error: unknown,
  failed: FailedStatement,
  python: PythonWorld,
  beforeSending: boolean,
): unknown {
  const thrown = python.thrown(error);
  if (!thrown) return error;
  const { sql, parameters, many, hideParameters } = failed;
  const name = driverClass(thrown.types);
  if (name) {
    return new Raise(
      `sqlalchemy.exc.${name}`,
      [sql, parameters, thrown.value, hideParameters, false, null, many],
      { cause: thrown.value },
    );
  }
  if (!beforeSending || sql === null || !thrown.types.includes('builtins.Exception')) return error;
  const type = thrown.types[0]!.replace(/^psycopg2\.extensions\./, 'psycopg2.');
  return new Raise(
    'sqlalchemy.exc.StatementError',
    [`(${type}) ${thrown.message}`, sql, parameters, thrown.value, hideParameters, null, many],
    { cause: thrown.value },
  );
}

const ASYNCPG = 'sqlalchemy.dialects.postgresql.asyncpg.';

/** The DBAPI class among an exception's classes. */
function driverClass(types: readonly string[]): string | undefined {
  for (const type of types) {
    const [module, ...rest] = type.split('.');
    const name = rest.at(-1) ?? '';
    if (module === 'psycopg2' && WRAPPED.includes(name)) return name;
    if (type.startsWith(ASYNCPG))
      return WRAPPED.includes(name) ? name : name === 'Error' ? 'DBAPIError' : 'InternalError';
  }
  return undefined;
}
