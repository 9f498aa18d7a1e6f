/** The error index: a pasted traceback is recognised in the page, and mended on a workbench that is broken in the same way. */
import { expect, test } from '@playwright/test';
import { expectNoViolations, expectTicks, ready } from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();

test('a pasted message leads to a broken workbench and out of it', async ({ page }) => {
  await page.goto('/ko/errors/');
  const box = page.getByRole('textbox');
  await box.fill('nothing that anybody knows');
  await expect(page.locator('.found-note')).toContainText('아는 메시지가 없습니다');
  await box.fill(
    '(.venv) PS C:\\shop> alembic revision --autogenerate\r\nFAILED: Target database is not up to date.\r\n',
  );
  await expect(page.locator('.found li')).toHaveCount(1);
  await expectNoViolations(page);
  await page.locator('.found a').click();
  await expect(page).toHaveURL('/ko/errors/not-up-to-date/');
  await expect(page.locator('.message').first()).toHaveText('  FAILED: Target database is not up to date.');
  await expectNoViolations(page);

  await page.getByRole('link', { name: '고장 난 작업대에서 고쳐 보기' }).click();
  await ready(page);
  await page.locator('li[data-step="meet"] [data-run]').click();
  await expect(page.locator('.blk').last()).toContainText('Target database is not up to date.');
  await expectTicks(page, ['meet']);
  await page.locator('li[data-step="out-1"] [data-run]').click();
  await expectTicks(page, ['meet', 'out-1']);
  await page.locator('li[data-step="out-2"] [data-run]').click();
  await expectTicks(page, ['meet', 'out-1', 'out-2']);
});
