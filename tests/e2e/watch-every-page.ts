/** What no test of a file may meet on its page. */
import { expect, test } from '@playwright/test';
import { watchPage } from './lesson-page.ts';

/**
 * Watches the page of every test of the file that calls it; what goes wrong there fails the test at its end.
 * @returns forgives what is expected to go wrong, by a piece of its text
 */
export function watchEveryPage(): (text: string) => void {
  let wrong: string[] = [];
  test.beforeEach(({ page }) => {
    wrong = watchPage(page);
  });
  test.afterEach(() => {
    expect(wrong).toEqual([]);
  });
  return (text) => {
    wrong = wrong.filter((one) => !one.includes(text));
  };
}
