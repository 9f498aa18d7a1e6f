/** The pane of the code: tabs, one of two editors, and what stands below it. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { FileTree } from '../files/FileTree.tsx';
import { Icon } from '../Icon.tsx';
import { PlaceMark, placeOf } from '../marks.tsx';
import { showPanel } from '../panels.ts';
import { Splitter } from '../Splitter.tsx';
import { TraceBar } from '../trace/TraceBar.tsx';
import { DiffPane } from './DiffPane.tsx';
import { MonacoEditor } from './MonacoEditor.tsx';
import { PlainEditor } from './PlainEditor.tsx';

/** Files, tabs and the editor. */
export function CodePane() {
  const { t, active, line } = useWorkbench();
  const small = useSmallScreen();
  const sheet = useSignal(false);
  const diffing = useSignal(false);
  useSignalEffect(() => {
    // A line that somebody asked for is shown in the editor.
    if (line.value) diffing.value = false;
  });
  return (
    <section class="pane code" aria-label={t.bench.code} data-panel="code">
      <FileTree open={sheet.value} onClose={() => (sheet.value = false)} />
      <Splitter name={t.files.tree} variable="--tree" axis="x" min={110} max={320} />
      <div class="ed">
        <div class="tabbar">
          <button
            class="btn icon tree-button"
            type="button"
            aria-label={t.files.openTree}
            aria-expanded={sheet.value}
            onClick={() => (sheet.value = !sheet.value)}
          >
            <Icon name="panel-left" />
          </button>
          <Tabs />
          {active.value !== undefined && <DiffButton path={active.value} diffing={diffing} />}
        </div>
        <div class="editor" id="editor-panel" role="tabpanel" aria-label={active.value ?? t.files.empty}>
          {diffing.value && active.value !== undefined ? (
            <DiffPane path={active.value} />
          ) : small.value ? (
            <PlainEditor />
          ) : (
            <MonacoEditor />
          )}
          {active.value === undefined && (
            <div class="empty">
              <b>{t.files.empty}</b>
              <p>{t.files.emptyText}</p>
            </div>
          )}
        </div>
        <TraceBar />
      </div>
    </section>
  );
}

/** Compares the file with what the lesson gave; a revision, with the models. */
function DiffButton({ path, diffing }: { readonly path: string; readonly diffing: Signal<boolean> }) {
  const { t } = useWorkbench();
  const open = placeOf(path) === 'revision' ? t.modelDiff.open : t.assist.diff;
  const word = diffing.value ? t.assist.closeDiff : open;
  return (
    <button
      class="btn icon tiny diff-button"
      type="button"
      data-action="diff"
      aria-label={word}
      title={word}
      aria-pressed={diffing.value}
      onClick={() => {
        showPanel('code');
        diffing.value = !diffing.value;
      }}
    >
      <Icon name="git-compare" />
    </button>
  );
}

function Tabs() {
  const { t, tabs, active, openFile, closeTab } = useWorkbench();
  const move = (event: KeyboardEvent, index: number) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Delete') closeTab(tabs.value[index]!);
    if (by === undefined) return;
    const next = tabs.value[(index + by + tabs.value.length) % tabs.value.length]!;
    openFile(next);
    requestAnimationFrame(() => document.getElementById(tabId(next))?.focus());
  };
  return (
    <div class="tabs">
      <div class="tablist" role="tablist" aria-label={t.files.tree}>
        {tabs.value.map((path, index) => (
          <button
            key={path}
            id={tabId(path)}
            type="button"
            role="tab"
            aria-selected={path === active.value}
            aria-controls="editor-panel"
            tabIndex={path === active.value || (active.value === undefined && index === 0) ? 0 : -1}
            title={path}
            data-place={placeOf(path)}
            onClick={() => openFile(path)}
            onKeyDown={(event) => move(event, index)}
          >
            {placeOf(path) && <PlaceMark place={placeOf(path)!} />}
            {shortName(path)}
          </button>
        ))}
      </div>
      {active.value !== undefined && (
        <button
          class="btn icon tiny close"
          type="button"
          aria-label={t.files.closeTab(shortName(active.value))}
          onClick={() => closeTab(active.value!)}
        >
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}

const tabId = (path: string) => `tab-${path}`;

/** Revision files by the beginning of their id, others by their name. */
function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return placeOf(path) === 'revision' && name.length > 18 ? `${name.slice(0, 6)}….py` : name;
}

function useSmallScreen() {
  const small = useSignal(isSmall());
  useEffect(() => {
    const media = matchMedia(SMALL);
    const follow = () => {
      small.value = media.matches;
    };
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [small]);
  return small;
}

const SMALL = '(max-width: 699px)';
const isSmall = () => matchMedia(SMALL).matches;
