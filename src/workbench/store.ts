/** The workbench's state: the session's, what is open in the editor, and everything derived from them. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Facts } from '../checks/index.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { type Dictionary, dictionaryOf } from '../i18n/index.ts';
import { JOURNAL_VERSION, type Journal } from '../session/journal/journal.ts';
import type { Refusal } from '../session/journal/share-link.ts';
import { openSession } from '../session/page/client.ts';
import type { StepResult } from '../session/protocol.ts';
import type { Drift } from '../session/rehearsal/drift.ts';
import type { RoundTrip } from '../session/rehearsal/round-trip.ts';
import type { Session, SessionState } from '../session/session.ts';
import { keepDrift } from './drift/live-drift.ts';
import { keepDryFacts } from './dry-facts.ts';
import { type Drafts, keepDrafts } from './editor/drafts.ts';
import { keepTabs, type OpenFiles } from './open-files.ts';
import type { WorkbenchOptions } from './options.ts';
import { showPanel } from './panels.ts';
import type { CodePlace } from './places.ts';

export type Sheet = 'palette' | 'shortcuts' | 'share' | 'timeline';
export interface Pointed {
  readonly table: string;
  readonly column?: string | undefined;
}

export interface Workbench extends OpenFiles {
  readonly options: WorkbenchOptions;
  readonly t: Dictionary;
  readonly session: Session;
  readonly state: ReadonlySignal<SessionState>;
  /** The setup is done and nothing is being replayed. */
  readonly ready: ReadonlySignal<boolean>;
  /** The state before the last command, while this page has seen it. */
  readonly before: ReadonlySignal<Snapshot | undefined>;
  /** Results of the learner's own steps in force. */
  readonly results: ReadonlySignal<readonly StepResult[]>;
  /** The last command or SQL in force. */
  readonly lastCommand: ReadonlySignal<StepResult | undefined>;
  /** Files as the learner sees them: the snapshot's with what is being typed. */
  readonly files: ReadonlySignal<Readonly<Record<string, string>>>;
  readonly drafts: Drafts;
  /** The command that runs, or waits for the workbench to be ready; more may wait behind it. */
  readonly command: ReadonlySignal<string | undefined>;
  /** What stands in the terminal's prompt. */
  readonly prompt: Signal<string>;
  /** What a link points at in the database, to be scrolled to and lit up. */
  readonly pointed: Signal<Pointed | undefined>;
  /** Where the cursor stands in the editor. */
  readonly cursor: Signal<CodePlace | undefined>;
  /** What separates models, revisions and database, from the last dry run. */
  readonly drift: ReadonlySignal<Drift | undefined>;
  /** What dry runs have told of the state as it is: for checks. */
  readonly dry: ReadonlySignal<Pick<Facts, 'clean' | 'roundtrip'>>;

  /** What lies over the workbench. */
  readonly sheet: Signal<Sheet | undefined>;
  /** What the round trip is shown for: a revision, or those that wait. */
  readonly proving: Signal<{ readonly revision: string | undefined } | undefined>;
  /** Why a link or file was not opened, until dismissed. */
  readonly refused: Signal<Refusal | undefined>;

  /** @param input what is typed at the command's own prompt. */
  run(line: string, input?: string): Promise<StepResult | undefined>;
  sql(text: string): Promise<StepResult | undefined>;
  /** Up, down and up again on a copy. @param revision without it those that wait, or the last ones applied. */
  prove(revision: string | undefined): Promise<RoundTrip | undefined>;
  /** Puts a command into the prompt without running it. */
  type(line: string): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** @param step count of the learner's own steps to keep. */
  goTo(step: number): Promise<void>;
  reset(): Promise<void>;
}

