/** Our engine at work in Node, measured: how long a command takes, and how long the bare SQL of it takes on the same server. */
import { type PGlite, protocol } from '@electric-sql/pglite';
import { boot } from '../../src/database/boot.ts';
import { emptyServer } from '../../src/database/empty.ts';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { openServer, type Server } from '../../src/database/server.ts';
import { runArgv } from '../../src/engine/index.ts';
import type { Connection, Database, Machine } from '../../src/engine/machine.ts';
import { caseMachine } from '../conformance/machine.ts';
import { timed } from './measure.ts';
import type { Project } from './projects.ts';

/** What a session did, in order: enough to do it again. */
type Message = { readonly session: number; readonly sql: string | 'close' };

export interface Run {
  readonly milliseconds: number;
  readonly exit: number;
  readonly stderr: string;
  readonly messages: readonly Message[];
}

export interface Bench {
  readonly machine: Machine;
  run(argv: readonly string[]): Run;
}

interface Present {
  readonly pg: PGlite;
  readonly server: Server;
}

let present: Present | undefined;

/** The one server of this process, emptied. */
async function emptied(): Promise<Present> {
  present ??= opened(await boot(await readBootFiles()));
  emptyServer(present.server);
  return present;
}

const opened = (pg: PGlite): Present => ({
  pg,
  server: openServer(pg, {
    now: () => 1_768_469_400_000_000n,
    randomBytes: (count) => new Uint8Array(count),
  }),
});

/** A fresh machine with an empty database. */
export async function newBench(files: Project): Promise<Bench> {
  const { server: own } = await emptied();
  let messages: Message[] = [];
  const recording = recordingDatabase(own, (message) => messages.push(message));
  const machine = caseMachine({ id: 'bench', files, steps: [] }, recording);
  return {
    machine,
    run(argv) {
      messages = [];
      const { milliseconds, value } = timed(() => {
        const result = runArgv(machine, argv);
        own.endSessions();
        return result;
      });
      return { milliseconds, exit: value.exit, stderr: value.stderr, messages };
    },
  };
}

function recordingDatabase(database: Database, record: (message: Message) => void): Database {
  let sessions = 0;
  return {
    connect(target) {
      const inner = database.connect(target);
      const session = sessions++;
      const connection: Connection = {
        copyIn: (sql, rows) => inner.copyIn(sql, rows),
        execute(sql) {
          record({ session, sql });
          return inner.execute(sql);
        },
        get status() {
          return inner.status;
        },
        notices: () => inner.notices(),
        close() {
          record({ session, sql: 'close' });
          inner.close();
        },
      };
      return connection;
    },
  };
}

/**
 * Plays what commands sent, command after command, on an empty server: straight through PGlite's own door, as bytes that were made before
 * and with answers that nobody reads. What is measured is PostgreSQL in WebAssembly alone.
 * @returns milliseconds of each
 */
export async function bareSql(runs: readonly (readonly Message[])[]): Promise<number[]> {
  const { pg, server } = await emptied();
  const bytes = runs.map((messages) =>
    messages.map(({ sql }) => protocol.serialize.query(sql === 'close' ? 'rollback' : sql)),
  );
  // One session holds what all of them did, as it does in the page; this makes it ours.
  const session = server.administer();
  session.execute('rollback');
  const play = (list: readonly Uint8Array[]) => {
    for (const one of list) pg.execProtocolRawSync(one);
  };
  const costs = bytes.map((list) => timed(() => play(list)).milliseconds);
  session.close();
  return costs;
}
