/** The workbench as a whole: panes, bars and sheets, and where each stands. */
import { useEffect } from 'preact/hooks';
import { useFolding } from './Collapse.tsx';
import { WorkbenchProvider } from './context.ts';
import { DatabasePane } from './database/DatabasePane.tsx';
import { DriftStrip } from './drift/DriftStrip.tsx';
import { CodePane } from './editor/CodePane.tsx';
import { BootLine, Notices } from './Notices.tsx';
import { Sheets } from './palette/Palette.tsx';
import { listenToKeys } from './palette/shortcuts.ts';
import { markChanged } from './panels.ts';
import { Proof } from './proof/ProofSheet.tsx';
import { RevisionPane } from './revisions/RevisionPane.tsx';
import { Splitter } from './Splitter.tsx';
import type { Workbench } from './store.ts';
import { Terminal } from './terminal/Terminal.tsx';
import { Timeline } from './timeline/Timeline.tsx';

/** Everything that stands on the glass. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  const { t } = workbench;
  useUnseenChanges(workbench);
  useFolding();
  useEffect(() => listenToKeys(workbench), [workbench]);
  return (
    <WorkbenchProvider value={workbench}>
      <BootLine />
      <Notices />
      <DriftStrip />
      <CodePane />
      <RevisionPane />
      <Terminal />
      <DatabasePane />
      <Timeline />
      <Sheets />
      <Proof />
      <Splitter name={t.bench.resize(t.bench.code)} variable="--top" axis="y" min={160} max={560} />
      <Splitter name={t.bench.resize(t.bench.data)} variable="--side" axis="x" min={260} max={640} reverse />
    </WorkbenchProvider>
  );
}

/** The dots on the bar of small screens: what a command changed in a panel that is not in view. */
function useUnseenChanges({ lastCommand }: Workbench): void {
  const result = lastCommand.value;
  useEffect(() => {
    if (!result) return;
    markChanged('term');
    if (result.database.tables.length > 0) markChanged('db');
    if (
      result.files.some(({ path }) => path.includes('/versions/')) ||
      result.events.some(({ kind }) => kind === 'revision')
    )
      markChanged('rev');
  }, [result]);
}
