/** Runs a compiled statement: its parameters converted, its rows read. Answers to: sqlalchemy/engine/default.py (DefaultExecutionContext). */
import { type QueryResult, Raise } from '../../machine.ts';
import { compile } from '../expression/compile.ts';
import type { Compiled, CompileOptions } from '../expression/compiled.ts';
import type { Insert, Statement } from '../expression/dml/statements.ts';
import { compileDdl, type DdlElement } from '../postgresql/ddl/index.ts';
import { compileType } from '../postgresql/type-compiler.ts';
import type { Connection } from './connection.ts';
import { PREPARING } from './driver/library-frames.ts';
import { resultOf } from './make-result.ts';
import { batches, longStatement } from './many-values.ts';
import {
  type Expanded,
  expanded,
  isTold,
  NO_PARAMETERS,
  type ParameterSet,
  shownGiven,
  shownInOrder,
  shownParameters,
  valuesFor,
} from './parameters.ts';
import { Result } from './result.ts';
import { writtenSchemaMap } from './schema-map.ts';
import {
  cacheKey,
  cacheNote,
  driven,
  failedStatement,
  heard,
  logStatement,
  send,
  sendLogged,
  withoutRows,
} from './send.ts';

export const DML = new Set(['insert', 'update', 'delete']);

/** One empty set, where nothing was given. */
const NONE: readonly ParameterSet[] = [new Map()];

/** What `execute()` was given as sets of parameters. */
export function setsOf(
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
): readonly ParameterSet[] {
  if (parameters === undefined) return NONE;
  if (Array.isArray(parameters))
    return parameters.length === 0 ? NONE : (parameters as readonly ParameterSet[]);
  return [parameters as ParameterSet];
}

/** The statement as SQL, for the names that its parameters have. @throws CompileError */
export function compiledFor(
  connection: Connection,
  statement: Statement | Compiled,
  sets: readonly ParameterSet[],
  many: boolean,
  options: ReadonlyMap<string, unknown>,
): Compiled {
  if (statement.kind === 'compiled') return statement as Compiled;
  const keys = DML.has(statement.kind) && sets[0]!.size > 0 ? [...sets[0]!.keys()] : undefined;
  const schemaMap = writtenSchemaMap(connection, options);
  const compileOptions: CompileOptions = {
    ...connection.dialect.compileOptions,
    many,
    lint: true,
    ...(DML.has(statement.kind)
      ? { columnKeys: keys ?? ('multiple' in statement && statement.multiple ? undefined : []) }
      : {}),
    ...(schemaMap ? { schemaMap } : {}),
    python: connection.engine.process.python,
  };
  return compile(statement as Statement, compileOptions);
}

/** Sends a compiled statement with its parameters. @throws what the server says, in the driver's classes */
export function runCompiled(
  connection: Connection,
  compiled: Compiled,
  sets: readonly ParameterSet[],
  many: boolean,
): Result {
  const { python } = connection.engine.process;
  const prepared = prepare(connection, compiled, sets, many);
  connection.autobegin();
  const insertsMany =
    many &&
    compiled.valuesRow !== undefined &&
    !isConflictOnly(compiled.statement) &&
    connection.dialect.name === 'postgresql' &&
    manyAtOnce(compiled);
  if (insertsMany)
    return withSent(
      runBatches(
        connection,
        compiled,
        prepared.map((one) => one.values),
      ),
      prepared,
    );
  const show = (one: Expanded) => shownValues(connection, one);
  const shown = many ? python.list(prepared.map(show)) : show(prepared[0]!);
  const results = heard(connection, prepared[0]!.sql, shown, many, (sql) => {
    logStatement(connection, sql, noteOf(connection, compiled, many), shown, many);
    const failed = failedStatement(connection, sql, shown, many);
    return driven(connection, failed, { sql }, () => {
      const answers: QueryResult[] = [];
      for (const one of prepared) {
        const template = sql === prepared[0]!.sql ? one.template : sql;
        const last = send(connection, template, one.values);
        if (last) answers.push(last);
      }
      return answers;
    });
  });
  const result = resultOf(
    connection,
    compiled,
    many ? results.map(withoutRows) : results,
    prepared.map((one) => one.values),
    many,
  );
  return compiled.statement.kind === 'insert' || compiled.statement.kind === 'update'
    ? withSent(result, prepared)
    : result;
}

/** What the log says of the cache; several rows in one VALUES and ON CONFLICT are never kept there. */
function noteOf(connection: Connection, compiled: Compiled, many: boolean): string {
  const { statement } = compiled;
  const isKept = statement.kind !== 'insert' || !(statement.onConflict || statement.multiple);
  return isKept && compiled.hasCacheKey
    ? cacheNote(connection, cacheKey(compiled, many))
    : '[no key 0.00010s]';
}

/** psycopg2 sends many rows as one; for asyncpg SQLAlchemy does so where rows come back. */
const manyAtOnce = ({ options, returnsRows }: Compiled): boolean =>
  options.paramstyle === 'dollar' ? returnsRows : options.paramstyle === 'pyformat';

/** Values as logs and errors show them: by name, or in their order where the driver numbers them. */
const shownValues = (
  { dialect, engine }: Connection,
  sent: Pick<Expanded, 'template' | 'before' | 'values'>,
): unknown =>
  dialect.paramstyle === 'dollar'
    ? shownInOrder(sent, engine.process.python)
    : shownParameters(sent.values, engine.process.python);

