/** Everything that the command palette offers, found by a part of its name. */
import { FOLDABLE, togglePane } from '../Collapse.tsx';
import { PANELS, type Panel, showPanel } from '../panels.ts';
import { fullAddress } from '../share/address.ts';
import type { Workbench } from '../store.ts';

export interface Action {
  readonly id: string;
  readonly label: string;
  /** Keys that do the same, as tinykeys writes them. */
  readonly keys?: string;
  readonly mono?: boolean;
  readonly act: () => void;
}

/** Where the keyboard goes in each pane. */
const TARGETS: Readonly<Record<Exclude<Panel, 'lesson'>, string>> = {
  code: '.monaco .native-edit-context, .monaco textarea, .plain-editor',
  term: '.prompt input',
  rev: '.graph button',
  db: '#database-view',
};

/** Brings a pane into view and the keyboard into it. */
export function goToPane(panel: Panel): void {
  showPanel(panel);
  const target = panel === 'lesson' ? '#main' : TARGETS[panel];
  document.querySelector<HTMLElement>(target)?.focus();
}

/** Those that this page has: the playground has no lesson. */
const panes = () => PANELS.filter((name) => document.querySelector(`[data-panel="${name}"]`));

/** F6: the next pane, round and round. */
export function nextPane(by: 1 | -1): void {
  const now = document.activeElement?.closest<HTMLElement>('[data-panel]')?.dataset.panel;
  const there = panes();
  const at = (there as readonly (string | undefined)[]).indexOf(now);
  goToPane(there[(at + by + there.length) % there.length]!);
}

/** Below, one panel is in view at a time, and none folds. */
const SEVERAL_PANES = '(min-width: 1100px)';

/** What can be done in a workbench just now, in the order in which it is offered. */
export function actionsOf(workbench: Workbench): Action[] {
  const { t, run, undo, redo, files, active, openFile, options, sheet, proving } = workbench;
  const named: readonly (readonly [Panel, string, string?])[] = [
    ['lesson', t.bench.lesson],
    ['code', t.bench.code],
    ['term', t.bench.terminal, 'Control+`'],
    ['rev', t.bench.revisions],
    ['db', t.bench.data],
  ];
  return [
    ...named
      .filter(([panel]) => panes().includes(panel))
      .map(
        ([panel, name, keys]): Action => ({
          id: panel,
          label: t.palette.goTo(name),
          ...(keys ? { keys } : {}),
          act: () => goToPane(panel),
        }),
      ),
    ...(matchMedia(SEVERAL_PANES).matches ? FOLDABLE : []).map((pane) => ({
      id: `fold ${pane}`,
      label: t.share.fold(named.find(([panel]) => panel === pane)?.[1] ?? ''),
      act: () => togglePane(pane),
    })),
    { id: 'prove', label: t.proof.button, act: () => (proving.value = { revision: undefined }) },
    { id: 'share', label: t.share.title, act: () => (sheet.value = 'share') },
    {
      id: 'copy address',
      label: t.share.copyAddress(active.value ?? t.bench.code),
      act: () =>
        void navigator.clipboard?.writeText(
          fullAddress(active.value ? { file: active.value } : { panel: 'code' }),
        ),
    },
    { id: 'undo', label: t.timeline.undo, keys: '$mod+Alt+z', act: () => void undo() },
    { id: 'redo', label: t.timeline.redo, keys: '$mod+Alt+y', act: () => void redo() },
    ...options.chips.map((line) => ({
      id: `run ${line}`,
      label: line,
      mono: true,
      act: () => void run(line),
    })),
    { id: 'timeline', label: t.timeline.open, act: () => (sheet.value = 'timeline') },
    { id: 'shortcuts', label: t.palette.shortcuts, keys: '?', act: () => (sheet.value = 'shortcuts') },
    ...[...document.querySelectorAll<HTMLElement>('[data-action]')].map((element) => ({
      id: `page ${element.dataset.action}`,
      label: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      act: () => element.click(),
    })),
    ...Object.keys(files.value).map((path) => ({
      id: `open ${path}`,
      label: path,
      mono: true,
      act: () => openFile(path),
    })),
  ];
}

/** Actions whose name holds every word of the query, in any order. */
export function found(actions: readonly Action[], query: string): readonly Action[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
}
