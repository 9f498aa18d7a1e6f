/**
 * Nothing is lost: in the middle of work the page or its worker is killed, and afterwards the workspace is what its journal says, up to
 * the last step that was acknowledged. $KILLS says how often (`npm run kill`: 200); the moments come from a seed, $SEED.
 */
import { expect, type Page, test } from '@playwright/test';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import type { Journal, Step } from '../../src/session/journal.ts';
import { randomSource } from '../../src/session/random.ts';
import { replay } from '../../src/session/replay.ts';
import { newServers } from '../../src/session/servers.ts';
import type { Workbench } from '../../src/workbench/store.ts';
import { LESSON } from './lesson-page.ts';

const KILLS = Number(process.env.KILLS ?? 10);
/** A new visitor after so many, or replays get long. */
const ROUND = 10;
const bytes = randomSource(process.env.SEED ?? 'kill', 0);
const below = (limit: number) => ((bytes(1)[0]! << 8) | bytes(1)[0]!) % limit;

/** What stands in force: the steps that were done and not undone. */
interface Shown {
  readonly steps: readonly Step[];
  /** Under way: an undo takes the last step away, and a second write to one file takes its place; all others only add one. */
  readonly busy: 'no' | 'adding' | 'undoing' | 'writing';
}

type Bench = HTMLElement & { readonly workbench: Workbench };

/** Works on without end, a random action after the other; tells after each what is in force. */
async function work(page: Page, seed: number): Promise<void> {
  await page.evaluate((start) => {
    const { workbench } = document.querySelector('still-workbench') as Bench;
    const tell = (window as unknown as { tell(shown: Shown): Promise<void> }).tell;
    let state = start;
    const next = (limit: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % limit;
    };
    const shown = (busy: Shown['busy']) => {
      const { journal, position } = workbench.session.state;
      return tell({ steps: journal.steps.slice(0, position), busy });
    };
    const model = (count: number) =>
      `from sqlalchemy import Column, Integer, String\nfrom app.models.base import Base\n\n\nclass User(Base):\n    __tablename__ = "users"\n    id = Column(Integer, primary_key=True)\n    username = Column(String(50), nullable=False)\n${Array.from({ length: count }, (_, i) => `    extra${i} = Column(String(20))\n`).join('')}`;
    const actions = [
      () => workbench.run('alembic revision --autogenerate -m "change"'),
      () => workbench.run('alembic upgrade head'),
      () => workbench.run('alembic downgrade -1'),
      () => workbench.run(`echo ${next(1000)} > note.txt`),
      () => workbench.session.write('app/models/user.py', model(next(5))),
      () => workbench.sql(`INSERT INTO users (username) VALUES ('n${next(1000)}')`),
      () => workbench.undo(),
      () => workbench.redo(),
    ];
    const kinds: readonly Shown['busy'][] = [
      'adding',
      'adding',
      'adding',
      'adding',
      'writing',
      'adding',
      'undoing',
      'adding',
    ];
    void (async () => {
      for (;;) {
        const index = next(actions.length);
        await shown(kinds[index]!);
        await actions[index]!();
        await shown('no');
      }
    })();
  }, seed);
}

const KILLERS = {
  /** As when the tab is closed, or the browser is. */
  page: async (page: Page) => page.close(),
  /** As when the browser ends the page's process for want of memory. */
  crash: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    void session.send('Page.crash').catch(() => {});
    await page.waitForEvent('crash', { timeout: 10_000 }).catch(() => {});
    await page.close();
  },
  /** The page lives on and must put a new worker in its place. */
  worker: async (page: Page) => {
    const [worker] = page.workers().filter((one) => one.url().includes('worker'));
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by the test');
      });
    });
    await page.waitForTimeout(300);
    await page.close();
  },
} as const;
const KINDS = Object.keys(KILLERS) as (keyof typeof KILLERS)[];

/** Opens the lesson and waits until its workbench is idle; the tour may have left the database without a table. */
async function open(page: Page): Promise<void> {
  await page.goto(`/ko/${LESSON}`);
  await page.waitForFunction(
    () => {
      const { workbench } = (document.querySelector('still-workbench') ?? {}) as Partial<Bench>;
      return workbench?.ready.value === true && workbench.session.state.phase === 'ready';
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** What the page shows, once it is ready and idle again. */
async function afterwards(page: Page) {
  await open(page);
  return page.evaluate(() => {
    const { state } = (document.querySelector('still-workbench') as Bench).workbench.session;
    const { journal, position, snapshot } = state;
    return { journal, position, files: snapshot!.files, database: snapshot!.database };
  });
}

/** What the journal says, played from its beginning. */
async function saidBy(journal: Journal, position: number) {
  const servers = newServers(() => readBootFiles());
  const fulfil = () => Promise.reject(new Error('nothing asynchronous here'));
  const workspace = await replay(journal, position, servers, { engine, fulfil });
  const { files, database } = workspace.snapshot();
  return { files, database };
}

/** Without the server's own numbers, which go on counting. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'oid' ? undefined : (one as unknown))));

const text = (steps: readonly Step[]) => JSON.stringify(steps);

test(`nothing is lost in ${KILLS} kills`, async ({ browser }) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  for (let done = 0; done < KILLS; done += ROUND) {
    const context = await browser.newContext();
    let last: Shown = { steps: [], busy: 'no' };
    for (let kill = done; kill < Math.min(KILLS, done + ROUND); kill++) {
      const page = await context.newPage();
      await open(page);
      await page.exposeFunction('tell', (shown: Shown) => {
        last = shown;
      });
      await work(page, below(65_536));
      await page.waitForTimeout(100 + below(2500));
      const kind = KINDS[below(KINDS.length)]!;
      await KILLERS[kind](page);
      const acknowledged = last;

      const again = await context.newPage();
      const { journal, position, ...found } = await afterwards(again);
      const steps = journal.steps.slice(0, position);
      const where = `kill ${kill} (${kind}) after ${acknowledged.steps.length} steps`;
      // The action that was under way may have come to its end; nothing before it may be missing.
      const mayChange = acknowledged.busy === 'undoing' || acknowledged.busy === 'writing';
      const kept = acknowledged.steps.slice(0, mayChange ? -1 : undefined);
      expect(text(steps.slice(0, kept.length)), where).toBe(text(kept));
      expect(Math.abs(steps.length - acknowledged.steps.length), where).toBeLessThan(2);
      expect(plain(found), where).toEqual(plain(await saidBy(journal, position)));
      await again.close();
    }
    await context.close();
  }
});
