import { useSignal } from '@preact/signals';
import { useWorkbench } from '../context.ts';
import { placeOf } from '../marks.tsx';
import { DiffView } from './DiffView.tsx';
import { ModelDiffView } from './ModelDiffView.tsx';

const VIEWS = ['models', 'run'] as const;
type View = (typeof VIEWS)[number];

/** The open file beside something else: as it was at the last run, and, of a revision, what the models say. */
export function DiffPane({ path }: { readonly path: string }) {
  const view = useSignal<View>('models');
  if (placeOf(path) !== 'revision') return <DiffView path={path} />;
  return (
    <div class="diff-pane">
      <DiffTabs view={view.value} onChange={(next) => (view.value = next)} />
      <div class="diff-shown" id="diff-view" role="tabpanel" aria-labelledby={`diff-${view.value}`}>
        {view.value === 'models' ? <ModelDiffView key={path} path={path} /> : <DiffView path={path} />}
      </div>
    </div>
  );
}

function DiffTabs({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const { t } = useWorkbench();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const next = view === 'models' ? 'run' : 'models';
    onChange(next);
    requestAnimationFrame(() => document.getElementById(`diff-${next}`)?.focus());
  };
  return (
    <div class="seg grow diff-tabs" role="tablist" aria-label={t.modelDiff.views}>
      {VIEWS.map((one) => (
        <button
          key={one}
          id={`diff-${one}`}
          type="button"
          role="tab"
          aria-selected={one === view}
          aria-controls="diff-view"
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={onKeyDown}
        >
          {t.modelDiff.view[one]}
        </button>
      ))}
    </div>
  );
}
