/** What a page's address asks to be opened instead of the visitor's own work: a workspace in a link, or one that came as a file. */
import type { Journal } from '../../session/journal.ts';
import {
  nameOfJournal,
  type Refusal,
  readShare,
  readSharedText,
  ShareRefused,
  writeShare,
} from '../../session/share-link.ts';
import { browserStorage } from '../../session/storage.ts';

export interface SharedWork {
  /** Key of the workspace that it opens in, apart from the visitor's own. */
  readonly key: string;
  readonly journal: Journal;
}

/** @returns undefined where the address carries none. */
export async function sharedWork(
  hash: string,
): Promise<SharedWork | { readonly refused: Refusal } | undefined> {
  const address = new URLSearchParams(hash.replace(/^#/, ''));
  const link = address.get('s');
  const kept = address.get('w');
  try {
    if (link !== null) return await named(await readShare(link));
    if (kept !== null) return await keptWork(kept);
  } catch (error) {
    if (error instanceof ShareRefused) return { refused: error.refusal };
    throw error;
  }
  return undefined;
}

const keyOf = (name: string) => `shared/${name}`;

async function named(journal: Journal): Promise<SharedWork> {
  return { key: keyOf(await nameOfJournal(journal)), journal };
}

/** A file that was dropped here before; it lies in the browser's storage. */
async function keptWork(name: string): Promise<SharedWork> {
  if (!/^[0-9a-f]{12}$/.test(name)) throw new ShareRefused('damaged', 'no name of a workspace');
  const found = await browserStorage().load(keyOf(name));
  if (found.kind !== 'loaded') throw new ShareRefused('damaged', 'nothing is kept under that name');
  return { key: keyOf(name), journal: found.stored.journal };
}

/**
 * Takes the file that "Share" wrote. Where the browser keeps nothing the address carries it whole.
 * @returns the fragment of the address that opens it.
 * @throws ShareRefused
 */
export async function addressOfFile(text: string): Promise<string> {
  const journal = readSharedText(text);
  const { key } = await named(journal);
  const storage = browserStorage();
  const found = await storage.load(key);
  if (found.kind === 'loaded') return `#w=${key.slice(keyOf('').length)}`;
  const saved = await storage.save(key, { journal, position: journal.steps.length, branches: [] });
  return saved.kind === 'saved' ? `#w=${key.slice(keyOf('').length)}` : `#s=${await writeShare(journal)}`;
}
