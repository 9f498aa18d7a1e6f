/** What went wrong, as the learner will be told. */
import type { Word } from '../session.ts';
import { type Loss, RequestFailed } from './worker-link.ts';

/** @param line the command that ran. */
export function wordOf(loss: Loss, line: string): Word {
  if (loss.kind === 'died') return { kind: 'worker-died', reason: loss.reason };
  return loss.kind === 'hung' ? { kind: 'worker-hung', line } : { kind: 'interrupted', line };
}

/** A fault of ours, as it is shown with the journal to report. */
export function bug(error: unknown): Word {
  const message = error instanceof RequestFailed || error instanceof Error ? error.message : String(error);
  return { kind: 'our-bug', message };
}

/** Storage that does not take the workspace. */
export const refused = (reason: string): Word => ({ kind: 'storage-refused', reason });
