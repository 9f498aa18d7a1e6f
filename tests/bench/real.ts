/** The real command line beside ours, where a Python with Alembic is at hand, and a PostgreSQL for what needs one. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { timed } from './measure.ts';
import type { Project } from './projects.ts';

/** Wall seconds of the real command line on such a machine with a local PostgreSQL, recorded in November 2026. */
export const RECORDED = {
  autogenerate: { 10: 0.95, 100: 1.25, 1000: 5.15 },
  upgrade: { 10: 0.92, 100: 1.37, 1000: 6.04 },
  history: { 100: 0.51, 1000: 0.62, 5000: 1.23 },
} as const satisfies Readonly<Record<string, Readonly<Record<number, number>>>>;

/** A Python that imports Alembic: $ORACLE_PYTHON, or the system's. */
export function findPython(): string | undefined {
  return [process.env.ORACLE_PYTHON, 'python3'].find(
    (python) =>
      python && spawnSync(python, ['-c', 'import alembic, psycopg2'], { stdio: 'ignore' }).status === 0,
  );
}

export interface RealProject {
  /** @returns milliseconds; undefined where the command failed. */
  run(args: readonly string[]): number | undefined;
  remove(): void;
}

/** Writes a project to disk and runs `alembic` in it. */
export function realProject(python: string, files: Project): RealProject {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'migrations/versions'), { recursive: true });
  return {
    run(args) {
      const { milliseconds, value } = timed(() =>
        spawnSync(python, ['-m', 'alembic', ...args], { cwd: folder, stdio: 'ignore', maxBuffer: 1 << 28 }),
      );
      return value.status === 0 ? milliseconds : undefined;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export interface RealServer {
  readonly url: string;
  stop(): void;
}

/** A PostgreSQL for the real command line: pglite-server, from the folder $ORACLE_NODE_DIR. */
export async function startRealServer(): Promise<RealServer | undefined> {
  const folder = process.env.ORACLE_NODE_DIR;
  if (!folder) return undefined;
  const port = 5600 + Math.floor(Math.random() * 400);
  const program = join(folder, 'node_modules/.bin/pglite-server');
  const server: ChildProcess = spawn(program, ['--db=memory://', `--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
  });
  for (let turn = 0; turn < 200; turn++) {
    if (await answers(port))
      return {
        url: `postgresql+psycopg2://postgres:postgres@127.0.0.1:${port}/postgres`,
        stop: () => server.kill(),
      };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  return undefined;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
