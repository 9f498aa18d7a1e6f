/** Connections. Answers to: sqlalchemy/engine/base.py (Connection). */
import { Raise } from '../../machine.ts';
import { connect, initialise, LOGGER } from './connect.ts';
import type { DriverSession } from './driver/session.ts';
import { catalogQuery, runDriverSql } from './driver-sql.ts';
import type { Engine } from './engine.ts';
import { fire } from './events.ts';
import { type Executable, run } from './execute.ts';
import { requireGreenlet } from './greenlet.ts';
import type { ParameterSet } from './parameters.ts';
import type { Result } from './result.ts';
import { sendSavepoint } from './savepoint.ts';
import { Transaction } from './transaction.ts';
import { type FailedStatement, wrapped } from './wrap-error.ts';

const LEVELS = ['AUTOCOMMIT', 'READ COMMITTED', 'READ UNCOMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'];

export class Connection {
  readonly engine: Engine;
  readonly session: DriverSession;
  /** `execution_options()`; changed in place, as in 2.0. */
  options: ReadonlyMap<string, unknown>;
  readonly info = new Map<unknown, unknown>();
  closed = false;
  private root: Transaction | undefined;
  private innermost: Transaction | undefined;
  /** The transaction of the `with` block that is running. */
  managed: Transaction | undefined;
  private savepoints = 0;
  /** A connection looks once whether its engine echoes. */
  private readonly echoes: boolean;

  /** @throws OperationalError and its kin, MissingGreenlet for a driver that must be awaited */
  constructor(engine: Engine) {
    this.engine = engine;
    this.options = engine.executionOptions;
    requireGreenlet(engine);
    this.session = connect(engine);
    initialise(this);
    this.echoes = engine.process.isLogged?.(LOGGER, 'INFO') ?? true;
    const level = (engine.executionOptions.get('isolation_level') ?? engine.options.get('isolation_level')) as
      | string
      | undefined;
    if (level !== undefined && level !== null) this.setIsolation(level);
    this.guard(() => {
      for (const event of ['connect', 'checkout']) fire(event, { connection: this });
    });
    fire('engine_connect', { connection: this });
  }

  get dialect(): Engine['dialect'] {
    return this.engine.dialect;
  }

  /** `execute(statement, parameters)`. @throws everything that the statement can raise */
  execute(
    statement: Executable,
    parameters?: ParameterSet | readonly ParameterSet[],
    options?: ReadonlyMap<string, unknown>,
  ): Result {
    return run(this, statement, parameters, options ?? new Map());
  }

  /** `exec_driver_sql(text, parameters)`: psycopg2's own place-holders. */
  execDriverSql(sql: string, parameters?: ParameterSet | readonly unknown[], many = false): Result {
    return runDriverSql(this, sql, parameters, many);
  }

  get inTransaction(): boolean {
    return this.root?.isActive ?? false;
  }

  get inNestedTransaction(): boolean {
    return this.innermost?.savepoint !== undefined;
  }

  get transaction(): Transaction | undefined {
    return this.root;
  }

  get nestedTransaction(): Transaction | undefined {
    return this.innermost?.savepoint === undefined ? undefined : this.innermost;
  }

  /** `begin()`. @throws InvalidRequestError where a transaction has begun */
  begin(): Transaction {
    this.requireOpen();
    if (this.root) throw begun("can't call begin() here");
    this.root = new Transaction(this);
    this.innermost = this.root;
    fire('begin', { connection: this });
    this.log(
      this.session.autocommit
        ? 'BEGIN (implicit; DBAPI should not BEGIN due to autocommit mode)'
        : 'BEGIN (implicit)',
    );
    return this.root;
  }

  /** `begin_nested()`: a savepoint. */
  beginNested(): Transaction {
    this.requireUsable();
    if (!this.root) this.begin();
    this.savepoints += 1;
    const name = `sa_savepoint_${this.savepoints}`;
    const nested = new Transaction(this, name, this.innermost);
    fire('savepoint', { connection: this, savepoint: name });
    sendSavepoint(this, 'savepoint', name);
    this.innermost = nested;
    return nested;
  }

  /** Begins by itself where nothing has begun yet. */
  autobegin(): void {
    this.requireUsable();
    if (!this.root) this.begin();
  }

  commit(): void {
    this.root?.commit();
  }

  rollback(): void {
    this.root?.rollback();
  }

  commitTransaction(transaction: Transaction): void {
    if (transaction.savepoint !== undefined) {
      fire('release_savepoint', { connection: this, savepoint: transaction.savepoint });
      sendSavepoint(this, 'release-savepoint', transaction.savepoint);
      this.leave(transaction);
      return;
    }
    fire('commit', { connection: this });
    this.log(
      this.session.autocommit
        ? 'COMMIT using DBAPI connection.commit(), has no effect due to autocommit mode'
        : 'COMMIT',
    );
    try {
      this.guard(() => this.session.commit());
    } finally {
      this.endRoot();
    }
  }

