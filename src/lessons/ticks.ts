/** Which steps are done, from what the workspace is and was: pure, so that tests and grading may replay it. */
import { type CommandFact, type Facts, passes, type World } from '../checks/index.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import type { StepResult } from '../session/protocol.ts';
import type { StepPlan } from './files/lesson-schema.ts';

/** Step id to the position of the journal at which its check held for the first time. */
export type Ticks = Readonly<Record<string, number>>;

function factsOf(results: readonly StepResult[], opened: Iterable<string>): Facts {
  const commands: CommandFact[] = results.flatMap(({ step, exit, output }) => {
    if (step.do !== 'run') return [];
    const text = (stream: 'stdout' | 'stderr') =>
      output
        .filter((piece) => piece.stream === stream)
        .map((piece) => piece.text)
        .join('');
    return [{ line: step.line, exit, stdout: text('stdout'), stderr: text('stderr') }];
  });
  return { commands, opened: [...opened] };
}

/**
 * Ticks after the workspace came to this position. A check that held once stays ticked however the state goes on; going back in the
 * journal to before that moment takes the tick back.
 * @param total length of the whole journal: ticks of steps that wait for redo are kept.
 */
export function ticksAt(
  steps: readonly StepPlan[],
  old: Ticks,
  world: World,
  position: number,
  total: number,
): Ticks {
  const next: Record<string, number> = {};
  for (const { id, done } of steps) {
    const was = old[id];
    if (was !== undefined && was <= total && (was <= position || total > position)) next[id] = was;
    if ((next[id] === undefined || next[id] > position) && passes(done, world)) next[id] = position;
  }
  return next;
}

/** Without the ticks of a way that was left: a new step took the place of what came after `common` steps. */
export function ticksUpTo(ticks: Ticks, common: number): Ticks {
  return Object.fromEntries(Object.entries(ticks).filter(([, position]) => position <= common));
}

/** Whether a step counts as done at this position. */
export function isDone(ticks: Ticks, step: string, position: number): boolean {
  const at = ticks[step];
  return at !== undefined && at <= position;
}

/** @param dry what dry runs have told of this state, where any were made. */
export function worldOf(
  snapshot: Snapshot,
  results: readonly StepResult[],
  opened: Iterable<string>,
  dry: Pick<Facts, 'clean' | 'roundtrip'> = {},
): World {
  return { snapshot, facts: { ...factsOf(results, opened), ...dry } };
}
