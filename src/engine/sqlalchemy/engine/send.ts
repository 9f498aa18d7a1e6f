/** Sends a statement, between its events and its lines in the log. Answers to: sqlalchemy/engine/default.py (do_execute). */
import type { QueryResult } from '../../machine.ts';
import type { Compiled } from '../expression/compiled.ts';
import { isTrue } from '../expression/given-text.ts';
import { host } from '../expression/host.ts';
import { replaceMarks } from '../expression/write/numbered-parameters.ts';
import type { Connection } from './connection.ts';
import { type AdaptHost, adapted, filledIn } from './driver/adapt.ts';
import { beforeCursor, doneByListener, Failure, fire, instead, isHeard } from './events.ts';
import { hosts, plainResult, rowcountOf } from './make-result.ts';
import { shownParameters } from './parameters.ts';
import type { Result } from './result.ts';
import { type FailedStatement, wrapped } from './wrap-error.ts';

/** Sends a statement between the events of its cursor. @param send gets the SQL that listeners leave */
export function heard<T>(
  connection: Connection,
  sql: string,
  parameters: unknown,
  many: boolean,
  send: (sql: string) => T,
): T {
  const facts = { connection, parameters, many };
  const asked = beforeCursor({ ...facts, sql });
  const answer = send(asked);
  fire('after_cursor_execute', { ...facts, sql: asked, rowCount: touched(answer) });
  return answer;
}

/** The rows that a statement touched or gave, of all its answers; -1 where it counts none. */
function touched(answer: unknown): number {
  const tags = [answer].flat().flatMap((one) => (one as Partial<QueryResult> | undefined)?.tag ?? []);
  const counts = tags.map(rowcountOf).filter((count) => count >= 0);
  return counts.length === 0 ? -1 : counts.reduce((sum, count) => sum + count, 0);
}

/** Fills values in and sends; the answer of the last statement in the text. */
export function send(
  connection: Connection,
  sql: string,
  values: ReadonlyMap<string, unknown> | readonly unknown[],
  mapping?: string,
): QueryResult | undefined {
  const { adapt } = hosts(connection);
  const text =
    connection.dialect.paramstyle === 'dollar'
      ? numberedValues(sql, values, adapt)
      : goesBare(connection, values)
        ? sql
        : filledIn(sql, values, adapt, mapping);
  const results = connection.session.execute(text);
  return results.at(-1);
}

/** `no_parameters`: without parameters the driver looks for no place-holders, and no `%%` becomes one `%`. */
const goesBare = (
  { options }: Connection,
  values: ReadonlyMap<string, unknown> | readonly unknown[],
): boolean => isTrue(options.get('no_parameters') ?? false) && [...values].length === 0;

/** asyncpg's statement with its values written in, since the wire knows whole statements only. */
const numberedValues = (
  template: string,
  values: ReadonlyMap<string, unknown> | readonly unknown[],
  adapt: AdaptHost,
): string =>
  values instanceof Map || (values as readonly unknown[]).length === 0
    ? replaceMarks(template, (name) => adapted((values as ReadonlyMap<string, unknown>).get(name), adapt))
    : template.replace(/\$(\d+)/g, (_all, place: string) =>
        adapted((values as readonly unknown[])[Number(place) - 1], adapt),
      );

/** Does something with the server, and wraps what goes wrong as SQLAlchemy does. @throws DBAPIError */
export function guarded<T>(connection: Connection, failed: FailedStatement, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const out = told(
      connection,
      failed,
      error,
      wrapped(error, failed, connection.engine.process.python, false),
    );
    if (!connection.inTransaction) connection.rollbackDriver();
    throw out;
  }
}

/**
 * Lets the driver run a statement, or a listener in its place.
 * @param sql as it goes to the driver; messages may show less of it
 * @param told the parameters as listeners get them
 * @throws DBAPIError
 */
