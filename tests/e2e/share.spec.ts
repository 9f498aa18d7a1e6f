/** Links that carry work, files that are dropped, and the address of every thing in the workbench. */
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import {
  CHANGED_MODEL,
  COMMANDS,
  expectNoViolations,
  expectTicks,
  LESSON,
  openLesson,
  ready,
  runCommand,
  typeFile,
  watchPage,
} from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();

/** Opens "Share" and takes the link. */
async function linkOf(page: Page): Promise<string> {
  await page.locator('.top [data-share]').click();
  const link = await page.locator('dialog.share input').inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** Drops a file on the page, as a hand does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([content!], file!, { type: 'application/json' }));
      for (const type of ['dragover', 'drop'])
        dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test('a link brings the whole workbench to another visitor, whose own work stays', async ({
  page,
  browser,
}) => {
  // Five visits, each with a server of its own.
  test.slow();
  await openLesson(page);
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await expectTicks(page, ['model', 'revision', 'upgrade']);
  const link = await linkOf(page);
  expect(link.length).toBeLessThan(8000);

  const visitor = await (await browser.newContext()).newPage();
  const wrongThere = watchPage(visitor);
  await openLesson(visitor);
  await typeFile(visitor, CHANGED_MODEL);
  await expectTicks(visitor, ['model']);
  await visitor.goto(link);
  await ready(visitor);
  await expect(visitor.locator('.toast')).toContainText('링크로 받은');
  await expect(visitor.locator('.db th', { hasText: 'phone' })).toBeVisible();
  await expect(visitor.locator('.blk')).toHaveCount(2);
  await expectTicks(visitor, ['model', 'revision', 'upgrade']);
  await runCommand(visitor, COMMANDS.downgrade);
  await visitor.reload();
  await ready(visitor);
  await expect(visitor.locator('.blk')).toHaveCount(3);
  await visitor.locator('.toast a').click();
  await ready(visitor);
  await expectTicks(visitor, ['model']);
  await expect(visitor.locator('.blk')).toHaveCount(0);
  expect(wrongThere).toEqual([]);
  await visitor.context().close();
});

test('the downloaded file opens by being dropped; a damaged one is refused', async ({ page }) => {
  await openLesson(page, 'en');
  await runCommand(page, 'alembic history');
  await page.locator('.top [data-share]').click();
  await expect(page.locator('dialog.share')).toContainText('1 step ');
  await expectNoViolations(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a file' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  await page.keyboard.press('Escape');
  await drop(page, 'stillhouse.json', text.slice(0, -9));
  await expect(page.locator('.toast')).toContainText('cut or damaged');
  await drop(page, 'stillhouse.json', text);
  await page.waitForURL(/#w=/);
  await ready(page);
  await expect(page.locator('.toast')).toContainText('came by a link');
  await expect(page.locator('.blk')).toHaveCount(1);
});

test('a hostile link is refused in words, and the page goes on', async ({ page }) => {
  const bomb = deflateRawSync(Buffer.alloc(40_000_000, ' ')).toString('base64url');
  for (const [text, said] of [
    [`1.${bomb}`, 'larger than what can be opened'],
    ['1.%3Cscript%3Ealert(1)%3C/script%3E', 'cut or damaged'],
    [`9.${bomb.slice(0, 40)}`, 'newer version'],
    [
      `1.${deflateRawSync('{"version":1,"html":"<img src=x onerror=alert(1)>"}').toString('base64url')}`,
      'not made by',
    ],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`/en/${LESSON}#s=${text}`);
    await expect(page.locator('.toast')).toContainText(said, { timeout: 5000 });
  }
  await ready(page);
  await runCommand(page, 'alembic current');
  await expect(page.locator('.blk').last()).toContainText('abc123f0e1d2 (head)');
});

test('scripts in a shared journal stay text', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=1">';
  await openLesson(page, 'en');
  await runCommand(page, `echo '${evil}'`);
  await typeFile(page, `# ${evil}\n`);
  await expect(page.locator('.track li')).toHaveCount(3);
  const link = await linkOf(page);
  await page.goto('about:blank');
  await page.goto(link);
  await ready(page);
  await expect(page.locator('.blk').last()).toContainText(evil);
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img').count()).toBe(0);
});

test('steps, files, tables, revisions and panels have addresses', async ({ page }) => {
  await page.goto(`/en/${LESSON}#step=upgrade`);
  await expect(page.locator('li[data-step="upgrade"] details')).toHaveAttribute('open', '');
  await expect(page.locator('li[data-step="upgrade"] summary')).toBeFocused();
  await ready(page);
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await go('file=migrations/env.py&line=8');
  await expect(page.locator('[role="tab"][aria-selected="true"]', { hasText: 'env.py' })).toBeVisible();
  await go('revision=abc123');
  await expect(page.locator('[data-revision="abc123f0e1d2"] button').first()).toBeFocused();
  await page.setViewportSize({ width: 390, height: 800 });
  await go('table=users');
  await expect(page.locator('.db [data-table="users"]')).toBeVisible();
  await go('panel=term');
  await expect(page.locator('.prompt input')).toBeVisible();
  await go('file=../../etc/passwd&panel=<b>&table=nothing');
  await expect(page.locator('.prompt input')).toBeHidden();
});
