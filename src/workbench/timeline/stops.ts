/** The stops of the timeline: every step, or, where there are many, every command with the edits that led to it. */
import type { Step } from '../../session/journal/journal.ts';

export interface Stop {
  /** How many of the learner's steps are in force there. */
  readonly position: number;
  /** The step that gives it its name; undefined for the start. */
  readonly step: Step | undefined;
  /** How many other steps are in it. */
  readonly others: number;
}

/** More steps than this are grouped by command. */
export const MOST_STEPS = 8;

const START: Stop = { position: 0, step: undefined, others: 0 };

/** @param steps those in force and those that wait for redo. @returns the start and a stop for each step or group, oldest first */
export function stopsOf(steps: readonly Step[]): readonly Stop[] {
  if (steps.length <= MOST_STEPS) {
    return [START, ...steps.map((step, at) => ({ position: at + 1, step, others: 0 }))];
  }
  const stops: Stop[] = [START];
  let waiting = 0;
  for (const [at, step] of steps.entries()) {
    const isCommand = step.do === 'run' || step.do === 'sql';
    if (!isCommand && at < steps.length - 1) {
      waiting += 1;
      continue;
    }
    stops.push({ position: at + 1, step, others: waiting });
    waiting = 0;
  }
  return stops;
}

/** The stop that a position belongs to: its own, or, inside a group, the one before the group's end. */
export const stopAt = (stops: readonly Stop[], position: number): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => stop.position <= position),
  );
