/**
 * Makes what a browser needs to start PostgreSQL at once: `node src/database/build/make-snapshot.ts [--force]`.
 * Writes src/database/snapshot/: `base.tar`, a data directory after initdb; `bundle.data`, PGlite's file bundle with what a
 * running server seldom reads blanked out; `icu.tar`, the part of that which some collations need. Does nothing where all are newer than PGlite and than this file.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { readDataDirectory } from '../data-directory.ts';
import { writeTar } from '../tar.ts';
import { blankSegment, isWal, lastCheckpoint } from '../wal.ts';

const OUT = new URL('../snapshot/', import.meta.url);
const DIST = new URL(import.meta.resolve('@electric-sql/pglite'));
const SNAPSHOT = new URL('base.tar', OUT);
const BUNDLE = new URL('bundle.data', OUT);
const ICU_DATA = new URL('icu.tar', OUT);

/** Read by initdb or by programs that are not here, or encodings that nobody's terminal speaks any more. */
const UNUSED =
  /\/postgres\.bki$|\/share\/postgresql\/[^/]*\.(sql|sample|txt)$|\/pgxs\/|\/pkgconfig\/|_and_\w+\.so$|\/(libpqwalreceiver|pgoutput)\.so$|\/LICENSE$/;

interface BundledFile {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where each file lies in the bundle; PGlite's script carries the table. */
function bundledFiles(): BundledFile[] {
  const script = readFileSync(DIST, 'utf8');
  return [...script.matchAll(/filename:"([^"]+)",start:([\d.e]+),end:([\d.e]+)/g)].map(
    ([, name, start, end]) => ({
      name: name!,
      start: Number(start),
      end: Number(end),
    }),
  );
}

const ICU = '/pglite/icu/';

/** ICU's data, fetched where somebody uses a collation of ICU. */
function icuData(): Uint8Array {
  const bundle = new Uint8Array(readFileSync(new URL('pglite.data', DIST)));
  const files = bundledFiles().filter(({ name }) => name.startsWith(ICU) && !UNUSED.test(name));
  return writeTar(
    files.map(({ name, start, end }) => ({
      name: name.slice(ICU.length),
      isFolder: false,
      data: bundle.slice(start, end),
    })),
  );
}

/** The bundle in its own length, which PGlite checks, with zeros in place of unused files. */
function trimmedBundle(): Uint8Array {
  const bundle = new Uint8Array(readFileSync(new URL('pglite.data', DIST)));
  for (const { name, start, end } of bundledFiles()) {
    if (UNUSED.test(name) || name.startsWith(ICU)) bundle.fill(0, start, end);
  }
  return bundle;
}

/**
 * A data directory whose server was shut down in good order: the next start needs no recovery and finds its caches.
 * Without the files of template0 and template1, which only CREATE DATABASE reads, and without spare WAL.
 */
async function dataDirectory(): Promise<Uint8Array> {
  const pg = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const { FS } = pg.Module;
  await pg.close();
  const entries = readDataDirectory(FS);
  const checkpoint = lastCheckpoint(entries.find((entry) => entry.name === '/global/pg_control')!.data);
  const { segment } = checkpoint;
  if (!checkpoint.shutDown) throw new Error('the server was not shut down in good order');
  const kept = entries.filter(
    ({ name }) => !isTemplateFile(name) && (!isWal(name) || name.endsWith(segment)),
  );
  blankSegment(kept.find((entry) => entry.name.endsWith(segment))!.data, checkpoint);
  return writeTar(kept);
}

const isTemplateFile = (name: string) => /^\/base\/[14]\/./.test(name);

function isFresh(): boolean {
  const outputs = [SNAPSHOT, BUNDLE, ICU_DATA];
  if (!outputs.every((file) => existsSync(file))) return false;
  const made = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return [
    DIST,
    new URL(import.meta.url),
    ...['tar', 'wal', 'data-directory'].map((name) => new URL(`../${name}.ts`, import.meta.url)),
  ].every((source) => statSync(source).mtimeMs < made);
}

async function main(): Promise<void> {
  if (isFresh() && !process.argv.includes('--force')) return;
  mkdirSync(OUT, { recursive: true });
  const bundle = trimmedBundle();
  const snapshot = await dataDirectory();
  writeFileSync(BUNDLE, bundle);
  writeFileSync(SNAPSHOT, snapshot);
  writeFileSync(ICU_DATA, icuData());
  const megabytes = (bytes: Uint8Array) => `${(bytes.length / 1e6).toFixed(1)} MB`;
  console.log(`${fileURLToPath(OUT)}: snapshot ${megabytes(snapshot)}, bundle ${megabytes(bundle)}`);
}

await main();
