/**
 * The service worker: after the first visit the site works without a network. `src/build/offline.ts` writes it to dist/sw.js with the
 * build's list of files before it. A page is answered from the version that this worker was built with, so that a page and its scripts
 * always fit; a new version waits until the visitor asks for it, and never comes in the middle of work.
 */
/* global FILES */

const CACHE = 'stillhouse-files';
/** Names that hold a hash never mean anything else; others are kept under the hash of what they should hold. */
const isHashed = (path) => path.startsWith('/_astro/');
const keyOf = (path, hash) => (isHashed(path) ? path : `${path}?rev=${hash}`);
const files = new Map(FILES.map(([path, hash, size]) => [path, { key: keyOf(path, hash), hash, size }]));

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const { kind, extra = [] } = event.data ?? {};
  if (kind === 'update') self.skipWaiting();
  if (kind === 'fill') event.waitUntil(fill(extra));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname === '/sw.js') return;
  event.respondWith(answer(request, url.pathname));
});

async function answer(request, path) {
  if (!files.has(path) && files.has(`${path}/`) && request.mode === 'navigate')
    return Response.redirect(`${path}/`, 301);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(files.get(path)?.key ?? path);
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (isHashed(path) && response.status === 200) await cache.put(path, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    const missing = request.mode === 'navigate' && files.get('/404.html');
    const page = missing && (await cache.match(missing.key));
    if (page) return new Response(page.body, { status: 503, headers: page.headers });
    throw error;
  }
}

let filling;
/** Fetches what is not there yet, two at a time, and tells every page how far it is. */
function fill(extra) {
  filling ??= fillAll(extra).finally(() => {
    filling = undefined;
  });
  return filling;
}

async function fillAll(extra) {
  const cache = await caches.open(CACHE);
  const seen = extra.filter((path) => isHashed(path) && !files.has(path));
  const wanted = [...files].concat(seen.map((path) => [path, { key: path, size: 0 }]));
  const present = new Set((await cache.keys()).map(({ url }) => url.slice(self.location.origin.length)));
  const missing = wanted.filter(([, { key }]) => !present.has(key));
  const total = wanted.reduce((sum, [, { size }]) => sum + size, 0);
  let done = total - missing.reduce((sum, [, { size }]) => sum + size, 0);
  let failed = false;
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const [path, file] = next;
      failed = !(await keep(cache, path, file)) || failed;
      done += file.size;
      await tell({ kind: 'filled', done, total, state: 'filling' });
    }
  };
  await Promise.all([work(), work()]);
  await tell({ kind: 'filled', done, total, state: failed ? 'failed' : 'ready' });
}

/** @returns whether it is kept. What another version of the site answers is not: its files would not fit together. */
async function keep(cache, path, { key, hash }) {
  try {
    const response = await fetch(path, isHashed(path) ? {} : { cache: 'no-cache' });
    if (response.status !== 200) return false;
    if (!isHashed(path) && (await digest(response.clone())) !== hash) return false;
    await cache.put(key, response);
    return true;
  } catch {
    return false;
  }
}

async function digest(response) {
  const bytes = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return [...new Uint8Array(bytes).slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(message);
}

/** Files of older versions, once no page needs them. */
async function forgetOld() {
  const cache = await caches.open(CACHE);
  const keys = new Set([...files.values()].map(({ key }) => key));
  for (const request of await cache.keys()) {
    const key = request.url.slice(self.location.origin.length);
    // Fonts and extensions are kept as they are met; a few old ones do no harm.
    if (!keys.has(key) && !/\.(woff2|gz|ttf)$/.test(key)) await cache.delete(request);
  }
}
