/** SQL that goes to the driver as it is written: `exec_driver_sql`, and what reflection asks the catalogue. */
import type { QueryResult } from '../../machine.ts';
import type { Connection } from './connection.ts';
import { plainResult } from './make-result.ts';
import { isTold, NO_PARAMETERS, type ParameterSet, shownGiven, shownParameters } from './parameters.ts';
import type { Result } from './result.ts';
import { rowLog } from './row-log.ts';
import { cacheNote, driven, failedStatement, heard, logStatement, send, withoutRows } from './send.ts';

/** A catalog query as asyncpg gets it: its parameters by number, each with the type of the catalog's names. */
function byPlace(
  sql: string,
  parameters: ReadonlyMap<string, unknown>,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const names = [...new Set([...sql.matchAll(NAMED)].map(([, name]) => name!))];
  return {
    sql: sql.replace(NAMED, (_all, name: string) => `$${names.indexOf(name) + 1}::VARCHAR`),
    values: names.map((name) => parameters.get(name)),
  };
}

const NAMED = /%\((\w+)\)s/g;

/** A catalog query with parameters by name; its cells as the server's text. */
export function catalogQuery(
  connection: Connection,
  sql: string,
  parameters: ReadonlyMap<string, unknown>,
): readonly (readonly (string | null)[])[] {
  connection.autobegin();
  const { python } = connection.engine.process;
  const inOrder = connection.dialect.paramstyle === 'dollar' ? byPlace(sql, parameters) : undefined;
  const shown = inOrder ? python.tuple(inOrder.values) : shownParameters(parameters, python);
  return heard(connection, inOrder?.sql ?? sql, shown, false, (asked) => {
    logStatement(connection, asked, cacheNote(connection, asked), shown);
    const answer = connection.guard(
      () => send(connection, asked, inOrder?.values ?? parameters),
      failedStatement(connection, asked, shown, false),
    );
    if (!answer) return [];
    const onRow = rowLog(
      connection,
      answer.fields.map(({ name }) => name),
    );
    // Such questions are for whether there is something: of the answer the first row is fetched.
    if (answer.rows[0]) onRow?.(answer.rows[0]);
    return answer.rows;
  });
}

/** `exec_driver_sql`. */
export function runDriverSql(
  connection: Connection,
  given: string,
  parameters: ParameterSet | readonly unknown[] | undefined,
  many: boolean,
): Result {
  const { python } = connection.engine.process;
  connection.autobegin();
  const sets = many
    ? (parameters as readonly (ParameterSet | readonly unknown[])[])
    : [parameters ?? new Map()];
  const one = (set: ParameterSet | readonly unknown[]) =>
    Array.isArray(set) ? python.tuple(set) : shownParameters(set as ParameterSet, python);
  const shown = many ? python.list(sets.map(one)) : one(sets[0]!);
  const mapping = parameters === undefined ? 'sqlalchemy.cyextension.immutabledict.immutabledict' : 'dict';
  const told = parameters === undefined && isTold(connection) ? shownGiven(NO_PARAMETERS, python) : shown;
  const answers = heard(connection, given, told, many, (sql) => {
    logStatement(connection, sql, '[raw sql]', shown, many);
    return driven(connection, failedStatement(connection, sql, shown, many), { sql, told }, () => {
      let last: QueryResult | undefined;
      for (const set of sets) last = send(connection, sql, set, mapping);
      return [many && last ? withoutRows(last) : last];
    });
  });
  return plainResult(connection, answers.at(-1));
}
