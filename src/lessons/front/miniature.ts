/**
 * `<still-miniature>`: the front page's model, revision and database. They are a still until somebody touches them; then the engine starts,
 * and the model that is typed, the file and the table are real ones.
 */
import type { RevisionFileSnapshot, Snapshot, TableSnapshot } from '../../engine/snapshot.ts';
import { dictionaryOf, isLanguage } from '../../i18n/index.ts';
import type { StepResult } from '../../session/protocol.ts';
import type { Session } from '../../session/session.ts';
import { summaryOf } from '../../workbench/terminal/summary.ts';
import { paint } from './code-paint.ts';
import { MODEL, modelFile, startLive } from './live.ts';

const COMMANDS = {
  revision: 'alembic revision --autogenerate -m "Add phone"',
  database: 'alembic upgrade head',
} as const;
/** Milliseconds: the page itself comes first. */
const AFTER_THE_PAGE = 300;
type Place = keyof typeof COMMANDS;

class Miniature extends HTMLElement {
  private session: Promise<Session> | undefined;
  /** The text that the last revision was made from. */
  private written = '';
  /** Columns that the table had at first. */
  private known: readonly string[] | undefined;

  connectedCallback(): void {
    const field = this.field();
    if (!field) return;
    this.written = field.value;
    field.addEventListener('input', () => this.showModel());
    field.addEventListener('scroll', () => this.scrollPaint());
    // Whoever comes near gets the engine started, so that the first press finds it ready.
    for (const event of ['pointerenter', 'focusin', 'touchstart'])
      this.addEventListener(event, () => void this.start().catch(() => undefined), { once: true });
    // Where a visit before has left everything in the cache, it costs nothing to have it ready before anybody comes near.
    if (navigator.serviceWorker?.controller)
      setTimeout(() => void this.start().catch(() => undefined), AFTER_THE_PAGE);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-go]'))
      button.addEventListener('click', () => void this.press(button.dataset.go as Place));
    this.querySelector('[data-start-over]')?.addEventListener('click', () => void this.startOver());
    this.showModel();
  }

  private field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  private t() {
    const { language } = this.dataset;
    return dictionaryOf(isLanguage(language) ? language : 'ko');
  }

  private start(): Promise<Session> {
    this.session ??= startLive(this.written).then(
      (session) => {
        this.show(session.state.snapshot);
        return session;
      },
      (error: unknown) => {
        this.session = undefined;
        throw error;
      },
    );
    return this.session;
  }

  private async press(place: Place): Promise<void> {
    const { front, bench } = this.t();
    this.busy(true);
    this.note(this.session ? '' : bench.boot);
    try {
      const session = await this.start();
      const text = this.field()?.value ?? '';
      await session.write(MODEL, modelFile(text));
      const result = await session.run(COMMANDS[place]);
      if (!result) return;
      if (place === 'revision' && result.exit === 0) this.written = text;
      this.show(session.state.snapshot);
      this.tell(result);
      this.pour(place, result.exit === 0);
    } catch {
      this.note(front.noEngine);
    } finally {
      this.busy(false);
    }
  }

  private async startOver(): Promise<void> {
    const field = this.field();
    if (field) field.value = field.defaultValue;
    this.written = field?.value ?? '';
    this.known = undefined;
    const session = await this.session?.catch(() => undefined);
    session?.close();
    this.session = undefined;
    this.showModel();
    await this.start().catch(() => undefined);
    this.note(this.t().front.databaseNoteBefore);
    const again = this.querySelector<HTMLElement>('[data-start-over]');
    if (again) again.hidden = true;
  }

  private busy(busy: boolean): void {
    this.querySelector('.still')?.setAttribute('aria-busy', String(busy));
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-go]')) button.disabled = busy;
  }

  private note(text: string): void {
    const place = this.querySelector('[data-note]');
    if (place) place.textContent = text;
  }

  /** What the command did, in words; of a failed one what it said itself. */
  private tell(result: StepResult): void {
    const t = this.t();
    const { sentences, lost } = summaryOf(result, t);
    const said =
      result.output
        .map(({ text }) => text)
        .join('')
        .trim()
        .split('\n')
        .at(-1) ?? '';
    const words = result.exit === 0 ? sentences.join(' ') : said.trim();
    this.note(lost > 0 ? `${words} ${t.say.lost(lost)}` : words);
    const again = this.querySelector<HTMLElement>('[data-start-over]');
    if (again) again.hidden = false;
  }

  private showModel(): void {
    const field = this.field();
    const picture = this.querySelector('[data-paint]');
    if (!field || !picture) return;
    // A last line that is empty has a height only behind a letter.
    picture.replaceChildren(...paint(`${field.value} `));
    this.scrollPaint();
    const changed = field.value !== this.written;
    this.stage(changed ? 'model' : undefined);
  }

  private scrollPaint(): void {
    const field = this.field();
    const picture = this.querySelector<HTMLElement>('[data-paint]');
    if (field && picture)
      picture.style.setProperty('translate', `${-field.scrollLeft}px ${-field.scrollTop}px`);
  }

  private show(snapshot: Snapshot | undefined): void {
    if (!snapshot) return;
    const { revisions, files, database } = snapshot;
    const newest = revisions.files.find(
      ({ revision }) => revision !== null && revisions.heads.includes(revision),
    );
    const text = this.querySelector('[data-revision-text]');
    if (text && newest) text.replaceChildren(...paint(bodiesOf(files[newest.path] ?? '')));
    const table = database.tables.find(({ name }) => name === 'users');
    if (table) this.showTable(table);
    const pending = revisions.heads.some((head) => !revisions.current.includes(head));
    const changed = this.field()?.value !== this.written;
    this.stage(changed ? 'model' : pending ? 'revision' : 'database', newest);
  }

  private showTable(table: TableSnapshot): void {
    this.known ??= table.columns.map(({ name }) => name);
    const isNew = (name: string) => !this.known?.includes(name);
    const cell = (tag: 'th' | 'td', text: string, name: string) => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (isNew(name)) element.className = 'soon';
      else if (tag === 'td' && name === 'id') element.className = 'n';
      return element;
    };
    const row = (cells: readonly HTMLElement[]) => {
      const element = document.createElement('tr');
      element.append(...cells);
      return element;
    };
    const { columns } = table;
    this.querySelector('[data-head]')?.replaceChildren(
      row(columns.map(({ name }) => cell('th', name, name))),
    );
    this.querySelector('[data-body]')?.replaceChildren(
      ...table.rows.map((values) =>
        row(values.map((value, index) => cell('td', value ?? 'NULL', columns[index]?.name ?? ''))),
      ),
    );
  }

  /** Which of the two commands is next, and how far the pipes are full. */
  private stage(stage: 'model' | 'revision' | 'database' | undefined, newest?: RevisionFileSnapshot): void {
    const picture = this.querySelector<HTMLElement>('[data-stage]');
    if (!picture) return;
    const now = stage ?? picture.dataset.settled ?? 'revision';
    if (newest) picture.dataset.settled = now === 'model' ? 'database' : now;
    picture.dataset.stage = now;
    const full = { model: [], revision: ['revision'], database: ['revision', 'database'] }[
      now as 'model'
    ] as string[];
    for (const pipe of this.querySelectorAll<SVGElement>('[data-pipe]'))
      pipe.classList.toggle('full', full.includes(pipe.dataset.pipe ?? ''));
    for (const button of this.querySelectorAll<HTMLElement>('[data-go]'))
      button.classList.toggle(
        'primary',
        button.dataset.go === (now === 'revision' ? 'database' : 'revision'),
      );
  }

  /** Light runs along the pipe of the command that worked. */
  private pour(place: Place, worked: boolean): void {
    const pipe = this.querySelector(`[data-pipe="${place}"]`);
    pipe?.classList.remove('pours');
    if (worked) requestAnimationFrame(() => pipe?.classList.add('pours'));
  }
}

/** The two functions of a revision file, without the comments that Alembic writes into them. */
function bodiesOf(text: string): string {
  const at = text.indexOf('def upgrade');
  return text
    .slice(at < 0 ? 0 : at)
    .split('\n')
    .filter((line) => !line.trim().startsWith('#') && !line.trim().startsWith('"""'))
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

customElements.define('still-miniature', Miniature);
