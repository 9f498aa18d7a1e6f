/** `<still-play>`: choose a world, bring a project, or open what the address carries; then the workbench. */
import { h, render } from 'preact';
import { dictionaryOf, isLanguage, type Language } from '../i18n/index.ts';
import { stepsFrom } from '../lessons/actions.ts';
import type { WorldData } from '../lessons/files/world-schema.ts';
import { JOURNAL_VERSION, type Journal } from '../session/journal/journal.ts';
import { ShareRefused } from '../session/journal/share-link.ts';
import { newSeed } from '../session/workspace/random.ts';
import { WorkbenchElement } from '../workbench/element.tsx';
import type { WorkbenchOptions } from '../workbench/options.ts';
import { showPanel, startPanels } from '../workbench/panels.ts';
import { takeDrops } from '../workbench/share/drop.ts';
import {
  keepAddressInLanguageSwitch,
  keepWork,
  openBench,
  openFile,
  sharedWork,
} from '../workbench/share/open-shared.ts';
import type { Workbench } from '../workbench/store.ts';
import { startWorkButtons } from './all-work-buttons.ts';
import { ProjectReport } from './ProjectReport.tsx';
import { entriesOfDrop, entriesOfFiles, type LeftOut, ProjectRefused, readProject } from './read-project.ts';

class PlayElement extends HTMLElement {
  private bench: Workbench | undefined;
  private leftOut: readonly LeftOut[] = [];
  private present: string | undefined;

  private get language(): Language {
    return isLanguage(this.dataset.language) ? this.dataset.language : 'ko';
  }

  private get t() {
    return dictionaryOf(this.language);
  }

