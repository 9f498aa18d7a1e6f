/** States of the workbench that a tour of the lesson does not reach: a grown project, sheets and dialogs, trouble, notices. */
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { KILLERS } from './kill/moments.ts';
import { noteEngines } from './kill/page.ts';
import { largeWork } from './large-work.ts';
import { CHANGED_MODEL, COMMANDS, openLesson, ready, runCommand, typeFile } from './lesson-page.ts';
import { storeWork } from './store-work.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param panel brings one into view where only one is at a time. @param shoot takes a picture under this name. */
export interface Camera {
  readonly page: Page;
  readonly language: 'ko' | 'en';
  readonly panel: (name: 'lesson' | 'code' | 'term' | 'rev' | 'db') => Promise<void>;
  readonly shoot: (name: string, of?: Page) => Promise<void>;
}

/** A project with twelve tables and forty revisions. */
export async function grownProject({ page, language, panel, shoot }: Camera): Promise<void> {
  await storeWork(page, 'play/empty', largeWork(ROOT));
  await page.goto(`/${language}/play/#world=empty`);
  await page.locator('.graph [data-revision]').nth(39).waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('.boot').waitFor({ state: 'detached', timeout: 60_000 });
  await panel('rev');
  await shoot('graph');
  await page.locator('.graph .menu button').first().click();
  await shoot('graph-menu');
  await page.keyboard.press('Escape');
  await panel('db');
  await shoot('rows');
  await page.locator('#database-diagram').click();
  await page.locator('.diagram .card').nth(11).waitFor();
  await shoot('diagram');
  await page.locator('.diagram-bar button').click();
  await page.locator('.diagram-sheet .card').nth(11).waitFor();
  await shoot('diagram-large');
  await page.keyboard.press('Escape');
  await page.locator('#database-sql').click();
  const sql = page.locator('.sql-input textarea');
  await sql.fill('select title, price, published from books order by price desc limit 5');
  await page.locator('.sql-input button').click();
  await page.locator('.answer').first().waitFor();
  await shoot('sql');
  await sql.fill('select * form books');
  await page.locator('.sql-input button').click();
  await page.waitForTimeout(300);
  await shoot('sql-error');
  await page.locator('#database-rows').click();
  await panel('term');
  await page.locator('.blk .fold').first().scrollIntoViewIfNeeded();
  await shoot('folded');
  await page.locator('.blk .explained summary').last().click();
  await page.locator('.out').evaluate((log) => log.scrollTo({ top: log.scrollHeight }));
  await shoot('explained');
  await page.locator('.top [data-share]').click();
  await page.locator('dialog.share').waitFor();
  await shoot('share-large');
  await page.keyboard.press('Escape');
}

/** Everything that opens over the workbench, and what it says in trouble. */
export async function sheetsAndTrouble({ page, language, panel, shoot }: Camera): Promise<void> {
  await openLesson(page, language);
  await sheets({ page, shoot });
  await panel('code');
  await fileTree({ page, shoot });
  await trouble({ page, shoot });
  await comparisons({ page, panel, shoot });
  await psqlAndProof({ page, panel, shoot });
}

type Part<Uses extends keyof Camera> = Pick<Camera, 'page' | 'shoot' | Uses>;

