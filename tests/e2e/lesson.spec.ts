/** The tour of the lesson: by typing, in any order, with a reload, undo and reset; and with the keyboard alone. */
import { expect, type Page, test } from '@playwright/test';
import {
  CHANGED_MODEL,
  COMMANDS,
  expectNoViolations,
  expectTicks,
  openLesson,
  ready,
  runCommand,
  typeColumns,
  typeFile,
  watchPage,
} from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

const forgive = watchEveryPage();

const lastBlock = (page: Page) => page.locator('.blk').last();
const column = (page: Page, name: string) => page.locator('.db th', { hasText: name });

test('the lesson is learned by typing, over a reload, with undo and reset', async ({ page }) => {
  await openLesson(page);
  await expectTicks(page, []);

  await page.locator('.monaco .view-lines').click();
  await typeColumns(page);
  await expectTicks(page, ['model']);
  await expect(column(page, 'phone')).toHaveCount(0);

  await runCommand(page, COMMANDS.revision);
  await expect(lastBlock(page)).toContainText("Detected added column 'users.phone'");
  await expect(lastBlock(page)).toContainText('...  done');
  await expectTicks(page, ['model', 'revision']);

  await page.reload();
  await ready(page);
  await expectTicks(page, ['model', 'revision']);

  await page.locator('[role="tab"][data-place="revision"]').click();
  await expectTicks(page, ['model', 'revision', 'review']);

  await runCommand(page, COMMANDS.upgrade);
  await expect(column(page, 'phone')).toHaveClass(/new/);
  await expect(page.locator('.db td.null').first()).toHaveText('NULL');
  await runCommand(page, COMMANDS.current);
  await expect(lastBlock(page)).toContainText('(head)');
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current']);

  await runCommand(page, COMMANDS.downgrade);
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current', 'downgrade']);
  await expect(page.locator('.db tbody tr')).toHaveCount(3);

  await page.locator('.time button').first().click();
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current']);
  await page.locator('.time button').nth(1).click();
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current', 'downgrade']);

  await page.locator('.top [data-reset]').click();
  await page.locator('#reset-dialog button[value="reset"]').click();
  await expectTicks(page, []);
  await expect(page.locator('.blk')).toHaveCount(0);
  await expect(page.locator('.track li')).toHaveCount(1);
});

test('steps tick in another order and by other ways', async ({ page }) => {
  await openLesson(page, 'en');
  await runCommand(page, 'alembic revision --autogenerate -m "too early"');
  await expect(page.locator('[data-say="empty-file"]')).toBeVisible();
  await page.locator('.time button').first().click();
  await expect(page.locator('[data-say="empty-file"]')).toBeHidden();

  await typeFile(page, CHANGED_MODEL.replaceAll('Column(String(20), nullable=True)', 'String(20)'));
  await expect(page.locator('[data-say="bare-type"]')).toBeVisible();
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await expectTicks(page, ['model', 'revision', 'upgrade']);
  await runCommand(page, 'cat migrations/versions/*_add_phone_and_birth_date_to_users.py');
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade']);
});

test('what goes wrong is said in Python and in the shell, and the workspace stays', async ({ page }) => {
  await openLesson(page);
  await runCommand(page, 'alembik current');
  await expect(lastBlock(page)).toContainText('command not found');
  await typeFile(page, 'class User(Base:\n    pass\n');
  await runCommand(page, 'alembic check');
  await expect(lastBlock(page)).toContainText('SyntaxError');
  await typeFile(page, 'import nothing_here\n');
  await runCommand(page, 'alembic check');
  await expect(lastBlock(page)).toContainText("ModuleNotFoundError: No module named 'nothing_here'");
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, 'alembic current');
  await expect(lastBlock(page)).toContainText('abc123f0e1d2 (head)');

  // Long output is folded in its middle; what is known leads to the error index.
  await runCommand(page, `python -c "for i in range(200): print('line', i)"`);
  await expect(lastBlock(page)).not.toContainText('line 100');
  await lastBlock(page).locator('.fold').click();
  await expect(lastBlock(page)).toContainText('line 100');
  await runCommand(page, 'alembic upgrade nothere');
  await expect(lastBlock(page).locator('.explained')).toHaveAttribute('open', '');
  const entry = lastBlock(page).locator('.index-entry a');
  // It came after the command's end, and is in view all the same.
  await expect(entry).toBeInViewport();
  await expect(entry).toHaveAttribute('href', /^\/ko\/errors\/[\w-]+\/$/);
  expect((await page.request.get((await entry.getAttribute('href'))!)).status()).toBe(200);
});

test('values that are gone are counted, and come back by undo', async ({ page }) => {
  await openLesson(page);
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await page.locator('#database-sql').click();
  await page
    .locator('.sql-input textarea')
    .fill("UPDATE users SET phone = '010-2741-0093' WHERE username = 'jiwoo'");
  await page.locator('.sql-input button').click();
  await expect(page.locator('.answer')).toContainText('UPDATE 1');
  await page.locator('#database-rows').click();
  await runCommand(page, COMMANDS.downgrade);
  await expect(page.locator('.db .gone .v')).toHaveText('010-2741-0093');
  await expect(page.locator('.lostnote')).toContainText('1');
  await page.locator('.lostnote button').click();
  await expect(page.locator('.db td', { hasText: '010-2741-0093' })).toBeVisible();
});

