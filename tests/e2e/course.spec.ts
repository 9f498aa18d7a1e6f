/** The course in the browser: one chapter by typing, every other lesson by playing its solution, step by step, as its button does. */
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { Deed } from '../../src/lessons/actions.ts';
import { lessonIds, lessonSolution } from '../../src/lessons/files/lesson-files.ts';
import { expectTicks, ready, runCommand, typeFile, watchPage } from './lesson-page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPED = 'why/';
const ids = lessonIds(ROOT);

const stepsOf = (id: string) => [...new Set(lessonSolution(ROOT, id).map(({ step }) => step))];

async function typeAction(page: Page, action: Deed): Promise<void> {
  if (action.do === 'run') await runCommand(page, action.line);
  else if (action.do === 'sql') {
    await page.locator('#database-sql').click();
    await page.locator('.sql-input textarea').fill(action.sql);
    await page.locator('.sql-input button').click();
    await expect(page.locator('.answer').first()).toContainText(action.sql.slice(0, 40));
    await page.locator('#database-rows').click();
  } else if (action.do === 'write') {
    await page.locator('[role="tab"]', { hasText: action.path.split('/').at(-1)! }).click();
    await typeFile(page, action.text);
  } else if (action.do === 'delete') await runCommand(page, `rm ${action.path}`);
  else throw new Error('the typed chapter presses no round trip');
}

for (const id of ids.filter((one) => one.startsWith(TYPED))) {
  test(`${id} is learned by typing`, async ({ page }) => {
    const wrong = watchPage(page);
    await page.goto(`/ko/lessons/${id}/`);
    await ready(page);
    await expectTicks(page, []);
    const solution = lessonSolution(ROOT, id);
    const done = new Set<string>();
    for (const [index, { step, action }] of solution.entries()) {
      await typeAction(page, action);
      if (solution[index + 1]?.step === step) continue;
      done.add(step);
      await expect(page.locator(`li[data-step="${step}"]`)).toHaveClass(/done/);
    }
    await expectTicks(page, [...done]);
    expect(wrong).toEqual([]);
  });
}

/** Presses the solution of every step, each when the one before is done. @returns the steps that were not. */
async function playSolutions(page: Page, steps: readonly string[]): Promise<string[]> {
  return page.evaluate(async (names) => {
    const item = (step: string) => document.querySelector<HTMLElement>(`li[data-step="${step}"]`);
    const isDone = (step: string) => item(step)?.classList.contains('done') ?? false;
    const settled = async (step: string) => {
      for (let waited = 0; waited < 15_000 && !isDone(step); waited += 25)
        await new Promise((wake) => setTimeout(wake, 25));
    };
    for (const step of names) {
      item(step)?.querySelector<HTMLElement>('[data-apply]')?.click();
      await settled(step);
    }
    return names.filter((step) => !isDone(step));
  }, steps);
}

test('every other lesson is done by its own solution', async ({ page, context }) => {
  test.setTimeout(420_000);
  const rest = ids.filter((one) => !one.startsWith(TYPED));
  const wrong: string[] = [];
  const undone: string[] = [];
  const play = async (own: Page, lessons: readonly string[], language: string) => {
    const seen = watchPage(own);
    await own.setViewportSize({ width: 390, height: 844 });
    await own.emulateMedia({ reducedMotion: 'reduce' });
    for (const id of lessons) {
      await own.goto(`/${language}/lessons/${id}/`);
      await own.waitForFunction(
        () => document.querySelector('.prompt input') && !document.querySelector('.boot'),
      );
      const left = await playSolutions(own, stepsOf(id));
      if (left.length > 0) undone.push(`${id}: ${left.join(', ')}`);
    }
    wrong.push(...seen);
  };
  // Two at a time: while one page starts its engine, the other one works.
  await Promise.all([
    play(
      page,
      rest.filter((_, index) => index % 2 === 0),
      'ko',
    ),
    play(
      await context.newPage(),
      rest.filter((_, index) => index % 2 === 1),
      'en',
    ),
  ]);
  expect(undone).toEqual([]);
  expect(wrong).toEqual([]);
});
