/** The page's side: one workspace with its worker, its storage and its state. */
import { moveTo, replaceBy, takeBranch } from '../journal/timeline.ts';
import type { Answer } from '../protocol.ts';
import type { RoundTrip } from '../rehearsal/round-trip.ts';
import type { Session, SessionOptions } from '../session.ts';
import type { SqlAnswer } from '../workspace/console-sql.ts';
import { change, type Held, inTurn, newHeld } from './held.ts';
import { start, takeCopy } from './keep.ts';
import { browserPlatform, type Platform } from './platform.ts';
import { look } from './reach.ts';
import { doStep, move } from './steps.ts';

const NO_ROWS: SqlAnswer = { results: [], error: undefined };

/** Opens a workspace; its state says how far it is. */
export function openSession(options: SessionOptions, platform: Platform = browserPlatform()): Session {
  const held = newHeld(options, platform);
  void inTurn(held, () => start(held));
  return {
    get state() {
      return held.state;
    },
    seenAt: (position) => held.seen.state(held.stored.journal, position)?.snapshot,
    subscribe(listener) {
      held.listeners.add(listener);
      return () => held.listeners.delete(listener);
    },
    ...deedsOf(held),
    ...questionsOf(held),
    ...movesOf(held),
    async interrupt() {
      if (held.state.phase !== 'busy') return;
      held.link?.end({ kind: 'interrupted' });
      await held.last;
    },
    takeCopy: () => inTurn(held, () => takeCopy(held)),
    dismissWord: () => change(held, { word: undefined }),
    close() {
      held.closed = true;
      held.link?.end({ kind: 'interrupted' });
      held.hold?.release();
      held.listeners.clear();
    },
  };
}

/** What becomes a step of the journal. */
function deedsOf(held: Held): Pick<Session, 'run' | 'write' | 'remove' | 'sql'> {
  const { now } = held.platform;
  return {
    run: (line, input) =>
      doStep(held, () => ({ do: 'run', at: now(), line, ...(input === undefined ? {} : { input }) }), line),
    write: async (path, text) => {
      const isNew = () => held.state.snapshot?.files[path] !== text;
      await doStep(held, () => (isNew() ? { do: 'write', at: now(), path, text } : undefined), '');
    },
    remove: async (path) => {
      await doStep(held, () => ({ do: 'delete', at: now(), path }), '');
    },
    sql: (sql) => doStep(held, () => ({ do: 'sql', at: now(), sql }), sql),
  };
}

/** What is asked of the workspace as it is. */
function questionsOf(
  held: Held,
): Pick<
  Session,
  'query' | 'complete' | 'describe' | 'syntax' | 'ownNames' | 'drift' | 'modelDiff' | 'prove'
> {
  let drifts = 0;
  return {
    query: (sql) =>
      look(
        held,
        { kind: 'query', sql },
        ({ results, error }: Answer & { kind: 'rows' }): SqlAnswer => ({ results, error }),
        NO_ROWS,
      ),
    complete: (line) =>
      look(held, { kind: 'complete', line }, (answer: Answer & { kind: 'completions' }) => answer.words, []),
    describe: (asked, drafts) =>
      look(
        held,
        { kind: 'describe', ask: asked, drafts },
        (answer: Answer & { kind: 'described' }) => answer.facts,
        undefined,
      ),
    syntax: (text, path) =>
      look(
        held,
        { kind: 'syntax', text, path },
        (answer: Answer & { kind: 'judged' }) => answer.problem,
        undefined,
      ),
    ownNames: (text, line) =>
      look(
        held,
        { kind: 'own-names', text, line },
        (answer: Answer & { kind: 'own-names' }) => answer.names,
        undefined,
      ),
    drift(drafts = {}, strays = true) {
      const mine = ++drifts;
      const found = (answer: Answer & { kind: 'drift' }) => answer.drift;
      return look(held, { kind: 'drift', drafts, strays }, found, undefined, () => mine === drifts);
    },
    modelDiff: (path, drafts) =>
      look(
        held,
        { kind: 'model-diff', path, drafts },
        (answer: Answer & { kind: 'model-diff' }) => answer.diff,
        undefined,
      ),
    prove: (revision) =>
      look(
        held,
        { kind: 'prove', revision },
        (answer: Answer & { kind: 'proof' }): RoundTrip | undefined => answer.proof,
        undefined,
      ),
  };
}

/** What goes to another place of the journal, or to another journal. */
function movesOf(held: Held): Pick<Session, 'undo' | 'redo' | 'goTo' | 'takeBranch' | 'reset' | 'replace'> {
  const { now } = held.platform;
  return {
    undo: () => move(held, (from) => moveTo(from, from.position - 1)),
    redo: () => move(held, (from) => moveTo(from, from.position + 1)),
    goTo: (position) => move(held, (from) => moveTo(from, position)),
    takeBranch: (index) => move(held, (from) => takeBranch(from, index, now())),
    reset: () => move(held, (from) => replaceBy(from, { ...from.journal, steps: [] }, now())),
    replace: (journal) => move(held, (from) => replaceBy(from, journal, now())),
  };
}
