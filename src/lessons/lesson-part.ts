/** Takes parts of lessons' pages into another page: the words of a question stand in its lesson alone. */
import type { Language } from '../i18n/index.ts';

const pages = new Map<string, Promise<Document>>();

function pageOf(language: Language, lesson: string): Promise<Document> {
  const address = `/${language}/lessons/${lesson}/`;
  const page =
    pages.get(address) ??
    fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
  pages.set(address, page);
  return page;
}

/** @returns the question as an element of this page; undefined where its lesson has no such one any more. */
export async function questionOf(
  language: Language,
  lesson: string,
  quiz: string,
): Promise<{ readonly element: HTMLElement; readonly title: string } | undefined> {
  try {
    const page = await pageOf(language, lesson);
    const found = page.querySelector(`still-quiz[data-quiz="${CSS.escape(quiz)}"]`);
    if (!found) return undefined;
    const title = page.querySelector('h1')?.textContent ?? lesson;
    return { element: document.importNode(found, true) as HTMLElement, title };
  } catch {
    return undefined;
  }
}
