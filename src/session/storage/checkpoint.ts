/**
 * A workspace as it was after some step, with its server: a cache that spares replaying. It may be thrown away at any time;
 * whatever is wrong with one, the journal is replayed instead.
 */
import type { Journal, Step } from '../journal/journal.ts';
import type { ServerState } from '../workspace/servers.ts';
import type { WorkspaceState } from '../workspace/work.ts';

export interface Checkpoint {
  /** Of the engine that made it: another one may answer differently. */
  readonly version: string;
  readonly seed: string;
  readonly workspace: WorkspaceState;
  readonly server: ServerState;
}

/** What starting a server from a checkpoint costs, about; replaying less than this is quicker. */
const RESTORE_COST = 700;
/** So much work since the last one makes the next one worth its place. */
const WORTH_KEEPING = 1500;

const stepsOf = (checkpoint: Checkpoint): readonly Step[] =>
  checkpoint.workspace.results.map((result) => result.step);

const costOf = (results: WorkspaceState['results']): number =>
  results.reduce((sum, result) => sum + result.milliseconds, 0);

/** The checkpoint that spares most on the way to these steps; undefined where replaying is as quick. */
export function bestCheckpoint(
  checkpoints: readonly Checkpoint[],
  journal: Journal,
  steps: readonly Step[],
): Checkpoint | undefined {
  const fitting = checkpoints.filter(
    (one) =>
      one.seed === journal.seed &&
      costOf(one.workspace.results) > RESTORE_COST &&
      stepsOf(one).length <= steps.length &&
      stepsOf(one).every((step, i) => JSON.stringify(step) === JSON.stringify(steps[i])),
  );
  return fitting.reduce<Checkpoint | undefined>(
    (best, one) => (best && stepsOf(best).length >= stepsOf(one).length ? best : one),
    undefined,
  );
}

/** Whether a workspace has come far enough from the last checkpoint on its way. */
export function isWorthKeeping(
  checkpoints: readonly Checkpoint[],
  journal: Journal,
  results: WorkspaceState['results'],
): boolean {
  const steps = results.map((result) => result.step);
  const last = bestCheckpoint(checkpoints, journal, steps);
  return costOf(results.slice(last?.workspace.results.length ?? 0)) > WORTH_KEEPING;
}
