/** The browser, as a session needs it. */
import type { Locks } from '../storage/lock.ts';
import { browserStorage, type Storage } from '../storage/storage.ts';
import { keyInThisTab, workInThisTab } from '../storage/tab-key.ts';
import type { StartWorker } from './worker-link.ts';

export interface Platform {
  readonly startWorker: StartWorker;
  readonly storage: Storage;
  readonly locks: Locks | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** The key under which this tab works on a workspace: its own, or that of the copy it took. */
  keyOfTab(key: string): string;
  /** A key for a copy, which the tab remembers. */
  newKeyForTab(key: string): string;
}

/** The browser's own worker, storage and locks. */
export function browserPlatform(): Platform {
  return {
    startWorker: startBrowserWorker,
    storage: browserStorage(),
    locks: navigator.locks,
    now: () => Date.now(),
    keyOfTab: (key) => keyInThisTab(key) ?? key,
    newKeyForTab(key) {
      const copy = `${key}~${crypto.randomUUID().slice(0, 8)}`;
      workInThisTab(key, copy);
      return copy;
    },
  };
}

const startBrowserWorker: StartWorker = (onAnswer, onDeath) => {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  worker.onmessage = (event: MessageEvent<Parameters<typeof onAnswer>[0]>) => onAnswer(event.data);
  worker.onerror = (event) => onDeath(event.message || 'it could not be started');
  worker.onmessageerror = () => onDeath('a message could not be read');
  return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
};
