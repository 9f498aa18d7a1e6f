/** `<still-map>`: marks lessons that were finished or begun in this browser. */
import { progressOf } from './progress.ts';

class MapElement extends HTMLElement {
  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      const { finished, steps, stepCount } = progressOf(link.dataset.lesson ?? '');
      const done = Object.keys(steps).length;
      const state = link.querySelector('[data-state]');
      if (finished) {
        link.dataset.progress = 'done';
        if (state) state.textContent = `${this.dataset.done ?? ''} ·`;
      } else if (done > 0 && state) state.textContent = `${done}/${stepCount} ·`;
    }
  }
}

customElements.define('still-map', MapElement);
