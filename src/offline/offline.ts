/**
 * The page's side of working without a network. The service worker is registered when nothing else is being fetched, so the lesson and its
 * engine come first; then it fetches the rest, and the page says how much. A new version is announced, and comes when the visitor asks.
 */
import { dictionaryOf, isLanguage } from '../i18n/index.ts';

interface Filled {
  readonly kind: 'filled';
  readonly done: number;
  readonly total: number;
  readonly state: 'filling' | 'ready' | 'failed';
}

const language = document.documentElement.lang;
const t = dictionaryOf(isLanguage(language) ? language : 'ko').offline;
const KEY = 'stillhouse.offline';
/** How often is looked whether the engine's files are there, so that the two do not compete. */
const LOOK_AGAIN = 1500;

async function start(): Promise<void> {
  if (!('serviceWorker' in navigator)) return say(t.unsupported);
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Filled>) => {
    if (data?.kind === 'filled') tell(data);
  });
  await quiet();
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return say(t.unsupported);
  announceUpdates(registration);
  const { active } = await navigator.serviceWorker.ready;
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (connection?.saveData && !remembers()) return say(t.savesData);
  active?.postMessage({ kind: 'fill', extra: loadedFiles() });
}

/** Resolves when the page is there and the workbench's files are no longer on their way. */
function quiet(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.readyState === 'complete' && !document.querySelector('.boot')) resolve();
      else setTimeout(look, LOOK_AGAIN);
    };
    setTimeout(look, LOOK_AGAIN);
  });
}

/** What this page has fetched: it comes out of the browser's own cache once more. */
const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname);

function tell({ done, total, state }: Filled): void {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  if (state === 'filling') say(t.filling(megabytes(done), megabytes(total)));
  else say(state === 'ready' ? t.ready(megabytes(total)) : t.failed);
  if (state === 'ready') remember();
}

function say(text: string): void {
  for (const place of document.querySelectorAll('[data-offline]')) place.textContent = text;
}

function announceUpdates(registration: ServiceWorkerRegistration): void {
  const announce = () => {
    // Without a controller this is the first version, and nothing waits.
    if (registration.waiting && navigator.serviceWorker.controller) showUpdate(registration.waiting);
  };
  announce();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', announce);
  });
}

function showUpdate(waiting: ServiceWorker): void {
  if (document.querySelector('.update-toast')) return;
  const toast = document.createElement('div');
  toast.className = 'update-toast';
  toast.setAttribute('role', 'status');
  const text = document.createElement('span');
  text.textContent = t.update;
  const button = document.createElement('button');
  button.className = 'btn small';
  button.type = 'button';
  button.textContent = t.updateNow;
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ kind: 'update' });
  });
  const later = document.createElement('button');
  later.className = 'btn small quiet';
  later.type = 'button';
  later.textContent = t.later;
  later.addEventListener('click', () => toast.remove());
  toast.append(text, button, later);
  document.body.append(toast);
}

function remembers(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // Then it is asked again on the next visit.
  }
}

if (import.meta.env.PROD) void start();
