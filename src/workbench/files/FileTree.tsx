/** The project's folders as a tree, as the pattern for trees wants it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { Menu } from '../Menu.tsx';
import { ChangeMark, placeOf } from '../marks.tsx';
import { FileDialog, type FileTask } from './FileDialog.tsx';
import { type TreeRow, treeRows } from './tree.ts';

/** The project's files. A tree for keyboards too: arrows move, Enter opens, the menu key offers rename and delete. */
export function FileTree({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t, files, active, openFile } = useWorkbench();
  const closed = useSignal<ReadonlySet<string>>(new Set());
  const task = useSignal<FileTask | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const rows = treeRows(Object.keys(files.value), closed.value);

  const toggle = (path: string) => {
    const next = new Set(closed.value);
    if (!next.delete(path)) next.add(path);
    closed.value = next;
  };
  const choose = (row: TreeRow) => {
    if (row.kind === 'folder') toggle(row.path);
    else {
      openFile(row.path);
      onClose();
    }
  };
  const onKeyDown = (event: KeyboardEvent, row: TreeRow, index: number) => {
    const target = keyTarget(event.key, rows, index, closed.value);
    if (event.key === 'Delete' && row.kind === 'file') task.value = { kind: 'remove', path: row.path };
    else if (event.key === 'F2' && row.kind === 'file') task.value = { kind: 'rename', path: row.path };
    else if (target === 'toggle') toggle(row.path);
    else if (target !== undefined) list.current?.querySelectorAll<HTMLElement>('.row')[target]?.focus();
    else return;
    event.preventDefault();
  };

  /** On small screens, where it lies over the editor. */
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open || (event.target as HTMLElement).closest('dialog, .menu-list'))
      return;
    onClose();
    document.querySelector<HTMLElement>('.tree-button')?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the Escape of the buttons inside
    <div class={`tree ${open ? 'open' : ''}`} onKeyDown={onEscape}>
      <div class="tree-head">
        <h2>{t.files.tree}</h2>
        <button
          class="btn icon tiny"
          type="button"
          aria-label={t.files.newFile}
          title={t.files.newFile}
          onClick={() => (task.value = { kind: 'new', path: folderOf(active.value) })}
        >
          <Icon name="file-plus" />
        </button>
        <button
          class="btn icon tiny sheet-close"
          type="button"
          aria-label={t.bench.dismiss}
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </div>
      <ul ref={list} aria-label={t.files.tree}>
        {rows.map((row, index) => (
          <li key={row.path} style={{ '--d': row.depth }} class={row.path === active.value ? 'sel' : ''}>
            <button
              class="row"
              type="button"
              title={row.path}
              aria-expanded={row.kind === 'folder' ? !closed.value.has(row.path) : undefined}
              aria-current={row.path === active.value ? 'true' : undefined}
              onClick={() => choose(row)}
              onKeyDown={(event) => onKeyDown(event, row, index)}
            >
              <Icon
                name={
                  row.kind === 'file' ? 'file' : closed.value.has(row.path) ? 'chevron-right' : 'chevron-down'
                }
              />
              {/* Names such as __init__.py say nothing without their folder where the indentation is not seen. */}
              <span class="sr">{row.path.slice(0, -row.name.length)}</span>
              <span class="name">{row.name}</span>
              <Badge row={row} />
            </button>
            {row.kind === 'file' && (
              <Menu
                label={t.files.menu(row.path)}
                items={[
                  {
                    label: t.files.rename,
                    icon: 'pencil',
                    act: () => (task.value = { kind: 'rename', path: row.path }),
                  },
                  {
                    label: t.files.remove,
                    icon: 'trash',
                    act: () => (task.value = { kind: 'remove', path: row.path }),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {task.value && <FileDialog task={task.value} onDone={() => (task.value = undefined)} />}
    </div>
  );
}

/** What a key means in the tree: a row's index, or opening and closing the folder. */
function keyTarget(
  key: string,
  rows: readonly TreeRow[],
  index: number,
  closed: ReadonlySet<string>,
): number | 'toggle' | undefined {
  const row = rows[index]!;
  if (key === 'ArrowDown') return Math.min(rows.length - 1, index + 1);
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return rows.length - 1;
  if (key === 'ArrowRight' && row.kind === 'folder') return closed.has(row.path) ? 'toggle' : index + 1;
  if (key !== 'ArrowLeft') return undefined;
  if (row.kind === 'folder' && !closed.has(row.path)) return 'toggle';
  const parent = rows.findLastIndex((one, at) => at < index && one.depth < row.depth);
  return parent < 0 ? index : parent;
}

/** Plus for a file that the lesson did not start with, tilde for one that was changed. */
function Badge({ row }: { readonly row: TreeRow }) {
  const { t, files, options } = useWorkbench();
  if (row.kind === 'folder') return null;
  const start = options.files[row.path];
  const place = placeOf(row.path) ?? 'model';
  if (start === undefined) return <ChangeMark change="added" place={place} label={t.files.added} />;
  if (start !== files.value[row.path])
    return <ChangeMark change="changed" place={place} label={t.files.changed} />;
  return null;
}

const folderOf = (path: string | undefined) =>
  path?.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
