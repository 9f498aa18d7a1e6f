/** The lesson page as a person uses it, for the browser tests and the screenshots. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const LESSON = 'lessons/workflow/add-columns/';

export const CHANGED_MODEL = `from sqlalchemy import Column, DateTime, Integer, String

from app.models.base import Base


class User(Base):
    __tablename__ = "users"

    id = Column(Integer, primary_key=True)
    username = Column(String(50), nullable=False)
    phone = Column(String(20), nullable=True)
    birth_date = Column(DateTime, nullable=True)
`;

export const COMMANDS = {
  revision: 'alembic revision --autogenerate -m "Add phone and birth_date to users"',
  upgrade: 'alembic upgrade head',
  current: 'alembic current',
  downgrade: 'alembic downgrade -1',
} as const;

/** Collects everything that must not happen on a page: errors, refused sources, requests to strangers. */
export function watchPage(page: Page): string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.protocol === 'blob:' || url.protocol === 'data:' || url.hostname === 'localhost';
    if (!own) wrong.push(`request: ${request.url()}`);
  });
  return wrong;
}

/** Opens the lesson and waits until the workbench can be used. */
export async function openLesson(page: Page, language: 'ko' | 'en' = 'ko'): Promise<void> {
  await page.goto(`/${language}/${LESSON}`);
  await ready(page);
}

/** Waits until the workbench shows rows. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('.db table.rows').first()).toBeAttached({ timeout: 45_000 });
  await expect(page.locator('.boot')).toHaveCount(0, { timeout: 45_000 });
}

/** Types a command into the terminal and waits for its end. */
export async function runCommand(page: Page, line: string): Promise<void> {
  const prompt = page.locator('.prompt input');
  const blocks = page.locator('.blk:not(.running)');
  const before = await blocks.count();
  await prompt.fill(line);
  await prompt.press('Enter');
  await expect(blocks).toHaveCount(before + 1);
}

/** Replaces the text of the open file, by pasting. */
export async function typeFile(page: Page, text: string): Promise<void> {
  const plain = page.locator('textarea.plain-editor');
  if (await plain.isVisible()) {
    await plain.fill(text);
    return;
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.monaco .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press('Control+V');
}

/** Adds the two columns to the open model key by key, with the editor in focus. */
export async function typeColumns(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type(', DateTime');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('    phone = Column(String(20), nullable=True)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('birth_date = Column(DateTime, nullable=True)');
}

/** Waits until exactly these steps are ticked. */
export async function expectTicks(page: Page, steps: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('li.step.done')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.step)),
    )
    .toEqual(steps);
}

/** The same page: axe brings a copy of Playwright's types of its own. */
type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

/** axe finds nothing on the page as it is. @param within a selector: nothing else is looked at. */
export async function expectNoViolations(page: Page, within = 'html'): Promise<void> {
  const axe = new AxeBuilder({ page: page as unknown as AxePage }).include(within);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
}
