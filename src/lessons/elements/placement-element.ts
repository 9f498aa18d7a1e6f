/** `<still-placement>`: asks a question of each chapter and proposes the first chapter whose question was not known. */
import { dictionaryOf, isLanguage, type Language } from '../../i18n/index.ts';
import { questionOf } from '../lesson-part.ts';
import './quiz-element.ts';
import type { Verdict } from '../quiz-judge.ts';

class PlacementElement extends HTMLElement {
  private at = 0;

  connectedCallback(): void {
    this.addEventListener('still:answered', (event) =>
      this.judge((event as CustomEvent<Verdict>).detail.right),
    );
    this.button('unsure')?.addEventListener('click', () => this.propose());
    this.button('next')?.addEventListener('click', () => void this.ask(this.at + 1));
    this.button('again-all')?.addEventListener('click', () => void this.ask(0));
    void this.ask(0);
  }

  private language(): Language {
    const { language } = this.dataset;
    return isLanguage(language) ? language : 'ko';
  }

  private chapters(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-quiz-of]')];
  }

  private button(name: string): HTMLElement | null {
    return this.querySelector(`[data-${name}]`);
  }

  private show(shown: readonly string[]): void {
    for (const name of ['unsure', 'next', 'go', 'again-all']) {
      const button = this.button(name);
      if (button) button.hidden = !shown.includes(name);
    }
  }

  private say(text: string): void {
    const state = this.querySelector('[data-state]');
    if (state) state.textContent = text;
  }

  private async ask(at: number): Promise<void> {
    this.at = at;
    const chapters = this.chapters();
    const chapter = chapters[at];
    this.show([]);
    for (const [index, one] of chapters.entries()) one.dataset.known = index < at ? 'yes' : 'no';
    if (!chapter) return this.propose();
    const place = this.querySelector('[data-place]');
    const found = await questionOf(
      this.language(),
      chapter.dataset.lessonOf ?? '',
      chapter.dataset.quizOf ?? '',
    );
    if (!found) return void this.ask(at + 1);
    // What is missed here is no miss of a lesson.
    delete found.element.dataset.lesson;
    place?.replaceChildren(found.element);
    this.say(dictionaryOf(this.language()).placement.progress(at + 1, chapters.length));
    this.show(['unsure']);
  }

  private judge(right: boolean): void {
    if (right) this.show(['next']);
    else this.propose();
  }

  /** The chapter that the questions came to; the last one where all were known. */
  private propose(): void {
    const t = dictionaryOf(this.language()).placement;
    const chapters = this.chapters();
    const chapter = chapters[this.at];
    const begin = (chapter ?? chapters.at(-1))?.dataset.begin;
    this.say(chapter ? t.startHere(chapter.textContent ?? '') : t.knowsAll);
    const go = this.querySelector<HTMLAnchorElement>('[data-go]');
    if (go && begin !== undefined) go.href = begin;
    if (!chapter) this.querySelector('[data-place]')?.replaceChildren();
    this.show(['go', 'again-all']);
  }
}

customElements.define('still-placement', PlacementElement);
