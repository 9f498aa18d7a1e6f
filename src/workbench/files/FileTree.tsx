/** The project's folders as a tree, as the pattern for trees wants it. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { Menu } from '../Menu.tsx';
import { ChangeMark, placeOf } from '../marks.tsx';
import { FileDialog, type FileTask } from './FileDialog.tsx';
import { type TreeRow, treeRows } from './tree.ts';

/** The project's files. A tree for keyboards too: arrows move, Enter opens, the menu key offers rename and delete. */
export function FileTree({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t, files, openFile } = useWorkbench();
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
      <TreeHead task={task} onClose={onClose} />
      <ul ref={list} aria-label={t.files.tree}>
        {rows.map((row, index) => (
          <Row
            key={row.path}
            row={row}
            closed={closed.value.has(row.path)}
            task={task}
            onChoose={() => choose(row)}
            onKeyDown={(event) => onKeyDown(event, row, index)}
          />
        ))}
      </ul>
      {task.value && <FileDialog task={task.value} onDone={() => (task.value = undefined)} />}
    </div>
  );
}

type Task = Signal<FileTask | undefined>;

function TreeHead({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { t, active } = useWorkbench();
  return (
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
      <button class="btn icon tiny sheet-close" type="button" aria-label={t.bench.dismiss} onClick={onClose}>
        <Icon name="x" />
      </button>
    </div>
  );
}

/** A file or a folder. */
function Row(props: {
  readonly row: TreeRow;
  readonly closed: boolean;
  readonly task: Task;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { row, closed, task, onChoose, onKeyDown } = props;
  const { active } = useWorkbench();
  const isFile = row.kind === 'file';
  const isOpen = row.path === active.value;
  return (
    <li style={{ '--d': row.depth }} class={isOpen ? 'sel' : ''}>
      <button
        class="row"
        type="button"
        title={row.path}
        aria-expanded={isFile ? undefined : !closed}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        <Icon name={isFile ? 'file' : closed ? 'chevron-right' : 'chevron-down'} />
        {/* Names such as __init__.py say nothing without their folder where the indentation is not seen. */}
        <span class="sr">{row.path.slice(0, -row.name.length)}</span>
        <span class="name">{row.name}</span>
        <Badge row={row} />
      </button>
      {isFile && <FileMenu path={row.path} task={task} />}
    </li>
  );
}

function FileMenu({ path, task }: { readonly path: string; readonly task: Task }) {
  const { t } = useWorkbench();
  return (
    <Menu
      label={t.files.menu(path)}
      items={[
        { label: t.files.rename, icon: 'pencil', act: () => (task.value = { kind: 'rename', path }) },
        { label: t.files.remove, icon: 'trash', act: () => (task.value = { kind: 'remove', path }) },
      ]}
    />
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
