/** `<still-theme>`: the button that goes round system, light and dark, and remembers the choice (public/theme.js reads it). */
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEY = 'stillhouse.theme';

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.show(current());
    this.querySelector('button')?.addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length]!;
      choose(next);
      this.show(next);
    });
  }

  private show(theme: Theme): void {
    const label = this.dataset[theme] ?? '';
    const button = this.querySelector('button');
    button?.setAttribute('aria-label', label);
    button?.setAttribute('title', label);
    for (const icon of this.querySelectorAll<HTMLElement>('[data-theme-icon]')) {
      icon.hidden = icon.dataset.themeIcon !== theme;
    }
  }
}

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function choose(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
  document.dispatchEvent(new CustomEvent('still:theme'));
}

customElements.define('still-theme', ThemeSwitch);
