/** The page's side: one workspace with its worker, its storage and its state. One closure, and so one file: every part shares the queue of turns, the worker and what is stored. */

import { JOURNAL_VERSION, type Journal, type Step } from '../journal/journal.ts';
import { addStep, moveTo, replaceBy, takeBranch } from '../journal/timeline.ts';
import type { Answer, StepResult } from '../protocol.ts';
import type { RoundTrip } from '../rehearsal/round-trip.ts';
import type { Session, SessionOptions, SessionState, Word } from '../session.ts';
import { type Hold, holdWorkspace } from '../storage/lock.ts';
import type { Stored } from '../storage/storage.ts';
import type { SqlAnswer } from '../workspace/console-sql.ts';
import { newSeed } from '../workspace/random.ts';
import { browserPlatform, type Platform } from './platform.ts';
import { sameParts } from './same-parts.ts';
import { newSeen } from './seen.ts';
import { bug, refused, wordOf } from './words.ts';
import { linkWorker, type Question, type WorkerLink, WorkerLost } from './worker-link.ts';

const TIME_LIMIT = 20_000;
/** A replay does many steps; the server's download comes before it and does not count. */
const OPEN_LIMIT = 120_000;
const MOST_DEATHS = 3;
const NO_ROWS: SqlAnswer = { results: [], error: undefined };

type Done = Answer & { kind: 'opened' | 'stepped' };

