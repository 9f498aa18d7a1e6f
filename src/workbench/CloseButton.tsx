/** The button that all sheets end with. */
import type { RefObject } from 'preact';
import { useWorkbench } from './context.ts';

/** Closes a sheet that has nothing to save. */
export function CloseButton({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const { t } = useWorkbench();
  return (
    <button class="btn" type="button" onClick={() => dialog.current?.close()}>
      {t.bench.dismiss}
    </button>
  );
}