test('the whole lesson can be done with the keyboard alone', async ({ page }) => {
  await openLesson(page);
  const focus = async (selector: string, key = 'Tab') => {
    for (let presses = 0; presses < 120; presses++) {
      await page.keyboard.press(key);
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`${key} never reaches ${selector}`);
  };
  const focusBack = (selector: string) => focus(selector, 'Shift+Tab');
  await focus('.monaco textarea, .monaco .native-edit-context');
  await typeColumns(page);
  await expectTicks(page, ['model']);
  // Ctrl+M gives Tab back to the page.
  await page.keyboard.press('Control+M');
  await focus('.prompt input');
  await page.keyboard.type(COMMANDS.revision);
  await page.keyboard.press('Enter');
  await expectTicks(page, ['model', 'revision']);
  await page.keyboard.type(COMMANDS.upgrade);
  await page.keyboard.press('Enter');
  await expectTicks(page, ['model', 'revision', 'upgrade']);
  // The review: back to the editor's tabs, where the new file is.
  await focusBack('.tablist [role="tab"]');
  await page.keyboard.press('ArrowRight');
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade']);
  await focus('.prompt input');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.prompt input')).toHaveValue(COMMANDS.upgrade);
  await page.keyboard.press('Control+U');
  await page.keyboard.type(COMMANDS.current);
  await page.keyboard.press('Enter');
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current']);
  await page.keyboard.type(COMMANDS.downgrade);
  await page.keyboard.press('Enter');
  await expectTicks(page, ['model', 'revision', 'review', 'upgrade', 'current', 'downgrade']);
});

test('switching the language keeps the work', async ({ page }) => {
  await openLesson(page);
  await typeFile(page, CHANGED_MODEL);
  await expectTicks(page, ['model']);
  await page.locator('.top .lang').click();
  await ready(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectTicks(page, ['model']);
});

test('a second tab says so, and can go on with a copy', async ({ page, context }) => {
  await openLesson(page);
  await typeFile(page, CHANGED_MODEL);
  await expectTicks(page, ['model']);
  const second = await context.newPage();
  const wrongThere = watchPage(second);
  await openLesson(second);
  await expect(second.locator('.toast')).toBeVisible();
  await second.locator('.toast button').first().click();
  await expect(second.locator('.toast')).toHaveCount(0);
  await runCommand(second, COMMANDS.revision);
  await expectTicks(second, ['model', 'revision']);
  await expectTicks(page, ['model']);

  // The browser has no room any more: it is said, work goes on, and it can be taken along.
  await second.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await runCommand(second, COMMANDS.upgrade);
  await expect(second.locator('.toast')).toContainText('저장 공간');
  await expectTicks(second, ['model', 'revision', 'upgrade']);
  const downloading = second.waitForEvent('download');
  await second.locator('.toast button', { hasText: '내려받기' }).click();
  expect((await downloading).suggestedFilename()).toBe('stillhouse.json');
  expect(wrongThere).toEqual([]);
});

test('keys reach every pane, and the palette finds commands', async ({ page }) => {
  await openLesson(page, 'en');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('terminal');
  await page.keyboard.press('Enter');
  await expect(page.locator('.prompt input')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('.graph button').first()).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('#database-view')).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.locator('dialog.shortcuts')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.time button').first().focus();
});

test('files are made, renamed and deleted, and undo brings them back', async ({ page }) => {
  await openLesson(page, 'en');
  await page.locator('.tree-head button').first().click();
  await page.locator('dialog[open] input').fill('app/models/order.py');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tree .row', { hasText: 'order.py' })).toBeVisible();
  await page.locator('.tree .row', { hasText: 'order.py' }).focus();
  await page.keyboard.press('F2');
  await page.locator('dialog[open] input').fill('app/models/sale.py');
  await page.keyboard.press('Enter');
  await expect(page.locator('.tree .row', { hasText: 'sale.py' })).toBeVisible();
  await expect(page.locator('.tree .row', { hasText: 'order.py' })).toHaveCount(0);
  await page.locator('.tree .row', { hasText: 'sale.py' }).focus();
  await page.keyboard.press('Delete');
  await page.locator('dialog[open] button[type="submit"]').click();
  await expect(page.locator('.tree .row', { hasText: 'sale.py' })).toHaveCount(0);
  await page.locator('.time button').first().click();
  await expect(page.locator('.tree .row', { hasText: 'sale.py' })).toBeVisible();
});

for (const width of [1440, 820, 390]) {
  test(`axe finds nothing at ${width}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openLesson(page);
    await expectNoViolations(page);
    for (const panel of width < 1100 ? ['code', 'rev', 'db'] : []) {
      await page.locator(`[data-go-panel="${panel}"]`).click();
      await expectNoViolations(page);
    }
    for (const address of ['/', '/en/', '/ko/lessons/', '/nowhere/']) {
      await page.emulateMedia({
        colorScheme: address === '/en/' ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      await page.goto(address);
      await expectNoViolations(page);
    }
    // The page that is not there is answered with 404, which the console reports.
    forgive('404');
  });
}

test('axe finds nothing in the dark, with changes, losses, errors and sheets in view', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLesson(page);
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.revision);
  await expectNoViolations(page);
  await runCommand(page, COMMANDS.upgrade);
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-sql]')?.click());
  await expect(page.locator('.db td', { hasText: '010-2741-0093' })).toBeVisible();
  await runCommand(page, COMMANDS.downgrade);
  await expect(page.locator('.lostnote')).toBeVisible();
  await expectNoViolations(page);
  await page.locator('#database-diagram').click();
  await expectNoViolations(page);
  await page.locator('#database-sql').click();
  await page.locator('.top [data-palette]').click();
  await expectNoViolations(page);
});
