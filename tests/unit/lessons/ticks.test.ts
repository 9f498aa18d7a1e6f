/** Steps of a lesson are ticked by facts, and a tick that was earned stays. */
import { describe, expect, it } from 'vitest';
import { NO_FACTS, readCheck } from '../../../src/checks/index.ts';
import type { Snapshot } from '../../../src/engine/snapshot.ts';
import type { StepPlan } from '../../../src/lessons/files/lesson-schema.ts';
import { isDone, type Ticks, ticksAt, ticksUpTo } from '../../../src/lessons/ticks.ts';
import { commonSteps } from '../../../src/session/journal/timeline.ts';

const steps: StepPlan[] = ['a', 'b'].map((id) => ({
  id,
  place: 'model',
  command: undefined,
  near: [],
  done: readCheck({ file: { path: id } }, id),
}));
const world = (...files: string[]) => ({
  snapshot: { files: Object.fromEntries(files.map((path) => [path, ''])) } as unknown as Snapshot,
  facts: NO_FACTS,
});
const done = (ticks: Ticks, position: number) =>
  steps.filter(({ id }) => isDone(ticks, id, position)).map(({ id }) => id);

describe('the ticks of a lesson', () => {
  it('come in any order and stay when the state goes on', () => {
    const first = ticksAt(steps, {}, world('b'), 1, 1);
    const second = ticksAt(steps, first, world('a'), 2, 2);
    expect(done(first, 1)).toEqual(['b']);
    expect(done(second, 2)).toEqual(['a', 'b']);
  });

  it('are taken back by undo and given again by redo', () => {
    const at2 = ticksAt(steps, ticksAt(steps, {}, world('a'), 1, 1), world('a', 'b'), 2, 2);
    const undone = ticksAt(steps, at2, world('a'), 1, 2);
    expect(done(undone, 1)).toEqual(['a']);
    expect(done(ticksAt(steps, undone, world('a', 'b'), 2, 2), 2)).toEqual(['a', 'b']);
  });

  it('of a way that was left are gone', () => {
    const at2 = ticksAt(steps, ticksAt(steps, {}, world('a'), 1, 1), world('a', 'b'), 2, 2);
    const undone = ticksAt(steps, at2, world('a'), 1, 2);
    // Another step replaces the second one.
    const step = (line: string) => ({ do: 'run' as const, line, at: 0 });
    const common = commonSteps([step('1'), step('2')], [step('1'), step('other')]);
    expect(done(ticksAt(steps, ticksUpTo(undone, common), world('a'), 2, 2), 2)).toEqual(['a']);
  });

  it('go back to none after a reset', () => {
    const all = ticksAt(steps, {}, world('a', 'b'), 4, 4);
    expect(done(ticksAt(steps, all, world(), 2, 2), 2)).toEqual([]);
  });
});