/** An INSERT … ON CONFLICT that gives nothing back goes out row by row. */
const isConflictOnly = (statement: Compiled['statement']): boolean =>
  statement.kind === 'insert' && statement.onConflict !== undefined && statement.returning.length === 0;

/** Notes what an INSERT or UPDATE sent, for the ORM. */
const withSent = (result: Result, prepared: readonly Expanded[]): Result =>
  new Result(result.cursor, { ...result.facts, sent: prepared.map((one) => one.plain) });

/** The same exception, with the place in the library that it comes from. */
const placed = ({ type, args, options }: Raise): Raise =>
  new Raise(type, args, { ...options, frames: PREPARING });

/** Values of all sets; what goes wrong here is a StatementError. */
function prepare(
  connection: Connection,
  compiled: Compiled,
  sets: readonly ParameterSet[],
  many: boolean,
): readonly Expanded[] {
  const { python } = connection.engine.process;
  try {
    // What one set lacks is found out before the values of another are converted.
    const values = sets.map((set, at) =>
      valuesFor(connection, compiled, set, many && at > 0 ? at : undefined),
    );
    return values.map((one) => expanded(compiled, one, python, connection.dialect));
  } catch (raised) {
    const error = raised instanceof Raise && !raised.options.frames ? placed(raised) : raised;
    const thrown = python.thrown(error);
    if (!thrown?.types.includes('builtins.Exception')) throw error;
    if (!connection.inTransaction) connection.rollbackDriver();
    const given = sets === NONE ? [] : sets;
    const shown = python.list(given.map((set) => shownGiven(set, python)));
    const code =
      (error as { options?: { attributes?: { code?: string } } }).options?.attributes?.code ?? null;
    throw new Raise(
      'sqlalchemy.exc.StatementError',
      [
        `(${thrown.types[0]}) ${error instanceof Raise ? String(error.args[0]) : thrown.message}`,
        compiled.sql,
        shown,
        thrown.value,
        connection.engine.hideParameters,
        code,
        false,
      ],
      { cause: thrown.value },
    );
  }
}

function runBatches(
  connection: Connection,
  compiled: Compiled,
  sets: readonly ReadonlyMap<string, unknown>[],
): Result {
  const { python } = connection.engine.process;
  const ordered = compiled.statement.kind === 'insert' && (compiled.statement as Insert).sortByParameterOrder;
  const order = (names: readonly string[]): readonly string[] =>
    [
      ...python.iterate(python.evaluate('list(set(names))', new Map([['names', python.list(names)]]))),
    ] as string[];
  // Rows that bring their keys are told by them; only others are numbered.
  const key = (compiled.statement as Insert).returning.at(-1);
  const isBlank = compiled.valuesRow === '(DEFAULT)';
  const numbered = ordered && !isBlank && !compiled.columnBinds.some(({ column }) => column === key);
  const all = batches(compiled, sets, order, numbered ? (name) => castTypeOf(compiled, name) : undefined);
  const note = noteOf(connection, compiled, true);
  const answers: QueryResult[] = [];
  all.forEach((batch, at) => {
    const shown = shownValues(connection, batch);
    const count = `${at + 1}/${all.length} (${ordered ? 'ordered' : 'unordered'})`;
    const head =
      at === 0 ? `${note.slice(0, -1)} (insertmanyvalues) ${count}]` : `[insertmanyvalues ${count}]`;
    const answer = heard(connection, batch.sql, shown, true, (sql) => {
      logStatement(connection, longStatement(sql), head, shown);
      const failed = failedStatement(connection, longStatement(sql), shown, false);
      const template = sql === batch.sql ? batch.template : sql;
      return driven(connection, failed, { sql }, () => [send(connection, template, batch.values)]);
    });
    answers.push(...answer);
  });
  return resultOf(connection, compiled, answers, sets, true);
}

/** The type that a column's values are cast to, without its length. */
function castTypeOf(compiled: Compiled, name: string): string {
  const column = compiled.columnBinds.find((one) => one.name === name)?.column;
  return column ? compileType(column.type).replace(/^(VARCHAR|CHAR)\(\d+\)/, '$1') : 'TEXT';
}

/** A learner's own statement of DDL. */
export function runOwnDdl(
  connection: Connection,
  statement: Statement,
  options: ReadonlyMap<string, unknown>,
): Result {
  const { sql } = compiledFor(connection, statement, NONE, false, options);
  connection.autobegin();
  return sendDdl(connection, sql);
}

/** Listeners get an immutabledict for what has no parameters. */
function sendDdl(connection: Connection, sql: string): Result {
  const { python } = connection.engine.process;
  const told = isTold(connection) ? shownGiven(NO_PARAMETERS, python) : undefined;
  return sendLogged(connection, sql, '[no key 0.00010s]', new Map(), told);
}

/** DDL is never cached and takes no values. */
export function runDdl(
  connection: Connection,
  ddl: DdlElement,
  options: ReadonlyMap<string, unknown>,
): Result {
  const sql = compileDdl(ddl, {
    paramstyle: connection.dialect.paramstyle === 'pyformat' ? 'pyformat' : 'named',
    dialect: { name: connection.dialect.name, handle: connection.dialect },
    schemaMap: writtenSchemaMap(connection, options),
    python: connection.engine.process.python,
  });
  connection.autobegin();
  return sendDdl(connection, sql);
}
