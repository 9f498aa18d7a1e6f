/** The stops of a long timeline. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/session/journal/journal.ts';
import { stopAt, stopsOf } from '../../../src/workbench/timeline/stops.ts';

const write = (path: string): Step => ({ do: 'write', at: 0, path, text: '' });
const run = (line: string): Step => ({ do: 'run', at: 0, line });
const places = (steps: readonly Step[]) => stopsOf(steps).map(({ position, others }) => [position, others]);

describe('the stops of the timeline', () => {
  it('are the steps, while they are few', () => {
    expect(places([write('a'), run('ls')])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
  });

  it('are commands with the edits before them, when they are many; edits at the end stand alone', () => {
    const steps = [
      write('a'),
      write('b'),
      run('1'),
      run('2'),
      run('3'),
      run('4'),
      run('5'),
      write('c'),
      write('d'),
    ];
    expect(places(steps)).toEqual([
      [0, 0],
      [3, 2],
      [4, 0],
      [5, 0],
      [6, 0],
      [7, 0],
      [9, 1],
    ]);
    const stops = stopsOf(steps);
    expect([0, 1, 3, 8, 9].map((position) => stopAt(stops, position))).toEqual([0, 0, 1, 5, 6]);
  });
});
