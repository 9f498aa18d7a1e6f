/** `<still-quiz>`: a question whose every answer is explained at once. Needs no engine. */
import { keepProgress, progressOf } from './progress.ts';

class QuizElement extends HTMLElement {
  private tries = 0;

  connectedCallback(): void {
    for (const radio of this.radios()) radio.name = `quiz-${this.dataset.quiz ?? ''}`;
    this.button('check')?.addEventListener('click', () => this.check());
    this.button('again')?.addEventListener('click', () => this.again());
  }

  private radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  }

  private button(name: 'check' | 'again'): HTMLButtonElement | null {
    return this.querySelector(`[data-${name}]`);
  }

  private check(): void {
    const chosen = this.radios().find((radio) => radio.checked);
    if (!chosen) {
      this.verdict(this.dataset.choose ?? '');
      return;
    }
    const right = chosen.value === this.dataset.answer;
    this.tries++;
    this.mark(chosen.value, right);
    this.verdict((right ? this.dataset.right : this.dataset.wrong) ?? '');
    this.swap(true, !right);
    if (right) this.remember();
  }

  private again(): void {
    for (const radio of this.radios()) {
      radio.checked = false;
      radio.disabled = false;
    }
    for (const option of this.querySelectorAll<HTMLElement>('[data-option]'))
      option.classList.remove('ok', 'no', 'dim');
    for (const why of this.querySelectorAll<HTMLElement>('.why')) why.hidden = true;
    this.verdict('');
    this.swap(false, false);
    this.radios()[0]?.focus();
  }

  private mark(value: string, right: boolean): void {
    for (const option of this.querySelectorAll<HTMLElement>('[data-option]')) {
      const chosen = option.dataset.option === value;
      option.classList.toggle('ok', chosen && right);
      option.classList.toggle('no', chosen && !right);
      option.classList.toggle('dim', !chosen);
      const why = option.querySelector<HTMLElement>('.why');
      if (why) why.hidden = !chosen;
    }
    for (const radio of this.radios()) radio.disabled = true;
  }

  private verdict(text: string): void {
    const place = this.querySelector('.verdict');
    if (place) place.textContent = text;
  }

  private swap(answered: boolean, again: boolean): void {
    const check = this.button('check');
    const retry = this.button('again');
    if (check) check.hidden = answered;
    if (retry) {
      retry.hidden = !again;
      if (again) retry.focus();
    }
  }

  private remember(): void {
    const lesson = this.closest<HTMLElement>('[data-lesson]')?.dataset.lesson;
    if (lesson === undefined || this.dataset.quiz === undefined) return;
    const { quiz } = progressOf(lesson);
    keepProgress(lesson, { quiz: { ...quiz, [this.dataset.quiz]: quiz[this.dataset.quiz] ?? this.tries } });
  }
}

customElements.define('still-quiz', QuizElement);
