/** What a page's address asks to be opened instead of the visitor's own work: a workspace in a link, or one that came as a file. */
import type { Journal } from '../../session/journal/journal.ts';
import {
  nameOfJournal,
  type Refusal,
  readShare,
  readSharedText,
  ShareRefused,
  writeShare,
} from '../../session/journal/share-link.ts';
import { browserStorage } from '../../session/storage/storage.ts';

/** Somebody else's work, or a project that the visitor brought. */
export type WorkSource = 'link' | 'project';

export interface SharedWork {
  /** Key of the workspace that it opens in, apart from the visitor's own. */
  readonly key: string;
  readonly journal: Journal;
  readonly source: WorkSource;
}

/** @returns undefined where the address carries none. */
export async function sharedWork(
  hash: string,
): Promise<SharedWork | { readonly refused: Refusal } | undefined> {
  const address = new URLSearchParams(hash.replace(/^#/, ''));
  const link = address.get('s');
  try {
    if (link !== null) {
      const journal = await readShare(link);
      return { key: keyOf('link', await nameOfJournal(journal)), journal, source: 'link' };
    }
    for (const source of ['link', 'project'] as const) {
      const name = address.get(FIELDS[source]);
      if (name !== null) return await keptWork(source, name);
    }
  } catch (error) {
    if (error instanceof ShareRefused) return { refused: error.refusal };
    throw error;
  }
  return undefined;
}

/** The field of the address that names work which this browser keeps. */
const FIELDS = { link: 'w', project: 'p' } as const;

const keyOf = (source: WorkSource, name: string) => `${source === 'link' ? 'shared' : 'project'}/${name}`;

async function keptWork(source: WorkSource, name: string): Promise<SharedWork> {
  if (!/^[0-9a-f]{12}$/.test(name)) throw new ShareRefused('damaged', 'no name of a workspace');
  const key = keyOf(source, name);
  const found = await browserStorage().load(key);
  if (found.kind !== 'loaded') throw new ShareRefused('damaged', 'nothing is kept under that name');
  return { key, journal: found.stored.journal, source };
}

/**
 * Keeps a workspace in this browser. Where the browser keeps nothing the address carries it whole.
 * @returns the fragment of the address that opens it.
 */
export async function keepWork(journal: Journal, source: WorkSource): Promise<string> {
  const storage = browserStorage();
  const name = await nameOfJournal(journal);
  const key = keyOf(source, name);
  const found = await storage.load(key);
  const fresh = { journal, position: journal.steps.length, branches: [] };
  const isKept = found.kind === 'loaded' || (await storage.save(key, fresh)).kind === 'saved';
  return isKept ? `#${FIELDS[source]}=${name}` : `#s=${await writeShare(journal)}`;
}

/**
 * Takes the file that "Share" wrote.
 * @returns the fragment of the address that opens it.
 * @throws ShareRefused
 */
export async function addressOfFile(text: string): Promise<string> {
  return keepWork(readSharedText(text), 'link');
}
