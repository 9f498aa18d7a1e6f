/** What stands beside the open file, in the place of the editor. */
import { useSignal } from '@preact/signals';
import { useWorkbench } from '../context.ts';
import { placeOf } from '../marks.tsx';
import { ViewTabs } from '../ViewTabs.tsx';
import { DiffView } from './DiffView.tsx';
import { ModelDiffView } from './ModelDiffView.tsx';

const VIEWS = ['models', 'run'] as const;
type View = (typeof VIEWS)[number];

/** The open file beside something else: as it was at the last run, and, of a revision, what the models say. */
export function DiffPane({ path }: { readonly path: string }) {
  const { t } = useWorkbench();
  const view = useSignal<View>('models');
  if (placeOf(path) !== 'revision') return <DiffView path={path} />;
  return (
    <div class="diff-pane">
      <ViewTabs
        id="diff"
        class="diff-tabs"
        label={t.modelDiff.views}
        views={VIEWS}
        words={t.modelDiff.view}
        view={view.value}
        onChange={(next) => (view.value = next)}
      />
      <div class="diff-shown" id="diff-view" role="tabpanel" aria-labelledby={`diff-${view.value}`}>
        {view.value === 'models' ? <ModelDiffView key={path} path={path} /> : <DiffView path={path} />}
      </div>
    </div>
  );
}
