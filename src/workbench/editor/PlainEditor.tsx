/** What stands in for Monaco on phones. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';

/** The editor of small screens, where Monaco is not supported: a text field over the same files. */
export function PlainEditor() {
  const { active, files, drafts, t, cursor } = useWorkbench();
  const path = active.value;
  const text = path === undefined ? '' : (files.value[path] ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (element && element.value !== text) element.value = text;
  }, [text, path]);
  if (path === undefined) return null;
  const edit = (element: HTMLTextAreaElement) => drafts.edit(path, element.value);
  return (
    <textarea
      key={path}
      ref={field}
      class="plain-editor"
      data-testid="editor"
      aria-label={t.files.editor(path)}
      autocapitalize="off"
      autocomplete="off"
      autocorrect="off"
      spellcheck={false}
      wrap="soft"
      onInput={(event) => edit(event.currentTarget)}
      onSelect={({ currentTarget: { value, selectionStart } }) => {
        cursor.value = { path, line: value.slice(0, selectionStart).split('\n').length };
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        breakLine(event.currentTarget);
        edit(event.currentTarget);
      }}
    />
  );
}

/** A new line starts as deep as the one before it, one step deeper after a colon. */
function breakLine(field: HTMLTextAreaElement): void {
  const before = field.value.slice(0, field.selectionStart);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const deeper = line.trimEnd().endsWith(':') ? '    ' : '';
  field.setRangeText(`\n${indent}${deeper}`, field.selectionStart, field.selectionEnd, 'end');
}
