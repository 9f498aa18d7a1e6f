/** A database that looks like the learner's and forgets everything: one transaction around it all, rolled back at the end. */
import type { Server } from '../database/server.ts';
import type { Connection, Database } from '../engine/machine.ts';

/**
 * Runs something against the shadow.
 * @param prepare SQL to begin with.
 */
export function withShadow<T>(server: Server, prepare: string, use: (database: Database) => T): T {
  const real = server.administer();
  try {
    real.execute('begin');
    if (prepare !== '') real.execute(prepare);
    return use({
      connect(target) {
        const no = server.refusal(target);
        if (no) throw no;
        return shadowConnection(real);
      },
    });
  } finally {
    if (real.status !== 'idle') real.execute('rollback');
    real.close();
  }
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
