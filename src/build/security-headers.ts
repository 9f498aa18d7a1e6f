/**
 * The one source of the headers that every page and worker is served with. Host files, the dev server and the
 * `<meta>` of each page are written from it.
 *
 * 'wasm-unsafe-eval' is PGlite's (it compiles PostgreSQL); 'unsafe-inline' for styles is Monaco's (it writes a style
 * sheet at run time). Scripts come from this origin alone and never stand in the page.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

/** @param dev the dev server also needs its web socket for reloading. */
export function contentSecurityPolicy(dev = false): string {
  return Object.entries(POLICY)
    .map(([name, value]) => `${name} ${name === 'connect-src' && dev ? `${value} ws:` : value}`)
    .join('; ');
}

/** Headers for every path. */
export function securityHeaders(dev = false): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(dev),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Headers that only some paths get; `*` stands for any text. */
export const CACHE_HEADERS: readonly { readonly path: string; readonly value: string }[] = [
  { path: '/_astro/*', value: 'public, max-age=31536000, immutable' },
  // A browser must see at once that there is a new version.
  { path: '/sw.js', value: 'no-cache' },
];
