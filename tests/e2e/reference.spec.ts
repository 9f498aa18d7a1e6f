/** Pages beside the lessons: search, review, cheat sheet, placement, results. None of them but the playground loads the engine. */
import { expect, test } from '@playwright/test';
import { expectNoViolations, openLesson, ready, runCommand } from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();

test('the search finds a Korean word whatever particle stands behind it', async ({ page }) => {
  await page.goto('/ko/search/');
  const field = page.getByRole('searchbox');
  const found = async (query: string) => {
    await field.fill(query);
    await expect(page.locator('.found-note')).toContainText('찾았습니다');
    await expect(page.locator('.results li').first()).toBeVisible();
    return page
      .locator('.results a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname).sort());
  };
  const bare = await found('마이그레이션');
  expect(bare.length).toBeGreaterThan(5);
  expect(bare.every((path) => path.startsWith('/ko/'))).toBe(true);
  await field.fill('');
  expect(await found('마이그레이션을')).toEqual(bare);
  await field.fill('up to date');
  await expect(page.locator('.results a[href*="not-up-to-date"]')).toBeVisible();
  await expectNoViolations(page);
});

test('a missed question comes back for review until it is right, and then on a later day', async ({
  page,
}) => {
  await page.goto('/en/review/');
  await expect(page.locator('[data-state]')).toContainText('missed no question');
  await page.goto('/en/lessons/workflow/add-columns/');
  const quiz = page.locator('#quiz-twice');
  await quiz.locator('[data-option="empty-file"] label').click();
  await quiz.locator('[data-check]').click();

  await page.goto('/en/review/');
  await expect(page.locator('[data-state]')).toContainText('1 question is waiting');
  await expectNoViolations(page);
  await page.locator('[data-option="refused"] label').click();
  await page.locator('[data-check]').click();
  await expect(page.locator('[data-state]')).toContainText('No question is waiting');
  await expect(page.locator('[data-later-list] li')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('[data-questions] still-quiz')).toHaveCount(0);
});

test('a line of the cheat sheet opens a playground with the line typed', async ({ page }) => {
  await page.goto('/en/commands/');
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Try it in the playground: alembic heads' }).click();
  await expect(page.locator('.prompt input')).toHaveValue('alembic heads', { timeout: 45_000 });
});

test('the placement test proposes the chapter at which one gets stuck', async ({ page }) => {
  await page.goto('/ko/start/');
  await expect(page.locator('[data-state]')).toContainText('1번째');
  await page.getByRole('button', { name: '잘 모르겠습니다' }).click();
  const first = page.locator('[data-quiz-of]').first();
  await expect(page.locator('[data-state]')).toContainText((await first.textContent()) ?? '?');
  await expect(page.locator('[data-go]')).toHaveAttribute(
    'href',
    (await first.getAttribute('data-begin')) ?? '?',
  );
  await expectNoViolations(page);
});

test('the page of results counts what this browser remembers', async ({ page }) => {
  await page.goto('/en/lessons/workflow/add-columns/');
  await page.locator('#quiz-model-only [data-option="nothing-changes"] label').click();
  await page.locator('#quiz-model-only [data-check]').click();
  await page.goto('/en/result/');
  await expect(page.locator('[data-questions]')).toContainText(/^1 of \d+ questions/);
  await expect(page.locator('[data-lessons]')).toContainText(/^0 of \d+ lessons/);
  await expectNoViolations(page);
});

test('the glossary points at its words, and a link to it has a picture', async ({ page }) => {
  await page.goto('/ko/glossary/#head');
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(picture).toContain('/og/ko/glossary.png');
  const { pathname } = new URL(picture ?? '', page.url());
  expect((await page.request.get(pathname)).headers()['content-type']).toBe('image/png');
  await expect(page.locator('#head')).toContainText('헤드');
  await expectNoViolations(page);
});

test('another language opens at the same work, and a step tells what it waits for', async ({ page }) => {
  await openLesson(page, 'en');
  await runCommand(page, 'alembic current');
  await page.locator('li[data-step="model"] [data-stuck-button]').click();
  const stuck = page.locator('li[data-step="model"] [data-stuck]');
  await expect(stuck).toContainText('a column phone in the model of users');
  await expect(stuck).toContainText('The last command was alembic current');
  await page.locator('[data-action="language"]').click();
  await ready(page);
  await expect(page).toHaveURL(/\/ko\/lessons\//);
  await expect(page.locator('.blk')).toHaveCount(1);
  await expect(page.locator('.blk')).toContainText('alembic current');
});

test('the bar at the top fits a phone in both languages', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/en/', '/en/lessons/', '/ko/errors/', '/en/play/']) {
    await page.goto(path);
    const beyond = await page
      .locator('header a, header button')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().right > 390).map((one) => one.outerHTML),
      );
    expect(beyond, path).toEqual([]);
  }
});

test('the pages for one’s own computer and for instructors are there', async ({ page }) => {
  await page.goto('/en/own/workflow/');
  await page.locator('summary', { hasText: 'Windows' }).click();
  await expect(page.locator('details[open]', { hasText: 'Windows' })).toContainText('Activate.ps1');
  await expect(page.locator('details[open]', { hasText: 'Windows' })).toContainText(
    `psql -U learner -d app -c "UPDATE users SET email = 'haneul@example.com' WHERE username = 'haneul'"`,
  );
  await expectNoViolations(page);
  await page.goto('/ko/answers/workflow/add-columns/');
  await expect(page.locator('main')).toContainText('Column(DateTime, nullable=True)');
  await expectNoViolations(page);
});
