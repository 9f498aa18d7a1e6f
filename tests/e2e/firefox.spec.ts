/** A smoke tour in Firefox, where one is installed ($FIREFOX, or Debian's firefox-esr). */
import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { CHANGED_MODEL, COMMANDS, expectTicks, openLesson, ready, runCommand } from './lesson-page.ts';

const firefox = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path !== undefined && existsSync(path),
);

test.use({
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: { executablePath: firefox ?? '', args: [] },
});

// Outside of the test: its page would launch the browser first.
test.skip(firefox === undefined, 'no Firefox is installed');

test('the lesson and the playground work in Firefox', async ({ page }) => {
  test.slow();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  // The plain editor of small screens: a clipboard cannot be filled here.
  await page.setViewportSize({ width: 600, height: 900 });
  await openLesson(page, 'en');
  await page.locator('[data-go-panel="code"]').click();
  await page.locator('textarea.plain-editor').fill(CHANGED_MODEL);
  await expectTicks(page, ['model']);
  await page.locator('[data-go-panel="term"]').click();
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await runCommand(page, COMMANDS.current);
  await expectTicks(page, ['model', 'revision', 'upgrade', 'current']);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('.monaco .view-lines')).toContainText('class');
  await page.reload();
  await ready(page);
  await expectTicks(page, ['model', 'revision', 'upgrade', 'current']);
  await page.locator('.top [data-share]').click();
  const link = await page.locator('dialog.share input').inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await ready(page);
  await expect(page.locator('.blk')).toHaveCount(3);
  expect(errors).toEqual([]);
});
