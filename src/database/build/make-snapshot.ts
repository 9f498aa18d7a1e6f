/**
 * Makes what a browser needs to start PostgreSQL at once: `node src/database/build/make-snapshot.ts [--force]`.
 * Writes src/database/snapshot/: `base.tar`, a data directory after initdb, and `bundle.data`, PGlite's file bundle with
 * what a running server never reads blanked out. Does nothing where both are newer than PGlite and than this file.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { readTar, type TarEntry, writeTar } from '../tar.ts';

const OUT = new URL('../snapshot/', import.meta.url);
const DIST = new URL(import.meta.resolve('@electric-sql/pglite'));
const SNAPSHOT = new URL('base.tar', OUT);
const BUNDLE = new URL('bundle.data', OUT);

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

/** The bundle in its own length, which PGlite checks, with zeros in place of unused files. */
function trimmedBundle(): Uint8Array {
  const bundle = new Uint8Array(readFileSync(new URL('pglite.data', DIST)));
  for (const { name, start, end } of bundledFiles()) if (UNUSED.test(name)) bundle.fill(0, start, end);
  return bundle;
}

async function dataDirectory(): Promise<Uint8Array> {
  const pg = await PGlite.create({
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [...PGlite.defaultStartParams, '-c', 'min_wal_size=2MB', '-c', 'max_wal_size=2MB'],
  });
  await pg.exec('checkpoint');
  const { rows } = await pg.query<{ name: string }>('select pg_walfile_name(pg_current_wal_lsn()) as name');
  const current = rows[0]!.name;
  const dump = await pg.dumpDataDir('none');
  const entries = readTar(new Uint8Array(await dump.arrayBuffer()));
  await pg.close();
  return writeTar(entries.filter((entry) => !isSpareWal(entry, current)));
}

/** A segment kept for later use holds nothing. */
const isSpareWal = ({ name }: TarEntry, current: string) =>
  /\/pg_wal\/[0-9A-F]{24}$/.test(name) && !name.endsWith(current);

function isFresh(): boolean {
  if (!existsSync(SNAPSHOT) || !existsSync(BUNDLE)) return false;
  const made = Math.min(statSync(SNAPSHOT).mtimeMs, statSync(BUNDLE).mtimeMs);
  return [DIST, new URL(import.meta.url), new URL('../tar.ts', import.meta.url)].every(
    (source) => statSync(source).mtimeMs < made,
  );
}

async function main(): Promise<void> {
  if (isFresh() && !process.argv.includes('--force')) return;
  mkdirSync(OUT, { recursive: true });
  const bundle = trimmedBundle();
  const snapshot = await dataDirectory();
  writeFileSync(BUNDLE, bundle);
  writeFileSync(SNAPSHOT, snapshot);
  const megabytes = (bytes: Uint8Array) => `${(bytes.length / 1e6).toFixed(1)} MB`;
  console.log(`${fileURLToPath(OUT)}: snapshot ${megabytes(snapshot)}, bundle ${megabytes(bundle)}`);
}

await main();
