/** The files that are open in the editor, as tabs. */
import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SessionState } from '../session/session.ts';
import type { WorkbenchOptions } from './options.ts';
import { showPanel } from './panels.ts';
import { remember, remembered } from './remembered.ts';

export interface OpenFiles {
  readonly tabs: Signal<readonly string[]>;
  readonly active: Signal<string | undefined>;
  /** Every file that was looked at in the editor. */
  readonly opened: Signal<ReadonlySet<string>>;
  /** A line of the open file to bring into view, 1-based. */
  readonly line: Signal<{ readonly path: string; readonly line: number } | undefined>;
  openFile(path: string, line?: number): void;
  closeTab(path: string): void;
}

/** The tabs that were open before, or those of the lesson; what changes is remembered. */
export function keepTabs(
  options: WorkbenchOptions,
  state: ReadonlySignal<SessionState>,
  files: ReadonlySignal<Readonly<Record<string, string>>>,
): OpenFiles {
  const tabs = signal<readonly string[]>(remembered(`tabs.${options.key}`, options.open));
  const active = signal<string | undefined>(tabs.peek()[0]);
  const opened = signal<ReadonlySet<string>>(new Set(remembered<string[]>(`opened.${options.key}`, [])));
  const line: OpenFiles['line'] = signal(undefined);
  forgetGoneFiles(state, files, tabs, active);
  offerNewRevisions(state, tabs);
  effect(() => remember(`tabs.${options.key}`, tabs.value));
  effect(() => remember(`opened.${options.key}`, [...opened.value]));
  return {
    tabs,
    active,
    opened,
    line,
    openFile(path, wanted) {
      if (files.peek()[path] === undefined) return;
      showPanel('code');
      batch(() => {
        if (!tabs.peek().includes(path)) tabs.value = [...tabs.peek(), path];
        active.value = path;
        line.value = wanted === undefined ? undefined : { path, line: wanted };
        if (!opened.peek().has(path)) opened.value = new Set([...opened.peek(), path]);
      });
    },
    closeTab(path) {
      const rest = tabs.peek().filter((one) => one !== path);
      batch(() => {
        if (active.peek() === path) active.value = rest[Math.max(0, tabs.peek().indexOf(path) - 1)];
        tabs.value = rest;
      });
    },
  };
}

/** Tabs of files that are gone, by a command or an undo, close. */
function forgetGoneFiles(
  state: ReadonlySignal<SessionState>,
  files: ReadonlySignal<Readonly<Record<string, string>>>,
  tabs: Signal<readonly string[]>,
  active: Signal<string | undefined>,
): void {
  effect(() => {
    if (state.value.snapshot === undefined) return;
    const there = files.value;
    const rest = tabs.peek().filter((path) => there[path] !== undefined);
    if (rest.length === tabs.peek().length) return;
    tabs.value = rest;
    if (active.peek() === undefined || !rest.includes(active.peek()!)) active.value = rest[0];
  });
}

/** A revision file that a command has just made gets a tab, not opened: reading it is the learner's own step. */
function offerNewRevisions(state: ReadonlySignal<SessionState>, tabs: Signal<readonly string[]>): void {
  let seen = -1;
  effect(() => {
    const { position, results } = state.value;
    const last = results.at(-1);
    if (seen >= 0 && position === seen + 1 && last?.step.do === 'run') {
      const made = last.files.filter(
        ({ change, path }) => change === 'created' && path.includes('/versions/'),
      );
      tabs.value = [
        ...tabs.peek(),
        ...made.map(({ path }) => path).filter((path) => !tabs.peek().includes(path)),
      ];
    }
    seen = position;
  });
}