/** Opens the session of a page, and keeps everything that its panels share. */
export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { key, files: start, machine, shared, language } = options;
  const session = openSession({ key, start, machine, language, ...(shared ? { journal: shared } : {}) });
  const state = signal(session.state);
  session.subscribe((next) => {
    state.value = next;
  });
  const origin = originOf(options);
  const ready = computed(() => isReady(state.value, origin));
  const drafts = keepDrafts(session, () => (ready.peek() ? state.peek().snapshot?.files : undefined));
  const files = computed(() => ({
    ...(state.value.snapshot?.files ?? options.files),
    ...drafts.texts.value,
  }));
  const results = computed(() => state.value.results.slice(origin));
  const drift = keepDrift(session, state, files, ready);
  const dry = keepDryFacts(session, state, files, drift);
  const prompt = signal('');
  prepare(session, state, options);
  effect(() => {
    // What was typed before the workbench was ready becomes a step now.
    if (ready.value) void drafts.flush();
  });
  return {
    options,
    t: dictionaryOf(options.language),
    session,
    state,
    ready,
    before: computed(() => {
      const last = state.value.results.findLastIndex(({ step }) => step.do === 'run' || step.do === 'sql');
      return last < 0 ? undefined : session.seenAt(last);
    }),
    results,
    lastCommand: computed(() => results.value.findLast(({ step }) => step.do === 'run' || step.do === 'sql')),
    files,
    drafts,
    prompt,
    pointed: signal<Pointed | undefined>(undefined),
    cursor: signal<CodePlace | undefined>(undefined),
    drift: computed(() => drift.value?.answer),
    dry: dry.facts,
    prove: dry.prove,
    sheet: signal<Sheet | undefined>(undefined),
    proving: signal<{ readonly revision: string | undefined } | undefined>(undefined),
    refused: signal(options.refused),
    type: (line) => {
      showPanel('term');
      prompt.value = line;
    },
    ...keepTabs(options, state, files),
    ...deedsOf(session, ready, drafts),
    ...movesOf(options, session, drafts, origin),
  };
}

/** What becomes a step; it waits until the workbench is ready, and what was being typed comes before it. */
function deedsOf(
  session: Session,
  ready: ReadonlySignal<boolean>,
  drafts: Drafts,
): Pick<Workbench, 'command' | 'run' | 'sql'> {
  const lines = signal<readonly string[]>([]);
  return {
    command: computed(() => lines.value[0]),
    async run(line, input) {
      lines.value = [...lines.peek(), line];
      await whenTrue(ready);
      await drafts.flush();
      const result = await session.run(line, input);
      lines.value = lines.peek().slice(1);
      return result;
    },
    async sql(text) {
      await whenTrue(ready);
      await drafts.flush();
      return session.sql(text);
    },
  };
}

/** What goes to another place of the journal. @param origin how many steps come before the learner's own */
function movesOf(
  options: WorkbenchOptions,
  session: Session,
  drafts: Drafts,
  origin: number,
): Pick<Workbench, 'undo' | 'redo' | 'goTo' | 'reset'> {
  return {
    async undo() {
      await drafts.flush();
      if (session.state.position > origin) await session.undo();
    },
    redo: () => session.redo(),
    async goTo(step) {
      await drafts.flush();
      await session.goTo(origin + step);
    },
    async reset() {
      drafts.forget();
      await session.replace(options.shared ?? startOf(options));
    },
  };
}

function startOf(options: WorkbenchOptions): Journal {
  const { seed, files, machine, setup } = options;
  return { version: JOURNAL_VERSION, seed, start: files, machine, steps: setup };
}

/** How many steps come before the learner's own. A workspace of another page has none that are known here. */
function originOf({ setup, shared }: WorkbenchOptions): number {
  const isOfThisPage = setup.every(({ do: kind, at }, index) => {
    const step = shared?.steps[index];
    return step?.do === kind && step.at === at;
  });
  return shared && !isOfThisPage ? 0 : setup.length;
}

/** A new workspace gets the setup's steps before the learner sees it. */
function prepare(session: Session, state: ReadonlySignal<SessionState>, options: WorkbenchOptions): void {
  let asked = false;
  effect(() => {
    const { phase, journal, storage } = state.value;
    if (phase !== 'ready' || journal.steps.length > 0 || options.setup.length === 0 || options.shared) return;
    if (asked || storage === 'opening' || storage === 'elsewhere') return;
    asked = true;
    void session.replace(startOf(options));
  });
}

function whenTrue(wanted: ReadonlySignal<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!wanted.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

const isReady = ({ phase, snapshot, position }: SessionState, origin: number): boolean =>
  snapshot !== undefined && position >= origin && (phase === 'ready' || phase === 'busy');
