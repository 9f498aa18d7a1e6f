/** Questions of every kind, answered wrong and right, with the mouse and with the keyboard. They need no engine. */
import { expect, test } from '@playwright/test';
import { expectNoViolations, LESSON, watchPage } from './lesson-page.ts';

let wrong: string[] = [];
test.beforeEach(async ({ page }) => {
  wrong = watchPage(page);
  // The engine's files do not come: what follows works without it.
  await page.route(/snapshot|pglite|worker/, (route) => route.fulfill({ status: 200, body: '' }));
  await page.goto(`/en/${LESSON}`);
});

test('a prediction whose options come from runs', async ({ page }) => {
  const quiz = page.locator('#quiz-what-it-writes');
  await expect(quiz.locator('.given')).toContainText('nickname = Column(String(30))');
  await expect(quiz.locator('[data-option="added"] code.made')).toHaveText(
    "op.add_column('users', sa.Column('nickname', sa.String(length=30), nullable=True))",
  );
  await quiz.locator('[data-option="nothing"] label').click();
  await quiz.getByRole('button', { name: 'Check my answer' }).click();
  await expect(quiz.locator('[data-option="nothing"] .why')).toBeVisible();
  await expect(quiz.locator('.verdict')).toHaveText('Not yet');
  await quiz.locator('[data-again]').click();
  await quiz.locator('[data-option="added"] label').click();
  await quiz.locator('[data-check]').click();
  await expect(quiz.locator('.verdict')).toHaveText('That is right');
});

test('lines are put in order with the keyboard', async ({ page }) => {
  const quiz = page.locator('#quiz-the-way');
  const order = () =>
    quiz.locator('[data-line]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.line));
  const right = ['edit', 'make', 'review', 'apply'];
  expect(await order()).not.toEqual(right);
  await quiz.locator('[data-check]').click();
  await expect(quiz.locator('[data-said-wrong=""]')).toBeVisible();
  await quiz.locator('[data-again]').click();
  for (const [index, id] of right.entries()) {
    while ((await order()).indexOf(id) > index) {
      const up = quiz.locator(`[data-line="${id}"] [data-move="up"]`);
      await up.focus();
      await page.keyboard.press('Enter');
    }
  }
  await quiz.locator('[data-check]').click();
  await expect(quiz.locator('[data-said-right]')).toBeVisible();
});

test('a command is typed', async ({ page }) => {
  const quiz = page.locator('#quiz-one-back');
  const field = quiz.locator('input');
  await field.fill('alembic downgrade');
  await field.press('Enter');
  await expect(quiz.locator('[data-said-wrong="no-target"]')).toBeVisible();
  await quiz.locator('[data-again]').click();
  await field.fill('alembic   downgrade "-1"');
  await field.press('Enter');
  await expect(quiz.locator('[data-said-right]')).toBeVisible();
  await expectNoViolations(page);
  expect(wrong.filter((one) => !/snapshot|WebAssembly|worker/i.test(one))).toEqual([]);
});

test('the dangerous line is marked, and the reason chosen', async ({ page }) => {
  await page.goto('/en/lessons/drills/half-applied/');
  const quiz = page.locator('#quiz-danger');
  const check = quiz.locator('[data-check]');
  await quiz.locator('[data-code-line="2"]').click();
  await quiz.locator('[data-option="commits"] label').click();
  await check.click();
  await expect(quiz.locator('[data-said-wrong="line"]')).toBeVisible();
  await expect(quiz.locator('[data-option="commits"] .why')).toBeHidden();
  await quiz.locator('[data-again]').click();
  await quiz.locator('[data-code-line="3"]').click();
  await quiz.locator('[data-option="slow"] label').click();
  await check.click();
  await expect(quiz.locator('[data-option="slow"] .why')).toBeVisible();
  await expect(quiz.locator('.verdict')).toHaveText('Not yet');
  await quiz.locator('[data-again]').click();
  await quiz.locator('[data-option="commits"] label').click();
  await quiz.locator('[data-code-line="3"]').click();
  await check.click();
  await expect(quiz.locator('.verdict')).toHaveText('That is right');
});
