/** Keys that work everywhere on the page. Single letters only while nothing is typed into. */
import { tinykeys } from 'tinykeys';
import type { Workbench } from '../store.ts';
import { goToPane, nextPane } from './actions.ts';

/** @returns the way out. */
export function listenToKeys({ sheet, undo, redo }: Workbench): () => void {
  const always = (action: () => void) => (event: KeyboardEvent) => {
    event.preventDefault();
    action();
  };
  return tinykeys(
    window,
    {
      '$mod+k': always(() => (sheet.value = 'palette')),
      'Control+Backquote': always(() => goToPane('term')),
      '$mod+Alt+KeyZ': always(() => void undo()),
      '$mod+Alt+KeyY': always(() => void redo()),
      F6: always(() => nextPane(1)),
      'Shift+F6': always(() => nextPane(-1)),
      '[Shift]+?': always(() => (sheet.value = 'shortcuts')),
    },
    { ignore: isTyping },
  );
}

/** A dialog has its own keys, and a letter that is typed into a field is no shortcut. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || document.querySelector('dialog[open]')) return true;
  const field =
    event.target instanceof Element
      ? event.target.closest('input, textarea, [contenteditable], .native-edit-context')
      : null;
  return field !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey;
}

/** The keys as they are written on a keyboard. */
export function keyNames(keys: string): readonly string[] {
  const mac = navigator.userAgent.includes('Mac');
  return keys
    .split('+')
    .map((key) =>
      key === '$mod'
        ? mac
          ? '⌘'
          : 'Ctrl'
        : key === 'Control'
          ? 'Ctrl'
          : key.toUpperCase().length === 1
            ? key.toUpperCase()
            : key,
    );
}
