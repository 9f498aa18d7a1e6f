/** Everything by its name: the palette behind Ctrl+K, and the list of shortcuts. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { CloseButton } from '../CloseButton.tsx';
import { useWorkbench } from '../context.ts';
import { ShareSheet } from '../share/ShareSheet.tsx';
import { TimelineSheet } from '../timeline/TimelineSheet.tsx';
import { useModal } from '../use-modal.ts';
import { type Action, actionsOf, found } from './actions.ts';
import { keyNames } from './shortcuts.ts';

/** The command palette and the sheet of shortcuts, whichever is asked for. */
export function Sheets() {
  const { sheet } = useWorkbench();
  if (sheet.value === 'palette') return <Palette />;
  if (sheet.value === 'shortcuts') return <Shortcuts />;
  if (sheet.value === 'share') return <ShareSheet />;
  if (sheet.value === 'timeline') return <TimelineSheet />;
  return null;
}

function Palette() {
  const workbench = useWorkbench();
  const { t, sheet } = workbench;
  const dialog = useModal();
  const query = useSignal('');
  const at = useSignal(0);
  const actions = useRef(actionsOf(workbench)).current;
  const list = found(actions, query.value);
  useEffect(() => {
    document.getElementById(`action-${at.value}`)?.scrollIntoView({ block: 'nearest' });
  }, [at.value]);

  const choose = (action: Action | undefined) => {
    dialog.current?.close();
    if (action) action.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(list[at.value]);
    else if (by !== undefined && list.length > 0) at.value = (at.value + by + list.length) % list.length;
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={t.palette.title}
      onClose={() => {
        // The action may have asked for the other sheet meanwhile.
        if (sheet.value === 'palette') sheet.value = undefined;
      }}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="actions"
        aria-activedescendant={list.length > 0 ? `action-${at.value}` : undefined}
        aria-label={t.palette.title}
        placeholder={t.palette.title}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <Choices list={list} at={at.value} onChoose={choose} />
      {list.length === 0 && <p class="nothing">{t.palette.nothing}</p>}
    </dialog>
  );
}

/** The actions that fit what was typed; the keyboard stays in the field above. */
function Choices(props: {
  readonly list: readonly Action[];
  readonly at: number;
  readonly onChoose: (action: Action) => void;
}) {
  const { t } = useWorkbench();
  return (
    <div id="actions" class="actions" role="listbox" aria-label={t.palette.title} tabIndex={-1}>
      {props.list.map((action, index) => (
        <button
          key={action.id}
          id={`action-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === props.at}
          class={action.mono ? 'mono' : ''}
          onClick={() => props.onChoose(action)}
        >
          <span>{action.label}</span>
          {action.keys && <Keys keys={action.keys} />}
        </button>
      ))}
    </div>
  );
}

function Keys({ keys }: { readonly keys: string }) {
  return (
    <span class="keys">
      {keyNames(keys).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

function Shortcuts() {
  const { t, sheet } = useWorkbench();
  const dialog = useModal();
  const rows = [
    ['$mod+k', t.palette.title],
    ['F6', t.palette.nextPane],
    ['Control+`', t.palette.goTo(t.bench.terminal)],
    ['$mod+Alt+z', t.timeline.undo],
    ['$mod+Alt+y', t.timeline.redo],
    ['Control+m', t.palette.leaveEditor],
    ['Tab', t.palette.complete],
    ['Control+c', t.palette.interrupt],
    ['Control+l', t.palette.clear],
    ['?', t.palette.shortcuts],
  ] as const;
  return (
    <dialog
      ref={dialog}
      class="dialog shortcuts"
      aria-labelledby="shortcuts-title"
      onClose={() => (sheet.value = undefined)}
    >
      <h2 id="shortcuts-title">{t.palette.shortcutsTitle}</h2>
      <dl>
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <CloseButton dialog={dialog} />
      </div>
    </dialog>
  );
}
