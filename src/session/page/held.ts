/** What an open session holds, and how the things that are done to it take turns. */
import { JOURNAL_VERSION, type Journal } from '../journal/journal.ts';
import type { SessionOptions, SessionState, Word } from '../session.ts';
import type { Hold } from '../storage/lock.ts';
import type { Stored } from '../storage/storage.ts';
import { newSeed } from '../workspace/random.ts';
import type { Platform } from './platform.ts';
import { newSeen, type Seen } from './seen.ts';
import type { WorkerLink } from './worker-link.ts';

/** One open workspace: what is kept of it, its worker, and what listeners are told. */
export interface Held {
  readonly options: SessionOptions;
  readonly platform: Platform;
  readonly seen: Seen;
  readonly listeners: Set<(state: SessionState) => void>;
  /** Under which it is stored; a copy in a second tab has one of its own. */
  key: string;
  stored: Stored;
  state: SessionState;
  link: WorkerLink | undefined;
  hold: Hold | undefined;
  closed: boolean;
  /** Deaths of workers since a step was done: a workspace that kills every worker is given up after some. */
  deaths: number;
  /** The end of what is being done, and of all that waits for it. */
  last: Promise<unknown>;
}

/** A session before anything is done: its workspace is not read yet. */
export function newHeld(options: SessionOptions, platform: Platform): Held {
  const journal = options.journal ?? emptyJournal(options);
  const stored: Stored = { journal, position: journal.steps.length, branches: [] };
  return {
    options,
    platform,
    seen: newSeen(),
    listeners: new Set(),
    key: platform.keyOfTab(options.key),
    stored,
    state: {
      phase: 'starting',
      boot: { phase: 'download', receivedBytes: 0, totalBytes: undefined, stepsDone: 0, stepsTotal: 0 },
      snapshot: undefined,
      shell: undefined,
      ...stored,
      results: [],
      running: undefined,
      storage: 'opening',
      word: undefined,
    },
    link: undefined,
    hold: undefined,
    closed: false,
    deaths: 0,
    last: Promise.resolve(),
  };
}

const emptyJournal = ({ start, machine = {} }: SessionOptions): Journal => ({
  version: JOURNAL_VERSION,
  seed: newSeed(),
  start,
  machine,
  steps: [],
});

/** Changes the state, and tells everybody. */
export function change(held: Held, part: Partial<SessionState>): void {
  held.state = { ...held.state, ...part };
  for (const listener of held.listeners) listener(held.state);
}

/** Says something to the learner; it stands until it is dismissed, or something else is said. */
export const say = (held: Held, word: Word): void => change(held, { word });

/** Does something when all that was asked for before is done. @throws what the action throws; the next turn comes all the same */
export function inTurn<T>(held: Held, action: () => Promise<T>): Promise<T> {
  const turn = held.last.then(action);
  held.last = turn.catch(() => {});
  return turn;
}
