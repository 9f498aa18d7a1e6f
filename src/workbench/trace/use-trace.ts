/** Which line is traced: the one under the cursor, as it is typed. */
import { useMemo } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { graphOf } from '../revisions/graph.ts';
import { type Trace, traceAt } from './trace.ts';

/** What the line under the cursor of the open file did, or will do. */
export function useTrace(): Trace | undefined {
  const { state, files, drift, cursor, active } = useWorkbench();
  const { snapshot, results } = state.value;
  const order = useMemo(
    () => (snapshot ? graphOf(snapshot.revisions).nodes.map(({ id }) => id) : []),
    [snapshot?.revisions],
  );
  const { value: at } = cursor;
  if (!snapshot || !at || at.path !== active.value) return undefined;
  return traceAt({ snapshot, files: files.value, results, drift: drift.value, order }, at);
}
