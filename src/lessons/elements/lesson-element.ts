/** `<still-lesson>`: joins the prose to its workbench. Ticks steps from facts, runs what is pressed, keeps progress. */
import { effect } from '@preact/signals';
import { passes } from '../../checks/index.ts';
import { isLanguage } from '../../i18n/index.ts';
import type { Step } from '../../session/journal/journal.ts';
import { commonSteps } from '../../session/journal/timeline.ts';
import { WorkbenchElement } from '../../workbench/element.tsx';
import { showPanel, startPanels } from '../../workbench/panels.ts';
import { readAddress } from '../../workbench/share/address.ts';
import {
  keepAddressInLanguageSwitch,
  openDroppedFiles,
  openWork,
  reloadForOtherWork,
} from '../../workbench/share/open-shared.ts';
import type { Workbench } from '../../workbench/store.ts';
import './help-element.ts';
import './quiz-element.ts';
import { type Deed, stepsFrom } from '../actions.ts';
import { betterScore, scoreOf } from '../drill.ts';
import type { LessonData } from '../files/lesson-data.ts';
import { keepProgress, progressOf } from '../progress.ts';
import { showStuck, stuckReport } from '../stuck.ts';
import { isDone, type Ticks, ticksAt, ticksUpTo, worldOf } from '../ticks.ts';
import { showScore } from './drill-board.ts';
import { StepList } from './step-list.ts';

class LessonElement extends HTMLElement {
  private bench: Workbench | undefined;
  private data: LessonData | undefined;

  connectedCallback(): void {
    if (new URLSearchParams(location.search).get('view') === 'projector')
      document.documentElement.dataset.projector = '';
    startPanels();
    showPanel('lesson');
    const steps = new StepList(this);
    // Ticks of an earlier visit show at once, long before the engine is there.
    const known = progressOf(this.lessonId());
    steps.show((id) => known.steps[id] !== undefined);
    this.addEventListener('click', (event) => this.press(event));
    for (const name of ['palette', 'share'] as const) {
      document.querySelector(`[data-${name}]`)?.addEventListener('click', () => {
        if (this.bench) this.bench.sheet.value = name;
      });
    }
    const follow = () => showStep(this, readAddress(location.hash).step);
    addEventListener('hashchange', follow);
    follow();
    reloadForOtherWork();
    keepAddressInLanguageSwitch();
    keepPlace();
    for (const button of document.querySelectorAll('[data-reset]'))
      button.addEventListener('click', () => this.askReset());
    void this.start(steps);
  }

  private lessonId(): string {
    return this.dataset.lesson ?? '';
  }

  private async start(steps: StepList): Promise<void> {
    const response = await fetch(`/lessons/${this.lessonId()}.json`);
    const data = (await response.json()) as LessonData;
    const element = this.querySelector('still-workbench');
    if (!(element instanceof WorkbenchElement)) return;
    const language = this.dataset.language;
    this.data = data;
    const bench = await openWork(element, {
      language: isLanguage(language) ? language : 'ko',
      key: `lesson/${data.id}`,
      files: data.start.files,
      machine: data.start.machine,
      seed: data.start.seed,
      setup: stepsFrom(data.start.setup, data.start.clock),
      open: data.plan.open,
      chips: data.plan.chips,
    });
    this.bench = bench;
    openDroppedFiles(bench.t, (refusal) => (bench.refused.value = refusal));
    this.follow(bench, data, steps);
  }

  /** After every change of the workspace: ticks, misconceptions, progress. */
  private follow(bench: Workbench, data: LessonData, steps: StepList): void {
    const { plan, id } = data;
    // Another one's work on the lesson is not this visitor's progress.
    const isOwn = bench.options.shared === undefined;
    let ticks: Ticks = isOwn ? progressOf(id).steps : {};
    let seen: readonly Step[] | undefined;
    steps.commands(new Map(plan.steps.map((step) => [step.id, step.command])));
    effect(() => {
      const { snapshot, position, journal } = bench.state.value;
      if (!bench.ready.value || !snapshot || bench.state.value.phase !== 'ready') return;
      const world = worldOf(snapshot, bench.results.value, bench.opened.value, bench.dry.value);
      if (seen) ticks = ticksUpTo(ticks, commonSteps(seen, journal.steps));
      seen = journal.steps;
      ticks = ticksAt(plan.steps, ticks, world, position, journal.steps.length);
      const finished = plan.steps.every((step) => isDone(ticks, step.id, position));
      if (isOwn)
        keepProgress(id, { steps: ticks, stepCount: plan.steps.length, ...(finished ? { finished } : {}) });
      steps.show((step) => isDone(ticks, step, position));
      if (plan.drill) {
        const score = scoreOf(plan.drill, snapshot, bench.results.value);
        showScore(this, plan.drill, score, finished, bench.t.drill);
        if (isOwn && finished) keepProgress(id, { drill: betterScore(score, progressOf(id).drill) });
      }
      for (const step of plan.steps) {
        const open = !isDone(ticks, step.id, position);
        for (const { id: name, when } of step.near) steps.say(name, open && passes(when, world));
      }
    });
  }

