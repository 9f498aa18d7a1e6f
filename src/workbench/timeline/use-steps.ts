/** What the track and the list show, so that both agree. */
import type { Step } from '../../session/journal/journal.ts';
import { useWorkbench } from '../context.ts';

/** The learner's own steps, without the setup's. */
export function useSteps(): {
  readonly steps: readonly Step[];
  /** How many of them are in force. */
  readonly at: number;
  /** Nothing runs and nothing is being replayed. */
  readonly still: boolean;
  /** The workbench was opened; moving about does not end that. */
  readonly ready: boolean;
} {
  const { state, options, ready } = useWorkbench();
  const { journal, position, phase, snapshot } = state.value;
  const origin = options.setup.length;
  return {
    steps: journal.steps.slice(origin),
    at: Math.max(0, position - origin),
    still: phase === 'ready' && ready.value,
    ready: snapshot !== undefined && phase !== 'busy' && phase !== 'failed' && phase !== 'starting',
  };
}
