/** Asks the worker for the comparison of a revision file with the models, while its text changes. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ModelDiff } from '../../session/rehearsal/model-diff.ts';
import { useWorkbench } from '../context.ts';

const PAUSE = 250;

/**
 * A revision file beside the models, asked for anew when anything changes; the last answer stands until the next one is there.
 * @returns undefined until the first.
 */
export function useModelDiff(path: string): ModelDiff | undefined {
  const { session, state, files, ready } = useWorkbench();
  const found = useSignal<{ readonly path: string; readonly diff: ModelDiff } | undefined>(undefined);
  useSignalEffect(() => {
    const { snapshot, phase } = state.value;
    const texts = files.value;
    if (!ready.value || phase !== 'ready' || !snapshot) return;
    const drafts = Object.entries(texts).filter(([one, text]) => snapshot.files[one] !== text);
    let wanted = true;
    const ask = async () => {
      const diff = await session.modelDiff(path, Object.fromEntries(drafts));
      if (wanted && diff) found.value = { path, diff };
    };
    const timer = setTimeout(() => void ask(), found.peek() ? PAUSE : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  });
  return found.value?.path === path ? found.value.diff : undefined;
}