  /** Buttons of the prose: run, SQL, open, solution. */
  private press(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    if (!button || !this.bench) return;
    const { run, input, sql, open, prove } = button.dataset;
    if (run !== undefined)
      void this.do([{ do: 'run', line: run, ...(input === undefined ? {} : { input }) }]);
    else if (sql !== undefined) void this.do([{ do: 'sql', sql }]);
    else if (prove !== undefined) void this.do([{ do: 'prove' }]);
    else if (open !== undefined) this.open(open);
    else if (button.dataset.stuckButton !== undefined) this.tellStuck(button);
    else if (button.dataset.copyReport !== undefined) void copyReport(button);
    else if (button.dataset.apply !== undefined) {
      const step = button.closest<HTMLElement>('[data-step]')?.dataset.step;
      void this.do(
        (this.data?.solution ?? []).filter((line) => line.step === step).map((line) => line.action),
      );
    }
  }

  private tellStuck(button: HTMLElement): void {
    const bench = this.bench;
    const snapshot = bench?.state.peek().snapshot;
    const box = button.closest('still-help')?.querySelector<HTMLElement>('[data-stuck]');
    const step = this.data?.plan.steps.find(
      ({ id }) => id === button.closest<HTMLElement>('[data-step]')?.dataset.step,
    );
    if (!bench || !snapshot || !box || !step) return;
    const world = worldOf(snapshot, bench.results.peek(), bench.opened.peek(), bench.dry.peek());
    showStuck(box, stuckReport(this.lessonId(), step, world, bench.t));
  }

  private async do(deeds: readonly Deed[]): Promise<void> {
    const bench = this.bench;
    if (!bench?.ready.peek()) return;
    for (const action of deeds) {
      if (action.do === 'run') {
        showOnSmallScreen('term');
        await bench.run(action.line, action.input);
      } else if (action.do === 'sql') {
        showOnSmallScreen('db');
        await bench.sql(action.sql);
      } else if (action.do === 'write') {
        showOnSmallScreen('code');
        bench.drafts.forget(action.path);
        await bench.session.write(action.path, action.text);
        bench.openFile(action.path);
      } else if (action.do === 'prove') bench.proving.value = { revision: undefined };
      else await bench.session.remove(action.path);
    }
  }

  private open(file: string): void {
    if (!this.bench) return;
    const { revisions } = this.bench.state.peek().snapshot ?? {};
    const newest = revisions?.files.find(
      ({ revision }) => revision !== null && revisions.heads.includes(revision),
    );
    const path = file === 'latest' ? newest?.path : file;
    if (path === undefined) return;
    showOnSmallScreen('code');
    this.bench.openFile(path);
  }

  private askReset(): void {
    const dialog = document.querySelector<HTMLDialogElement>('#reset-dialog');
    if (!dialog) return;
    dialog.returnValue = '';
    dialog.addEventListener('close', () => dialog.returnValue === 'reset' && void this.reset(), {
      once: true,
    });
    dialog.showModal();
  }

  private async reset(): Promise<void> {
    if (!this.bench || !this.data) return;
    this.bench.opened.value = new Set();
    await this.bench.reset();
    this.bench.tabs.value = this.data.plan.open;
    this.bench.active.value = this.data.plan.open[0];
    showPanel('lesson');
    this.querySelector('.lesson')?.scrollTo({ top: 0 });
  }
}

/** `#step=model`: unfolds the step and brings it into view. */
function showStep(root: HTMLElement, step: string | undefined): void {
  if (step === undefined) return;
  const item = root.querySelector<HTMLElement>(`li[data-step="${CSS.escape(step)}"]`);
  const details = item?.querySelector('details');
  if (!item || !details) return;
  showPanel('lesson');
  details.open = true;
  item.scrollIntoView({ block: 'start' });
  details.querySelector('summary')?.focus({ preventScroll: true });
}

/** The other language opens at the same work, step and view: the address says them. */
function keepPlace(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-action="language"]');
  link?.addEventListener('click', () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}

async function copyReport(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copyReport ?? '');
  button.lastChild?.replaceWith(button.dataset.copied ?? '');
}

/** Where only one panel is in view, the one in which something will happen. */
function showOnSmallScreen(panel: 'term' | 'code' | 'db'): void {
  if (matchMedia('(max-width: 1099px)').matches) showPanel(panel);
}

customElements.define('still-lesson', LessonElement);
