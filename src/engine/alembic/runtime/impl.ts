/** Sends statements to the connection, or prints them in an offline run. Answers to: alembic/ddl/impl.py (DefaultImpl._exec). */
import { type PythonWorld, Raise } from '../../machine.ts';
import type { Connection } from '../../sqlalchemy/engine/connection.ts';
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import type { Executable } from '../../sqlalchemy/engine/execute.ts';
import type { ParameterSet } from '../../sqlalchemy/engine/parameters.ts';
import { NO_PARAMETERS } from '../../sqlalchemy/engine/parameters.ts';
import { text } from '../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../sqlalchemy/expression/coerce.ts';
import { compile } from '../../sqlalchemy/expression/compile.ts';
import type { Statement } from '../../sqlalchemy/expression/dml/statements.ts';
import { host } from '../../sqlalchemy/expression/host.ts';
import { compileDdl, type DdlElement, isDdl } from '../../sqlalchemy/postgresql/ddl/index.ts';
import { plainText } from '../../sqlalchemy/schema/index.ts';
import { strip } from '../../stdlib/whitespace.ts';
import { assertionError } from '../script/errors.ts';
import type { DdlImpl, MigrationContext } from './context.ts';
import type { OwnImpl } from './own-impl.ts';

/** What an implementation is made with. */
export interface StatementImplOptions {
  readonly context: MigrationContext;
  readonly dialect: Dialect;
  readonly connection: Connection | null;
  readonly asSql: boolean;
  readonly transactionalDdl: boolean;
  readonly literalBinds: boolean;
  /** A learner's class in the place of Alembic's own. */
  readonly own?: OwnImpl | undefined;
  print(text: string): void;
}

export class StatementImpl implements DdlImpl {
  readonly commandTerminator: string;
  readonly #options: StatementImplOptions;

  constructor(options: StatementImplOptions) {
    this.#options = options;
    this.commandTerminator = String(options.own?.attribute('command_terminator') ?? ';');
  }

  get own(): OwnImpl | undefined {
    return this.#options.own;
  }

  get connection(): Connection | null {
    return this.#options.connection;
  }

  get literalBinds(): boolean {
    return this.#options.literalBinds;
  }

  get context(): MigrationContext {
    return this.#options.context;
  }

  get dialect(): Dialect {
    return this.#options.dialect;
  }

  get asSql(): boolean {
    return this.#options.asSql;
  }

  get transactionalDdl(): boolean {
    return this.#options.transactionalDdl;
  }

  exec(construct: unknown, parameters?: unknown, executionOptions?: unknown): unknown {
    const { own } = this;
    if (!own?.overrides('_exec')) return this.execItself(construct, parameters, executionOptions);
    const { python } = this.context.process;
    const asDict = (one: unknown) => python.dict(one as Map<unknown, unknown>);
    return own.call(this, '_exec', [construct], {
      ...(executionOptions instanceof Map ? { execution_options: asDict(executionOptions) } : {}),
      ...(Array.isArray(parameters) ? { multiparams: python.list(parameters.map(asDict)) } : {}),
      ...(parameters instanceof Map ? { params: asDict(parameters) } : {}),
    });
  }

