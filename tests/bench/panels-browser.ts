/** The same project in the page of the built site: how soon the panels show what a command did, and whether the page stays smooth meanwhile. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';
import type { Journal } from '../../src/session/journal/journal.ts';
import { findBrowser } from '../browser.ts';
import { storeWork } from '../e2e/store-work.ts';
import { median, milliseconds, printTable } from './measure.ts';
import { type PageTasks, watchTasks } from './page-tasks.ts';

const SITE = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
const LESSON = '/ko/lessons/workflow/add-columns/';
const KEY = 'lesson/workflow/add-columns';

interface Measured extends PageTasks {
  /** From the worker's answer until the page has drawn it. */
  readonly drawn: number;
}

/** @param journal of the workspace; the lesson's page shows it in place of the lesson's own. */
export async function benchPanelsInBrowser(journal: Journal, lines: readonly string[]): Promise<void> {
  if (!existsSync(SITE)) {
    console.log('\nPanels in the browser: not measured, there is no built site (npm run build).');
    return;
  }
  const baseURL = await serve(0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const page = await (
    await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  ).newPage();
  await page.addInitScript(watchWorker);
  await storeWork(page, KEY, journal);
  await page.goto(LESSON);
  await page.locator('.graph [data-revision]').nth(100).waitFor({ state: 'attached', timeout: 120_000 });
  await page.locator('.boot').waitFor({ state: 'detached', timeout: 120_000 });
  await page.waitForTimeout(4000);
  const found: Measured[] = [];
  for (const line of lines) found.push(await measure(browser, page, line));
  await browser.close();
  printTable(
    `The same in the page, Chromium (${lines.length} commands)`,
    ['', 'median', 'worst', 'wanted'],
    [
      row(
        'answer there until panels are drawn',
        found.map(({ drawn }) => drawn),
        '100 ms',
      ),
      row(
        "longest task of the page's thread",
        found.map(({ longest }) => longest),
        '50 ms',
      ),
      row(
        "the most of the processor's time that one task took",
        found.map(({ busiest }) => busiest),
        '50 ms',
      ),
    ],
  );
}

const row = (name: string, numbers: readonly number[], wanted: string) => [
  name,
  milliseconds(median(numbers)),
  milliseconds(Math.max(...numbers)),
  wanted,
];

async function measure(browser: Browser, page: Page, line: string): Promise<Measured> {
  await page.locator('.prompt input').fill(line);
  await page.evaluate(() => {
    const { stepping } = window as unknown as Watched;
    stepping.answered = 0;
    stepping.drawn = 0;
  });
  const tasks = await watchTasks(browser, async () => {
    await page.locator('.prompt input').press('Enter');
    await page.waitForFunction(() => (window as unknown as Watched).stepping.drawn > 0, null, {
      timeout: 60_000,
    });
    // What the drift's dry run and its answer cost the page comes after.
    await page.waitForTimeout(2500);
  });
  const { answered, drawn } = await page.evaluate(() => (window as unknown as Watched).stepping);
  return { drawn: drawn - answered, ...tasks };
}

interface Watched {
  readonly stepping: { answered: number; drawn: number };
}

/** Runs in the page before anything else: hears the worker's answers. */
function watchWorker(): void {
  const stepping = { answered: 0, drawn: 0 };
  Object.assign(window, { stepping });
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ kind?: string }>) => {
        if (data.kind !== 'stepped') return;
        stepping.answered = performance.now();
        // Two frames: the first draws what the answer changed, the second begins when that is done.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            stepping.drawn = performance.now();
          }),
        );
      });
    }
  };
}
