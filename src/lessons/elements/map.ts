/** `<still-map>`: marks lessons that were finished or begun in this browser. */
import { dictionaryOf, isLanguage } from '../../i18n/index.ts';
import { progressOf } from '../progress.ts';

class MapElement extends HTMLElement {
  connectedCallback(): void {
    const language = document.documentElement.lang;
    const t = dictionaryOf(isLanguage(language) ? language : 'ko').drill;
    for (const link of this.querySelectorAll<HTMLElement>('[data-lesson]')) {
      const { finished, steps, stepCount, drill } = progressOf(link.dataset.lesson ?? '');
      const done = Object.keys(steps).length;
      const state = link.querySelector('[data-state]');
      if (finished) {
        link.dataset.progress = 'done';
        if (state)
          state.textContent = `${drill ? t.best(drill.kept, drill.rows, drill.commands) : (this.dataset.done ?? '')} ·`;
      } else if (done > 0 && state) state.textContent = `${done}/${stepCount} ·`;
    }
  }
}

customElements.define('still-map', MapElement);
