/** Panes that can be folded away on large screens; which ones are is remembered. */
import { effect, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWorkbench } from './context.ts';
import { Icon } from './Icon.tsx';
import { remember, remembered } from './remembered.ts';

/** Panes that fold to their header on large screens, so that their neighbour gets the room. */
export const FOLDABLE = ['rev', 'term', 'db'] as const;
export type FoldablePane = (typeof FOLDABLE)[number];

const KEY = 'folded';
const folded: Signal<readonly FoldablePane[]> = signal(
  remembered<readonly FoldablePane[]>(KEY, []).filter((one) => FOLDABLE.includes(one)),
);

/** Folds a pane away, or brings it back; remembered. */
export function togglePane(pane: FoldablePane): void {
  const now = folded.peek();
  folded.value = now.includes(pane) ? now.filter((one) => one !== pane) : [...now, pane];
  remember(KEY, folded.value);
}

/** Tells the style sheet which panes are folded. */
export function useFolding(): void {
  useEffect(
    () =>
      effect(() => {
        const bench = document.querySelector<HTMLElement>('still-workbench');
        if (bench) bench.dataset.folded = folded.value.join(' ');
      }),
    [],
  );
}

/** The button in a pane's header. */
export function Collapse({ pane, name }: { readonly pane: FoldablePane; readonly name: string }) {
  const { t } = useWorkbench();
  const isFolded = folded.value.includes(pane);
  const label = isFolded ? t.share.unfold(name) : t.share.fold(name);
  return (
    <button
      class="btn icon tiny collapse"
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={!isFolded}
      onClick={() => togglePane(pane)}
    >
      <Icon name={isFolded ? 'chevron-right' : 'chevron-down'} />
    </button>
  );
}
