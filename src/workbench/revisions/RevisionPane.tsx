/** The pane of the revisions. */
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Collapse } from '../Collapse.tsx';
import { useWorkbench } from '../context.ts';
import { Menu, type MenuItem } from '../Menu.tsx';
import { ChangeMark, PlaceMark, PlaceName } from '../marks.tsx';
import { useKeptRows } from '../use-kept-rows.ts';
import { Edges, GUTTER, LANE } from './Edges.tsx';
import { type GraphNode, graphOf, type RevisionGraph } from './graph.ts';
import { Rings } from './Rings.tsx';

/** The revisions as a graph that reads as a list, newest first. */
export function RevisionPane() {
  const { t, state, ready } = useWorkbench();
  const revisions = state.value.snapshot?.revisions;
  const graph = useMemo(() => (revisions ? graphOf(revisions) : undefined), [revisions]);
  const picked = useSignal<string | undefined>(undefined);
  const selected = graph?.nodes.find(({ id }) => id === picked.value);
  return (
    <section class="pane rev" aria-label={t.revisions.label} data-panel="rev">
      <Head hasFiles={graph?.nodes.some(({ file }) => file) === true} />
      <div class="scroll">
        {revisions?.problem && (
          <p class="problem-note">
            {t.revisions.problem}: <span class="mono">{revisions.problem}</span>
          </p>
        )}
        {graph && graph.nodes.length === 0 && ready.value && <NoRevisions />}
        <GraphList graph={graph} current={revisions?.current.length} picked={picked} />
        {graph?.broken.map((file) => (
          <BrokenFile key={file.path} file={file} />
        ))}
      </div>
      {selected && <Pick node={selected} />}
    </section>
  );
}

/** @param props.current at how many revisions the database stands. @param props.picked the revision whose details are shown */
function GraphList(props: {
  readonly graph: RevisionGraph | undefined;
  readonly current: number | undefined;
  readonly picked: Signal<string | undefined>;
}) {
  const { graph, current, picked } = props;
  const { t, state, proving } = useWorkbench();
  const was = useWas();
  const moved = movedNow(state.value.results.at(-1)?.events);
  const row = useKeptRows<RevisionProps>((shown) => (
    <Revision
      key={shown.id}
      {...shown}
      onPick={() => (picked.value = picked.value === shown.id ? undefined : shown.id)}
      onProve={() => (proving.value = { revision: shown.id })}
    />
  ));
  // Output that streams in changes the state many times a second: the list is only drawn anew when it changes itself.
  return useMemo(
    () =>
      graph &&
      graph.nodes.length > 0 && (
        <ol
          class="graph"
          aria-label={t.revisions.list}
          style={{ '--gutter': `${GUTTER + (graph.lanes - 1) * LANE}px` }}
        >
          <Edges graph={graph} />
          <Rings graph={graph} />
          {graph.nodes.map(({ id, file, lane, isHead, isCurrent, applied }) =>
            row(id, {
              id,
              file,
              lane,
              isHead,
              isCurrent,
              applied,
              was: was.includes(id) && !isCurrent,
              selected: id === picked.value,
            }),
          )}
          <Base atBase={current === 0} was={was.length === 0 && (current ?? 0) > 0 && moved} />
        </ol>
      ),
    [graph, was.join(), picked.value, moved, proving, picked],
  );
}

/** The pane's name, and the button of the round trip. */
function Head({ hasFiles }: { readonly hasFiles: boolean }) {
  const { t, ready, proving } = useWorkbench();
  return (
    <header>
      <h2>
        <PlaceName place="revision">{t.revisions.label}</PlaceName>
      </h2>
      <span class="grow">
        <button
          class="btn small proof-button"
          type="button"
          disabled={!ready.value || !hasFiles}
          onClick={() => (proving.value = { revision: undefined })}
        >
          {t.proof.button}
        </button>
        <Collapse pane="rev" name={t.bench.revisions} />
      </span>
    </header>
  );
}

/** A file of the versions folder that is no revision, or cannot be read. */
function BrokenFile({ file }: { readonly file: RevisionGraph['broken'][number] }) {
  const { t, openFile } = useWorkbench();
  return (
    <p class="problem-note">
      {t.revisions.broken}:{' '}
      <button class="lk mono" type="button" onClick={() => openFile(file.path)}>
        {file.path.slice(file.path.lastIndexOf('/') + 1)}
      </button>
      {file.problem !== 'revision' && <code>{file.problem}</code>}
    </p>
  );
}

/** What a row shows of its node: where all of it is as before, the row is left alone. */
interface RevisionProps extends Pick<GraphNode, 'id' | 'file' | 'lane' | 'isHead' | 'isCurrent' | 'applied'> {
  readonly was: boolean;
  readonly selected: boolean;
}

