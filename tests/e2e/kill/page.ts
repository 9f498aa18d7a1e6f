/** A lesson's page that can be killed: at phone width, where the editor is a text field, so that one kill costs little. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Snapshot } from '../../../src/engine/snapshot.ts';
import type { Journal, Step } from '../../../src/session/journal/journal.ts';
import type { Workbench } from '../../../src/workbench/store.ts';
import { LESSON } from '../lesson-page.ts';

export type Bench = HTMLElement & { readonly workbench: Workbench };

/** What the page has shown as done: its steps in force, of the last moment at which it was ready. */
export interface Acknowledged {
  steps: readonly Step[];
}

/** What stands in the workbench of a page that is idle. */
export interface Found {
  readonly journal: Journal;
  readonly position: number;
  readonly files: Snapshot['files'];
  readonly database: Snapshot['database'];
}

/** The test's own, in the page. */
export interface KillWindow extends Window {
  /** Workers of the engine, the newest last. */
  readonly engines: Worker[];
  /** Until it is false again, a write of the workspace stops before it is asked for, and says so. */
  holdWrites: boolean;
  tell(steps: readonly Step[]): Promise<void>;
  atWrite(): Promise<void>;
}

/** A visitor with nothing stored yet. @param atWrite is called when the page stands before a write that it holds. */
export async function openVisitor(
  context: BrowserContext,
  acknowledged: Acknowledged,
  atWrite: () => void,
): Promise<void> {
  await context.exposeFunction('tell', (steps: readonly Step[]) => {
    acknowledged.steps = steps;
  });
  await context.exposeFunction('atWrite', atWrite);
  await context.addInitScript(noteEngines);
  await context.addInitScript(holdWrites);
}

/** Runs in a page before its own scripts: whoever kills the engine's worker must know it. */
export function noteEngines(): void {
  const own = window as unknown as { engines: Worker[] };
  own.engines = [];
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name === 'engine') own.engines.push(this);
    }
  };
}

/** Runs in a page before its own scripts. */
function holdWrites(): void {
  const own = window as unknown as KillWindow;
  own.holdWrites = false;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const HELD = 4000;
    if (own.holdWrites && !String(given[1]).startsWith('checkpoint/')) {
      void own.atWrite();
      // The page stands still here, as it would on a slow machine: whatever happens to it, the write has not been asked for.
      for (const start = performance.now(); performance.now() - start < HELD; );
    }
    return put.apply(this, given);
  };
}

/** Opens the lesson and waits until its workbench is idle; from then on the page tells what it shows as done. */
export async function openLesson(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/ko/${LESSON}#panel=code`, { waitUntil: 'commit' });
  await untilReady(page);
  await page.evaluate(() => {
    const { session } = (document.querySelector('still-workbench') as Bench).workbench;
    const { tell } = window as unknown as KillWindow;
    session.subscribe(({ phase, storage, journal, position }) => {
      if (phase === 'ready' && storage === 'kept') void tell(journal.steps.slice(0, position));
    });
  });
}

/** A tab that does not hold the workspace is ready, too. */
export async function untilReady(page: Page, storage?: 'kept'): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const { workbench } = (document.querySelector('still-workbench') ?? {}) as Partial<Bench>;
      const state = workbench?.session.state;
      const held = wanted === undefined ? state?.storage !== 'opening' : state?.storage === wanted;
      return workbench?.ready.value === true && state?.phase === 'ready' && held;
    },
    storage,
    { timeout: 60_000 },
  );
}

export const foundIn = (page: Page): Promise<Found> =>
  page.evaluate(() => {
    const { state } = (document.querySelector('still-workbench') as Bench).workbench.session;
    const { journal, position, snapshot } = state;
    return { journal, position, files: snapshot!.files, database: snapshot!.database };
  });

/** Names the build that is tested: its service worker lists every file by its hash. */
export const buildOf = (): string => readFileSync(new URL('../../../dist/sw.js', import.meta.url), 'utf8');
