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

type PathProblem = 'bad' | 'exists';

/** Does what was asked for, with the path that was given; what is wrong with that, where nothing was done. */
function useTask({ kind, path }: FileTask): (wanted: string) => Promise<PathProblem | undefined> {
  const { files, drafts, session, openFile, closeTab } = useWorkbench();
  const remove = async () => {
    drafts.forget(path);
    closeTab(path);
    await session.remove(path);
  };
  return async (wanted) => {
    if (kind === 'remove') {
      await remove();
      return undefined;
    }
    const same = wanted === path;
    const problem = same && kind === 'rename' ? undefined : pathProblem(wanted, Object.keys(files.value));
    if (problem || same) return problem;
    await session.write(wanted, kind === 'new' ? '' : (files.value[path] ?? ''));
    if (kind === 'rename') await remove();
    openFile(wanted);
    return undefined;
  };
}

/** Asks for a new file's path, a new name, or whether a file shall go. */
export function FileDialog({ task, onDone }: { readonly task: FileTask; readonly onDone: () => void }) {
  const { t } = useWorkbench();
  const dialog = useModal();
  const path = useSignal(task.path);
  const problem = useSignal<PathProblem | undefined>(undefined);
  const perform = useTask(task);
  const submit = async () => {
    problem.value = await perform(path.value.trim().replace(/^\/+/, ''));
    if (!problem.value) dialog.current?.close();
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