function Revision(props: RevisionProps & { readonly onPick: () => void; readonly onProve: () => void }) {
  const { t, openFile } = useWorkbench();
  const { id, file, isHead, isCurrent, applied, lane, was, selected, onPick, onProve } = props;
  return (
    <li
      class={`${selected ? 'sel' : ''} ${applied ? '' : 'ahead'}`}
      data-revision={id}
      data-current={isCurrent || undefined}
    >
      <span
        class={`node ${isCurrent ? 'at' : ''} ${was ? 'was' : ''} ${file ? '' : 'gone'}`}
        style={{ '--lane': lane }}
        aria-hidden="true"
      >
        <i />
      </span>
      <div class="what">
        <div class="id">
          <button
            type="button"
            class="mono"
            onClick={file ? () => openFile(file.path) : undefined}
            title={file?.path}
          >
            {id}
          </button>
          {isHead && <span class="tag in-r">{t.revisions.head}</span>}
          {file?.labels.map((label) => (
            <span class="tag in-r line" key={label}>
              {label}
            </span>
          ))}
          {isCurrent && <span class="tag in-d solid">{t.revisions.here}</span>}
          {was && <span class="was-note">{t.revisions.was}</span>}
          <Commands node={props} onPick={onPick} onProve={onProve} />
        </div>
        <p class="msg">{file ? file.message : t.revisions.missingFile}</p>
        {file && file.dependsOn.length > 0 && (
          <p class="msg">{t.revisions.dependsOn(file.dependsOn.join(', '))}</p>
        )}
        {file && <Operations file={file} />}
        {!applied && file && <p class="not-yet">{t.revisions.notApplied}</p>}
      </div>
    </li>
  );
}

function Operations({ file }: { readonly file: NonNullable<GraphNode['file']> }) {
  const { t } = useWorkbench();
  const { operations } = file;
  if (operations.length === 0) return null;
  return (
    <ul class="ops">
      {operations.slice(0, 4).map(({ name, subject, table }, index) => {
        const change = /^(add|create)_/.test(name) ? 'added' : /^drop_/.test(name) ? 'dropped' : 'changed';
        return (
          <li key={index} title={name}>
            <ChangeMark change={change} place="revision" />
            {(name.endsWith('_table') ? table : subject) ?? table ?? name}
          </li>
        );
      })}
      {operations.length > 4 && <li>{t.drift.more(operations.length - 4)}</li>}
    </ul>
  );
}

/** Commands that are typed into the terminal, not run behind the learner's back. */
function commandsFor({ id, applied, isCurrent }: Pick<GraphNode, 'id' | 'applied' | 'isCurrent'>): string[] {
  const short = id.slice(0, 6);
  return [
    ...(isCurrent ? [] : [applied ? `alembic downgrade ${short}` : `alembic upgrade ${short}`]),
    `alembic show ${short}`,
  ];
}

function Commands(props: {
  readonly node: RevisionProps;
  readonly onPick: () => void;
  readonly onProve: () => void;
}) {
  const { t, type, openFile } = useWorkbench();
  const { node, onPick, onProve } = props;
  const { file, applied } = node;
  const names = {
    upgrade: t.revisions.upgradeTo,
    downgrade: t.revisions.downgradeTo,
    show: t.revisions.show,
  };
  const items: MenuItem[] = commandsFor(node).map((line) => ({
    label: line.includes(' show ') ? names.show : applied ? names.downgrade : names.upgrade,
    detail: line,
    act: () => {
      type(line);
      onPick();
    },
  }));
  if (file) {
    items.unshift({ label: t.revisions.open, icon: 'file-code', act: () => openFile(file.path) });
    items.push({ label: t.proof.button, icon: 'rotate-ccw', act: onProve });
  }
  return <Menu label={t.revisions.menu(node.id)} items={items} />;
}

function Pick({ node }: { readonly node: GraphNode }) {
  const { t, type } = useWorkbench();
  return (
    <div class="pick">
      <p>{t.revisions.picked(node.id.slice(0, 6))}</p>
      <div>
        {commandsFor(node).map((line) => (
          <button key={line} class="chip" type="button" onClick={() => type(line)}>
            {line}
          </button>
        ))}
      </div>
    </div>
  );
}

function Base({ atBase, was }: { readonly atBase: boolean; readonly was: boolean }) {
  const { t } = useWorkbench();
  return (
    <li class="base-row" data-revision="base" data-current={atBase || undefined}>
      <span
        class={`node base ${atBase ? 'at' : ''} ${was ? 'was' : ''}`}
        style={{ '--lane': 0 }}
        aria-hidden="true"
      >
        <i />
      </span>
      <div class="what">
        <div class="id">
          <span class="mono">base</span>
          {atBase && <span class="tag in-d solid">{t.revisions.here}</span>}
          {was && <span class="was-note">{t.revisions.was}</span>}
        </div>
        <p class="msg">{t.revisions.base}</p>
      </div>
    </li>
  );
}

function NoRevisions() {
  const { t, type } = useWorkbench();
  const command = 'alembic revision --autogenerate -m ""';
  return (
    <div class="empty">
      <div class="g">
        <PlaceMark place="revision" missing />
      </div>
      <b>{t.revisions.emptyTitle}</b>
      <p>{t.revisions.emptyText}</p>
      <button class="chip" type="button" onClick={() => type(command)}>
        {command}
      </button>
    </div>
  );
}

/** Where the database stood before the last command, if that moved it. */
function useWas(): readonly string[] {
  const { lastCommand } = useWorkbench();
  const moves = lastCommand.value?.events.filter((event) => event.kind === 'revision') ?? [];
  return moves[0]?.from ?? [];
}

const movedNow = (events: readonly { readonly kind: string }[] | undefined) =>
  events?.some(({ kind }) => kind === 'revision') ?? false;
