/** One configured run: which revisions are applied, and how to move between them. Answers to: alembic/runtime/migration.py. */
import type { LibraryFrame, Process } from '../../machine.ts';
import { Raise } from '../../machine.ts';
import { Connection } from '../../sqlalchemy/engine/connection.ts';
import { type Dialect, dialectNamed, dialectOf } from '../../sqlalchemy/engine/dialect.ts';
import { Engine } from '../../sqlalchemy/engine/engine.ts';
import type { Result } from '../../sqlalchemy/engine/result.ts';
import type { Row } from '../../sqlalchemy/engine/row.ts';
import type { Transaction } from '../../sqlalchemy/engine/transaction.ts';
import { makeUrl } from '../../sqlalchemy/engine/url.ts';
import { hasTable } from '../../sqlalchemy/postgresql/ddl-runner.ts';
import { fittingName } from '../../sqlalchemy/postgresql/identifiers.ts';
import type { Table } from '../../sqlalchemy/schema/index.ts';
import { assertionError, commandError } from '../script/errors.ts';
import { type MigrationStep, shortLog } from '../script/migration-step.ts';
import type { Script } from '../script/script.ts';
import type { ScriptDirectory } from '../script/script-directory.ts';
import { catalogRunner } from './catalog-runner.ts';
import type { ContextOptions, MigrationContext as Interface } from './context.ts';
import { HeadMaintainer, type Heads } from './head-maintainer.ts';
import { StatementImpl } from './impl.ts';
import { type OwnImpl, ownImplFor } from './own-impl.ts';
import { VersionTable, versionTable } from './version-table.ts';

/** A block that Python enters with `with`. */
export interface Block {
  enter(): unknown;
  /** @param failed an exception is on its way */
  exit(failed: boolean): void;
}

const NOTHING: Block = { enter: () => null, exit: () => undefined };
/** Where the real tool calls `upgrade()`: what it returns is let go there. */
const CALLS_MIGRATION: LibraryFrame = {
  file: '/home/learner/.venv/lib/python3.11/site-packages/alembic/runtime/migration.py',
  line: 621,
  name: 'run_migrations',
  source: 'step.migration_fn(**kw)',
};

const LOGGER = 'alembic.runtime.migration';

/** The function that a command hands over for its steps, as Python sees it among the options. */
export class StepsFunction {
  readonly qualname: string;
  readonly steps: StepsOf;

  constructor(qualname: string, steps: StepsOf) {
    this.qualname = qualname;
    this.steps = steps;
  }
}

/** The steps of a command, once the applied revisions are known. */
export type StepsOf = (heads: readonly string[], context: MigrationContext) => readonly MigrationStep[];

export interface ContextArguments {
  readonly connection?: unknown;
  readonly url?: unknown;
  readonly dialectName?: unknown;
  readonly dialect?: Dialect | null;
  readonly paramstyle?: string | null;
  readonly config?: unknown;
  /** The environment whose `configure` was called. */
  readonly environment?: unknown;
  readonly opts?: ContextOptions;
  readonly steps?: StepsOf;
}

export class MigrationContext implements Interface {
  readonly process: Process;
  /** Replaced by one that Python may change, once Python asks for it. */
  opts: ContextOptions;
  readonly dialect: Dialect;
  readonly config: unknown;
  readonly environment: unknown;
  readonly asSql: boolean;
  readonly impl: StatementImpl;
  readonly versionTable: VersionTable;
  connection: Connection | null;
  currentScriptPath: string | undefined;
  readonly #steps: StepsOf | undefined;
  readonly #inExternalTransaction: boolean;
  #transaction: Transaction | undefined;

