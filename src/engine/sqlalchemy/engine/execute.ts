/** Running a statement: compile, convert values, send, read rows. Answers to: sqlalchemy/engine/base.py (_execute_context), default.py. */
import { type PythonWorld, type QueryResult, Raise } from '../../machine.ts';
import { clauseOf } from '../expression/coerce.ts';
import { compile } from '../expression/compile.ts';
import type { Compiled, CompileOptions } from '../expression/compiled.ts';
import { replaceMarks } from '../expression/numbered-parameters.ts';
import { select } from '../expression/select-build.ts';
import type { Insert, Statement } from '../expression/statements.ts';
import { compileDdl, type DdlElement, isDdl } from '../postgresql/ddl/index.ts';
import { compileType } from '../postgresql/type-compiler.ts';
import type { Connection } from './connection.ts';
import { type AdaptHost, adapted, filledIn } from './driver/adapt.ts';
import { PREPARING } from './driver/library-frames.ts';
import { beforeCursor, fire } from './events.ts';
import { hosts, plainResult, resultOf } from './make-result.ts';
import { batches } from './many-values.ts';
import {
  type Expanded,
  expanded,
  type ParameterSet,
  shownInOrder,
  shownParameters,
  valuesFor,
} from './parameters.ts';
import { Result } from './result.ts';
import { schemaMapOf } from './schema-map.ts';
import { type FailedStatement, wrapped } from './wrap-error.ts';

/** What `execute` takes: a clause, a statement, DDL, or a compiled statement. */
export type Executable = Statement | DdlElement | Compiled;

const DML = new Set(['insert', 'update', 'delete']);
const RUNNABLE = new Set([
  'select',
  'compound',
  'textual-select',
  'text',
  'function',
  'next-value',
  'values',
  ...DML,
]);

/** `connection.execute(statement, parameters)` */
export function run(
  connection: Connection,
  given: Executable,
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
  options: ReadonlyMap<string, unknown>,
): Result {
  connection.requireOpen();
  const facts = { connection, statement: given, sets: setsOf(parameters), executionOptions: options };
  fire('before_execute', facts);
  const result = runUnheard(connection, given, parameters, options);
  fire('after_execute', { ...facts, result });
  return result;
}

function runUnheard(
  connection: Connection,
  given: Executable,
  parameters: ParameterSet | readonly ParameterSet[] | undefined,
  options: ReadonlyMap<string, unknown>,
): Result {
  if (isDdl(given)) return runDdl(connection, given, options);
  const statement = executable(given);
  const many = Array.isArray(parameters) && parameters.length > 1;
  const sets = setsOf(parameters);
  const compiled = compiledFor(connection, statement, sets, many, options);
  return runCompiled(connection, compiled, sets, many);
}

/** Sends a statement between the events of its cursor. @param send gets the SQL that listeners leave */
function heard<T>(
  connection: Connection,
  sql: string,
  parameters: unknown,
  many: boolean,
  send: (sql: string) => T,
): T {
  const facts = { connection, parameters, many };
  const asked = beforeCursor({ ...facts, sql });
  const answer = send(asked);
  fire('after_cursor_execute', { ...facts, sql: asked });
  return answer;
}

/** One empty set, where nothing was given. */
const NONE: readonly ParameterSet[] = [new Map()];

/** What Alembic gives where it has no parameters: an empty immutabledict, which messages show. */
export const NO_PARAMETERS: ParameterSet = new Map();

const shownGiven = (set: ParameterSet, python: PythonWorld): unknown =>
  set === NO_PARAMETERS
    ? python.evaluate("__import__('sqlalchemy.util').util.immutabledict()", new Map())
    : shownParameters(set, python);

function setsOf(parameters: ParameterSet | readonly ParameterSet[] | undefined): readonly ParameterSet[] {
  if (parameters === undefined) return NONE;
  if (Array.isArray(parameters))
    return parameters.length === 0 ? NONE : (parameters as readonly ParameterSet[]);
  return [parameters as ParameterSet];
}

/** @throws ObjectNotExecutableError */
function executable(given: unknown): Statement | Compiled {
  if ((given as Compiled | null)?.kind === 'compiled') return given as Compiled;
  const clause =
    clauseOf(given) ??
    (DML.has((given as { kind?: string } | null)?.kind ?? '') ? (given as Statement) : undefined);
  if (clause && RUNNABLE.has(clause.kind)) return runnableForm(clause as Statement);
  throw new Raise('sqlalchemy.exc.ObjectNotExecutableError', [given]);
}

/** A function by itself is selected. */
function runnableForm(clause: Statement): Statement {
  if (clause.kind !== 'function' && clause.kind !== 'next-value') return clause;
  return select([clause]);
}

