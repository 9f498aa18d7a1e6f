/** SQL that is typed into the console: as the learner, committed, or as a look that leaves no trace. */
import type { Server } from '../../database/server.ts';
import { ConnectFailure, DatabaseError } from '../../engine/machine.ts';
import type { SqlFailure, SqlResult } from '../protocol.ts';

export interface SqlAnswer {
  readonly results: readonly SqlResult[];
  readonly error: SqlFailure | undefined;
}

/** The learner's own way into the server. */
const LOGIN = {
  host: 'localhost',
  port: 5432,
  user: 'learner',
  password: 'learner',
  database: 'app',
} as const;

/** @throws what is no answer of the server's */
export function consoleSql(server: Server, sql: string): SqlAnswer {
  try {
    const connection = server.connect(LOGIN);
    try {
      return { results: connection.execute(sql).map(sqlResult), error: undefined };
    } finally {
      connection.close();
    }
  } catch (error) {
    return { results: [], error: sqlFailure(error) };
  }
}

/** Read only, and rolled back. */
export function readOnly(server: Server, sql: string): SqlAnswer {
  const connection = server.administer();
  try {
    connection.execute('begin read only');
    return { results: connection.execute(sql).map(sqlResult), error: undefined };
  } catch (error) {
    return { results: [], error: sqlFailure(error) };
  } finally {
    connection.close();
  }
}

const sqlResult = (result: ReturnType<ReturnType<Server['administer']>['execute']>[number]): SqlResult => ({
  tag: result.tag,
  columns: result.fields.map((field) => field.name),
  rows: result.rows,
});

/** @throws what is no answer of the server's. */
function sqlFailure(error: unknown): SqlFailure {
  if (error instanceof ConnectFailure) {
    return { code: '08006', message: error.message, detail: undefined, hint: undefined, position: undefined };
  }
  if (!(error instanceof DatabaseError)) throw error;
  const { code, message, detail, hint, position } = error.fields;
  return { code, message, detail, hint, position };
}
