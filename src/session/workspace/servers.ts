/** Gives each workspace an empty server, the same one as long as emptying is enough. */
import { type BootFiles, boot } from '../../database/boot.ts';
import { deltaOf, withDelta } from '../../database/data-directory.ts';
import { emptyServer } from '../../database/empty.ts';
import { ICU, loadExtensions } from '../../database/extensions.ts';
import { pgDump } from '../../database/pg-dump.ts';
import { openServer, type Server } from '../../database/server.ts';
import type { SessionMachine } from './machine.ts';

/** A server's data as differences from the snapshot, compressed. */
export interface ServerState {
  readonly changed: Blob;
  readonly removed: readonly string[];
}

/** Belongs to whoever asked for it, who closes it. */
export interface ServerCopy {
  readonly server: Server;
  close(): Promise<void>;
}

export interface Servers {
  /** The present server's data; undefined where there is no snapshot to differ from. */
  capture(): Promise<ServerState | undefined>;
  /** A new server with that data, on which at least these extensions can be created. */
  restore(state: ServerState, extensions: readonly string[]): Promise<Server>;
  /** A second server with the present one's data, for what must not touch it; undefined where `capture` is. */
  copy(): Promise<ServerCopy | undefined>;
  /** An empty server on which at least these extensions can be created. */
  empty(extensions: readonly string[]): Promise<Server>;
  /** From now on the server's clock and randomness are this machine's. */
  bind(machine: SessionMachine): void;
  /** Runs pg_dump on the present server; what it prints. */
  dump(args: readonly string[]): Promise<string>;
}

interface Present {
  readonly pg: Awaited<ReturnType<typeof boot>>;
  readonly server: Server;
  readonly extensions: readonly string[];
}

/** @param files undefined where there is no snapshot: each start takes seconds then. */
export function newServers(files: () => Promise<BootFiles | undefined>): Servers {
  let present: Present | undefined;
  let machine: SessionMachine | undefined;

  async function newServer(extensions: readonly string[], state?: ServerState): Promise<Present> {
    const [found, bundles] = await Promise.all([files(), loadExtensions(extensions)]);
    const bootFiles = found && state ? { ...found, snapshot: await dataOf(state, found.snapshot) } : found;
    const pg = await boot(bootFiles, bundles, extensions.includes(ICU));
    const host = {
      now: () => machine?.now() ?? 0n,
      randomBytes: (count: number) => machine?.randomBytes(count) ?? new Uint8Array(count),
    };
    const server = openServer(pg, host, extensions);
    return { pg, server, extensions };
  }

  async function start(extensions: readonly string[], state?: ServerState): Promise<Server> {
    void present?.pg.close().catch(() => {});
    present = undefined;
    present = await newServer(extensions, state);
    return present.server;
  }

  async function capture(): Promise<ServerState | undefined> {
    const bootFiles = await files();
    if (!bootFiles || !present || present.server.broken) return undefined;
    return stateOf(present, bootFiles.snapshot);
  }

  return {
    capture,
    async copy() {
      const state = await capture();
      if (!state || !present) return undefined;
      const { pg, server } = await newServer(present.extensions, state);
      return { server, close: () => pg.close().catch(() => {}) };
    },
    async restore(state, extensions) {
      machine = undefined;
      return start(extensions, state);
    },
    async empty(extensions) {
      machine = undefined;
      const fits =
        present && !present.server.spent && extensions.every((name) => present!.extensions.includes(name));
      const server = fits ? present!.server : await start(extensions);
      emptyServer(server);
      return server;
    },
    bind(next) {
      machine = next;
    },
    async dump(args) {
      if (!present) throw new Error('no server');
      return pgDump(present.pg, args);
    },
  };
}

/** A server's data, when all of it is written. */
async function stateOf({ pg, server }: Present, snapshot: Blob): Promise<ServerState> {
  const connection = server.administer();
  connection.execute('checkpoint');
  connection.close();
  const { changed, removed } = await deltaOf(pg, snapshot);
  return { changed: await through(new Blob([changed]), new CompressionStream('gzip')), removed };
}

async function dataOf({ changed, removed }: ServerState, snapshot: Blob): Promise<Blob> {
  const plain = await through(changed, new DecompressionStream('gzip'));
  return withDelta(snapshot, { changed: new Uint8Array(await plain.arrayBuffer()), removed });
}

const through = (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(stream)).blob();
