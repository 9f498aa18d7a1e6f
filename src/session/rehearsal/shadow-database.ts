/** A database that looks like the learner's and forgets everything: one transaction around it all, rolled back at the end. */
import type { Server } from '../../database/server.ts';
import { type Connection, type Database, DatabaseError } from '../../engine/machine.ts';

/**
 * Runs something against the shadow.
 * @param use gets what a program connects to, and the connection around it all.
 */
export function withShadow<T>(server: Server, use: (database: Database, real: Connection) => T): T {
  const real = server.administer();
  const sequences = sequencesOf(real);
  try {
    real.execute('begin');
    const database: Database = {
      connect(target) {
        const no = server.refusal(target);
        if (no) throw no;
        return shadowConnection(real);
      },
    };
    return use(database, real);
  } finally {
    if (real.status !== 'idle') real.execute('rollback');
    restore(real, sequences);
    real.close();
  }
}

/** Leaves it as a database begins. @param connection the one around it all. */
export function emptied(connection: Connection): void {
  const [schemas] = connection.execute(
    "select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'",
  );
  const names = (schemas?.rows ?? []).map(([name]) => `"${String(name).replaceAll('"', '""')}"`);
  connection.execute(`drop schema ${names.join(', ')} cascade; create schema public`);
}

type Positions = ReadonlyMap<string, readonly (string | null)[]>;

/** No rollback takes back what `nextval` gave out: where each sequence stands. */
function sequencesOf(real: Connection): Positions {
  const names = (
    real.execute(
      "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S'",
    )[0]?.rows ?? []
  ).map(([name]) => String(name));
  const looks = names.map((name) => `select last_value, is_called from ${name}`);
  const answers = looks.length === 0 ? [] : real.execute(looks.join(';'));
  return new Map(names.map((name, at) => [name, answers[at]?.rows[0] ?? []]));
}

function restore(real: Connection, before: Positions): void {
  const moved = [...sequencesOf(real)].flatMap(([name, now]) => {
    const was = before.get(name);
    return was && was.join() !== now.join()
      ? [`select setval('${name.replaceAll("'", "''")}', ${was[0]}, '${was[1]}')`]
      : [];
  });
  if (moved.length > 0) real.execute(moved.join(';'));
}

const BEGIN = /^\s*begin\b[^;]*;?\s*$/i;
const COMMIT = /^\s*commit\s*;?\s*$/i;
const ROLLBACK = /^\s*rollback\s*;?\s*$/i;
const UNDO = 'rollback to savepoint shadow; release savepoint shadow';

/** Transactions become savepoints inside the one around them. */
function shadowConnection(real: Connection): Connection {
  let inside = false;
  /** A statement by itself: what it does is undone where it fails, as the server would. */
  const alone = (sql: string) => {
    real.execute('savepoint shadow');
    try {
      const results = real.execute(sql);
      real.execute('release savepoint shadow');
      return results;
    } catch (error) {
      real.execute(UNDO);
      throw error;
    }
  };
  const end = (sql: string, tag: string) => {
    if (inside) real.execute(sql);
    inside = false;
    return [{ tag, fields: [], rows: [] }];
  };
  return {
    copyIn: (sql) => {
      throw new DatabaseError({ severity: 'ERROR', code: '0A000', message: `not in a dry run: ${sql}` });
    },
    execute(sql) {
      if (BEGIN.test(sql)) {
        if (!inside) real.execute('savepoint shadow');
        inside = true;
        return [{ tag: 'BEGIN', fields: [], rows: [] }];
      }
      if (ROLLBACK.test(sql)) return end(UNDO, 'ROLLBACK');
      if (!COMMIT.test(sql)) return inside ? real.execute(sql) : alone(sql);
      return real.status === 'failed' ? end(UNDO, 'ROLLBACK') : end('release savepoint shadow', 'COMMIT');
    },
    get status() {
      if (!inside) return 'idle';
      return real.status === 'failed' ? 'failed' : 'transaction';
    },
    notices: () => real.notices(),
    close() {
      if (inside) real.execute(UNDO);
      inside = false;
    },
  };
}