export const driven = (
  connection: Connection,
  failed: FailedStatement,
  { sql, told = failed.parameters }: { readonly sql: string; readonly told?: unknown },
  action: () => readonly (QueryResult | undefined)[],
): readonly QueryResult[] =>
  guarded(connection, failed, () => {
    const done = doneByListener({ connection, sql, parameters: told, many: failed.many });
    return (done ? [done.answer] : action()).filter((answer) => answer !== undefined);
  });

/** What listeners of `handle_error` make of an error: what they raise, or answer with `retval=True`, takes its place. */
function told(
  connection: Connection,
  failed: FailedStatement,
  error: unknown,
  wrappedError: unknown,
): unknown {
  if (!isHeard(connection, 'handle_error')) return wrappedError;
  const { python } = connection.engine.process;
  const thrown = (one: unknown) => python.thrown(one)?.value ?? null;
  const around = wrappedError === error ? null : thrown(wrappedError);
  return instead(connection, new Failure(connection, failed, thrown(error), around)) ?? wrappedError;
}

/** An empty set of parameters, as the driver's paramstyle shows it. */
const noParameters = (connection: Connection, values: ReadonlyMap<string, unknown>): unknown => {
  const { python } = connection.engine.process;
  return connection.dialect.paramstyle === 'dollar' ? python.tuple([]) : shownParameters(values, python);
};

/** Sends a statement with one set of parameters, told to events and the log. @param note what the log says of the cache @param told the parameters as listeners get them, where the log shows others */
export function sendLogged(
  connection: Connection,
  given: string,
  note: string,
  values: ReadonlyMap<string, unknown>,
  told?: unknown,
): Result {
  const shown = noParameters(connection, values);
  const answer = heard(connection, given, told ?? shown, false, (sql) => {
    logStatement(connection, sql, note, shown);
    const failed = failedStatement(connection, sql, shown, false);
    return driven(connection, failed, { sql, told: told ?? shown }, () => [send(connection, sql, values)]);
  });
  return plainResult(connection, answer.at(-1));
}

/** What an error tells of the statement that caused it. */
export const failedStatement = (
  connection: Connection,
  sql: string,
  parameters: unknown,
  many: boolean,
): FailedStatement => ({ sql, parameters, many, hideParameters: connection.engine.hideParameters });

/** Two lines in the log of `echo=True`: the statement, and its parameters. */
export function logStatement(
  connection: Connection,
  sql: string,
  note: string,
  shown: unknown,
  many = false,
): void {
  connection.log(sql);
  const text = connection.engine.hideParameters
    ? '[SQL parameters hidden due to hide_parameters=True]'
    : host().parameters(shown, many);
  connection.log(`${note} ${text}`);
}

/** Statements that became the same text in different ways are cached apart. */
export function cacheKey({ statement, sql: text, columnBinds }: Compiled, many: boolean): string {
  const inline = 'inline' in statement && statement.inline;
  // Which values came from defaults makes another statement of it.
  const defaulted = columnBinds.flatMap(({ name, from }) => (from === 'default' ? [name] : []));
  const sql = `${text} ${statement.kind} ${many} ${inline} ${defaulted.join()}`;
  const loads = (statement as { executionOptions?: { readonly orm_load?: unknown } }).executionOptions
    ?.orm_load;
  if (loads !== undefined) return `${sql} ${String(loads)}`;
  return 'values' in statement && statement.values === undefined ? `${sql} *` : sql;
}

/** What the log says of the cache: whether this statement was compiled now, or how long ago. */
export function cacheNote(connection: Connection, sql: string): string {
  const { statementCache, process } = connection.engine;
  const now = process.machine.now();
  const since = statementCache.get(sql);
  if (since === undefined) {
    statementCache.set(sql, now);
    return '[generated in 0.00010s]';
  }
  const seconds = Number(now - since) / 1e6;
  return `[cached since ${Number(seconds.toPrecision(4))}s ago]`;
}

/** What is left of an answer to one of many parameters: the driver's executemany() keeps no rows. */
export const withoutRows = (answer: QueryResult): QueryResult => ({ ...answer, fields: [], rows: [] });
