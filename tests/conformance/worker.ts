/** A thread that plays cases one after the other, on one server that it empties in between. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { boot } from '../../src/database/boot.ts';
import { emptyServer } from '../../src/database/empty.ts';
import { loadExtensions } from '../../src/database/extensions.ts';
import { openServer, type Server } from '../../src/database/server.ts';
import type { Machine } from '../../src/engine/machine.ts';
import { readCase } from './cases.ts';
import type { Difference } from './compare.ts';
import { caseShell, loadEngine } from './engine.ts';
import { caseMachine } from './machine.ts';
import { playCase, type RunArgv } from './play.ts';

export interface Task {
  readonly file: string;
}

/** What a case came to: its differences, or how it broke. */
export interface Outcome {
  readonly differences: readonly Difference[];
  readonly broke?: string;
  readonly milliseconds: number;
}

const schemaSql = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');
const port = parentPort!;

let pg: Awaited<ReturnType<typeof boot>> | undefined;
let server: Server | undefined;
let loaded = '';
let machine: Machine | undefined;

/** A server with these extensions, empty. */
async function serverWith(extensions: readonly string[]): Promise<Server> {
  const wanted = [...extensions].sort().join();
  if (!server || server.broken || wanted !== loaded) {
    pg = await boot(undefined, await loadExtensions(extensions));
    loaded = wanted;
    server = openServer(pg, {
      now: () => machine?.now() ?? 0n,
      randomBytes: (count) => machine?.randomBytes(count) ?? new Uint8Array(count),
    });
  }
  emptyServer(server);
  return server;
}

async function play(file: string, runArgv: RunArgv): Promise<Outcome> {
  const start = performance.now();
  const done = (differences: readonly Difference[], broke?: string): Outcome => ({
    differences,
    ...(broke === undefined ? {} : { broke }),
    milliseconds: performance.now() - start,
  });
  try {
    const one = readCase(file);
    machine = undefined;
    const fresh = await serverWith(one.extensions ?? []);
    machine = caseMachine(one, fresh);
    const runLine = caseShell(machine, pg!);
    return done(await playCase(one, { machine, server: fresh, runArgv, runLine, schemaSql }));
  } catch (error) {
    // Whatever state the server is in now, the next case gets a new one.
    server = undefined;
    return done([], error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const runArgv = loadEngine();
port.on('message', async ({ file }: Task) => port.postMessage(await play(file, runArgv)));
