/**
 * Writes the files by which common static hosts learn our headers: `_headers` (Netlify, Cloudflare Pages), `vercel.json`,
 * and `nginx.conf` to include in a server block. The dev server gets the same headers.
 */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { CACHE_HEADERS, securityHeaders } from './security-headers.ts';

/** An Astro integration: headers for `astro dev`, and the three files beside the built pages. */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((_request, response, next) => {
          for (const [name, value] of Object.entries(securityHeaders(true))) response.setHeader(name, value);
          next();
        });
      },
      'astro:build:done': async ({ dir }) => {
        await Promise.all([
          writeFile(new URL('_headers', dir), headersFile()),
          writeFile(new URL('vercel.json', dir), vercelFile()),
          writeFile(new URL('nginx.conf', dir), nginxFile()),
        ]);
      },
    },
  };
}

/** Netlify and Cloudflare Pages. */
function headersFile(): string {
  const lines = ['/*'];
  for (const [name, value] of Object.entries(securityHeaders())) lines.push(`  ${name}: ${value}`);
  for (const { path, value } of CACHE_HEADERS) lines.push(path, `  Cache-Control: ${value}`);
  return `${lines.join('\n')}\n`;
}

/** Vercel. */
function vercelFile(): string {
  const pairs = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([key, value]) => ({ key, value }));
  const headers = [
    { source: '/(.*)', headers: pairs(securityHeaders()) },
    ...CACHE_HEADERS.map(({ path, value }) => ({
      source: path.replace('*', '(.*)'),
      headers: pairs({ 'Cache-Control': value }),
    })),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** nginx: `include` it in the server block whose root is the built site. */
function nginxFile(): string {
  const add = (name: string, value: string) => `add_header ${name} "${value}" always;`;
  const common = Object.entries(securityHeaders()).map(([name, value]) => add(name, value));
  const lines = [
    'gzip_static on;',
    'brotli_static on; # from ngx_brotli; leave it out where the module is not built in',
    'types { application/wasm wasm; text/javascript js; font/woff2 woff2; }',
    ...common,
    'error_page 404 /404.html;',
  ];
  for (const { path, value } of CACHE_HEADERS) {
    // A location with an add_header of its own inherits none, so it repeats the common ones.
    lines.push(`location ${path.replace('*', '')} {`);
    for (const line of [...common, add('Cache-Control', value)]) lines.push(`  ${line}`);
    lines.push('}');
  }
  return `${lines.join('\n')}\n`;
}
