/** Everything about taking a workspace elsewhere: link, file, project. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Journal } from '../../session/journal/journal.ts';
import { LONGEST_LINK, writeShare } from '../../session/journal/share-link.ts';
import { CloseButton } from '../CloseButton.tsx';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import type { Workbench } from '../store.ts';
import { useModal } from '../use-modal.ts';
import { saveFile } from './save-file.ts';
import { projectToTakeHome, zipOf } from './take-home.ts';

/** The workspace as it is shown: what waits for redo is not in it. */
function shownJournal({ state }: Workbench): Journal {
  const { journal, position } = state.value;
  return { ...journal, steps: journal.steps.slice(0, position) };
}

/** "Share": the whole workspace as a link, as a file, or as a project for one's own computer. */
export function ShareSheet() {
  const workbench = useWorkbench();
  const { t, sheet, state, results, drafts } = workbench;
  const dialog = useModal();
  const link = useSignal<string | undefined>(undefined);
  const journal = shownJournal(workbench);
  useEffect(() => {
    let current = true;
    void drafts.flush();
    void writeShare(journal).then((text) => {
      if (current) link.value = `${location.origin}${location.pathname}#s=${text}`;
    });
    return () => {
      current = false;
    };
    // A new journal object with every render: what is in it decides.
  }, [state.value.journal, state.value.position, link]);
  const files = state.value.snapshot?.files ?? {};
  const saveProject = () => {
    const project = projectToTakeHome(files, state.value.shell?.installed ?? [], t);
    saveFile('my-migrations.zip', zipOf(project, 'my-migrations'), 'application/zip');
  };
  return (
    <dialog
      ref={dialog}
      class="dialog share"
      aria-labelledby="share-title"
      onClose={() => {
        if (sheet.value === 'share') sheet.value = undefined;
      }}
    >
      <h2 id="share-title">{t.share.title}</h2>
      <p>{t.share.lead(results.value.length, Object.keys(files).length)}</p>
      <LinkField link={link.value} />
      <ul class="ways">
        <Way
          icon="download"
          label={t.share.file}
          text={t.share.fileText}
          act={() => saveFile('stillhouse.json', JSON.stringify(journal), 'application/json')}
        />
        <Way icon="package" label={t.share.takeHome} text={t.share.takeHomeText} act={saveProject} />
      </ul>
      <p class="fine">{t.share.private}</p>
      <div class="buttons">
        <CloseButton dialog={dialog} />
      </div>
    </dialog>
  );
}

function LinkField({ link }: { readonly link: string | undefined }) {
  const { t } = useWorkbench();
  const copied = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  if (link === undefined) return <p role="status">{t.share.preparing}</p>;
  if (link.length > LONGEST_LINK) return <p class="problem">{t.share.tooLong}</p>;
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard?.writeText(link).catch(() => undefined);
    copied.value = true;
  };
  return (
    <div class="link-field">
      <input ref={field} class="mono" readOnly aria-label={t.share.link} value={link} />
      <button class="btn primary" type="button" onClick={() => void copy()}>
        <Icon name={copied.value ? 'check' : 'link'} />
        {copied.value ? t.share.copied : t.share.copy}
      </button>
      <span class="size mono">{t.share.size((link.length / 1000).toFixed(1))}</span>
      <span class="sr" role="status">
        {copied.value ? t.share.copied : ''}
      </span>
    </div>
  );
}

function Way(props: {
  readonly icon: 'download' | 'package';
  readonly label: string;
  readonly text: string;
  readonly act: () => void;
}) {
  return (
    <li>
      <button class="btn" type="button" onClick={props.act}>
        <Icon name={props.icon} />
        {props.label}
      </button>
      <span>{props.text}</span>
    </li>
  );
}
