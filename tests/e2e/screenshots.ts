/**
 * Pictures of every page and panel at three widths, light and dark, to be looked at. Serves the built site.
 * Usage: node tests/e2e/screenshots.ts [FOLDER] [--only TEXT]; without a folder node_modules/.cache/screenshots.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';
import { findBrowser } from '../browser.ts';
import { CHANGED_MODEL, COMMANDS, openLesson, runCommand, typeFile } from './lesson-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const only = process.argv.indexOf('--only') > 0 ? process.argv[process.argv.indexOf('--only') + 1]! : '';
const first = process.argv[2];
const folder = first && !first.startsWith('--') ? first : join(ROOT, 'node_modules/.cache/screenshots');

const SIZES = { 1440: 900, 820: 1180, 390: 844 } as const;
const WIDTHS = [1440, 820, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const baseURL = await serve(0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const look = { browser, baseURL, colorScheme, width };
      await pages(look);
      await lesson(look);
    }
  }
  await browser.close();
  process.exit(0);
}

interface Look {
  readonly browser: Browser;
  readonly baseURL: string;
  readonly colorScheme: (typeof SCHEMES)[number];
  readonly width: (typeof WIDTHS)[number];
}

async function open({ browser, baseURL, colorScheme, width }: Look): Promise<Page> {
  const viewport = { width, height: SIZES[width] };
  const context = await browser.newContext({
    baseURL,
    colorScheme,
    viewport,
    reducedMotion: 'reduce',
    deviceScaleFactor: width === 390 ? 2 : 1,
  });
  return context.newPage();
}

async function pages(look: Look): Promise<void> {
  for (const [name, address] of [
    ['front-ko', '/ko/'],
    ['front-en', '/en/'],
    ['map-ko', '/ko/lessons/'],
    ['not-found', '/nowhere/'],
  ] as const) {
    const title = `${name}-${look.width}-${look.colorScheme}`;
    if (!title.includes(only)) continue;
    const page = await open(look);
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${title}.png`), fullPage: true });
    await page.context().close();
  }
}

/** The lesson at its beginning, in the middle, and after the values are lost. */
async function lesson(look: Look): Promise<void> {
  for (const language of ['ko', 'en'] as const) {
    const title = `lesson-${language}-${look.width}-${look.colorScheme}`;
    if (!title.includes(only)) continue;
    const page = await open(look);
    const show = async (panel: string) => {
      if (look.width < 1100) await page.locator(`[data-go-panel="${panel}"]`).click();
    };
    const shoot = async (moment: string) => {
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(folder, `${title}-${moment}.png`) });
    };
    await openLesson(page, language);
    await shoot('1-start');
    await show('code');
    await typeFile(page, CHANGED_MODEL);
    await page.waitForTimeout(600);
    await shoot('2-model');
    await show(look.width < 700 ? 'term' : 'code');
    await runCommand(page, COMMANDS.revision);
    await shoot('3-revision');
    await runCommand(page, COMMANDS.upgrade);
    await shoot('4-upgrade');
    await show('db');
    await shoot('5-database');
    await show('rev');
    await shoot('6-revisions');
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-sql]')?.click());
    await page.waitForTimeout(400);
    await show(look.width < 700 ? 'term' : 'db');
    await runCommand(page, COMMANDS.downgrade);
    await show('db');
    await shoot('7-lost');
    await show('lesson');
    await shoot('8-end');
    await page.context().close();
  }
}

await main();
