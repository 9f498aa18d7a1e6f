/** What the workbench says of itself: how far its start has come, whose work this is, and what went wrong with it. */
import { computed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Dictionary } from '../i18n/index.ts';
import type { BootProgress } from '../session/protocol.ts';
import type { Word } from '../session/session.ts';
import { useWorkbench } from './context.ts';
import { Icon } from './Icon.tsx';
import { saveFile } from './share/save-file.ts';

/** How far the database's files have come: a thin copper line, so that nothing jumps. */
export function BootLine() {
  const { state, ready } = useWorkbench();
  const { boot, phase } = state.value;
  if (ready.value || phase === 'failed') return null;
  return (
    <div class="boot" aria-hidden="true">
      <span class="line" style={{ '--share': shareOf(boot) }} />
    </div>
  );
}

/** The same in words, where the tables will be. */
export function BootWords() {
  const { t, state } = useWorkbench();
  const { boot } = state.value;
  const total = boot.totalBytes;
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return (
    <p class="waiting" role="status">
      <span class="line" style={{ '--share': shareOf(boot) }} />
      {boot.phase === 'replay' ? t.bench.replaying : t.bench.boot}
      {boot.phase === 'download' && total !== undefined && (
        <span class="mono">{t.bench.bootSize(megabytes(boot.receivedBytes), megabytes(total))}</span>
      )}
    </p>
  );
}

function shareOf({ phase, receivedBytes, totalBytes, stepsDone, stepsTotal }: BootProgress): number {
  if (phase === 'download') return totalBytes ? Math.min(1, receivedBytes / totalBytes) : 0.05;
  return phase === 'replay' && stepsTotal > 0 ? stepsDone / stepsTotal : 1;
}

/** What must be said about the workspace itself: another tab, storage, a run that hung, our own bugs. */
export function Notices() {
  const { t, state, session } = useWorkbench();
  const { storage, word, phase } = state.value;
  const hidden = useSignal(false);
  const memory = computed(() => storage === 'memory');
  return (
    <div class="notices">
      <SharedNotice />
      {storage === 'elsewhere' && (
        <Notice>
          <span>{t.bench.secondTab}</span>
          <button class="btn small" type="button" onClick={() => void session.takeCopy()}>
            {t.bench.takeCopy}
          </button>
        </Notice>
      )}
      {word && (
        <Notice
          inverse={word.kind === 'worker-hung' || word.kind === 'worker-died'}
          onClose={() => session.dismissWord()}
        >
          <span>{wordText(word, t)}</span>
          {(word.kind === 'our-bug' || word.kind === 'storage-full' || word.kind === 'storage-refused') && (
            <Download />
          )}
        </Notice>
      )}
      {memory.value && !word && !hidden.value && (
        <Notice onClose={() => (hidden.value = true)}>
          <span>{t.bench.storageRefused}</span>
          <Download />
        </Notice>
      )}
      {phase === 'failed' && (
        <Notice>
          <span>
            <b>{t.bench.failed}</b> {t.bench.failedText}
          </span>
          <button class="btn small" type="button" onClick={() => location.reload()}>
            {t.bench.retry}
          </button>
          <Download />
        </Notice>
      )}
    </div>
  );
}

/** Whose work this is, where the address brought another one, or why it did not. */
function SharedNotice() {
  const { t, options, refused } = useWorkbench();
  const hidden = useSignal(false);
  const refusal = refused.value;
  if (refusal) {
    return (
      <Notice inverse onClose={() => (refused.value = undefined)}>
        <span>
          <b>{t.share.refusedTitle}</b> {t.share.refused[refusal]}
        </span>
      </Notice>
    );
  }
  if (!options.shared || options.source === 'project' || hidden.value) return null;
  return (
    <Notice onClose={() => (hidden.value = true)}>
      <span>{t.share.opened}</span>
      <a class="btn small" href={location.pathname}>
        {t.share.mine}
      </a>
    </Notice>
  );
}

function wordText(word: Word, t: Dictionary): ComponentChildren {
  switch (word.kind) {
    case 'worker-hung':
    case 'worker-died':
      return t.bench.restarted;
    case 'interrupted':
      return t.terminal.interrupted;
    case 'storage-refused':
      return t.bench.storageRefused;
    case 'storage-full':
      return t.bench.storageFull;
    case 'stored-work-damaged':
      return t.bench.storedDamaged;
    case 'our-bug':
      return (
        <>
          <b>{t.bench.brokeTitle}</b> {t.bench.brokeText} <code class="ic">{word.message}</code>
        </>
      );
  }
}

function Notice(props: {
  readonly inverse?: boolean;
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}) {
  const { t } = useWorkbench();
  return (
    <div class={`toast ${props.inverse ? 'inv' : ''}`} role="status">
      {props.children}
      {props.onClose && (
        <button class="btn icon tiny" type="button" aria-label={t.bench.dismiss} onClick={props.onClose}>
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}

/** The journal as a file: everything that is needed to bring the workspace back, or to find our mistake. */
function Download() {
  const { t, state } = useWorkbench();
  const save = () =>
    saveFile('stillhouse.json', JSON.stringify(state.value.journal, null, 1), 'application/json');
  return (
    <button class="btn small" type="button" onClick={save}>
      <Icon name="download" />
      {t.bench.download}
    </button>
  );
}
