/** Puts a workspace where a page will find it, as if a visitor had left it there. */
import type { Page } from '@playwright/test';
import type { Journal } from '../../src/session/journal/journal.ts';

/** @param page any; it is led to an address without a workbench. @param key such as "play/empty". */
export async function storeWork(page: Page, key: string, journal: Journal): Promise<void> {
  // There is no such page, and so no workbench that would have the database open.
  await page.goto('/robots.txt');
  await page.evaluate(store, { key, journal });
}

/** Runs in the page: writes the workspace's entry. */
function store({ key, journal }: { key: string; journal: unknown }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('stillhouse');
    opening.onupgradeneeded = () => opening.result.createObjectStore('workspaces');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const { steps } = journal as { steps: readonly unknown[] };
      const writing = opening.result.transaction('workspaces', 'readwrite');
      writing.objectStore('workspaces').put({ journal, position: steps.length, branches: [] }, key);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
