/** The front page's miniature: a still, until it is touched; then the model that is typed, the file and the table are real. */
import { expect, test } from '@playwright/test';
import { expectNoViolations, watchPage } from './lesson-page.ts';

test('a model is edited, a revision made and applied, without leaving the page', async ({ page }) => {
  const wrong = watchPage(page);
  await page.goto('/en/');
  await expectNoViolations(page);
  const head = page.locator('[data-head]');
  await page.locator('[data-go="database"]').click();
  await expect(head).toContainText('phone', { timeout: 45_000 });
  await expect(page.locator('[data-note]')).toContainText('1 column added');

  await page.getByRole('textbox').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('    nickname = Column(String(30))');
  await page.locator('[data-go="revision"]').click();
  await expect(page.locator('[data-revision-text]')).toContainText(
    "op.add_column('users', sa.Column('nickname'",
  );
  await expect(head).not.toContainText('nickname');
  await page.locator('[data-go="revision"]').click();
  await expect(page.locator('[data-note]')).toContainText('Target database is not up to date.');
  await page.locator('[data-go="database"]').click();
  await expect(head).toContainText('nickname');
  await expectNoViolations(page);

  // On tablets the three stand one below the other, and the model is still there to be read and typed.
  await page.setViewportSize({ width: 820, height: 1180 });
  const { height = 0 } = (await page.getByRole('textbox').boundingBox()) ?? {};
  expect(height).toBeGreaterThan(120);

  await page.locator('[data-start-over]').click();
  await expect(head).not.toContainText('phone', { timeout: 45_000 });
  expect(wrong).toEqual([]);
});
