/** `<still-result>`: fills the page of results from what this browser remembers. */
import { dictionaryOf, isLanguage } from '../../i18n/index.ts';
import { progressOf } from '../progress.ts';

class ResultElement extends HTMLElement {
  connectedCallback(): void {
    const language = isLanguage(this.dataset.language) ? this.dataset.language : 'ko';
    const t = dictionaryOf(language).result;
    const set = (root: ParentNode, name: string, text: string) => {
      const place = root.querySelector(`[data-${name}]`);
      if (place) place.textContent = text;
    };
    const total = { done: 0, lessons: 0, right: 0, questions: 0 };
    for (const row of this.querySelectorAll<HTMLElement>('[data-lessons-of]')) {
      const lessons = JSON.parse(row.dataset.lessonsOf ?? '[]') as { id: string; quizCount: number }[];
      const known = lessons.map(({ id }) => progressOf(id));
      const done = known.filter(({ finished }) => finished).length;
      const right = known.reduce((sum, { quiz }) => sum + Object.keys(quiz).length, 0);
      const questions = lessons.reduce((sum, { quizCount }) => sum + quizCount, 0);
      set(row, 'done', `${done}/${lessons.length}`);
      set(row, 'right', `${right}/${questions}`);
      total.done += done;
      total.lessons += lessons.length;
      total.right += right;
      total.questions += questions;
    }
    set(this, 'lessons', t.lessons(total.done, total.lessons));
    set(this, 'questions', t.questions(total.right, total.questions));
    set(this, 'today', new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date()));
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
  }
}

customElements.define('still-result', ResultElement);
