/** Which operation of a migration is at work, so that a statement can say who sent it. Not a part of the real tool. */
import type { OperationTrace } from '../../machine.ts';

/** @param id the operation's number; statements that `work` sends name it. */
export function whileAtWork<T>(trace: OperationTrace | undefined, id: number | undefined, work: () => T): T {
  if (!trace) return work();
  const outer = trace.current;
  trace.current = id;
  try {
    return work();
  } finally {
    trace.current = outer;
  }
}
