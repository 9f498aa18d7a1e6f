/** How all sheets of the workbench open. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A dialog that opens with its first drawing, before the next key is heard: what is typed right after is typed into it. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return dialog;
}
