/**
 * Writes dist/sw.js: the service worker with the list of files that the site needs without a network, each with the hash of what it holds
 * and its size over the wire. Usage: node src/build/offline.ts. Runs last: it lists what the other steps made.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const WORKER = fileURLToPath(new URL('../offline/service-worker.js', import.meta.url));

/** Kept when they are met and not before: fonts' rare letters, PostgreSQL's extensions; or asked for by nobody in a browser. */
const LATER = /\.(woff2|br|gz)$|^\/og\/|\/(icu|initdb|nodefs|opfs|pglite)-[^/]*\.(tar|wasm|js|data)$/;
const SERVER = /\/pglite-[^/]*\.wasm$/;
/** Files for hosts and readers, not for pages. */
const NOT_FOR_PAGES =
  /^\/(_headers|vercel\.json|nginx\.conf|notices\.txt|sw\.js|robots\.txt|sitemap[^/]*\.xml)$/;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

function listed(): (readonly [path: string, hash: string, size: number])[] {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: `/${relative(DIST, file).replaceAll(sep, '/')}` }))
    .filter(({ path }) => (!LATER.test(path) || SERVER.test(path)) && !NOT_FOR_PAGES.test(path))
    .map(({ file, path }) => {
      const wire = existsSync(`${file}.br`) ? `${file}.br` : file;
      return [path.replace(/\/index\.html$/, '/'), hashOf(readFileSync(file)), statSync(wire).size] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const files = listed();
writeFileSync(
  join(DIST, 'sw.js'),
  `const FILES = ${JSON.stringify(files)};\n${readFileSync(WORKER, 'utf8')}`,
);
const megabytes = files.reduce((sum, [, , size]) => sum + size, 0) / 1e6;
console.log(`offline: ${files.length} files, ${megabytes.toFixed(2)} MB over the wire`);
