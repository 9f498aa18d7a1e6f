/** After the first visit everything works without a network; a new version waits to be asked. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import {
  CHANGED_MODEL,
  COMMANDS,
  expectTicks,
  LESSON,
  openLesson,
  ready,
  runCommand,
  typeFile,
} from './lesson-page.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the service worker has everything. */
async function filled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('stillhouse.offline')), { timeout: 60_000 })
    .toBe('yes');
}

test('the second visit does a lesson without a network', async ({ page, context }) => {
  test.slow();
  await openLesson(page);
  await filled(page);
  await context.setOffline(true);
  await page.goto(`/ko/${LESSON}`);
  await ready(page);
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await expectTicks(page, ['model', 'revision', 'upgrade']);
  await page.goto('/en/play/');
  await page.locator('[data-world="team"]').click();
  await runCommand(page, 'alembic heads');
  await expect(page.locator('.blk').last()).toContainText('6e37b4d8f0c2 (head)');
  await page.goto('/ko/lessons');
  await expect(page.locator('h1')).toBeVisible();
});

test('a new version is announced and comes when asked, not before', async ({ page }) => {
  test.slow();
  const file = new URL('../../dist/sw.js', import.meta.url);
  const text = readFileSync(file, 'utf8');
  await page.goto('/en/play/');
  await filled(page);
  await expect(page.locator('[data-offline]')).toContainText('MB are kept here');
  try {
    writeFileSync(file, `${text}// another version\n`);
    await page.reload();
    await expect(page.locator('.update-toast')).toBeVisible({ timeout: 30_000 });
    await page.evaluate(() => document.body.setAttribute('data-still-the-same', ''));
    await page.waitForTimeout(1500);
    await expect(page.locator('[data-still-the-same]')).toHaveCount(1);
    await page.locator('.update-toast button').first().click();
    await expect(page.locator('[data-still-the-same]')).toHaveCount(0);
    await expect(page.locator('.update-toast')).toHaveCount(0);
  } finally {
    writeFileSync(file, text);
  }
});

test("a lesson's text and questions do not wait for the engine", async ({ page }) => {
  await page.route(/\.(wasm|tar|data)$|worker/, () => {});
  await page.goto(`/en/${LESSON}`);
  await expect(page.locator('.lesson h2.title')).toBeVisible();
  await page.locator('still-quiz [type="radio"]').first().check();
  await page.locator('still-quiz [data-check]').first().click();
  await expect(page.locator('still-quiz .verdict').first()).not.toBeEmpty();
});
