/**
 * Makes what a browser needs to start PostgreSQL at once: `node src/database/build/make-snapshot.ts [--force]`.
 * Writes src/database/snapshot/: `base.tar`, a data directory after initdb; `bundle.data`, PGlite's file bundle with what a
 * running server seldom reads blanked out; `icu.tar`, the part of that which some collations need. Does nothing where all are newer than PGlite and than this file.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { type TarEntry, writeTar } from '../tar.ts';

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

const DATA = '/pglite/data';

/**
 * A data directory whose server was shut down in good order: the next start needs no recovery and finds its caches.
 * Without the files of template0 and template1, which only CREATE DATABASE reads, and without spare WAL.
 */
async function dataDirectory(): Promise<Uint8Array> {
  const pg = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  const { FS } = pg.Module;
  await pg.close();
  const entries = readFolder(FS, DATA);
  const control = entries.find((entry) => entry.name === '/global/pg_control')!.data;
  const { segment, end } = lastCheckpoint(control);
  const kept = entries.filter(
    ({ name }) => !isTemplateFile(name) && (!isWal(name) || name.endsWith(segment)),
  );
  kept.find((entry) => entry.name.endsWith(segment))!.data.fill(0, end);
  return writeTar(kept);
}

const isTemplateFile = (name: string) => /^\/base\/[14]\/./.test(name);
const isWal = (name: string) => /^\/pg_wal\/[0-9A-F]{24}$/.test(name);

/** Emscripten's file system, as far as it is read here. */
interface EmscriptenFiles {
  readdir(path: string): string[];
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  readFile(path: string): Uint8Array;
}

function readFolder(FS: EmscriptenFiles, folder: string): TarEntry[] {
  return FS.readdir(folder)
    .filter((name) => name !== '.' && name !== '..')
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      const isFolder = FS.isDir(FS.stat(path).mode);
      const data = isFolder ? new Uint8Array(0) : FS.readFile(path).slice();
      return [{ name: path.slice(DATA.length), isFolder, data }, ...(isFolder ? readFolder(FS, path) : [])];
    });
}

const SEGMENT = 1 << 20;
const PAGE = 8192;

/** The WAL segment with the last checkpoint, and where in it nothing follows; from PostgreSQL's ControlFileData. */
function lastCheckpoint(control: Uint8Array): { segment: string; end: number } {
  const view = new DataView(control.buffer, control.byteOffset);
  const SHUT_DOWN = 1;
  if (view.getUint32(16, true) !== SHUT_DOWN) throw new Error('the server was not shut down in good order');
  const position = view.getBigUint64(32, true);
  const number = Number(position / BigInt(SEGMENT));
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  const inSegment = Number(position % BigInt(SEGMENT));
  return {
    segment: `${hex(1)}${hex(Math.floor(number / 4096))}${hex(number % 4096)}`,
    end: Math.min(SEGMENT, (Math.floor(inSegment / PAGE) + 2) * PAGE),
  };
}

function isFresh(): boolean {
  const outputs = [SNAPSHOT, BUNDLE, ICU_DATA];
  if (!outputs.every((file) => existsSync(file))) return false;
  const made = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
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
  writeFileSync(ICU_DATA, icuData());
  const megabytes = (bytes: Uint8Array) => `${(bytes.length / 1e6).toFixed(1)} MB`;
  console.log(`${fileURLToPath(OUT)}: snapshot ${megabytes(snapshot)}, bundle ${megabytes(bundle)}`);
}

await main();
