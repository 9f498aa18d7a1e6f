/** The playground: worlds to start from, a project of one's own, taking it home, all work as one file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { worldFiles } from '../../src/lessons/files/project-files.ts';
import { expectNoViolations, ready, runCommand } from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();

const ROOT = new URL('../../', import.meta.url).pathname;
const lastBlock = (page: Page) => page.locator('.blk').last();

async function openWorld(page: Page, world: string): Promise<void> {
  await page.goto('/en/play/');
  await page.locator(`[data-world="${world}"]`).click();
  await expect(page.locator('.boot')).toHaveCount(0, { timeout: 45_000 });
}

/** Chooses a zip with these files. */
async function bringZip(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const entries = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  const buffer = Buffer.from(zipSync(Object.fromEntries(entries)));
  await page
    .locator('[data-zip]')
    .setInputFiles({ name: 'project.zip', mimeType: 'application/zip', buffer });
}

test('/play leads to the playground; an empty folder becomes an Alembic project', async ({ page }) => {
  await page.goto('/play/#world=empty');
  await expect(page).toHaveURL(/\/(ko|en)\/play\/#world=empty/);
  await page.goto('/en/play/');
  await expectNoViolations(page);
  await openWorld(page, 'empty');
  await runCommand(page, 'alembic init migrations');
  await expect(lastBlock(page)).toContainText('done');
  await expect(page.locator('.tree .row', { hasText: 'alembic.ini' })).toBeVisible();
  await page.reload();
  await expect(page.locator('.blk')).toHaveCount(1);
  await page.locator('[data-choose]').click();
  await expect(page.locator('.worlds')).toBeVisible();
});

test("a team's two heads are merged", async ({ page }) => {
  await openWorld(page, 'team');
  await expect(page.locator('.rev .tag', { hasText: 'head' })).toHaveCount(2);
  await runCommand(page, 'alembic merge heads -m "Merge points and coupons"');
  await runCommand(page, 'alembic upgrade heads');
  await expect(page.locator('.rev .tag', { hasText: 'head' })).toHaveCount(1);
  await runCommand(page, 'alembic check');
  await expect(lastBlock(page)).toContainText('No new upgrade operations detected.');
});

test('a project that is brought shows its graph, missing links and a rehearsal', async ({ page }) => {
  await page.goto('/en/play/');
  const team = worldFiles(ROOT, 'team');
  const files = Object.fromEntries(
    Object.entries(team)
      .filter(([path]) => !path.includes('2b90d1f3aa17'))
      .map(([path, text]) => [
        `repo/backend/${path}`,
        text.replace('learner:learner@localhost:5432/app', 'me:secret@db/prod'),
      ]),
  );
  await bringZip(page, {
    ...files,
    'repo/README.txt': 'outside',
    'repo/backend/logo.png': new Uint8Array([137, 80, 78, 71, 0, 255]),
    'repo/backend/.venv/lib/x.py': 'import this',
  });
  const report = page.locator('dialog.report');
  await expect(report).toContainText('c4f0e7d19a55 comes after 2b90d1f3aa17, whose file is missing.', {
    timeout: 45_000,
  });
  await expect(report).toContainText('3 left out');
  await expect(report).toContainText('points at another database');
  await expectNoViolations(page);
  await report.getByRole('button', { name: 'Point it at this workbench' }).click();
  await expect(report).not.toContainText('points at another database');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.rev')).toContainText('5d21ac7e9b60');
  await runCommand(page, 'cat alembic.ini');
  await expect(lastBlock(page)).toContainText('learner:learner@localhost:5432/app');
  await page.reload();
  await expect(page.locator('dialog.report')).toContainText('whose file is missing', { timeout: 45_000 });
});

/** Drops files or folders of this machine on the page, as a hand does. */
async function drop(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await session.detach();
}

test('a folder opens by being dropped, a zip too, on a phone as well', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/play/');
  await drop(page, join(ROOT, 'content/worlds/team'));
  const report = page.locator('dialog.report');
  await expect(report).toContainText('6 revisions', { timeout: 45_000 });
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('textarea.plain-editor')).toBeInViewport({ ratio: 0.9 });
  await page.locator('[data-go-panel="term"]').click();
  await expect(page.locator('.prompt input')).toBeInViewport();
  await runCommand(page, 'alembic heads');
  await expect(lastBlock(page)).toContainText('(head)');
  await page.locator('[data-go-panel="rev"]').click();
  await page.locator('.graph .menu button').first().click();
  await page.locator('[role="menuitem"]:visible', { hasText: 'Upgrade to here' }).click();
  await expect(page.locator('.prompt input')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lastBlock(page)).toContainText('Running upgrade');
  await expectNoViolations(page);

  const zip = join(test.info().outputDir, 'shop.zip');
  mkdirSync(test.info().outputDir, { recursive: true });
  const shop = Object.entries(worldFiles(ROOT, 'bookshop'));
  writeFileSync(zip, zipSync(Object.fromEntries(shop.map(([path, text]) => [path, strToU8(text)]))));
  await drop(page, zip);
  await expect(report).toContainText('1 revision', { timeout: 45_000 });
});

