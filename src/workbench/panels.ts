/** On small screens one panel is in view at a time; the root element's data-panel says which. */
export type Panel = 'lesson' | 'code' | 'term' | 'rev' | 'db';

export const PANELS: readonly Panel[] = ['lesson', 'code', 'term', 'rev', 'db'];

/** Brings a panel into view, and marks its button. */
export function showPanel(panel: Panel): void {
  document.documentElement.dataset.view = panel;
  for (const button of document.querySelectorAll<HTMLElement>('[data-go-panel]')) {
    const chosen = button.dataset.goPanel === panel;
    if (chosen) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    if (chosen) dotOf(button, false);
  }
}

/** A dot on the panel's button until it is looked at. */
export function markChanged(panel: Panel): void {
  const button = document.querySelector<HTMLElement>(`[data-go-panel="${panel}"]`);
  if (button && document.documentElement.dataset.view !== panel) dotOf(button, true);
}

/** Wires the bar's buttons; called once by the page. */
export function startPanels(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-go-panel]')) {
    button.addEventListener('click', () => {
      const wanted = PANELS.find((name) => name === button.dataset.goPanel);
      if (wanted) showPanel(wanted);
    });
  }
}

function dotOf(button: HTMLElement, shown: boolean): void {
  const dot = button.querySelector<HTMLElement>('.dot');
  if (dot) dot.hidden = !shown;
}
