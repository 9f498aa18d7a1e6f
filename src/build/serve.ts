/**
 * Serves the built site as a static host would: precompressed files where they exist, and the headers of dist/_headers.
 * Usage: node src/build/serve.ts [--port N]. Prints the address when it listens.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HeaderRule, headersFor, parseHeaderRules } from './header-rules.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Starts the server.
 * @param port 0 takes any free port.
 * @returns the address it listens on.
 */
export function serve(port: number): Promise<string> {
  const rules = parseHeaderRules(readFileSync(join(DIST, '_headers'), 'utf8'));
  const server = createServer((request, response) => answer(request, response, rules));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://localhost:${typeof address === 'object' && address ? address.port : port}/`);
    });
  });
}

function answer(request: IncomingMessage, response: ServerResponse, rules: readonly HeaderRule[]): void {
  const path = decodedPath(request.url ?? '/');
  const file = path === undefined ? undefined : fileFor(path);
  for (const [name, value] of headersFor(rules, path ?? '/')) response.setHeader(name, value);
  if (path !== undefined && file === undefined && !path.endsWith('/') && fileFor(`${path}/`)) {
    response.writeHead(301, { location: `${path}/` }).end();
    return;
  }
  send(request, response, file ?? join(DIST, '404.html'), file ? 200 : 404);
}

function send(request: IncomingMessage, response: ServerResponse, file: string, status: number): void {
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ENCODINGS.find((e) => accepted.includes(e.name) && existsSync(file + e.extension));
  const body = encoding ? file + encoding.extension : file;
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('content-length', statSync(body).size);
  response.setHeader('vary', 'accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding.name);
  response.writeHead(status);
  if (request.method === 'HEAD') response.end();
  else createReadStream(body).pipe(response);
}

function decodedPath(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return undefined;
  }
}

function fileFor(path: string): string | undefined {
  const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(DIST) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

async function main(): Promise<void> {
  const flag = process.argv.indexOf('--port');
  const wanted = flag > 0 ? Number(process.argv[flag + 1]) : Number(process.env.PORT ?? 4321);
  const address = await serve(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return serve(0);
  });
  console.log(`Stillhouse is ready: ${address}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
