/** What the page has seen of the workspace's states: going back and forth shows them at once, while the worker is still on its way. */
import type { Snapshot } from '../../engine/snapshot.ts';
import type { Journal, Step } from '../journal/journal.ts';
import type { ShellState, StepResult } from '../protocol.ts';

export interface SeenState {
  readonly snapshot: Snapshot;
  readonly shell: ShellState;
}

export interface Seen {
  /** @param position how many steps of the journal are in force. */
  note(journal: Journal, position: number, state: SeenState, results: readonly StepResult[]): void;
  state(journal: Journal, position: number): SeenState | undefined;
  /** The results of the first steps; undefined where one of them was not seen. */
  results(journal: Journal, position: number): readonly StepResult[] | undefined;
}

/** Snapshots of large projects are large. */
const MOST_STATES = 60;

/** A step object stands for itself and all before it: every journal that holds it begins alike. */
export function newSeen(): Seen {
  const states = new Map<Step | Journal['start'], SeenState>();
  const done = new WeakMap<Step, StepResult>();
  const keyOf = ({ start, steps }: Journal, position: number) =>
    position === 0 ? start : steps[position - 1];
  return {
    note(journal, position, state, results) {
      for (const [at, result] of results.entries()) {
        const step = journal.steps[at];
        if (step) done.set(step, result);
      }
      const key = keyOf(journal, position);
      if (!key) return;
      states.delete(key);
      states.set(key, state);
      const [oldest] = states.keys();
      if (states.size > MOST_STATES && oldest) states.delete(oldest);
    },
    state(journal, position) {
      const key = keyOf(journal, position);
      return key && states.get(key);
    },
    results(journal, position) {
      const found = journal.steps.slice(0, position).map((step) => done.get(step));
      return found.every((one) => one !== undefined) ? (found as StepResult[]) : undefined;
    },
  };
}