  constructor(process: Process, dialect: Dialect, connection: Connection | null, given: ContextArguments) {
    this.process = process;
    this.dialect = dialect;
    this.opts = given.opts ?? {};
    this.config = given.config ?? null;
    this.environment = given.environment ?? null;
    this.asSql = this.opts.as_sql === true;
    this.connection = this.asSql ? null : connection;
    this.#steps = given.steps;
    this.#inExternalTransaction = this.connection?.inTransaction ?? false;
    if (!this.asSql && this.#truth(this.opts.literal_binds))
      throw commandError("Can't use literal_binds setting without as_sql mode");
    const own = ownImplFor(process, dialect.name);
    const transactional = this.opts.transactional_ddl ?? own?.attribute('transactional_ddl');
    this.impl = new StatementImpl({
      context: this,
      dialect,
      connection: this.connection,
      asSql: this.asSql,
      transactionalDdl:
        transactional === undefined || transactional === null ? true : this.#truth(transactional),
      literalBinds: this.#truth(this.opts.literal_binds),
      own,
      print: (text) => this.#print(text),
    });
    own?.adopt(this.impl);
    this.versionTable = new VersionTable(this.#versionTable(own));
    const info = (message: string) => process.log(LOGGER, 'INFO', message);
    info(`Context impl ${own?.name ?? 'PostgresqlImpl'}.`);
    if (this.asSql) info('Generating static SQL');
    info(`Will assume ${this.impl.transactionalDdl ? 'transactional' : 'non-transactional'} DDL.`);
  }

  /** The table of applied revisions: Alembic's, or what a learner's class makes. */
  #versionTable(own: OwnImpl | undefined): Table {
    if (this.opts.version_table === null)
      throw assertionError('use quoted_name.construct() for None passthrough');
    const name = this.versionTableName;
    const schema = this.opts.version_table_schema ?? null;
    const primaryKey = this.opts.version_table_pk === undefined || this.#truth(this.opts.version_table_pk);
    if (own?.overrides('version_table_impl')) {
      const keywords = { version_table: name, version_table_schema: schema, version_table_pk: primaryKey };
      return own.call(this.impl, 'version_table_impl', [], keywords) as Table;
    }
    if (schema !== null && !this.process.python.isInstance(schema, 'builtins.str')) {
      const found = this.process.python.typeName(schema);
      throw new Raise('builtins.TypeError', [`unsupported operand type(s) for +: '${found}' and 'str'`]);
    }
    return versionTable({ name, schema: schema as string | null, primaryKey });
  }

  get bind(): Connection | null {
    return this.connection;
  }

  get script(): ScriptDirectory | undefined {
    return (this.opts.script as ScriptDirectory | null | undefined) ?? undefined;
  }

  get versionTableName(): string {
    return String(this.opts.version_table ?? 'alembic_version');
  }

  execute(construct: unknown, executionOptions?: unknown): void {
    this.impl.execute(construct, executionOptions);
  }

  /** `begin_transaction()`, as env.py calls it. */
  beginTransaction(perMigration = false): Block {
    if (this.#inExternalTransaction) return NOTHING;
    const transactional = this.impl.transactionalDdl;
    const now = transactional
      ? perMigration === this.#truth(this.opts.transaction_per_migration)
      : perMigration;
    if (!now || (!transactional && (this.asSql || this.#transaction))) return NOTHING;
    if (this.asSql) {
      return {
        enter: () => {
          this.impl.emitBegin();
          return null;
        },
        exit: (failed) => {
          if (!failed) this.impl.emitCommit();
        },
      };
    }
    const connection = this.#connected();
    this.#transaction = connection.transaction ?? connection.begin();
    return { enter: () => null, exit: (failed) => this.#endTransaction(failed) };
  }

  #endTransaction(failed: boolean): void {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    if (!transaction) return;
    if (!failed && transaction.isActive) {
      try {
        transaction.commit();
      } catch (error) {
        if (transaction.isActive) transaction.rollback();
        throw error;
      }
    } else {
      transaction.rollback();
    }
  }

  /** `autocommit_block()`: commits what came before; what is inside stands alone. */
  autocommitBlock(): Block {
    let level = '';
    let fake: Transaction | undefined;
    const began = this.connection?.inTransaction ?? false;
    return {
      enter: () => {
        if (this.impl.transactionalDdl && this.asSql) this.impl.emitCommit();
        else if (began) {
          if (!this.#transaction) throw assertionError();
          this.#transaction.commit();
          this.#transaction = undefined;
        }
        if (this.connection) {
          level = this.connection.isolation;
          this.connection.setOptions(new Map([['isolation_level', 'AUTOCOMMIT']]));
          fake = this.connection.begin();
        }
        return null;
      },
      exit: () => {
        fake?.commit();
        this.connection?.setOptions(new Map([['isolation_level', level]]));
        if (this.impl.transactionalDdl && this.asSql) this.impl.emitBegin();
        else if (began) this.#transaction = this.connection!.begin();
      },
    };
  }

  /** Rows of the version table, or where an offline run starts. @throws CommandError */
  currentHeads(): readonly string[] {
    const start = this.opts.starting_rev ?? null;
    if (this.asSql) return this.#startingHeads(start);
    if (start !== null && this.#truth(start)) {
      throw commandError("Can't specify current_rev to context when using a database connection");
    }
    if (!this.hasVersionTable()) return [];
    const result = this.connection!.execute(this.versionTable.select() as never);
    return result.fetchAll().map((row) => (row as Row).values[0] as string);
  }

  /** @throws CommandError where there are several */
  currentRevision(): string | null {
    const heads = this.currentHeads();
    if (heads.length > 1) {
      throw commandError(
        `Version table '${this.versionTableName}' has more than one head present; please use get_current_heads()`,
      );
    }
    return heads[0] ?? null;
  }

  #startingHeads(start: unknown): readonly string[] {
    if (start === null || start === 'base') return [];
    const names = typeof start === 'string' ? [start] : [...this.process.python.iterate(start)];
    if (!this.script) return names as string[];
    return names
      .filter((name) => name !== null && name !== 'base')
      .map((name) => {
        const revision = this.script!.getRevision(name as string);
        if (revision) return revision.revision;
        // `label@base` names no revision, which Alembic does not expect.
        throw new Raise('builtins.AttributeError', ["'NoneType' object has no attribute 'revision'"]);
      });
  }

  /** @throws AssertionError where `configure` was given none */
  #connected(): Connection {
    if (!this.connection) throw assertionError();
    return this.connection;
  }

  hasVersionTable(): boolean {
    const { table } = this.versionTable;
    return hasTable(catalogRunner(this.process, this.#connected()), table.name, table.schema);
  }

  /** Creates the version table where it is missing; `purge` empties it. */
  ensureVersionTable(purge = false): void {
    if (this.asSql) {
      this.impl.exec({ kind: 'create-table', element: this.versionTable.table });
      return;
    }
    const connection = this.connection!;
    fittingName(this.versionTable.table.name, false);
    const own = connection.inTransaction ? undefined : connection.begin();
    try {
      if (!this.hasVersionTable()) this.impl.exec({ kind: 'create-table', element: this.versionTable.table });
      if (purge) connection.execute(this.versionTable.deleteAll() as never);
    } catch (error) {
      own?.rollback();
      throw error;
    }
    own?.commit();
  }

  /** Runs the steps of the command. @throws whatever a migration raises */
  runMigrations(keywords: Readonly<Record<string, unknown>> = {}): void {
    const heads = this.#headsToStart();
    const maintainer = this.maintainer(new Set(heads));
    const steps = this.#steps?.(heads, this) ?? [];
    const functions = new Map(steps.map((step) => [step, this.#migrationOf(step)]));
    for (const step of steps) {
      const block = this.beginTransaction(true);
      block.enter();
      let failed = true;
      try {
        this.#runStep(step, functions.get(step), maintainer, keywords);
        failed = false;
      } finally {
        block.exit(failed);
      }
    }
  }

  #headsToStart(): readonly string[] {
    if (this.opts.purge === true) {
      if (this.asSql) throw commandError("Can't use --purge with --sql mode");
      this.ensureVersionTable(true);
      return [];
    }
    const heads = this.currentHeads();
    if (!this.asSql && heads.length === 0 && this.opts.dont_mutate !== true) this.ensureVersionTable();
    return heads;
  }

  #runStep(
    step: MigrationStep,
    migrate: unknown,
    maintainer: HeadMaintainer,
    keywords: Readonly<Record<string, unknown>>,
  ): void {
    const { process } = this;
    if (this.asSql && maintainer.heads.size === 0) {
      if (this.opts.dont_mutate === true) throw assertionError();
      this.impl.exec({ kind: 'create-table', element: this.versionTable.table });
    }
    const script = step.revision as Script | undefined;
    const doc = script?.doc;
    const name = migrate === undefined ? step.name : nameOf(process, migrate);
    const log = shortLog(step, name);
    process.log(LOGGER, 'INFO', `Running ${log}${doc ? `, ${doc}` : ''}`);
    if (this.asSql) this.impl.staticOutput(`-- Running ${log}`);
    if (script) this.#callMigration(migrate, script, keywords);
    process.machine.emit({
      kind: 'revision',
      direction: step.name === 'stamp_revision' ? 'stamp' : step.name,
      from: step.from,
      to: step.to,
      path: script?.path,
    });
    maintainer.updateTo(step);
    this.#afterStep(step, maintainer, keywords);
  }

  /** The function of a step's file; all are looked up before the first runs. @throws AttributeError */
  #migrationOf(step: MigrationStep): unknown {
    const script = step.revision as Script | undefined;
    if (!script) return undefined;
    const { python } = this.process;
    const found = python.getAttribute(script.module, step.name);
    if (found !== undefined) return found;
    const module = String(python.getAttribute(script.module, '__name__'));
    throw new Raise('builtins.AttributeError', [`module '${module}' has no attribute '${step.name}'`], {
      attributes: { name: step.name, obj: script.module },
    });
  }

  #callMigration(migrate: unknown, script: Script, keywords: Readonly<Record<string, unknown>>): void {
    this.currentScriptPath = script.path;
    try {
      const { python } = this.process;
      python.forget(python.call(migrate, [], keywords), CALLS_MIGRATION);
    } finally {
      this.currentScriptPath = undefined;
    }
  }

  #afterStep(
    step: MigrationStep,
    maintainer: HeadMaintainer,
    keywords: Readonly<Record<string, unknown>>,
  ): void {
    const { python } = this.process;
    for (const callback of (this.opts.on_version_apply as readonly unknown[] | undefined) ?? []) {
      python.call(callback, [], {
        ctx: this,
        step: new MigrationInfo(this, step),
        heads: python.call(python.evaluate('set', new Map()), [python.list([...maintainer.heads])]),
        run_args: python.dict(Object.entries(keywords)),
      });
    }
  }

  /** `context.stamp(script, revision)` */
  stamp(steps: StepsOf): void {
    const heads = this.currentHeads();
    if (!this.asSql && heads.length === 0) this.ensureVersionTable();
    const maintainer = this.maintainer(new Set(heads));
    for (const step of steps(heads, this)) maintainer.updateTo(step);
  }

  /** What moves the version table along with a run that starts at some heads. */
  maintainer(heads: Heads): HeadMaintainer {
    const { versionTable, impl } = this;
    const counted = (result: unknown, what: string) => {
      const sane = this.process.python.getAttribute(this.dialect, 'supports_sane_rowcount');
      if (this.asSql || result === null || !this.#truth(sane)) return;
      const count = (result as Result).facts.rowcount;
      if (count !== 1) {
        throw commandError(
          `Online migration expected to match one row when ${what} in '${this.versionTableName}'; ${count} found`,
        );
      }
    };
    const rows = {
      insert: (version: string) => void impl.exec(versionTable.insert(version)),
      update: (from: string, to: string) =>
        counted(impl.exec(versionTable.update(from, to)), `updating '${from}' to '${to}'`),
      delete: (version: string) => counted(impl.exec(versionTable.delete(version)), `deleting '${version}'`),
      debug: (message: string) => this.process.log(LOGGER, 'DEBUG', message),
    };
    return new HeadMaintainer(rows, heads);
  }

  #truth(value: unknown): boolean {
    return value !== undefined && this.process.python.truth(value);
  }

  #print(text: string): void {
    const buffer = this.opts.output_buffer ?? null;
    const { python, stdout } = this.process;
    const encoding = this.opts.output_encoding;
    if (buffer === null) {
      // sys.stdout takes text, also where it is asked to take what was encoded.
      if (encoding !== undefined)
        throw new Raise('builtins.TypeError', ['write() argument must be str, not bytes']);
      stdout.write(text);
      return;
    }
    const output =
      encoding === undefined
        ? text
        : python.evaluate(
            'text.encode(encoding)',
            new Map<string, unknown>([
              ['text', text],
              ['encoding', encoding],
            ]),
          );
    python.call(python.getAttribute(buffer, 'write'), [output]);
    python.call(python.getAttribute(buffer, 'flush'), []);
  }
}

/** @throws AttributeError for what has no name */
function nameOf(process: Process, migrate: unknown): string {
  const name = process.python.evaluate('it.__name__', new Map([['it', migrate]]));
  return process.python.str(name);
}

/** What `on_version_apply` callbacks learn about a step. */
export class MigrationInfo {
  readonly context: MigrationContext;
  readonly step: MigrationStep;

  constructor(context: MigrationContext, step: MigrationStep) {
    this.context = context;
    this.step = step;
  }
}

/**
 * `MigrationContext.configure(…)`.
 * @throws CommandError for an Engine in place of a connection; ArgumentError for a URL that cannot be read
 */
export function configureContext(process: Process, given: ContextArguments): MigrationContext {
  const connection = given.connection ?? null;
  if (connection instanceof Engine) {
    throw commandError(
      `'connection' argument to configure() is expected to be a sqlalchemy.engine.Connection instance, got ${process.python.repr(connection)}`,
    );
  }
  const bound = connection instanceof Connection ? connection : null;
  return new MigrationContext(process, dialectFor(process, bound, connection, given), bound, given);
}

function dialectFor(
  process: Process,
  bound: Connection | null,
  connection: unknown,
  given: ContextArguments,
): Dialect {
  if (bound) return bound.dialect;
  if (connection !== null && process.python.truth(connection)) {
    const message = `'${process.python.typeName(connection)}' object has no attribute 'dialect'`;
    throw new Raise('builtins.AttributeError', [message]);
  }
  const paramstyle = given.paramstyle ?? null;
  if (given.url !== undefined && given.url !== null && process.python.truth(given.url)) {
    return dialectOf(makeUrl(given.url), { paramstyle });
  }
  if (typeof given.dialectName === 'string' && given.dialectName !== '')
    return dialectNamed(given.dialectName, paramstyle);
  if (given.dialect) return given.dialect;
  throw new Raise('builtins.Exception', ['Connection, url, or dialect_name is required.']);
}
