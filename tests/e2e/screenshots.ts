/**
 * Pictures of every page and panel at three widths, light and dark, to be looked at. Serves the built site.
 * Usage: node tests/e2e/screenshots.ts [FOLDER] [--only TEXT]; without a folder node_modules/.cache/screenshots.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { serve } from '../../src/build/serve.ts';
import { worldFiles } from '../../src/lessons/files/project-files.ts';
import { findBrowser } from '../browser.ts';
import { CHANGED_MODEL, COMMANDS, openLesson, ready, runCommand, typeFile } from './lesson-page.ts';
import { grownProject, notices, sheetsAndTrouble } from './screenshot-states.ts';

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
      for (const tour of [pages, lesson, playground, assistance, states]) await tour(look).catch(failed);
    }
  }
  await browser.close();
  process.exit(failures);
}

let failures = 0;
/** The other tours go on. */
function failed(error: unknown): void {
  failures += 1;
  console.error(error instanceof Error ? error.message : error);
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
    serviceWorkers: 'block',
    deviceScaleFactor: width === 390 ? 2 : 1,
  });
  return context.newPage();
}

/** Brings a panel into view where only one is at a time; the terminal is docked on tablets. */
async function goTo(page: Page, panel: string): Promise<void> {
  const button = page.locator(`[data-go-panel="${panel}"]`);
  if (await button.isVisible()) await button.click();
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
    const show = (panel: string) => goTo(page, panel);
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
    await show('term');
    await runCommand(page, COMMANDS.revision);
    await shoot('3-revision');
    await runCommand(page, COMMANDS.upgrade);
    await shoot('4-upgrade');
    await show('db');
    await shoot('5-database');
    await page.locator('#database-diagram').click();
    await page.locator('.diagram .card').first().waitFor();
    await shoot('5-diagram');
    await page.locator('#database-rows').click();
    await page.locator('.db th button').last().click();
    await shoot('5-origin');
    await show('rev');
    await shoot('6-revisions');
    await page.locator('.proof-button').click();
    await page.locator('.proven').waitFor();
    await shoot('6-round-trip');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-sql]')?.click());
    await page.waitForTimeout(400);
    await show('term');
    await runCommand(page, COMMANDS.downgrade);
    await show('db');
    await shoot('7-lost');
    if (look.width < 1100) {
      await show('term');
      await page.locator('.term .btn.small-only').click();
      await shoot('7-timeline');
      await page.keyboard.press('Escape');
    } else {
      await page.locator('.scrubber input').focus();
      await page.keyboard.press('ArrowLeft');
      await page.locator('.time .looking').waitFor();
      await shoot('7-timeline');
      await page.keyboard.press('End');
    }
    await show('lesson');
    await shoot('8-end');
    await page.context().close();
  }
}

/** The playground, a team's project on it, a project that was brought; sharing and the editor's help over a lesson. */
async function playground(look: Look): Promise<void> {
  for (const language of ['ko', 'en'] as const) {
    const title = `play-${language}-${look.width}-${look.colorScheme}`;
    if (!title.includes(only)) continue;
    const page = await open(look);
    const shoot = async (moment: string) => {
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(folder, `${title}-${moment}.png`) });
    };
    await page.goto(`/${language}/play/`);
    await shoot('1-choose');
    await page.locator('[data-world="team"]').click();
    await ready(page);
    await shoot('2-team');
    await page.locator('.top [data-share]').click();
    await shoot('3-share');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await shoot('4-palette');
    await page.keyboard.press('Escape');
    await page.locator('[data-choose]').click();
    const files = Object.entries(worldFiles(ROOT, 'team')).filter(([path]) => !path.includes('2b90d1f3aa17'));
    const zip = zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])));
    await page
      .locator('[data-zip]')
      .setInputFiles({ name: 'team.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    await page.waitForSelector('.findings .bad', { timeout: 60_000 });
    await shoot('5-report');
    await page.context().close();
  }
}

/** Each tour in a browser of its own. */
async function states(look: Look): Promise<void> {
  for (const language of ['ko', 'en'] as const) {
    for (const [name, tour] of Object.entries({ grown: grownProject, sheets: sheetsAndTrouble, notices })) {
      const title = `${name}-${language}-${look.width}-${look.colorScheme}`;
      if (!title.includes(only)) continue;
      const page = await open(look);
      await tour({
        page,
        language,
        panel: (panel) => goTo(page, panel),
        shoot: async (moment, of = page) => {
          await of.waitForTimeout(500);
          await of.screenshot({ path: join(folder, `${title}-${moment}.png`) });
        },
      });
      await page.context().close();
    }
  }
}

/** What the editor says while a file is typed. */
async function assistance(look: Look): Promise<void> {
  const title = `editor-${look.width}-${look.colorScheme}`;
  if (!title.includes(only) || look.width < 1100) return;
  const page = await open(look);
  const shoot = async (moment: string) => {
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(folder, `${title}-${moment}.png`) });
  };
  await openLesson(page, 'ko');
  await typeFile(page, 'import sqlalchemy as sa\nfrom alembic import op\n\n');
  await page.keyboard.type('sa.Date');
  await shoot('1-completion');
  await page.keyboard.press('Escape');
  await typeFile(page, CHANGED_MODEL.replace('Column, DateTime, Integer', 'Column, Integer'));
  await page.waitForTimeout(800);
  await page.keyboard.press('F8');
  await shoot('2-problem');
  await page.keyboard.press('Escape');
  await page.locator('.diff-button').click();
  await shoot('3-difference');
  await runCommand(page, 'alembic upgrade abc');
  for (const pane of await page.locator('.collapse').all()) await pane.click();
  await shoot('4-folded');
  await page.context().close();
}

await main();
