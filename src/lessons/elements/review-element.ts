/** `<still-review>`: the questions whose day has come, one after the other, and when the others come. */
import { dictionaryOf, isLanguage, type Language } from '../../i18n/index.ts';
import { questionOf } from '../lesson-part.ts';
import './quiz-element.ts';
import { dueItems, isKnown, readReview } from '../review.ts';

const AT_ONCE = 5;

class ReviewElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('still:answered', () => this.showState());
    this.showState();
    void this.ask();
  }

  private language(): Language {
    const { language } = this.dataset;
    return isLanguage(language) ? language : 'ko';
  }

  private async ask(): Promise<void> {
    const place = this.querySelector('[data-questions]');
    for (const id of dueItems(readReview(), Date.now()).slice(0, AT_ONCE)) {
      const [lesson = '', quiz = ''] = id.split('#');
      const found = await questionOf(this.language(), lesson, quiz);
      if (!found || !place) continue;
      const section = document.createElement('section');
      const link = document.createElement('a');
      link.href = `/${this.language()}/lessons/${lesson}/#quiz-${quiz}`;
      link.textContent = found.title;
      link.className = 'from';
      section.append(link, found.element);
      place.append(section);
    }
  }

  private showState(): void {
    const t = dictionaryOf(this.language()).review;
    const review = readReview();
    const items = Object.values(review.items);
    const due = dueItems(review, Date.now()).length;
    const known = items.filter(isKnown).length;
    const state = this.querySelector('[data-state]');
    if (state) {
      state.textContent =
        items.length === 0 ? t.nothing : `${due > 0 ? t.due(due) : t.noneToday} ${t.known(known)}`;
    }
    const empty = this.querySelector<HTMLElement>('[data-empty]');
    if (empty) empty.hidden = due > 0;
    this.showLater();
  }

  private showLater(): void {
    const later = this.querySelector<HTMLElement>('[data-later]');
    const list = this.querySelector('[data-later-list]');
    if (!later || !list) return;
    const days = new Map<string, number>();
    const format = new Intl.DateTimeFormat(this.language(), {
      month: 'long',
      day: 'numeric',
      weekday: 'short',
    });
    const waiting = Object.values(readReview().items).filter(
      (item) => !isKnown(item) && item.due > Date.now(),
    );
    for (const { due } of waiting.sort((a, b) => a.due - b.due)) {
      const day = format.format(due);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    later.hidden = days.size === 0;
    const t = dictionaryOf(this.language()).review;
    list.replaceChildren(
      ...[...days].map(([day, count]) => {
        const item = document.createElement('li');
        item.textContent = t.on(day, count);
        return item;
      }),
    );
  }
}

customElements.define('still-review', ReviewElement);
