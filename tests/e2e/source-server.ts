/** Serves the project's own sources to a browser, types stripped: for tests of modules that have no page of their own. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.ts': 'text/javascript',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Packages by name become files: workers know no import maps. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [
    /(['"])@electric-sql\/pglite\/contrib\/(\w+)\1/g,
    "'/node_modules/@electric-sql/pglite/dist/contrib/$2.js'",
  ],
  [/(['"])@electric-sql\/pglite\1/g, "'/node_modules/@electric-sql/pglite/dist/index.js'"],
];

export interface SourceServer {
  readonly address: string;
  close(): void;
}

export async function startSourceServer(): Promise<SourceServer> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(ROOT, path);
    if (path === '/')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>sources</title>');
    if (!file.startsWith(ROOT) || !existsSync(file) || !statSync(file).isFile())
      return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return response.end(file.endsWith('.ts') ? scriptOf(file) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () => server.close(),
  };
}

const scriptOf = (file: string): string =>
  PACKAGES.reduce(
    (text, [name, path]) => text.replaceAll(name, path),
    stripTypeScriptTypes(readFileSync(file, 'utf8')),
  );
