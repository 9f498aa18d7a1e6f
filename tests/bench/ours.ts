/** Our engine at work in Node, measured: how long a command takes, and how long the bare SQL of it takes on the same server. */
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

let present: Server | undefined;

async function server(): Promise<Server> {
  present ??= openServer(await boot(await readBootFiles()), {
    now: () => 1_768_469_400_000_000n,
    randomBytes: (count) => new Uint8Array(count),
  });
  emptyServer(present);
  return present;
}

/** A fresh machine with an empty database. */
export async function newBench(files: Project): Promise<Bench> {
  const own = await server();
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

/** Plays what commands sent, command after command, on an empty server. @returns milliseconds of each. */
export async function bareSql(runs: readonly (readonly Message[])[]): Promise<number[]> {
  const own = await server();
  return runs.map((messages) => timed(() => play(own, messages)).milliseconds);
}

function play(own: Server, messages: readonly Message[]): void {
  const open = new Map<number, Connection>();
  for (const { session, sql } of messages) {
    let connection = open.get(session);
    if (!connection) {
      connection = own.administer();
      open.set(session, connection);
    }
    if (sql === 'close') connection.close();
    else {
      try {
        connection.execute(sql);
      } catch {
        // The command met the same error and went on.
      }
    }
  }
  own.endSessions();
}
