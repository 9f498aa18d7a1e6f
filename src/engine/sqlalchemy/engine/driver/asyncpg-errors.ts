/** A server's error as asyncpg and SQLAlchemy's adapter for it name it. Answers to: asyncpg.exceptions, dialects/postgresql/asyncpg.py. */
import { type ErrorFields, Raise } from '../../../machine.ts';
import { errorClasses } from './error-classes.ts';
import { EXECUTING } from './library-frames.ts';

/** Where asyncpg's name is not psycopg2's with "Error" behind it. */
const OTHERWISE =
  '03000SQLStatementNotYetCompleteError 08000PostgresConnectionError 08001ClientCannotConnectError ' +
  '08004ConnectionRejectionError 09000TriggeredActionError 0F000LocatorError 0Z000DiagnosticsError ' +
  '22000DataError 22031InvalidArgumentForSQLJsonDatetimeFunctionError 22033InvalidSQLJsonSubscriptError ' +
  '22034MoreThanOneSQLJsonItemError 22035NoSQLJsonItemError 22036NonNumericSQLJsonItemError ' +
  '22038SingletonSQLJsonItemRequiredError 22039SQLJsonArrayNotFoundError ' +
  '2203ASQLJsonMemberNotFoundError 2203BSQLJsonNumberNotFoundError 2203CSQLJsonObjectNotFoundError ' +
  '2203FSQLJsonScalarRequiredError 2203GSQLJsonItemCannotBeCastToTargetTypeError ' +
  '22P01PostgresFloatingPointError 25001ActiveSQLTransactionError ' +
  '25005NoActiveSQLTransactionForBranchTransactionError 25006ReadOnlySQLTransactionError ' +
  '25P01NoActiveSQLTransactionError 25P02InFailedSQLTransactionError 26000InvalidSQLStatementNameError ' +
  '2F000SQLRoutineError 2F002ModifyingSQLDataNotPermittedError ' +
  '2F003ProhibitedSQLStatementAttemptedError 2F004ReadingSQLDataNotPermittedError ' +
  '38000ExternalRoutineError 38001ContainingSQLNotPermittedError ' +
  '38002ModifyingExternalRoutineSQLDataNotPermittedError ' +
  '38003ProhibitedExternalRoutineSQLStatementAttemptedError ' +
  '38004ReadingExternalRoutineSQLDataNotPermittedError 39000ExternalRoutineInvocationError ' +
  '39004NullValueInExternalRoutineNotAllowedError 3B000SavepointError 40001SerializationError ' +
  '42000SyntaxOrAccessError 42601PostgresSyntaxError 58000PostgresSystemError 58030PostgresIOError ' +
  'P0000PLPGSQLError P0001RaiseError P0004AssertError XX000InternalServerError ';

let names: ReadonlyMap<string, string> | undefined;

/** The class of asyncpg.exceptions for a SQLSTATE. */
function className(sqlstate: string): string {
  names ??= new Map(
    OTHERWISE.trim()
      .split(' ')
      .map((word) => [word.slice(0, 5), word.slice(5)]),
  );
  const own = names.get(sqlstate);
  if (own) return own;
  const known = errorClasses().get(sqlstate)?.name;
  if (!known) return 'PostgresError';
  return known.endsWith('Error') ? known : `${known}Error`;
}

/** The DBAPI class that SQLAlchemy's adapter gives it. */
function adapterClass(sqlstate: string): string {
  if (sqlstate.startsWith('23')) return 'IntegrityError';
  if (sqlstate.startsWith('42')) return 'ProgrammingError';
  return sqlstate.startsWith('XX') ? 'InternalServerError' : 'Error';
}

/** The exception that a statement raises. */
export function asyncpgError(fields: ErrorFields): Raise {
  let text = fields.message;
  if (fields.detail) text += `\nDETAIL:  ${fields.detail}`;
  if (fields.hint) text += `\nHINT:  ${fields.hint}`;
  const type = `sqlalchemy.dialects.postgresql.asyncpg.${adapterClass(fields.code)}`;
  return new Raise(type, [`<class 'asyncpg.exceptions.${className(fields.code)}'>: ${text}`], {
    frames: EXECUTING,
    attributes: { pgcode: fields.code, sqlstate: fields.code },
  });
}
