/** Serves the built site with its precompressed files, and beside it PGlite as its package has it, for the plain start. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const PGLITE = fileURLToPath(new URL('.', import.meta.resolve('@electric-sql/pglite')));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};
/** A worker that starts PGlite as its documentation says. */
const PLAIN = `import { PGlite } from '/pglite/index.js';
const pg = await PGlite.create();
await pg.query('select 1');
postMessage({ kind: 'opened' });`;

export interface BenchServer {
  readonly address: string;
  /** Bytes sent since the last call. */
  takeBytes(): number;
  close(): void;
}

/** @param site the folder of the built site. */
export async function startBenchServer(site: string): Promise<BenchServer> {
  const compressed = new Map<string, Buffer>();
  let sent = 0;
  const body = (path: string): Buffer | undefined => {
    if (path === '/') return Buffer.from('<!doctype html><title>bench</title>');
    if (path === '/plain.js') return brotli(Buffer.from(PLAIN));
    const file = path.startsWith('/pglite/') ? join(PGLITE, path.slice(8)) : join(site, path);
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    if (existsSync(`${file}.br`)) return readFileSync(`${file}.br`);
    let bytes = compressed.get(file);
    if (!bytes) {
      bytes = brotli(readFileSync(file));
      compressed.set(file, bytes);
    }
    return bytes;
  };
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const bytes = body(path);
    if (!bytes) return response.writeHead(404).end();
    sent += bytes.length;
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'),
      'content-length': bytes.length,
      ...(path === '/' ? {} : { 'content-encoding': 'br' }),
      'cache-control': 'max-age=3600',
    });
    return response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    takeBytes() {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close: () => server.close(),
  };
}

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
