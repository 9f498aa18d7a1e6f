/** The real tools, through the recorder of tests/conformance: ORACLE_PYTHON and ORACLE_NODE_DIR say where they are. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, findCases, readCase } from '../conformance/cases.ts';

const RECORDER = fileURLToPath(new URL('../conformance/run-recorder', import.meta.url));

/** Whether the environment names them. */
export const hasRealTools = (): boolean =>
  Boolean(process.env.ORACLE_PYTHON) && Boolean(process.env.ORACLE_NODE_DIR);

/**
 * The cases as the real tools fill them, in the order given; one that they could not play, or in which they hung, is left out.
 * @param options `keep`: a folder that keeps what they said, so that the same case is not asked again, unless `anew`
 * @throws Error where nothing was recorded
 */
export async function recorded(
  cases: readonly Case[],
  { keep, anew = false }: { readonly keep?: string | undefined; readonly anew?: boolean } = {},
): Promise<Case[]> {
  if (keep === undefined) return ended(await record(cases));
  const fileOf = (one: Case) =>
    join(keep, `${createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 32)}.json`);
  const asked = anew ? cases : cases.filter((one) => !existsSync(fileOf(one)));
  const byId = new Map(asked.map((one) => [one.id, one]));
  mkdirSync(keep, { recursive: true });
  for (const one of asked.length > 0 ? await record(asked) : [])
    writeFileSync(fileOf(byId.get(one.id)!), JSON.stringify(one));
  return ended(cases.flatMap((one) => (existsSync(fileOf(one)) ? [readCase(fileOf(one))] : [])));
}

/** A command that the recorder had to kill says nothing about what is right. */
const ended = (cases: readonly Case[]): Case[] =>
  cases.filter((one) => one.steps.every((step) => step.do !== 'run' || step.exit >= 0));

async function record(cases: readonly Case[]): Promise<Case[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    writeCases(join(folder, 'in'), cases);
    const port = String(await freePort());
    const done = spawnSync(RECORDER, [port, join(folder, 'in'), join(folder, 'out')], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: libraries(folder), PYTHONHASHSEED: '0' },
    });
    const found = new Map(
      findCases([join(folder, 'out')]).map((file) => [readCase(file).id, readCase(file)]),
    );
    if (found.size === 0) throw new Error(`nothing was recorded: ${done.stderr}`);
    return cases.flatMap((one) => found.get(one.id) ?? []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * sqlacodegen sorts imports by whether a package's path says "site-packages"; the checked-in cases were recorded where it does
 * not, so the libraries are reached through a link with another name.
 */
function libraries(folder: string): string {
  const python = process.env.ORACLE_PYTHON ?? 'python3';
  const asked = spawnSync(python, ['-c', 'import sqlalchemy; print(sqlalchemy.__file__)'], {
    encoding: 'utf8',
  });
  const link = join(folder, 'libraries');
  symlinkSync(realpathSync(dirname(dirname(asked.stdout.trim()))), link);
  return link;
}

/** Writes cases for the recorder. @param folder where to */
export function writeCases(folder: string, cases: readonly Case[]): void {
  for (const one of cases) {
    const file = join(folder, `${one.id}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(one, null, 1)}\n`);
  }
}

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** Where things lie in memory differs from run to run. */
export const comparable = ({ stdout, stderr }: Printed): Printed => {
  const still = (text: string) => text.replace(/0x[0-9a-f]{9,}/g, '0x…');
  return { stdout: still(stdout), stderr: still(stderr) };
};

/** Where the standard library lies is the machine's business. */
const ownLibrary = (text: string): string =>
  text.replace(/[^\s('"]*\/lib\/python3\.11\//g, '/usr/local/lib/python3.11/');

/** A traceback without the frames of the standard library, which the engine leaves out. */
const withoutLibrary = (text: string): string =>
  text.replace(/ {2}File "[^"]*\/lib\/python3[^"]*", line \d+, in .*\n(?: {4}.*\n)*/g, '');

const PROJECT = '/home/learner/app';
const TIME_LIMIT = 20_000;

/** What CPython prints for a program; undefined where it did not end in time. */
export function printedByPython(program: string): Printed | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    writeFileSync(join(folder, 'main.py'), program);
    const done = spawnSync(process.env.ORACLE_PYTHON ?? 'python3', ['-S', join(folder, 'main.py')], {
      encoding: 'utf8',
      cwd: folder,
      timeout: TIME_LIMIT,
      env: { PATH: process.env.PATH ?? '', PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0' },
    });
    if (done.status === null) return undefined;
    const own = (text: string) => text.replaceAll(folder, PROJECT);
    return comparable({
      stdout: ownLibrary(own(done.stdout)),
      stderr: ownLibrary(withoutLibrary(own(done.stderr))),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
