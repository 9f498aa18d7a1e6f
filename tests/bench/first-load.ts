/** A lesson's page with a warm cache on a slow device (the processor throttled four times): when it can be read, typed into, and run. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';
import { findBrowser } from '../browser.ts';
import { median, milliseconds, printTable } from './measure.ts';

const SITE = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
const LESSON = '/ko/lessons/workflow/add-columns/';
const ROUNDS = 3;
const SLOWER = 4;

interface Moments {
  readonly text: number;
  readonly editor: number;
  readonly engine: number;
}

export async function benchFirstLoad(): Promise<void> {
  if (!existsSync(SITE)) {
    console.log('\nFirst load: not measured, there is no built site (npm run build).');
    return;
  }
  const baseURL = await serve(0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const rounds: Moments[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(browser, baseURL));
  await browser.close();
  const row = (name: string, of: (one: Moments) => number) => [name, milliseconds(median(rounds.map(of)))];
  printTable(
    `A lesson with a warm cache, processor ${SLOWER} times slower (medians of ${ROUNDS})`,
    ['', 'time'],
    [
      row('the text is drawn', ({ text }) => text),
      row('the editor takes keys', ({ editor }) => editor),
      row('the first command can run', ({ engine }) => engine),
    ],
  );
}

async function measure(browser: Browser, baseURL: string): Promise<Moments> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(LESSON);
  await idle(page);
  // Everything is in the cache now.
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.reload({ waitUntil: 'commit' });
  const [editor, engine] = await Promise.all([
    momentOf(page, '.monaco .view-lines .view-line'),
    momentOf(page, '.db table.rows'),
  ]);
  const text = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await context.close();
  return { text, editor, engine };
}

async function idle(page: Page): Promise<void> {
  await page.locator('.db table.rows').first().waitFor({ timeout: 60_000 });
  await page.locator('.boot').waitFor({ state: 'detached', timeout: 60_000 });
}

/** Milliseconds from the page's begin until there is such an element. */
async function momentOf(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor({ timeout: 120_000 });
  return page.evaluate(() => performance.now());
}