async function sheets({ page, shoot }: Part<'page'>): Promise<void> {
  for (const [name, keys] of [
    ['palette', 'Control+K'],
    ['shortcuts', '?'],
  ] as const) {
    // A key that comes while the sheet before it is going is not heard.
    await expect(async () => {
      await page.keyboard.press(keys);
      await page.locator('dialog[open]').waitFor({ timeout: 3000 });
    }).toPass();
    await shoot(name);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
}

async function fileTree({ page, shoot }: Part<'page'>): Promise<void> {
  const small = page.locator('.tree-button');
  if (await small.isVisible()) {
    await small.click();
    await shoot('files');
  }
  await page.locator('.tree-head button').first().click();
  await page.locator('dialog[open] input').waitFor();
  await shoot('file-dialog');
  await page.keyboard.press('Escape');
  if (await small.isVisible()) await page.keyboard.press('Escape');
}

async function trouble({ page, shoot }: Part<'page'>): Promise<void> {
  await typeFile(page, CHANGED_MODEL.replace('Column, DateTime, Integer', 'Column, Integer'));
  await page.locator('.drift-problem').waitFor();
  await shoot('problem');
  await typeFile(page, CHANGED_MODEL);
  await page.locator('.drift-problem').waitFor({ state: 'detached' });
  // Where there is room for the few rows there is no button that unfolds them.
  const unfold = page.locator('.drift-more');
  if (await unfold.isVisible()) {
    await unfold.click();
    await shoot('drift-list');
    await unfold.click();
  }
}

/** The open file beside its last run, a revision beside the models. */
async function comparisons({ page, panel, shoot }: Part<'panel'>): Promise<void> {
  await page.locator('.diff-button').click();
  await shoot('difference');
  await page.locator('.diff-button').click();
  await panel('term');
  await runCommand(page, COMMANDS.revision);
  await panel('rev');
  await page.locator('.graph [data-revision] button').first().click();
  await page.locator('.diff-button').click();
  await page.locator('.model-diff .md-head').waitFor();
  await shoot('model-diff');
  await panel('term');
  await runCommand(page, 'sed -i "s/length=20/length=30/" migrations/versions/*_add_*.py');
  await panel('code');
  await page.locator('.model-diff [data-kind="changed"]').waitFor();
  await shoot('model-diff-different');
  await panel('rev');
  await page.locator('.graph .menu button').first().click();
  await shoot('graph-menu');
  await page.keyboard.press('Escape');
}

async function psqlAndProof({ page, panel, shoot }: Part<'panel'>): Promise<void> {
  await panel('term');
  await runCommand(page, 'sed -i "s/length=30/length=20/" migrations/versions/*_add_*.py');
  await runCommand(page, COMMANDS.upgrade);
  await runCommand(page, 'psql');
  await runCommand(page, '\\d users');
  await shoot('psql');
  await runCommand(page, '\\q');
  await runCommand(page, 'sed -i "s/op.drop_column(.users., .phone.)/pass/" migrations/versions/*_add_*.py');
  await panel('rev');
  await page.locator('.proof-button').click();
  await page.locator('.proven').waitFor();
  await shoot('round-trip-different');
  await page.keyboard.press('Escape');
}

/** What must be said: another tab, storage, a new version. */
export async function notices({ page, language, panel, shoot }: Camera): Promise<void> {
  await openLesson(page, language);
  const second = await page.context().newPage();
  await second.setViewportSize(page.viewportSize()!);
  await openLesson(second, language);
  await expect(second.locator('.toast')).toBeVisible();
  await shoot('second-tab', second);
  await second.close();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  // Tablets dock the terminal below the code.
  await panel('code');
  await panel('term');
  await runCommand(page, 'alembic current');
  await expect(page.locator('.toast')).toBeVisible();
  await shoot('storage-full');
  await page.addInitScript(noteEngines);
  await page.reload();
  await ready(page);
  await panel('code');
  await panel('term');
  await KILLERS.worker(page);
  await page.locator('.toast').waitFor();
  await ready(page);
  await shoot('worker-replaced');
  await page.addInitScript(newVersionWaits);
  await page.reload();
  await ready(page);
  await page.locator('.update-toast').waitFor();
  await panel('code');
  await panel('term');
  await shoot('update');
}

/** Runs in the page before its own scripts: as if a service worker had fetched another version. */
function newVersionWaits(): void {
  const container = new EventTarget();
  const waiting = { postMessage: () => {} };
  const registration = Object.assign(new EventTarget(), { waiting });
  const value = Object.assign(container, {
    controller: {},
    ready: new Promise(() => {}),
    register: async () => registration,
  });
  Object.defineProperty(navigator, 'serviceWorker', { value });
}
