/**
 * Writes brotli and gzip beside every file of dist/ that shrinks, for hosts that serve precompressed files.
 * Usage: node src/build/precompress.ts. Runs after `astro build`; a second run does only what is new.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const COMPRESSIBLE = /\.(html|js|css|json|svg|txt|xml|wasm|data|tar|webmanifest|map)$/;
const SMALLEST = 512;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function compress(file: string): Promise<number> {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) return 0;
  // The last two levels of brotli cost minutes on megabytes and save a few per cent.
  const quality = bytes.length > 4_000_000 ? 10 : 11;
  const [br, gz] = await Promise.all([
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    deflate(bytes, { level: 9 }),
  ]);
  if (br.length < bytes.length) writeFileSync(`${file}.br`, br);
  if (gz.length < bytes.length) writeFileSync(`${file}.gz`, gz);
  return Math.min(br.length, bytes.length);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const files = filesIn(DIST).filter((file) => statSync(file).size > 0);
let total = 0;
const queue = [...files];
async function work(): Promise<void> {
  for (let file = queue.pop(); file; file = queue.pop()) total += await compress(file);
}
await Promise.all([work(), work()]);
console.log(`precompressed ${files.length} files, ${(total / 1e6).toFixed(2)} MB brotli`);
