/** Where workspaces are kept between visits: IndexedDB, one entry a workspace, written after every step. */
import { createStore, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import type { Journal } from '../journal/journal.ts';
import { checkJournal, JournalRefused } from '../journal/journal-format.ts';
import type { Branch } from '../session.ts';
import type { Checkpoint } from './checkpoint.ts';

/** What is kept of a workspace. */
export interface Stored {
  readonly journal: Journal;
  readonly position: number;
  readonly branches: readonly Branch[];
}

type LoadResult =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loaded'; readonly stored: Stored }
  /** What lay there cannot be read; it was set aside under another name. */
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'full' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Storage {
  load(key: string): Promise<LoadResult>;
  save(key: string, stored: Stored): Promise<SaveResult>;
  remove(key: string): Promise<void>;
  /** A cache: nothing is said where it cannot be read or written. */
  loadCheckpoint(key: string): Promise<Checkpoint | undefined>;
  saveCheckpoint(key: string, checkpoint: Checkpoint): Promise<void>;
}

const MOST_BRANCHES = 50;

/** IndexedDB, opened when it is first needed. */
export function browserStorage(): Storage {
  let store: UseStore | undefined;
  const open = () => {
    store ??= createStore('stillhouse', 'workspaces');
    return store;
  };
  return {
    async load(key) {
      let value: unknown;
      try {
        value = await get(key, open());
      } catch (error) {
        return { kind: 'refused', reason: reasonOf(error) };
      }
      if (value === undefined) return { kind: 'nothing' };
      try {
        return { kind: 'loaded', stored: checkStored(value) };
      } catch (error) {
        await set(`damaged/${key}/${Date.now()}`, value, open()).catch(() => {});
        return { kind: 'damaged', reason: reasonOf(error) };
      }
    },
    async save(key, stored) {
      try {
        await set(key, { ...stored, branches: stored.branches.slice(-MOST_BRANCHES) }, open());
        return { kind: 'saved' };
      } catch (error) {
        const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
        return isFull ? { kind: 'full' } : { kind: 'refused', reason: reasonOf(error) };
      }
    },
    remove: async (key) => delMany([key, `checkpoint/${key}`], open()),
    // Where storage is refused, opening it may throw at once.
    loadCheckpoint: async (key) => {
      try {
        return await get<Checkpoint>(`checkpoint/${key}`, open());
      } catch {
        return undefined;
      }
    },
    async saveCheckpoint(key, checkpoint) {
      try {
        await set(`checkpoint/${key}`, checkpoint, open());
      } catch {
        // The next visit replays the journal instead.
      }
    },
  };
}

/** All workspaces at once, without checkpoints and what was set aside. */
export function browserWorkspaces(): {
  all(): Promise<[string, Stored][]>;
  put(key: string, stored: Stored): Promise<void>;
} {
  const store = createStore('stillhouse', 'workspaces');
  return {
    async all() {
      const kept = (await entries<string, Stored>(store)).filter(
        ([key]) => !/^(checkpoint|damaged)\//.test(key),
      );
      return kept;
    },
    put: (key, stored) => set(key, stored, store),
  };
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** @throws JournalRefused */
export function checkStored(value: unknown): Stored {
  const { journal, position, branches } = (value ?? {}) as Partial<Record<keyof Stored, unknown>>;
  const checked = checkJournal(journal);
  if (
    typeof position !== 'number' ||
    !Number.isInteger(position) ||
    position < 0 ||
    position > checked.steps.length
  ) {
    throw new JournalRefused('the position is not one of the journal');
  }
  if (!Array.isArray(branches)) throw new JournalRefused('the branches are missing');
  return { journal: checked, position, branches: branches.map((branch) => checkBranch(branch, checked)) };
}

function checkBranch(value: unknown, journal: Journal): Branch {
  const { position, steps, leftAt } = (value ?? {}) as Partial<Record<keyof Branch, unknown>>;
  if (typeof position !== 'number' || typeof leftAt !== 'number')
    throw new JournalRefused('a branch has no position');
  const whole = checkJournal({ ...journal, steps });
  return { position, steps: whole.steps, leftAt };
}
