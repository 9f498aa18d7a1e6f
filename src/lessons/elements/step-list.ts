/** The list of steps in the prose: ticks, the current one, its command in the bar of small screens. */
export class StepList {
  private readonly root: HTMLElement;
  private current: string | undefined;
  private lines = new Map<string, string | undefined>();

  constructor(root: HTMLElement) {
    this.root = root;
    this.show(() => false);
  }

  /** The command that each step is about. */
  commands(lines: Map<string, string | undefined>): void {
    this.lines = lines;
    this.showBar();
  }

  /** Ticks what is done; the first step that is not becomes the current one and unfolds. */
  show(isDone: (step: string) => boolean): void {
    const items = [...this.root.querySelectorAll<HTMLElement>('li[data-step]')];
    const now = items.find((item) => !isDone(item.dataset.step ?? ''))?.dataset.step;
    for (const item of items) {
      const done = isDone(item.dataset.step ?? '');
      item.classList.toggle('done', done);
      const word = item.querySelector<HTMLElement>('[data-done-word]');
      if (word) word.hidden = !done;
      if (item.dataset.step === now) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
    this.root.classList.toggle('all-done', now === undefined);
    if (now !== this.current) this.moveTo(now, items);
    this.showBar();
  }

  say(id: string, shown: boolean): void {
    const said = this.root.querySelector<HTMLElement>(`[data-say="${CSS.escape(id)}"]`);
    if (!said || said.hidden === !shown) return;
    said.hidden = !shown;
    // The step that it speaks of may be folded.
    const details = said.closest('details');
    if (shown && details) details.open = true;
  }

  private moveTo(step: string | undefined, items: readonly HTMLElement[]): void {
    const first = this.current === undefined;
    for (const item of items) {
      const details = item.querySelector('details');
      if (!details) continue;
      if (item.dataset.step === step) details.open = true;
      else if (item.dataset.step === this.current || first) details.open = false;
    }
    this.current = step;
    const item = items.find((one) => one.dataset.step === step) ?? items.at(-1);
    const scroller = this.root.querySelector<HTMLElement>('.lesson');
    if (!item || !scroller || first) return;
    const top = item.offsetTop - scroller.offsetTop - 72;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
  }

  private showBar(): void {
    const item = this.root.querySelector<HTMLElement>('li[data-step][aria-current]');
    const bar = this.root.querySelector<HTMLElement>('[data-nowbar]');
    if (!bar) return;
    bar.hidden = item === null;
    const command = this.lines.get(item?.dataset.step ?? '');
    const set = (name: string, text: string) => {
      const element = bar.querySelector(`[data-now-${name}]`);
      if (element) element.textContent = text;
    };
    set('number', item?.querySelector('.num')?.textContent ?? '');
    set('title', item?.dataset.title ?? '');
    set('command', command ?? '');
    for (const part of bar.querySelectorAll<HTMLElement>('[data-now-run], [data-now-command]'))
      part.hidden = command === undefined;
    const run = bar.querySelector<HTMLElement>('[data-now-run]');
    if (!run || command === undefined) return;
    run.dataset.run = command;
    // "Run" alone does not say what; the step's own button does.
    const says = item?.querySelector(`[data-run="${CSS.escape(command)}"]`)?.getAttribute('aria-label');
    if (says) run.setAttribute('aria-label', says);
    else run.removeAttribute('aria-label');
  }
}
