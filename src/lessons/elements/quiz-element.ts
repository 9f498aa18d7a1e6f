/** `<still-quiz>`: a question whose every answer is explained at once, and asked again until it is right. Needs no engine. */
import { keepProgress, progressOf } from '../progress.ts';
import { type Answer, judge, type QuizKey, shuffled, type Verdict } from '../quiz-judge.ts';
import { answered, itemId, readReview, replaceReview } from '../review.ts';

class QuizElement extends HTMLElement {
  private tries = 0;

  connectedCallback(): void {
    const name = `quiz-${this.dataset.quiz ?? ''}`;
    for (const radio of this.inputs('[data-option] input')) radio.name = name;
    for (const radio of this.inputs('[data-code-line] input')) radio.name = `${name}-line`;
    this.button('check')?.addEventListener('click', () => this.check());
    this.button('again')?.addEventListener('click', () => this.again());
    this.querySelector('input[type="text"]')?.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key !== 'Enter' || this.button('check')?.hidden) return;
      // The focus goes to another button, which the same key would press.
      event.preventDefault();
      this.check();
    });
    this.addEventListener('click', (event) => this.move(event));
    const key = this.key();
    if (key.kind === 'order') this.arrange(shuffled(key.orders[0]!, key.orders));
  }

  private key(): QuizKey {
    return JSON.parse(this.dataset.key ?? 'null') as QuizKey;
  }

  private inputs(selector: string): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(selector)];
  }

  private button(name: 'check' | 'again'): HTMLButtonElement | null {
    return this.querySelector(`[data-${name}]`);
  }

  private answer(): Answer {
    const checked = (selector: string) => this.inputs(selector).find((input) => input.checked)?.value;
    const line = checked('[data-code-line] input');
    return {
      option: checked('[data-option] input'),
      line: line === undefined ? undefined : Number(line),
      order: this.lines().map((item) => item.dataset.line ?? ''),
      text: this.inputs('input[type="text"]')[0]?.value ?? '',
    };
  }

  private check(): void {
    const answer = this.answer();
    const verdict = judge(this.key(), answer);
    if (!verdict) {
      this.verdict(this.dataset.choose ?? '');
      return;
    }
    this.tries++;
    this.explain(answer, verdict);
    this.verdict((verdict.right ? this.dataset.right : this.dataset.wrong) ?? '');
    this.lock(true);
    this.swap(true, !verdict.right);
    this.remember(verdict.right);
    this.dispatchEvent(new CustomEvent('still:answered', { bubbles: true, detail: verdict }));
  }

  private again(): void {
    for (const radio of this.inputs('input[type="radio"]')) radio.checked = false;
    for (const place of this.querySelectorAll<HTMLElement>('[data-option], [data-code-line]'))
      place.classList.remove('ok', 'no', 'dim');
    for (const why of this.querySelectorAll<HTMLElement>('.why')) why.hidden = true;
    this.verdict('');
    this.lock(false);
    this.swap(false, false);
    this.querySelector<HTMLElement>('input, [data-move]')?.focus();
  }

  /** Marks what was chosen and shows what is to be said about it. */
  private explain({ option, line }: Answer, { right, wrong }: Verdict): void {
    const mark = (place: HTMLElement, chosen: boolean, good: boolean) => {
      place.classList.toggle('ok', chosen && good);
      place.classList.toggle('no', chosen && !good);
      place.classList.toggle('dim', !chosen);
    };
    const lineIsRight = wrong !== 'line';
    for (const place of this.querySelectorAll<HTMLElement>('[data-code-line]'))
      mark(place, place.dataset.codeLine === String(line), lineIsRight);
    for (const place of this.querySelectorAll<HTMLElement>('[data-option]')) {
      const chosen = place.dataset.option === option;
      // Where the line is wrong, nothing is said about the reason yet.
      if (lineIsRight) mark(place, chosen, right);
      const why = place.querySelector<HTMLElement>('.why');
      if (why) why.hidden = !chosen || !lineIsRight;
    }
    const named = this.querySelector<HTMLElement>(`[data-said-wrong="${CSS.escape(wrong ?? '')}"]`);
    const said = right
      ? this.querySelector<HTMLElement>('[data-said-right]')
      : (named ?? this.querySelector<HTMLElement>('[data-said-wrong=""]'));
    if (said) said.hidden = false;
  }

  private lock(locked: boolean): void {
    for (const input of this.inputs('input')) input.disabled = locked;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-move]')) button.disabled = locked;
    if (!locked) this.showEnds();
  }

  private verdict(text: string): void {
    const place = this.querySelector('.verdict');
    if (place) place.textContent = text;
  }

  private swap(answeredNow: boolean, again: boolean): void {
    const check = this.button('check');
    const retry = this.button('again');
    if (check) check.hidden = answeredNow;
    if (retry) {
      retry.hidden = !again;
      if (again) retry.focus();
    }
  }

  // --- lines in order ---

  private lines(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-line]')];
  }

  private arrange(order: readonly string[]): void {
    const items = this.lines();
    const parent = items[0]?.parentElement;
    if (!parent) return;
    for (const id of order) {
      const item = items.find((one) => one.dataset.line === id);
      if (item) parent.append(item);
    }
    this.showEnds();
  }

  private move(event: Event): void {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-move]') : null;
    const item = button?.closest<HTMLElement>('[data-line]');
    if (!button || !item) return;
    const up = button.dataset.move === 'up';
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (up) other.before(item);
    else other.after(item);
    this.showEnds();
    // Moving an element takes the focus away from its button.
    const next = button.disabled
      ? item.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)')
      : button;
    next?.focus();
  }

  private showEnds(): void {
    const items = this.lines();
    for (const [index, item] of items.entries()) {
      const [up, down] = item.querySelectorAll<HTMLButtonElement>('[data-move]');
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === items.length - 1;
    }
  }

  private remember(right: boolean): void {
    const lesson = this.dataset.lesson;
    const id = this.dataset.quiz;
    if (lesson === undefined || id === undefined) return;
    replaceReview(answered(readReview(), itemId(lesson, id), right, Date.now()));
    const { quiz } = progressOf(lesson);
    if (right) keepProgress(lesson, { quiz: { ...quiz, [id]: quiz[id] ?? this.tries } });
  }
}

customElements.define('still-quiz', QuizElement);
