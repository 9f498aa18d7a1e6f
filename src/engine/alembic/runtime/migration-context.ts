/** One configured run: which revisions are applied, and how to move between them. Answers to: alembic/runtime/migration.py. */
import { type Process, Raise } from '../../machine.ts';
import type { Connection } from '../../sqlalchemy/engine/connection.ts';
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import { ownDialect } from '../../sqlalchemy/engine/own-dialect.ts';
import type { Row } from '../../sqlalchemy/engine/row.ts';
import type { Transaction } from '../../sqlalchemy/engine/transaction.ts';
import { hasTable, isPlaced } from '../../sqlalchemy/postgresql/ddl-runner.ts';
import { fittingName } from '../../sqlalchemy/postgresql/identifiers.ts';
import { assertionError, commandError } from '../script/errors.ts';
import type { ScriptDirectory } from '../script/script-directory.ts';
import { type Block, NOTHING } from './block.ts';
import { catalogRunner } from './catalog-runner.ts';
import type { ContextOptions, MigrationContext as Interface } from './context.ts';
import type { ContextArguments } from './context-arguments.ts';
import type { ForeignConnection } from './foreign-connection.ts';
import { HeadMaintainer, type Heads } from './head-maintainer.ts';
import { StatementImpl } from './impl.ts';
import { knownImpl } from './known-impls.ts';
import { printStatement } from './offline-output.ts';
import { ownImplFor } from './own-impl.ts';
import { versionTableOf } from './own-version-table.ts';
import { migrationOf, runStep } from './run-step.ts';
import type { StepsOf } from './steps-function.ts';
import { versionRows } from './version-rows.ts';
import { createVersionTable, VersionTable } from './version-table.ts';

const LOGGER = 'alembic.runtime.migration';

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
  readonly #foreign: ForeignConnection | undefined;
  /** The connection had a transaction before this context came. */
  readonly inExternalTransaction: boolean;
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
    this.#foreign = this.asSql ? undefined : given.foreign;
    this.inExternalTransaction = (this.#foreign ?? this.connection)?.inTransaction ?? false;
    if (!this.asSql && this.#truth(this.opts.literal_binds))
      throw commandError("Can't use literal_binds setting without as_sql mode");
    const own = ownImplFor(process, dialect.name);
    if (!own && ownDialect(process, dialect.name)) throw new Raise('builtins.KeyError', [dialect.name]);
    const { name: implName, transactional: hasTransactions } = knownImpl(dialect.name);
    const transactional = this.opts.transactional_ddl ?? own?.attribute('transactional_ddl');
    this.impl = new StatementImpl({
      context: this,
      dialect,
      connection: this.connection,
      asSql: this.asSql,
      transactionalDdl:
        transactional === undefined || transactional === null ? hasTransactions : this.#truth(transactional),
      literalBinds: this.#truth(this.opts.literal_binds),
      own,
      print: (text) => printStatement(this, text),
    });
    own?.adopt(this.impl);
    this.versionTable = new VersionTable(versionTableOf(this, own));
    const info = (message: string) => process.log(LOGGER, 'INFO', message);
    info(`Context impl ${own?.name ?? implName}.`);
    if (this.asSql) info('Generating static SQL');
    info(`Will assume ${this.impl.transactionalDdl ? 'transactional' : 'non-transactional'} DDL.`);
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
    if (this.inExternalTransaction) return NOTHING;
    const transactional = this.impl.transactionalDdl;
    const now = transactional
      ? sameAs(perMigration, this.opts.transaction_per_migration ?? false)
      : perMigration;
    if (!now || (!transactional && (this.asSql || this.#transaction))) return NOTHING;
    if (this.asSql) {
      const exit = (failed: boolean) => (failed ? undefined : this.impl.emitCommit());
      return { enter: () => this.impl.emitBegin(), exit };
    }
    if (this.#foreign) return this.#foreign.begin();
    const { connection } = this;
    if (!connection) throw assertionError();
    this.#transaction = connection.transaction ?? connection.begin();
    return {
      enter: () => null,
      exit: (failed) => this.#endTransaction(failed),
      end: (how) => {
        if (!this.#transaction) throw assertionError();
        this.#transaction[how]();
        this.#transaction = undefined;
      },
    };
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

  /**
   * Looks in the schema that env.py names, whatever a schema_translate_map puts in its place.
   * @throws AssertionError where `configure` was given no connection
   */
  hasVersionTable(): boolean {
    const { table } = this.versionTable;
    if (this.#foreign) this.#foreign.refuse();
    if (!this.connection) throw assertionError();
    const given = this.opts.version_table;
    // The catalog is asked for the name as env.py gave it, which may be no text.
    const isText = given === undefined || this.process.python.isInstance(given, 'builtins.str');
    return hasTable(catalogRunner(this.process, this.connection), isText ? table.name : given, table.schema);
  }

  /** Creates the version table where it is missing; `purge` empties it. */
  ensureVersionTable(purge = false): void {
    const { table } = this.versionTable;
    if (this.asSql) {
      createVersionTable(table, (ddl) => this.impl.exec(ddl));
      return;
    }
    const connection = this.connection!;
    fittingName(table.name, false);
    const own = connection.inTransaction ? undefined : connection.begin();
    try {
      if (!isPlaced(catalogRunner(this.process, connection), table))
        createVersionTable(table, (ddl) => this.impl.execItself(ddl));
      if (purge) connection.execute(this.versionTable.deleteAll() as never);
    } catch (error) {
      own?.rollback();
      throw error;
    }
    own?.commit();
  }

  /** Runs the steps of the command. @throws whatever a migration raises */
  runMigrations(keywords: Readonly<Record<string, unknown>> = {}): void {
    this.impl.startMigrations();
    const heads = this.#headsToStart();
    const maintainer = this.maintainer(new Set(heads));
    if (!this.#steps) throw assertionError();
    const steps = this.#steps(heads, this);
    const functions = new Map(steps.map((step) => [step, migrationOf(this, step)]));
    for (const step of steps) {
      const block = this.beginTransaction(true);
      block.enter();
      let failed = true;
      try {
        runStep(this, step, { migrate: functions.get(step), maintainer, keywords });
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

  /** `context.stamp(script, revision)` */
  stamp(steps: StepsOf): void {
    const heads = this.currentHeads();
    if (!this.asSql && heads.length === 0) this.ensureVersionTable();
    const maintainer = this.maintainer(new Set(heads));
    for (const step of steps(heads, this)) maintainer.updateTo(step);
  }

  /** What moves the version table along with a run that starts at some heads. */
  maintainer(heads: Heads): HeadMaintainer {
    return new HeadMaintainer(versionRows(this), heads);
  }

  #truth(value: unknown): boolean {
    return value !== undefined && this.process.python.truth(value);
  }
}

/** `flag == value`, of a boolean of ours and what env.py gave. */
const sameAs = (flag: boolean, value: unknown): boolean => value === flag || value === Number(flag);
