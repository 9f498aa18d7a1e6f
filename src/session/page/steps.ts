/** What changes a workspace: a new step at its end, or a move to another place of its journal. */
import type { Step } from '../journal/journal.ts';
import { addStep } from '../journal/timeline.ts';
import type { StepResult } from '../protocol.ts';
import type { Stored } from '../storage/storage.ts';
import { change, type Held, inTurn } from './held.ts';
import { save } from './keep.ts';
import { accept, ask, type Done, noteExtensions, rebuild, recover } from './reach.ts';

/**
 * Does a step when its turn comes.
 * @param made undefined where there is nothing to do any more by then.
 * @param shown the command, as it is shown while it runs.
 */
export const doStep = (
  held: Held,
  made: () => Step | undefined,
  shown: string,
): Promise<StepResult | undefined> =>
  inTurn(held, async () => {
    if (held.state.phase !== 'ready' || held.state.storage === 'elsewhere') return undefined;
    const step = made();
    if (!step) return undefined;
    const next = addStep(held.stored, step);
    const replaces = next.position === held.stored.position;
    change(held, { phase: 'busy', running: { line: shown, output: [], since: held.platform.now() } });
    try {
      const answer = (await ask(held, { kind: 'step', step, replaces })) as Done & { kind: 'stepped' };
      held.stored = next;
      held.deaths = 0;
      noteExtensions(held, answer.extensions);
      // Kept before it is shown: what a learner has seen done is not lost by whatever comes next.
      await save(held);
      accept(held, answer, [...held.state.results.slice(0, next.position - 1), answer.result]);
      return answer.result;
    } catch (error) {
      await recover(held, error, shown);
      return undefined;
    }
  });

/** Goes to another place, or another journal. */
export const move = (held: Held, to: (now: Stored) => Stored): Promise<void> =>
  inTurn(held, async () => {
    if (held.state.storage === 'elsewhere') return;
    held.stored = to(held.stored);
    showSeen(held);
    await rebuild(held);
    await save(held);
  });

/** What is known of the state is shown before the worker is there. */
function showSeen(held: Held): void {
  const { journal, position } = held.stored;
  const [known, results] = [held.seen.state(journal, position), held.seen.results(journal, position)];
  if (known && results)
    change(held, { ...held.stored, ...known, results, phase: 'replaying', running: undefined });
}