  connectedCallback(): void {
    startPanels();
    for (const name of ['palette', 'share'] as const) {
      document.querySelector(`[data-${name}]`)?.addEventListener('click', () => {
        if (this.bench) this.bench.sheet.value = name;
      });
    }
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-folder], [data-zip]')) {
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = '';
        void this.take(() => this.bring(files));
      });
    }
    startWorkButtons(this, this.language, this.t);
    keepAddressInLanguageSwitch();
    takeDrops(this.t.share.drop, (dropped) => {
      const files = [...dropped.files];
      // Asked for at once: after the event the folders are gone.
      const entries = entriesOfDrop(dropped);
      entries.catch(() => {});
      const only = files.length === 1 && files[0]!.name.endsWith('.json') ? files : undefined;
      void this.take(async () => (only ? this.bring(only) : this.openProject(await entries)));
    });
    addEventListener('hashchange', () => void this.follow());
    void this.follow();
  }

  /** Opens what the address names; nothing named is the choice of worlds. */
  private async follow(): Promise<void> {
    const fields = new URLSearchParams(location.hash.replace(/^#/, ''));
    const work = ['s', 'w', 'p', 'world'].map((name) => fields.get(name) ?? '').join('\n');
    if (work === this.present) return;
    this.present = work;
    await this.take(async () => {
      const options = (await this.shared()) ?? (await this.world(fields.get('world')));
      this.show(options);
    });
  }

  private async shared(): Promise<WorkbenchOptions | undefined> {
    const work = await sharedWork(location.hash);
    if (work === undefined) return undefined;
    if ('refused' in work) throw new ShareRefused(work.refused, '');
    const { journal, key, source } = work;
    return {
      language: this.language,
      key,
      files: journal.start,
      machine: journal.machine,
      seed: journal.seed,
      setup: [],
      open: filesToOpen(journal.start),
      chips: ['alembic heads', 'alembic history', 'alembic check'],
      shared: journal,
      source,
    };
  }

  private async world(id: string | null): Promise<WorkbenchOptions | undefined> {
    if (id === null || !/^[\w-]+$/.test(id)) return undefined;
    const response = await fetch(`/worlds/${id}.json`);
    if (!response.ok) return undefined;
    const { plan, files } = (await response.json()) as WorldData;
    return {
      language: this.language,
      key: `play/${id}`,
      files,
      machine: {},
      seed: plan.seed,
      setup: stepsFrom(plan.setup, plan.clock),
      open: plan.open,
      chips: plan.chips,
      title: plan.title[this.language],
    };
  }

  /** Shows the workbench, or without options the choice of worlds. */
  private show(options: WorkbenchOptions | undefined): void {
    const bench = this.querySelector('still-workbench');
    if (!(bench instanceof WorkbenchElement)) return;
    const isOpen = options !== undefined;
    const part = <T extends HTMLElement>(selector: string) => [...document.querySelectorAll<T>(selector)];
    for (const one of part('[data-chooser]')) one.hidden = isOpen;
    for (const one of part('[data-needs-world], [data-choose], still-workbench')) one.hidden = !isOpen;
    this.toggleAttribute('data-open', isOpen);
    for (const one of part('[data-world-title]')) {
      const isProject = options?.source === 'project';
      one.textContent = options?.title ?? (isProject ? this.t.play.own : one.dataset.plain!);
    }
    bench.close();
    this.bench = options && openBench(bench, options);
    showPanel(isOpen ? 'code' : 'lesson');
    if (options?.source === 'project') this.report();
  }

  private report(): void {
    const place = this.querySelector('[data-report]');
    if (!place || !this.bench) return;
    const onClose = () => render(null, place);
    render(h(ProjectReport, { workbench: this.bench, leftOut: this.leftOut, onClose }), place);
  }

  /** @param files what was chosen: shared work as JSON, or a project. */
  private async bring(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (files.length === 1 && first!.name.endsWith('.json')) return openFile(first!);
    await this.openProject(await entriesOfFiles(files));
  }

  private async openProject(entries: Awaited<ReturnType<typeof entriesOfFiles>>): Promise<void> {
    const { files, leftOut } = await readProject(entries);
    this.leftOut = leftOut;
    location.hash = await keepWork(journalOf(files), 'project');
  }

  /** Does something that a visitor's file or link may make fail, and says so. */
  private async take(action: () => Promise<void>): Promise<void> {
    const place = this.querySelector<HTMLElement>('[data-problem]');
    if (place) place.hidden = true;
    try {
      await action();
    } catch (error) {
      if (!this.bench) this.show(undefined);
      if (this.bench && error instanceof ShareRefused) this.bench.refused.value = error.refusal;
      if (!place) return;
      place.textContent = this.wordsFor(error);
      place.hidden = false;
      place.scrollIntoView({ block: 'nearest' });
    }
  }

  private wordsFor(error: unknown): string {
    const { share, play } = this.t;
    if (error instanceof ShareRefused) return `${share.refusedTitle} ${share.refused[error.refusal]}`;
    return error instanceof ProjectRefused ? play.problem[error.problem] : play.problem.failed;
  }
}

/** A brought project as a workspace; what env.py may look for in the environment points at the workbench's server. */
function journalOf(start: Readonly<Record<string, string>>): Journal {
  const environment = { DATABASE_URL: 'postgresql+psycopg2://learner:learner@localhost:5432/app' };
  const all = Object.values(start).join('\n');
  const installed = /\basyncpg\b/.test(all) ? ['asyncpg'] : [];
  return { version: JOURNAL_VERSION, seed: newSeed(), start, machine: { environment, installed }, steps: [] };
}

/** Models first: the files that a visitor will look for. */
function filesToOpen(files: Readonly<Record<string, string>>): string[] {
  const paths = Object.keys(files);
  const models = paths.filter((path) => path.endsWith('.py') && /__tablename__|\bTable\(/.test(files[path]!));
  const env = paths.filter((path) => path.endsWith('env.py'));
  return [...models.slice(0, 2), ...env, ...paths].slice(0, 2);
}

customElements.define('still-play', PlayElement);
