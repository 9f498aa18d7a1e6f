/** A connection as psycopg2 keeps it: BEGIN before the first statement, values filled in here. Answers to: psycopg2.connection. */
import {
  ConnectFailure,
  type Connection,
  type ConnectTarget,
  DatabaseError,
  type Machine,
  type QueryResult,
  Raise,
} from '../../../machine.ts';
import { asyncpgError } from './asyncpg-errors.ts';
import { errorClasses, generalClass } from './error-classes.ts';
import { errorText } from './error-text.ts';
import { CONNECTING, EXECUTING } from './library-frames.ts';

export class DriverSession {
  readonly machine: Machine;
  readonly server: Connection;
  autocommit = false;
  /** What BEGIN adds: "ISOLATION LEVEL SERIALIZABLE". */
  isolation: string | null = null;
  /** Errors in asyncpg's words. */
  speaksAsyncpg = false;
  /** Asked before the driver is waited for: a driver that is awaited cannot be everywhere. */
  mayWait: (() => void) | undefined;
  private open = true;
  /** psycopg2 remembers that it sent BEGIN, and does not notice a COMMIT that a program sends as a statement. */
  private begun = false;

  constructor(machine: Machine, server: Connection) {
    this.machine = machine;
    this.server = server;
  }

  get closed(): boolean {
    return !this.open;
  }

  /** Sends a statement whose values are filled in already; libpq reads it to its first NUL. @throws Raise psycopg2.errors.… */
  execute(statement: string): readonly QueryResult[] {
    const sql = this.speaksAsyncpg ? statement : statement.split('\0', 1)[0]!;
    this.mayWait?.();
    if (sql.trim() === '') throw emptyQuery();
    if (!this.autocommit && !this.begun) {
      this.send(this.isolation ? `BEGIN ISOLATION LEVEL ${this.isolation}` : 'BEGIN', false);
      this.begun = true;
    }
    return this.send(sql, true);
  }

  commit(): void {
    this.end('COMMIT');
  }

  rollback(): void {
    if (this.open) this.end('ROLLBACK');
  }

  private end(sql: 'COMMIT' | 'ROLLBACK'): void {
    if (!this.begun) return;
    this.mayWait?.();
    this.begun = false;
    if (this.server.status !== 'idle') this.send(sql, true);
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.server.close();
  }

  private sender(): { readonly operation?: number } {
    const operation = this.machine.trace?.current;
    return operation === undefined ? {} : { operation };
  }

  private send(sql: string, shown: boolean): readonly QueryResult[] {
    try {
      const results = this.server.execute(sql);
      // Nothing but comments: the server answers that there was no query.
      if (shown && results.at(-1)?.tag === '') throw emptyQuery();
      if (shown) this.machine.emit({ kind: 'sql', sql, tag: results.at(-1)?.tag, ...this.sender() });
      return results;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      this.machine.emit({ kind: 'sql', sql, tag: undefined, error: error.fields.code, ...this.sender() });
      throw this.speaksAsyncpg ? asyncpgError(error.fields) : driverError(error, sql);
    }
  }
}

/** The exception of psycopg2 for a server's error. */
function driverError({ fields }: DatabaseError, sql: string): Raise {
  const known = errorClasses().get(fields.code);
  const type = known ? `psycopg2.errors.${known.name}` : generalName(fields.code);
  const text = errorText(fields, sql);
  return new Raise(type, [text], {
    frames: EXECUTING,
    attributes: {
      pgcode: fields.code,
      pgerror: `${fields.severity}:  ${text}`,
      fields,
      base: known?.base ?? generalClass(fields.code),
    },
  });
}

function generalName(sqlstate: string): string {
  const name = generalClass(sqlstate);
  return name === 'TransactionRollbackError' ? `psycopg2.extensions.${name}` : `psycopg2.${name}`;
}

const emptyQuery = (): Raise => new Raise('psycopg2.ProgrammingError', ["can't execute an empty query"]);

/** @throws Raise psycopg2.OperationalError in libpq's words */
export function openSession(machine: Machine, target: ConnectTarget): DriverSession {
  try {
    return new DriverSession(machine, machine.database.connect(target));
  } catch (error) {
    if (!(error instanceof ConnectFailure)) throw error;
    throw new Raise('psycopg2.OperationalError', [`${error.message}\n`], {
      frames: CONNECTING,
      attributes: { base: 'OperationalError' },
    });
  }
}
