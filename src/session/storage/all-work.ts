/** Every workspace of this browser and the progress beside them, as one file: taken along to another browser, or kept. */
import { JournalRefused } from '../journal/journal-format.ts';
import { browserWorkspaces, checkStored, type Stored } from './storage.ts';

const VERSION = 1;
/** Beyond this a file is not one of ours; it bounds the time that reading takes. */
const LONGEST = 64_000_000;
const PREFIX = 'stillhouse.';

interface AllWork {
  readonly stillhouse: 'work';
  readonly version: typeof VERSION;
  readonly workspaces: Readonly<Record<string, Stored>>;
  /** What localStorage holds under "stillhouse.…": progress, tabs, sizes of panes. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @returns the file's text. */
export async function exportAllWork(): Promise<string> {
  const settings = Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX));
  const work: AllWork = {
    stillhouse: 'work',
    version: VERSION,
    workspaces: Object.fromEntries(await browserWorkspaces().all()),
    settings: Object.fromEntries(settings) as Record<string, string>,
  };
  return JSON.stringify(work);
}

/**
 * Brings in what `exportAllWork` wrote. A workspace that is here already, with other steps, stays: the other one comes in under a name of its own.
 * @returns how many workspaces came in.
 * @throws JournalRefused before anything is changed.
 */
export async function importAllWork(text: string): Promise<number> {
  const work = readAllWork(text);
  const workspaces = browserWorkspaces();
  const here = new Map(await workspaces.all());
  const coming = Object.entries(work.workspaces).filter(
    ([key, stored]) => JSON.stringify(here.get(key)) !== JSON.stringify(stored),
  );
  for (const [key, stored] of coming) await workspaces.put(here.has(key) ? freeKey(key, here) : key, stored);
  for (const [key, value] of Object.entries(work.settings)) {
    const merged = key === `${PREFIX}progress` ? mergedProgress(localStorage.getItem(key), value) : undefined;
    if (merged !== undefined) localStorage.setItem(key, merged);
    else if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }
  return coming.length;
}

function freeKey(key: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 2; ; number++) if (!taken.has(`${key}~import${number}`)) return `${key}~import${number}`;
}

/** @throws JournalRefused */
function readAllWork(text: string): AllWork {
  if (text.length > LONGEST) throw new JournalRefused('it is too large');
  let value: Partial<AllWork> | null;
  try {
    value = JSON.parse(text) as Partial<AllWork> | null;
  } catch {
    throw new JournalRefused('it is damaged: not JSON');
  }
  if (
    value?.stillhouse !== 'work' ||
    typeof value.workspaces !== 'object' ||
    typeof value.settings !== 'object'
  )
    throw new JournalRefused('it is not the work of this site');
  if (value.version !== VERSION) throw new JournalRefused('it was made by a newer version of this site');
  const workspaces = Object.entries(value.workspaces ?? {}).map(
    ([key, stored]) => [checkKey(key), checkStored(stored)] as const,
  );
  const settings = Object.entries(value.settings ?? {}).filter(
    ([key, one]) => key.startsWith(PREFIX) && typeof one === 'string',
  );
  return {
    stillhouse: 'work',
    version: VERSION,
    workspaces: Object.fromEntries(workspaces),
    settings: Object.fromEntries(settings),
  };
}

function checkKey(key: string): string {
  if (!/^(lesson|play|shared|project)\/[\w/~.-]{1,200}$/.test(key))
    throw new JournalRefused('a workspace has no plain name');
  return key;
}

/** Lessons that only one side knows, and of those that both know the one that came further. */
function mergedProgress(here: string | null, coming: string): string | undefined {
  try {
    const [mine, theirs] = [JSON.parse(here ?? '{}'), JSON.parse(coming)] as {
      version?: number;
      lessons?: Record<string, { finished?: boolean; steps?: object }>;
    }[];
    if (theirs?.version === undefined || typeof theirs.lessons !== 'object') return undefined;
    const rank = (one: { finished?: boolean; steps?: object } | undefined) =>
      one === undefined ? -1 : (one.finished ? 1000 : 0) + Object.keys(one.steps ?? {}).length;
    const lessons = Object.entries(theirs.lessons ?? {}).filter(
      ([id, one]) => rank(one) > rank(mine?.lessons?.[id]),
    );
    return JSON.stringify({ ...theirs, lessons: { ...mine?.lessons, ...Object.fromEntries(lessons) } });
  } catch {
    return undefined;
  }
}