test('what is no project, or too much of one, is refused in words', async ({ page }) => {
  await page.goto('/en/play/');
  const problem = page.locator('[data-problem]');
  await page
    .locator('[data-zip]')
    .setInputFiles({ name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('PK no zip') });
  await expect(problem).toContainText('damaged');
  await bringZip(page, Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`p/f${i}.py`, 'x'])));
  await expect(problem).toContainText('more than 2,000 files');
  await bringZip(
    page,
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p/f${i}.py`, ' '.repeat(900_000)])),
  );
  await expect(problem).toContainText('more than 8 MB');
  await bringZip(page, { 'p/a.bin': new Uint8Array([0, 1, 2]) });
  await expect(problem).toContainText('nothing to read');
});

test('a project is taken home as a zip with what it takes to run it', async ({ page }) => {
  await openWorld(page, 'bookshop');
  await ready(page);
  await page.locator('.top [data-share]').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take it home' }).click();
  const zip = readFileSync(await (await downloading).path());
  const { unzipSync } = await import('fflate');
  const names = Object.keys(unzipSync(zip));
  for (const name of [
    'alembic.ini',
    'pyproject.toml',
    'docker-compose.yml',
    'README.md',
    'migrations/env.py',
  ])
    expect(names).toContain(`my-migrations/${name}`);
});

test('all work goes into one file and comes back elsewhere', async ({ page, browser }) => {
  await openWorld(page, 'empty');
  await runCommand(page, 'echo kept');
  await page.locator('[data-choose]').click();
  const downloading = page.waitForEvent('download');
  await page.locator('[data-export]').click();
  const path = await (await downloading).path();
  const other = await (await browser.newContext()).newPage();
  await other.goto('/en/play/');
  await other.locator('[data-import]').setInputFiles({
    name: 'work.json',
    mimeType: 'application/json',
    buffer: readFileSync(path),
  });
  await expect(other.locator('[data-import-answer]')).toContainText('Brought in 1 workspace');
  await other.locator('[data-world="empty"]').click();
  await expect(other.locator('.blk')).toContainText(['echo kept'], { timeout: 45_000 });

  // Brought in once more, after other work: both lie side by side, and the list leads to each.
  await runCommand(other, 'echo more');
  await other.locator('[data-choose]').click();
  await other.locator('[data-import]').setInputFiles({
    name: 'work.json',
    mimeType: 'application/json',
    buffer: readFileSync(path),
  });
  const beside = other.locator('.beside li');
  await expect(beside).toContainText(['your own here · 2 steps', 'brought in, or a copy · 1 step']);
  await beside.nth(1).locator('a').click();
  await expect(other.locator('.blk')).toHaveCount(1, { timeout: 45_000 });
  await expect(other.locator('.blk')).toContainText('echo kept');
  await other.context().close();
});
