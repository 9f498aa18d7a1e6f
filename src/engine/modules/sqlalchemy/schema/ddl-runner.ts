/** Sends DDL through whatever a learner gives as `bind`: a Connection, an Engine, or a stand-in that only prints. */
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { Engine } from '../../../sqlalchemy/engine/engine.ts';
import { schemaMapOf } from '../../../sqlalchemy/engine/schema-map.ts';
import type { DdlRunner } from '../../../sqlalchemy/postgresql/ddl-runner.ts';
import { visitedBind } from '../engine/ddl-visitor.ts';
import { MockConnection } from '../engine/mock-engine.ts';

/** The connection's own runner, where it has one: rows without Python's detour. */
interface RunsCatalogQueries {
  catalogQuery(sql: string, parameters: ReadonlyMap<string, unknown>): readonly (readonly unknown[])[];
}

const runsCatalogQueries = (bind: unknown): bind is RunsCatalogQueries =>
  typeof (bind as Partial<RunsCatalogQueries> | null)?.catalogQuery === 'function';

/** A runner over one connection. */
function runnerOf(call: Interpreter, bind: Value): DdlRunner {
  return {
    execute: (ddl) => {
      call.callMethod(bind, 'execute', ddl);
    },
    query: (sql, parameters) => {
      if (runsCatalogQueries(bind)) return bind.catalogQuery(sql, parameters);
      const result = call.callMethod(bind, 'exec_driver_sql', sql, dict([...parameters] as [Value, Value][]));
      return [...call.iterate(call.callMethod(result, 'fetchall'))].map((row) =>
        row instanceof PyTuple ? row.items : [...call.iterate(row)],
      );
    },
    warn: (category, message) => call.process.warn(category, message),
    memo: new Set(),
    schemaMap: bind instanceof Connection ? schemaMapOf(bind) : undefined,
  };
}

/** Whether `checkfirst` holds: a mock connection cannot answer questions, so nothing is asked of it. */
export const asksFirst = (call: Interpreter, bind: Value, checkFirst: Value): boolean =>
  !(bind instanceof MockConnection) && call.truth(checkFirst);

/**
 * Runs with a connection; for an Engine, inside `engine.begin()`.
 * @throws AttributeError for what is neither, such as a session or an AsyncEngine
 */
export function withConnection(
  call: Interpreter,
  bind: Value,
  work: (runner: DdlRunner, connection: Value) => void,
): void {
  if (bind instanceof Connection || bind instanceof MockConnection) {
    work(runnerOf(call, bind), bind);
    return;
  }
  if (!(bind instanceof Engine)) {
    const behind = visitedBind(call, bind);
    if (behind === bind) throw call.missingAttribute(bind, '_run_ddl_visitor');
    withConnection(call, behind, work);
    return;
  }
  const context = call.callMethod(bind, 'begin');
  const connection = call.callMethod(context, '__enter__');
  try {
    work(runnerOf(call, connection), connection);
  } catch (error) {
    const thrown = call.toException(error) as Value;
    const type = call.getAttribute(thrown, '__class__') ?? null;
    call.callMethod(context, '__exit__', type, thrown, null);
    throw error;
  }
  call.callMethod(context, '__exit__', null, null, null);
}