/** Opens a workspace; its state says how far it is. */
export function openSession(options: SessionOptions, platform: Platform = browserPlatform()): Session {
  const timeLimit = options.timeLimit ?? TIME_LIMIT;
  const seen = newSeen();
  const listeners = new Set<(state: SessionState) => void>();
  let key = platform.keyOfTab(options.key);
  const fresh = options.journal ?? emptyJournal(options);
  let stored: Stored = { journal: fresh, position: fresh.steps.length, branches: [] };
  let link: WorkerLink | undefined;
  let hold: Hold | undefined;
  let closed = false;
  let state: SessionState = {
    phase: 'starting',
    boot: { phase: 'download', receivedBytes: 0, totalBytes: undefined, stepsDone: 0, stepsTotal: 0 },
    snapshot: undefined,
    shell: undefined,
    ...stored,
    results: [],
    running: undefined,
    storage: 'opening',
    word: undefined,
  };

  function change(part: Partial<SessionState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener(state);
  }
  const say = (word: Word) => change({ word });

  // --- the worker ---

  function onSide(answer: Answer): void {
    if (answer.kind === 'progress') change({ boot: answer.progress });
    if (answer.kind === 'checkpoint' && state.storage === 'kept') {
      void platform.storage.saveCheckpoint(key, answer.checkpoint);
    }
    if (!state.running) return;
    if (answer.kind === 'again') change({ running: { ...state.running, output: [] } });
    if (answer.kind === 'output') {
      change({ running: { ...state.running, output: [...state.running.output, answer.piece] } });
    }
  }

  function worker(): WorkerLink {
    link ??= linkWorker(
      platform.startWorker,
      onSide,
      (loss) => void inTurn(() => recover(new WorkerLost(loss), '')),
    );
    return link;
  }

  /** Brings the worker to `stored`. A second failure in a row is final. */
  async function rebuild(attempt = 1): Promise<void> {
    change({ phase: state.snapshot ? 'replaying' : 'starting', running: undefined });
    try {
      const { journal, position } = stored;
      // Only a new worker knows none of its own.
      const checkpoint = link ? undefined : await platform.storage.loadCheckpoint(key);
      const answer = (await worker().ask(
        {
          kind: 'open',
          journal,
          position,
          ...(options.language ? { language: options.language } : {}),
          ...(checkpoint ? { checkpoint } : {}),
        },
        OPEN_LIMIT,
      )) as Done & {
        kind: 'opened';
      };
      accept(answer, [...answer.results]);
    } catch (error) {
      if (closed) return;
      link?.end({ kind: 'died', reason: String(error) });
      link = undefined;
      say(error instanceof WorkerLost ? wordOf(error.loss, '') : bug(error));
      if (attempt < 2) return rebuild(attempt + 1);
      change({ phase: 'failed' });
    }
  }

  /** The journal says which extensions its steps asked for: the next opening loads them at once. */
  function noteExtensions(extensions: readonly string[]): void {
    const { machine } = stored.journal;
    if (extensions.length <= (machine.extensions?.length ?? 0)) return;
    stored = { ...stored, journal: { ...stored.journal, machine: { ...machine, extensions } } };
  }

  function accept({ snapshot: found, shell, extensions }: Done, results: readonly StepResult[]): void {
    noteExtensions(extensions);
    const snapshot = sameParts(state.snapshot, found);
    seen.note(stored.journal, stored.position, { snapshot, shell }, results);
    change({ ...stored, phase: 'ready', running: undefined, snapshot, shell, results });
  }

  // --- steps, one after the other ---

  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = last.then(action);
    last = turn.catch(() => {});
    return turn;
  }

  /** @param made undefined where there is nothing to do any more when the turn comes. */
  const step = (made: () => Step | undefined, shown: string): Promise<StepResult | undefined> =>
    inTurn(async () => {
      if (state.phase !== 'ready' || state.storage === 'elsewhere') return undefined;
      const one = made();
      if (!one) return undefined;
      const next = addStep(stored, one);
      const replaces = next.position === stored.position;
      change({ phase: 'busy', running: { line: shown, output: [], since: platform.now() } });
      try {
        const answer = await worker().ask({ kind: 'step', step: one, replaces }, timeLimit);
        const { result } = answer as Done & { kind: 'stepped' };
        stored = next;
        deaths = 0;
        noteExtensions((answer as Done).extensions);
        // Kept before it is shown: what a learner has seen done is not lost by whatever comes next.
        await save();
        accept(answer as Done, [...state.results.slice(0, next.position - 1), result]);
        return result;
      } catch (error) {
        await recover(error, shown);
        return undefined;
      }
    });

  /** Deaths since a step was done: a workspace that kills every worker is given up after some. */
  let deaths = 0;

  /** The step did not happen: back to where everything stood before it. */
  async function recover(error: unknown, shown: string): Promise<void> {
    if (closed) return;
    if (error instanceof WorkerLost) link = undefined;
    deaths += error instanceof WorkerLost && error.loss.kind === 'died' ? 1 : 0;
    if (deaths > MOST_DEATHS) return change({ phase: 'failed', running: undefined });
    await rebuild();
    say(error instanceof WorkerLost ? wordOf(error.loss, shown) : bug(error));
  }

  let drifts = 0;

  /** A question that changes nothing; a worker that is lost over it is replaced. */
  const look = <A extends Answer, T>(
    question: Question,
    read: (answer: A) => T,
    otherwise: T,
    isWanted: () => boolean = () => true,
  ): Promise<T> =>
    inTurn(async () => {
      if (state.phase !== 'ready' || !isWanted()) return otherwise;
      try {
        return read((await worker().ask(question, timeLimit)) as A);
      } catch (error) {
        if (error instanceof WorkerLost) await recover(error, '');
        else say(bug(error));
        return otherwise;
      }
    });

  /** What is known of the state is shown before the worker is there. */
  function showSeen(): void {
    const { journal, position } = stored;
    const [known, results] = [seen.state(journal, position), seen.results(journal, position)];
    if (known && results) change({ ...stored, ...known, results, phase: 'replaying', running: undefined });
  }

  const move = (to: (now: Stored) => Stored): Promise<void> =>
    inTurn(async () => {
      if (state.storage === 'elsewhere') return;
      stored = to(stored);
      showSeen();
      await rebuild();
      await save();
    });

  // --- storage ---

  async function save(): Promise<void> {
    if (state.storage !== 'kept') return;
    const result = await platform.storage.save(key, stored);
    if (result.kind === 'saved') return;
    change({ storage: 'memory' });
    say(result.kind === 'full' ? { kind: 'storage-full' } : refused(result.reason));
  }

  async function load(): Promise<void> {
    const result = await platform.storage.load(key);
    if (result.kind === 'loaded') stored = result.stored;
    if (result.kind === 'damaged') say({ kind: 'stored-work-damaged', reason: result.reason });
    if (result.kind === 'refused') say(refused(result.reason));
    change({ ...stored, storage: result.kind === 'refused' ? 'memory' : 'kept' });
  }

  async function start(): Promise<void> {
    hold = await holdWorkspace(platform.locks, key, () => void inTurn(takeOver));
    await load();
    // Where nothing is stored, two tabs cannot overwrite each other.
    if (!hold.held && state.storage === 'kept') change({ storage: 'elsewhere' });
    await rebuild();
  }

  /** The other tab is gone: what it left is ours now. */
  async function takeOver(): Promise<void> {
    if (closed) return;
    await load();
    await rebuild();
  }

  const now = platform.now;
  void inTurn(start);
  return {
    get state() {
      return state;
    },
    seenAt: (position) => seen.state(stored.journal, position)?.snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (line, input) =>
      step(() => ({ do: 'run', at: now(), line, ...(input === undefined ? {} : { input }) }), line),
    write: async (path, text) => {
      const isNew = () => state.snapshot?.files[path] !== text;
      await step(() => (isNew() ? { do: 'write', at: now(), path, text } : undefined), '');
    },
    remove: async (path) => {
      await step(() => ({ do: 'delete', at: now(), path }), '');
    },
    sql: (sql) => step(() => ({ do: 'sql', at: now(), sql }), sql),
    query: (sql) =>
      look(
        { kind: 'query', sql },
        ({ results, error }: Answer & { kind: 'rows' }): SqlAnswer => ({ results, error }),
        NO_ROWS,
      ),
    complete: (line) =>
      look({ kind: 'complete', line }, (answer: Answer & { kind: 'completions' }) => answer.words, []),
    describe: (ask, drafts) =>
      look(
        { kind: 'describe', ask, drafts },
        (answer: Answer & { kind: 'described' }) => answer.facts,
        undefined,
      ),
    syntax: (text, path) =>
      look(
        { kind: 'syntax', text, path },
        (answer: Answer & { kind: 'judged' }) => answer.problem,
        undefined,
      ),
    ownNames: (text, line) =>
      look(
        { kind: 'own-names', text, line },
        (answer: Answer & { kind: 'own-names' }) => answer.names,
        undefined,
      ),
    drift(drafts = {}, strays = true) {
      const mine = ++drifts;
      const found = (answer: Answer & { kind: 'drift' }) => answer.drift;
      return look({ kind: 'drift', drafts, strays }, found, undefined, () => mine === drifts);
    },
    modelDiff: (path, drafts) =>
      look(
        { kind: 'model-diff', path, drafts },
        (answer: Answer & { kind: 'model-diff' }) => answer.diff,
        undefined,
      ),
    prove: (revision) =>
      look(
        { kind: 'prove', revision },
        (answer: Answer & { kind: 'proof' }): RoundTrip | undefined => answer.proof,
        undefined,
      ),
    async interrupt() {
      if (state.phase !== 'busy') return;
      link?.end({ kind: 'interrupted' });
      await last;
    },
    undo: () => move((from) => moveTo(from, from.position - 1)),
    redo: () => move((from) => moveTo(from, from.position + 1)),
    goTo: (position) => move((from) => moveTo(from, position)),
    takeBranch: (index) => move((from) => takeBranch(from, index, now())),
    reset: () => move((from) => replaceBy(from, { ...from.journal, steps: [] }, now())),
    replace: (journal) => move((from) => replaceBy(from, journal, now())),
    takeCopy: () =>
      inTurn(async () => {
        if (state.storage !== 'elsewhere') return;
        hold?.release();
        key = platform.newKeyForTab(options.key);
        hold = await holdWorkspace(platform.locks, key, () => {});
        change({ storage: 'kept' });
        await save();
      }),
    dismissWord: () => change({ word: undefined }),
    close() {
      closed = true;
      link?.end({ kind: 'interrupted' });
      hold?.release();
      listeners.clear();
    },
  };
}

function emptyJournal({ start, machine = {} }: SessionOptions): Journal {
  return { version: JOURNAL_VERSION, seed: newSeed(), start, machine, steps: [] };
}