  /** `DefaultImpl._exec` itself */
  execItself(construct: unknown, parameters?: unknown, executionOptions?: unknown): unknown {
    const sql = plainText(construct);
    const statement = typeof sql === 'string' ? text(sql) : sql;
    if (this.#options.asSql) {
      if (parameters !== undefined && parameters !== null) {
        throw new Raise('builtins.Exception', ['Execution arguments not allowed with as_sql']);
      }
      this.staticOutput(strip(this.#compiled(statement).replaceAll('\t', '    ')) + this.commandTerminator);
      return null;
    }
    const { connection } = this.#options;
    if (!connection) throw assertionError();
    // They stay with the connection, for what follows as well.
    if (executionOptions instanceof Map && executionOptions.size > 0) connection.setOptions(executionOptions);
    return connection.execute(
      statement as Executable,
      (parameters ?? NO_PARAMETERS) as ParameterSet | readonly ParameterSet[],
    );
  }

  execute(construct: unknown, executionOptions?: unknown): void {
    this.#asOwn('execute', [construct, executionOptions ?? null], () =>
      this.executeItself(construct, executionOptions),
    );
  }

  /** `DefaultImpl.execute` itself */
  executeItself(construct: unknown, executionOptions?: unknown): void {
    this.exec(construct, undefined, executionOptions);
  }

  /** Called before the first step of a run: nothing, unless a learner's class says what. */
  startMigrations(): void {
    this.#asOwn('start_migrations', [], () => {});
  }

  staticOutput(output: string): void {
    this.#asOwn('static_output', [output], () => this.write(output));
  }

  emitBegin(): void {
    this.#asOwn('emit_begin', [], () => this.begin());
  }

  emitCommit(): void {
    this.#asOwn('emit_commit', [], () => this.commit());
  }

  /** A learner's method, or else Alembic's. */
  #asOwn(method: string, args: readonly unknown[], otherwise: () => void): void {
    const { own } = this;
    if (own?.overrides(method)) own.call(this, method, args);
    else otherwise();
  }

  /** `DefaultImpl.static_output` itself */
  write(output: string): void {
    this.#options.print(`${output}\n\n`);
  }

  /** `DefaultImpl.emit_begin` itself */
  begin(): void {
    this.staticOutput(`BEGIN${this.commandTerminator}`);
  }

  /** `DefaultImpl.emit_commit` itself */
  commit(): void {
    this.staticOutput(`COMMIT${this.commandTerminator}`);
  }

  #compiled(statement: unknown): string {
    const { dialect, literalBinds, context } = this.#options;
    const { python } = context.process;
    if (isDdl(statement)) {
      const paramstyle = dialect.paramstyle === 'named' ? 'named' : 'pyformat';
      const own = this.#options.own !== undefined && dialect.name !== 'postgresql';
      return compileDdl(statement as DdlElement, {
        paramstyle: own ? 'named' : paramstyle,
        python,
        backslashEscapes: !own,
        ...(own ? { generic: true, ownDialect: dialect } : {}),
      });
    }
    const clause = clauseOf(statement) ?? (isDml(statement) ? (statement as Statement) : undefined);
    if (!clause) return compiledByItself(statement, { dialect, literalBinds, python });
    const style = dialect.givenParamstyle;
    if (style !== null && !PARAMSTYLES.has(style)) throw new Raise('builtins.KeyError', [style]);
    const options = { ...dialect.compileOptions, literalBinds, implicitReturning: true, python };
    return compile(clause as Statement, options).sql;
  }
}

/** Something that is none of SQLAlchemy's constructs, but may have a `compile` of its own. @throws AttributeError where it has none */
function compiledByItself(
  statement: unknown,
  { dialect, literalBinds, python }: { dialect: unknown; literalBinds: boolean; python: PythonWorld },
): string {
  const compileMethod = statement === null ? undefined : python.getAttribute(statement, 'compile');
  const keywords = literalBinds ? { compile_kwargs: python.dict([['literal_binds', true]]) } : {};
  if (compileMethod !== undefined)
    return python.str(python.call(compileMethod, [], { dialect, ...keywords }));
  const owner = python.isInstance(statement, 'builtins.type')
    ? `type object '${python.str(python.getAttribute(statement, '__name__'))}'`
    : `'${host().typeName(statement)}' object`;
  throw new Raise('builtins.AttributeError', [`${owner} has no attribute 'compile'`]);
}

/** Those of the DBAPI, and what numbers parameters by a dollar sign. */
const PARAMSTYLES = new Set(['pyformat', 'qmark', 'format', 'numeric', 'named', 'numeric_dollar']);

const isDml = (value: unknown) =>
  ['insert', 'update', 'delete'].includes(String((value as { kind?: unknown } | null)?.kind));
