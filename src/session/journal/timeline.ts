/** Moving about in a journal: pure functions of what is kept. */

import type { Branch } from '../session.ts';
import type { Stored } from '../storage/storage.ts';
import type { Journal, Step } from './journal.ts';

/**
 * One more step after the present position. Steps that lay ahead become a branch.
 * A write to the file that the last step wrote takes that step's place.
 */
export function addStep(stored: Stored, step: Step): Stored {
  const { journal, position } = stored;
  const done = journal.steps.slice(0, position);
  const last = done.at(-1);
  const replaces = step.do === 'write' && last?.do === 'write' && last.path === step.path;
  const kept = replaces ? done.slice(0, -1) : done;
  const steps = [...kept, step];
  const ahead = position < journal.steps.length ? [branchOf(position, journal, step.at)] : [];
  return { journal: { ...journal, steps }, position: steps.length, branches: [...stored.branches, ...ahead] };
}

function branchOf(position: number, journal: Journal, leftAt: number): Branch {
  return { position, steps: journal.steps, leftAt };
}

/** Another step in force; steps behind it wait for redo. */
export function moveTo(stored: Stored, position: number): Stored {
  return { ...stored, position: Math.max(0, Math.min(position, stored.journal.steps.length)) };
}

/** The branch's steps become the journal's; what they replace becomes a branch. */
export function takeBranch(stored: Stored, index: number, now: number): Stored {
  const branch = stored.branches[index];
  if (!branch) return stored;
  const { journal } = stored;
  const others = stored.branches.filter((_, i) => i !== index);
  return {
    journal: { ...journal, steps: branch.steps },
    position: branch.steps.length,
    branches: [...others, branchOf(commonSteps(journal.steps, branch.steps), journal, now)],
  };
}

/** Another journal in place of this one. The way so far stays as a branch where both start from the same project. */
export function replaceBy(stored: Stored, journal: Journal, now: number): Stored {
  const alike =
    journal.seed === stored.journal.seed &&
    JSON.stringify(journal.start) === JSON.stringify(stored.journal.start);
  const left =
    alike && stored.journal.steps.length > 0
      ? [...stored.branches, branchOf(commonSteps(stored.journal.steps, journal.steps), stored.journal, now)]
      : alike
        ? stored.branches
        : [];
  return { journal, position: journal.steps.length, branches: left };
}

/** How many steps two journals share from the beginning. */
export function commonSteps(a: readonly Step[], b: readonly Step[]): number {
  let count = 0;
  while (count < a.length && count < b.length && JSON.stringify(a[count]) === JSON.stringify(b[count]))
    count += 1;
  return count;
}
