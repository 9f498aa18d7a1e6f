/** `<still-error-finder>`: recognises a pasted message among the entries that the page lists. Nothing is sent anywhere. */
import { recognise } from '../../checks/recognise.ts';

class ErrorFinder extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('textarea');
    box?.addEventListener('input', () => this.look(box.value));
    if (box?.value) this.look(box.value);
  }

  private look(text: string): void {
    const items = [...document.querySelectorAll<HTMLElement>('[data-error]')];
    const entries = items.map((item) => ({
      id: item.dataset.error ?? '',
      patterns: JSON.parse(item.dataset.patterns ?? '[]') as string[],
    }));
    const found = text.trim() === '' ? [] : recognise(text, entries);
    const list = this.querySelector('.found');
    list?.replaceChildren(
      ...found.flatMap((id) => items.find((item) => item.dataset.error === id)?.cloneNode(true) ?? []),
    );
    // The copies are no entries themselves.
    for (const copy of list?.querySelectorAll<HTMLElement>('[data-error]') ?? []) {
      copy.dataset.foundError = copy.dataset.error;
      delete copy.dataset.error;
    }
    const note = this.querySelector('.found-note');
    if (!note) return;
    const { none = '', found: some = '' } = this.dataset;
    note.textContent =
      text.trim() === '' ? '' : found.length === 0 ? none : some.replace('0', String(found.length));
  }
}

customElements.define('still-error-finder', ErrorFinder);
