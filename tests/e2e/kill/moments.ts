/** The moments at which a page or its worker is killed: what is under way then, and what of it may be there afterwards. */
import type { Page } from '@playwright/test';
import type { Bench, KillWindow } from './page.ts';

/**
 * What the step under way may do to those before it: `adding` puts one behind them, `writing` too, or takes the place of a write to the
 * same file; `undoing` takes the last away.
 */
export type Doing = 'adding' | 'writing' | 'undoing';

export interface Moment {
  readonly doing: Doing;
  /** Milliseconds within which the kill comes. */
  readonly within: number;
  /** Done and acknowledged before. */
  prepare(page: Page, number: number): Promise<void>;
  /** Begins and does not wait for the end; a page that goes down under it is no failure of the test. */
  begin(page: Page, number: number): void;
  /** Whether the kill waits until the page stands before a write that it was told to hold. */
  readonly atWrite?: boolean;
}

const ignored = () => {};

/** Runs a line and waits for its end. */
const run = (page: Page, line: string) =>
  page.evaluate(async (typed) => {
    await (document.querySelector('still-workbench') as Bench).workbench.run(typed);
  }, line);

const begin = (page: Page, line: string) => void run(page, line).catch(ignored);

const note = (page: Page, number: number) => run(page, `echo ${number} > note.txt`);

const insert = (page: Page, number: number) =>
  page.evaluate(async (name) => {
    const { workbench } = document.querySelector('still-workbench') as Bench;
    await workbench.sql(`INSERT INTO users (username) VALUES ('${name}')`);
  }, `n${number}`);

const column = (number: number) => `    extra${number} = Column(String(20))\n`;

/** As a person does: the cursor at the end of the open file, key by key. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator('textarea.plain-editor').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text, { delay: 12 });
}

/** What was typed is a step, once the typing has paused. */
async function typed(page: Page, text: string): Promise<void> {
  await type(page, text);
  await page.waitForFunction(() => {
    const { drafts, state } = (document.querySelector('still-workbench') as Bench).workbench;
    return Object.keys(drafts.texts.value).length === 0 && state.value.phase === 'ready';
  });
}

export const MOMENTS: Readonly<Record<string, Moment>> = {
  typing: {
    doing: 'writing',
    within: 1500,
    prepare: insert,
    begin: (page, number) => void type(page, column(number)).catch(ignored),
  },
  command: {
    doing: 'adding',
    within: 1200,
    prepare: (page, number) => typed(page, column(number)),
    begin: (page, number) =>
      begin(page, `alembic revision --autogenerate -m "change ${number}"; alembic check; alembic history`),
  },
  upgrade: {
    doing: 'adding',
    within: 700,
    prepare: (page) => run(page, 'alembic downgrade base'),
    begin: (page) => begin(page, 'alembic upgrade head'),
  },
  /** The worker has answered, the journal is not written yet. */
  write: {
    doing: 'adding',
    within: 0,
    prepare: insert,
    begin: (page, number) =>
      void page
        .evaluate(async (typed) => {
          (window as unknown as KillWindow).holdWrites = true;
          await (document.querySelector('still-workbench') as Bench).workbench.run(typed);
        }, `echo held ${number} > note.txt`)
        .catch(ignored),
    atWrite: true,
  },
  undo: {
    doing: 'undoing',
    within: 600,
    prepare: async (page, number) => {
      await insert(page, number);
      await note(page, number);
    },
    begin: (page) =>
      void page
        .evaluate(() => (document.querySelector('still-workbench') as Bench).workbench.undo())
        .catch(ignored),
  },
  /** The page is loaded anew in the middle of a command, and killed while it is opening. */
  reload: {
    doing: 'adding',
    within: 2500,
    prepare: note,
    begin: (page) => {
      begin(page, 'alembic upgrade head');
      setTimeout(() => void page.reload({ waitUntil: 'commit' }).catch(ignored), 40);
    },
  },
  /** A second tab looks on, and goes on where the killed one stood. */
  tab: {
    doing: 'adding',
    within: 1000,
    prepare: note,
    begin: (page) => begin(page, 'alembic downgrade -1; alembic upgrade head'),
  },
};

export const KILLERS = {
  /** As when the tab is closed, or the browser is. */
  page: async (page: Page) => page.close(),
  /** As when the browser ends the page's process for want of memory. */
  crash: async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash', { timeout: 10_000 }).catch(ignored);
    void session.send('Page.crash').catch(ignored);
    await crashed;
    await page.close();
  },
  /** The worker is ended in the middle of whatever it does; the page lives on and must put another in its place. */
  worker: async (page: Page) => {
    await page.evaluate(() => {
      const worker = (window as unknown as KillWindow).engines.at(-1);
      worker?.terminate();
      worker?.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
    });
  },
} as const;
export type Killer = keyof typeof KILLERS;

/** Each moment with each way to be killed in it: all of them, in turn. */
export const KILLS: readonly (readonly [moment: string, killer: Killer])[] = [
  ['typing', 'page'],
  ['command', 'worker'],
  ['write', 'crash'],
  ['upgrade', 'page'],
  ['tab', 'crash'],
  ['reload', 'page'],
  ['upgrade', 'worker'],
  ['undo', 'crash'],
  ['write', 'page'],
  ['command', 'crash'],
  ['typing', 'worker'],
  ['tab', 'page'],
  ['reload', 'crash'],
  ['upgrade', 'crash'],
  ['undo', 'page'],
  ['command', 'page'],
  ['typing', 'crash'],
  ['undo', 'worker'],
];
