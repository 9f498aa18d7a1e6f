/** SQL that goes to the driver as it is written: `exec_driver_sql`, and what reflection asks the catalogue. */
import type { QueryResult } from '../../machine.ts';
import type { Connection } from './connection.ts';
import { filledIn } from './driver/adapt.ts';
import { hosts, plainResult } from './make-result.ts';
import { isTold, NO_PARAMETERS, type ParameterSet, shownGiven, shownParameters } from './parameters.ts';
import type { Result } from './result.ts';
import { rowLog } from './row-log.ts';
import { cacheNote, driven, failedStatement, heard, logStatement, send, withoutRows } from './send.ts';

/** A catalog query with parameters by name; its cells as the server's text. */
export function catalogQuery(
  connection: Connection,
  sql: string,
  parameters: ReadonlyMap<string, unknown>,
): readonly (readonly (string | null)[])[] {
  connection.autobegin();
  const shown = shownParameters(parameters, connection.engine.process.python);
  const { adapt } = hosts(connection);
  return heard(connection, sql, shown, false, (asked) => {
    logStatement(connection, asked, cacheNote(connection, asked), shown);
    const answer = connection.guard(() =>
      connection.session.execute(filledIn(asked, parameters, adapt)).at(-1),
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