function compiledFor(
  connection: Connection,
  statement: Statement | Compiled,
  sets: readonly ParameterSet[],
  many: boolean,
  options: ReadonlyMap<string, unknown>,
): Compiled {
  if (statement.kind === 'compiled') return statement as Compiled;
  const keys = DML.has(statement.kind) && sets[0]!.size > 0 ? [...sets[0]!.keys()] : undefined;
  const schemaMap = schemaMapOf(connection, options);
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

function runCompiled(
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
    connection.dialect.name === 'postgresql' &&
    compiled.options.paramstyle === 'pyformat';
  if (insertsMany)
    return withSent(
      runBatches(
        connection,
        compiled,
        prepared.map((one) => one.values),
      ),
      prepared,
    );
  const show = (one: Expanded) =>
    connection.dialect.paramstyle === 'dollar'
      ? shownInOrder(one.template, one.values, python)
      : shownParameters(one.values, python);
  const shown = many ? python.list(prepared.map(show)) : show(prepared[0]!);
  const results = heard(connection, prepared[0]!.sql, shown, many, (sql) => {
    logStatement(connection, sql, cacheNote(connection, cacheKey(compiled)), shown);
    const failed = failedStatement(connection, sql, shown, many);
    return guarded(connection, failed, () => {
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
    results,
    prepared.map((one) => one.values),
    many,
  );
  return compiled.statement.kind === 'insert' || compiled.statement.kind === 'update'
    ? withSent(result, prepared)
    : result;
}

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
    return sets.map((set, at) =>
      expanded(
        compiled,
        valuesFor(compiled, set, many && at > 0 ? at : undefined, python),
        python,
        connection.dialect,
      ),
    );
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

/** Fills values in and sends; the answer of the last statement in the text. */
function send(
  connection: Connection,
  sql: string,
  values: ReadonlyMap<string, unknown> | readonly unknown[],
  mapping?: string,
): QueryResult | undefined {
  const { adapt } = hosts(connection);
  const text =
    connection.dialect.paramstyle === 'dollar'
      ? numberedValues(sql, values, adapt)
      : filledIn(sql, values, adapt, mapping);
  const results = connection.session.execute(text);
  return results.at(-1);
}

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

function guarded<T>(connection: Connection, failed: FailedStatement, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const out = wrapped(error, failed, connection.engine.process.python, false);
    if (!connection.inTransaction) connection.rollbackDriver();
    throw out;
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
  const all = batches(compiled, sets, order, ordered ? (name) => castTypeOf(compiled, name) : undefined);
  const note = cacheNote(connection, cacheKey(compiled));
  const answers: QueryResult[] = [];
  all.forEach((batch, at) => {
    const shown = shownParameters(batch.values, python);
    const count = `${at + 1}/${all.length} (${ordered ? 'ordered' : 'unordered'})`;
    const head =
      at === 0 ? `${note.slice(0, -1)} (insertmanyvalues) ${count}]` : `[insertmanyvalues ${count}]`;
    const answer = heard(connection, batch.sql, shown, true, (sql) => {
      logStatement(connection, sql, head, shown);
      const failed = failedStatement(connection, sql, shown, false);
      return guarded(connection, failed, () => send(connection, sql, batch.values));
    });
    if (answer) answers.push(answer);
  });
  return resultOf(connection, compiled, answers, sets, true);
}

/** The type that a column's values are cast to, without its length. */
function castTypeOf(compiled: Compiled, name: string): string {
  const column = compiled.columnBinds.find((one) => one.name === name)?.column;
  return column ? compileType(column.type).replace(/^(VARCHAR|CHAR)\(\d+\)/, '$1') : 'TEXT';
}

/** DDL is never cached and takes no values. */
function runDdl(connection: Connection, ddl: DdlElement, options: ReadonlyMap<string, unknown>): Result {
  const sql = compileDdl(ddl, {
    paramstyle: connection.dialect.paramstyle === 'pyformat' ? 'pyformat' : 'named',
    dialect: { name: connection.dialect.name, handle: connection.dialect },
    schemaMap: schemaMapOf(connection, options),
    python: connection.engine.process.python,
  });
  connection.autobegin();
  return sendLogged(connection, sql, '[no key 0.00010s]', new Map());
}

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
    return connection.guard(
      () => connection.session.execute(filledIn(asked, parameters, adapt)).at(-1)?.rows ?? [],
    );
  });
}

/** SAVEPOINT and its kin. */
export function sendPlain(connection: Connection, sql: string): void {
  sendLogged(connection, sql, '[no key 0.00010s]', new Map());
}

/** An empty set of parameters, as the driver's paramstyle shows it. */
const noParameters = (connection: Connection, values: ReadonlyMap<string, unknown>): unknown => {
  const { python } = connection.engine.process;
  return connection.dialect.paramstyle === 'dollar' ? python.tuple([]) : shownParameters(values, python);
};

function sendLogged(
  connection: Connection,
  given: string,
  note: string,
  values: ReadonlyMap<string, unknown>,
): Result {
  const shown = noParameters(connection, values);
  const answer = heard(connection, given, shown, false, (sql) => {
    logStatement(connection, sql, note, shown);
    const failed = failedStatement(connection, sql, shown, false);
    return guarded(connection, failed, () => send(connection, sql, values));
  });
  return plainResult(connection, answer);
}

const failedStatement = (
  connection: Connection,
  sql: string,
  parameters: unknown,
  many: boolean,
): FailedStatement => ({ sql, parameters, many, hideParameters: connection.engine.hideParameters });

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
  const answer = heard(connection, given, shown, many, (sql) => {
    logStatement(connection, sql, '[raw sql]', shown);
    return guarded(connection, failedStatement(connection, sql, shown, many), () => {
      let last: QueryResult | undefined;
      for (const set of sets) last = send(connection, sql, set, mapping);
      return last;
    });
  });
  return plainResult(connection, answer);
}

function logStatement(connection: Connection, sql: string, note: string, shown: unknown): void {
  connection.log(sql);
  const { python } = connection.engine.process;
  const text = connection.engine.hideParameters
    ? '[SQL parameters hidden due to hide_parameters=True]'
    : python.repr(shown);
  connection.log(`${note} ${text}`);
}

/** Statements that became the same text in different ways are cached apart. */
function cacheKey({ statement, sql }: Compiled): string {
  const loads = (statement as { executionOptions?: { readonly orm_load?: unknown } }).executionOptions
    ?.orm_load;
  if (loads !== undefined) return `${sql} ${String(loads)}`;
  return 'values' in statement && statement.values === undefined ? `${sql} *` : sql;
}

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
