/** `<still-help>`: a step's hints, one after the other, and its solution, line by line. */
class HelpElement extends HTMLElement {
  connectedCallback(): void {
    const body = this.closest('.body');
    const hints = [...(body?.querySelectorAll<HTMLElement>('[data-hint-text]') ?? [])];
    const hintButton = this.querySelector<HTMLButtonElement>('[data-hint-button]');
    if (hintButton) {
      hintButton.hidden = hints.length === 0;
      hintButton.addEventListener('click', () => this.nextHint(hints, hintButton));
    }
    const solution = this.querySelector<HTMLButtonElement>('[data-solution-button]');
    solution?.addEventListener('click', () => this.nextLine(solution));
    // Hints stand above the buttons, wherever the author wrote them.
    this.prepend(...hints);
  }

  private nextHint(hints: readonly HTMLElement[], button: HTMLButtonElement): void {
    const hint = hints.find((one) => one.hidden);
    if (hint) hint.hidden = false;
    const shown = hints.filter((one) => !one.hidden).length;
    button.hidden = shown === hints.length;
    button.textContent = (this.dataset.nextHint ?? '').replace('0/0', `${shown}/${hints.length}`);
  }

  private nextLine(button: HTMLButtonElement): void {
    const box = this.querySelector<HTMLElement>('.reveal');
    const lines = [...this.querySelectorAll<HTMLElement>('.lines li')];
    const next = lines.find((line) => line.hidden);
    if (box) box.hidden = false;
    if (next) next.hidden = false;
    button.textContent = this.dataset.nextLine ?? '';
    const all = lines.every((line) => !line.hidden);
    button.hidden = all;
    const apply = this.querySelector<HTMLElement>('[data-apply]');
    if (apply) apply.hidden = !all;
  }
}

customElements.define('still-help', HelpElement);
