/** The one dialog for all that is done to files by name. */
import { useSignal } from '@preact/signals';
import { useWorkbench } from '../context.ts';
import { useModal } from '../use-modal.ts';
import { pathProblem } from './tree.ts';

export interface FileTask {
  readonly kind: 'new' | 'rename' | 'remove';
  /** The file; for a new one, the folder that is offered. */
  readonly path: string;
}

/** Asks for a new file's path, a new name, or whether a file shall go. */
export function FileDialog({ task, onDone }: { readonly task: FileTask; readonly onDone: () => void }) {
  const { t, files, drafts, session, openFile, closeTab } = useWorkbench();
  const dialog = useModal();
  const path = useSignal(task.path);
  const problem = useSignal<'bad' | 'exists' | undefined>(undefined);

  const remove = async (old: string) => {
    drafts.forget(old);
    closeTab(old);
    await session.remove(old);
  };
  const submit = async () => {
    if (task.kind !== 'remove') {
      const wanted = path.value.trim().replace(/^\/+/, '');
      problem.value =
        wanted === task.path && task.kind === 'rename'
          ? undefined
          : pathProblem(wanted, Object.keys(files.value));
      if (problem.value) return;
      if (wanted !== task.path) {
        await session.write(wanted, task.kind === 'new' ? '' : (files.value[task.path] ?? ''));
        if (task.kind === 'rename') await remove(task.path);
        openFile(wanted);
      }
    } else await remove(task.path);
    dialog.current?.close();
  };
  const name = task.path.slice(task.path.lastIndexOf('/') + 1);
  const title = { new: t.files.newFile, rename: t.files.rename, remove: t.files.removeTitle(name) }[
    task.kind
  ];
  const action = { new: t.files.create, rename: t.files.apply, remove: t.files.remove }[task.kind];

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="file-dialog" onClose={onDone}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id="file-dialog">{title}</h2>
        {task.kind === 'remove' ? (
          <p>{t.files.removeText}</p>
        ) : (
          <label>
            <span>{t.files.pathLabel}</span>
            <input
              class="mono"
              value={path.value}
              placeholder={t.files.newPathHint}
              autocapitalize="off"
              autocomplete="off"
              spellcheck={false}
              aria-invalid={problem.value !== undefined}
              aria-describedby="file-problem"
              onInput={(event) => (path.value = event.currentTarget.value)}
            />
          </label>
        )}
        <p id="file-problem" class="problem" role="alert">
          {problem.value === 'exists' && t.files.exists}
          {problem.value === 'bad' && t.files.badPath}
        </p>
        <div class="buttons">
          <button class="btn" type="button" onClick={() => dialog.current?.close()}>
            {t.files.cancel}
          </button>
          <button class="btn primary" type="submit">
            {action}
          </button>
        </div>
      </form>
    </dialog>
  );
}
