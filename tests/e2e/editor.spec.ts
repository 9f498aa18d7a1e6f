/** The editor knows what the engine knows: names, signatures, mistakes and the ways out of them, and where a name leads. */
import { expect, type Page, test } from '@playwright/test';
import {
  CHANGED_MODEL,
  COMMANDS,
  expectNoViolations,
  openLesson,
  runCommand,
  typeFile,
} from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();
test.beforeEach(async ({ page }) => {
  await openLesson(page, 'en');
});

const squiggle = (page: Page) => page.locator('.monaco .squiggly-error, .monaco .squiggly-warning');
/** Opens the list of ways out at the cursor and takes the first. */
async function takeFix(page: Page, title: string): Promise<void> {
  const list = page.locator('.action-widget').first();
  // Marks that come while the list opens take it away: one presses again.
  await expect(async () => {
    await page.keyboard.press('Control+.');
    await expect(list).toContainText(title, { timeout: 3000 });
  }).toPass();
  await page.keyboard.press('Enter');
}
const textOf = (page: Page) =>
  page
    .locator('.monaco .view-lines')
    .evaluate((lines) => (lines as HTMLElement).innerText.replaceAll('\u00a0', ' '));

test('names are completed and explained with their real signatures', async ({ page }) => {
  await typeFile(page, 'import sqlalchemy as sa\nfrom alembic import op\n\n');
  await page.keyboard.type('sa.DateT');
  await expect(page.locator('.suggest-widget')).toContainText('DateTime');
  // The one that is chosen, too, can be read.
  await expectNoViolations(page, '.suggest-widget .focused');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('op.add_column(');
  await expect(page.locator('.parameter-hints-widget')).toContainText('table_name, column, *, schema=None');
  await page.keyboard.press('Escape');
  await page.locator('.monaco .view-lines').getByText('add_column').hover();
  await expect(page.locator('.monaco-hover', { hasText: 'inline_references=None' }).first()).toBeVisible();
  // What the file defines itself, with what its classes inherit, and what a model of another file brings.
  await typeFile(
    page,
    'from app.models.base import Base\n\nclass Book(Base):\n    __tablename__ = "books"\n    def shout(self, times):\n        return times\n\nbook = Book()\n',
  );
  const offered = page.locator('.suggest-widget .monaco-list-row');
  for (const [typed, member, taken] of [
    ['Book.meta', 'metadata', 'Book.metadata'],
    ['book.sho', 'shout', 'book.shout'],
    ['Base.regis', 'registry', 'Base.registry'],
  ] as const) {
    await page.keyboard.type(typed);
    await expect(offered.filter({ hasText: member })).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect.poll(() => textOf(page)).toContain(taken);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('book.shout(');
  await expect(page.locator('.parameter-hints-widget')).toContainText('book.shout(times)');
});

test('a forgotten comma is marked and mended', async ({ page }) => {
  await typeFile(page, 'x = [\n    "a"\n    1,\n]\n');
  await expect(squiggle(page).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.zone-widget').first()).toContainText('forgot a comma');
  await page.keyboard.press('Escape');
  await takeFix(page, 'Insert the comma');
  await expect.poll(() => textOf(page)).toContain('"a",');
  await expect(squiggle(page)).toHaveCount(0);
});

test('a missing import is marked where the dry run stumbles, and mended', async ({ page }) => {
  await typeFile(page, CHANGED_MODEL.replace('Column, DateTime, Integer', 'Column, Integer'));
  await expect(squiggle(page).first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.zone-widget').first()).toContainText('DateTime');
  await page.keyboard.press('Escape');
  await takeFix(page, 'Import DateTime');
  // The dry run's line is in view, the first line is not.
  await page.keyboard.press('Control+Home');
  await expect.poll(() => textOf(page)).toContain('from sqlalchemy import Column, Integer, String, DateTime');
  await expect(squiggle(page)).toHaveCount(0);
});

test('a column leads to the migration that made it, and the migration back to the model', async ({
  page,
}) => {
  await page.locator('.monaco .view-lines').getByText('username').first().click();
  await page.keyboard.press('F12');
  await expect(page.locator('.tablist [role="tab"][aria-selected="true"]')).toContainText('abc123');
  await page.locator('.monaco .view-lines').getByText('users').last().click();
  await page.keyboard.press('F12');
  await expect(page.locator('.tablist [role="tab"][aria-selected="true"]')).toContainText('user.py');
});

test('what changed since the last run is shown line by line, and a revision beside the models', async ({
  page,
}) => {
  await runCommand(page, 'alembic current');
  await typeFile(page, CHANGED_MODEL);
  await page.getByRole('button', { name: 'Show what changed since the last run' }).click();
  await expect(page.locator('.diff ins').nth(1)).toContainText('phone');
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  await expect(page.locator('.monaco .view-lines')).toBeVisible();
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, 'sed -i "s/length=20/length=30/" migrations/versions/*_add_*.py');
  await page.locator('.graph [data-revision] button').first().click();
  await page.getByRole('button', { name: 'Compare with the models' }).press('Enter');
  const view = page.locator('.model-diff');
  await expect(view).toContainText('Differs from the models in 1 place.');
  await expect(view.locator('[data-part="upgrade"] li[data-kind="changed"]')).toContainText('users.phone');
  await expect(view.locator('.in-model mark')).toHaveText('20');
  await expect(view.locator('.in-revision mark')).toHaveText('30');
  await expect(view.locator('[data-part="upgrade"] li[data-kind="same"]')).toContainText('users.birth_date');
  await expectNoViolations(page);
  await runCommand(page, 'sed -i "s/length=30/length=20/" migrations/versions/*_add_*.py');
  await expect(view).toContainText('This file does just what the models say now.');
  // The tabs go by the arrow keys, and a model's line opens in the editor.
  await page.getByRole('tab', { name: 'With the models' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'With the last run' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await view.locator('.md-links button', { hasText: 'user.py' }).first().press('Enter');
  await expect(page.locator('.monaco .view-lines')).toContainText('phone');
});