  rollbackTransaction(transaction: Transaction): void {
    if (transaction.savepoint !== undefined) {
      fire('rollback_savepoint', { connection: this, savepoint: transaction.savepoint });
      if (this.session.server.status !== 'idle')
        sendSavepoint(this, 'rollback-to-savepoint', transaction.savepoint);
      if (this.innermost !== transaction) {
        // The savepoints inside stay what the connection is at.
        transaction.isActive = false;
        this.engine.process.warn(
          'sqlalchemy.exc.SAWarning',
          'nested transaction already deassociated from connection',
        );
        return;
      }
      this.leave(transaction);
      return;
    }
    this.rollbackDriver();
    this.endRoot();
  }

  /** ROLLBACK of the driver's connection, with its line in the log. */
  rollbackDriver(): void {
    fire('rollback', { connection: this });
    this.log(
      this.session.autocommit
        ? 'ROLLBACK using DBAPI connection.rollback(), has no effect due to autocommit mode'
        : 'ROLLBACK',
    );
    this.guard(() => this.session.rollback());
  }

  private leave(transaction: Transaction): void {
    for (let one = this.innermost; one && one !== transaction.parent; one = one.parent) one.isActive = false;
    this.innermost = transaction.parent;
  }

  private endRoot(): void {
    for (let one = this.innermost; one; one = one.parent) one.isActive = false;
    this.root = undefined;
    this.innermost = undefined;
  }

  /** Ends the connection; what was not committed is rolled back. */
  close(): void {
    if (this.closed) return;
    if (this.root) this.rollbackTransaction(this.root);
    else if (!this.session.closed) this.session.rollback();
    this.closed = true;
    fire('checkin', { connection: this });
    // Other pools keep the driver's connection open.
    if (this.engine.poolClass === 'NullPool') fire('close', { connection: this });
    this.session.close();
  }

  /** @throws ResourceClosedError */
  requireOpen(): void {
    if (this.closed) {
      throw new Raise('sqlalchemy.exc.ResourceClosedError', ['This Connection is closed']);
    }
  }

  private requireUsable(): void {
    this.requireOpen();
    if (this.managed && !this.managed.isActive) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        "Can't operate on closed transaction inside context manager.  Please complete the context manager before emitting further commands.",
      ]);
    }
  }

  /** `execution_options(**keywords)`. @throws InvalidRequestError, ArgumentError for isolation_level */
  setOptions(added: ReadonlyMap<string, unknown>): void {
    const level = added.get('isolation_level');
    if (level !== undefined) {
      if (this.root) {
        throw begun('isolation_level may not be altered');
      }
      this.setIsolation(String(level));
    }
    this.options = new Map([...this.options, ...added]);
    fire('set_connection_execution_options', { connection: this, executionOptions: added });
  }

  private setIsolation(given: string): void {
    const level = given.replaceAll('_', ' ').toUpperCase();
    if (!LEVELS.includes(level)) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Invalid value '${level}' for isolation_level. Valid isolation levels for '${this.engine.dialect.name}' are ${LEVELS.join(', ')}`,
      ]);
    }
    this.session.rollback();
    this.session.autocommit = level === 'AUTOCOMMIT';
    this.session.isolation = level === 'AUTOCOMMIT' || level === 'READ COMMITTED' ? null : level;
  }

  /** `get_isolation_level()`: the server's, which knows nothing of AUTOCOMMIT. */
  get isolation(): string {
    return this.session.isolation ?? 'READ COMMITTED';
  }

  /** Rows of a catalog query as the server's text: for reflection, which needs no values of Python. */
  catalogRows(sql: string): readonly (readonly (string | null)[])[] {
    this.autobegin();
    this.log(sql);
    this.log('[raw sql] {}');
    return this.guard(() => this.session.execute(sql).at(-1)?.rows ?? []);
  }

  /** The same with parameters by name. */
  catalogQuery(
    sql: string,
    parameters: ReadonlyMap<string, unknown>,
  ): readonly (readonly (string | null)[])[] {
    return catalogQuery(this, sql, parameters);
  }

  log(message: string, level: 'INFO' | 'DEBUG' = 'INFO'): void {
    if (!this.echoes) return;
    this.engine.process.log(LOGGER, level, message);
  }

  /** Whether rows are logged, too. */
  get debugs(): boolean {
    return this.echoes && (this.engine.process.isLogged?.(LOGGER, 'DEBUG') ?? false);
  }

  /** Runs something of the driver; its errors come out as SQLAlchemy's. @param statement what is sent, where its errors are to show it */
  guard<T>(action: () => T, statement?: FailedStatement): T {
    try {
      return action();
    } catch (error) {
      const failed = { sql: null, parameters: null, many: false, hideParameters: this.engine.hideParameters };
      throw wrapped(error, statement ?? failed, this.engine.process.python, false);
    }
  }
}

const begun = (what: string): Raise =>
  new Raise('sqlalchemy.exc.InvalidRequestError', [
    'This connection has already initialized a SQLAlchemy Transaction() object via begin() or autobegin; ' +
      `${what} unless rollback() or commit() is called first.`,
  ]);
