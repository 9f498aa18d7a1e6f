/** The strip that says what separates models, revisions and database, and whose turn it is: the centre of the workbench. */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Drift } from '../../session/rehearsal/drift.ts';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { PlaceName } from '../marks.tsx';
import { graphOf, pendingOf, type RevisionGraph } from '../revisions/graph.ts';
import { DriftList, DriftRow } from './DriftItems.tsx';
import { type DriftItem, driftItems } from './drift-items.ts';
import { Pipe } from './Pipe.tsx';

const ROWS = 2;

/** What the strip shows: the graph at once, the dry run's answer as soon as it is there. */
interface Facts {
  readonly drift: Drift | undefined;
  readonly graph: RevisionGraph;
  readonly heads: readonly string[];
  readonly current: readonly string[];
  readonly pending: number;
  /** The database stands at a revision whose file is gone. */
  readonly missing: boolean;
  readonly stopped: boolean;
}

/** Models, revisions, database, and the two commands between them: full pipes where nothing is left to do. */
export function DriftStrip() {
  const { t, state, files, drift } = useWorkbench();
  const { snapshot } = state.value;
  const open = useSignal(false);
  const graph = useMemo(() => (snapshot ? graphOf(snapshot.revisions) : undefined), [snapshot?.revisions]);
  const items = useMemo(
    () =>
      snapshot && graph && drift.value
        ? driftItems(drift.value, { snapshot, files: files.value, graph })
        : [],
    [snapshot, graph, drift.value, files.value],
  );
  const facts: Facts | undefined =
    snapshot && graph
      ? {
          drift: drift.value,
          graph,
          heads: snapshot.revisions.heads,
          current: snapshot.revisions.current,
          pending: pendingOf(graph).length,
          missing: graph.nodes.some(({ isCurrent, file }) => isCurrent && file === undefined),
          stopped: !snapshot.database.running,
        }
      : undefined;
  const problem = drift.value?.problem ?? undefined;
  return (
    <section class={`pane drift ${open.value ? 'open' : ''}`} aria-label={t.drift.label}>
      <div class="grid head">
        <Station place="model" says={t.places.modelSays} />
        <GeneratePipe facts={facts} />
        <Station place="revision" says={<Heads facts={facts} />} />
        <UpgradePipe facts={facts} />
        <Station place="database" says={<Current facts={facts} />} />
      </div>
      {problem && <Problem problem={problem} />}
      {!open.value && !problem && items.slice(0, ROWS).map((item) => <DriftRow key={item.key} item={item} />)}
      <div class="mini">
        <PlaceName place="model">{t.places.model}</PlaceName>
        <GeneratePipe facts={facts} />
        <PlaceName place="revision">{t.places.revision}</PlaceName>
        <UpgradePipe facts={facts} />
        <PlaceName place="database">{t.places.databaseShort}</PlaceName>
      </div>
      {items.length > 0 && !problem && <More items={items} open={open} />}
      {open.value && !problem && <DriftList items={items} />}
    </section>
  );
}

/** Opens the list of everything that differs, and says how much of it is not in view. */
function More({ items, open }: { readonly items: readonly DriftItem[]; readonly open: Signal<boolean> }) {
  const { t } = useWorkbench();
  const more = items.length - ROWS;
  const differs = items.some(({ next }) => next !== 'same');
  const undeclared = items.filter(({ next }) => next === 'undeclared' || next === 'missing').length;
  return (
    <button
      class={`drift-more ${differs ? (more > 0 || undeclared > 0 ? '' : 'quiet') : 'same'}`}
      type="button"
      aria-expanded={open.value}
      aria-controls="drift-list"
      onClick={() => (open.value = !open.value)}
    >
      <Icon name={open.value ? 'chevron-down' : 'chevron-right'} />
      {t.drift.details}
      {more > 0 && !open.value && <span>{t.drift.more(more)}</span>}
      {undeclared > 0 && <span class="tag">{t.drift.undeclared(undeclared)}</span>}
    </button>
  );
}

function Station({
  place,
  says,
}: {
  readonly place: 'model' | 'revision' | 'database';
  readonly says: ComponentChildren;
}) {
  const { t } = useWorkbench();
  return (
    <div class="stn">
      <PlaceName place={place}>{t.places[place]}</PlaceName>
      <small>{says}</small>
    </div>
  );
}

function Heads({ facts }: { readonly facts: Facts | undefined }) {
  const { t } = useWorkbench();
  if (!facts) return <>…</>;
  if (facts.heads.length === 0) return <>{t.drift.noRevisions}</>;
  if (facts.heads.length > 1) return <>{t.drift.heads(facts.heads.length)}</>;
  return (
    <>
      {t.drift.head} <span class="mono">{facts.heads[0]}</span>
    </>
  );
}

function Current({ facts }: { readonly facts: Facts | undefined }) {
  const { t } = useWorkbench();
  if (!facts) return <>…</>;
  if (facts.current.length === 0) return <>{t.drift.nowhere}</>;
  return (
    <>
      {t.drift.now} <span class="mono">{facts.current.join(', ')}</span>
    </>
  );
}

interface Gauge {
  readonly full: boolean;
  readonly long: string;
  readonly short?: string;
}

function GeneratePipe({ facts }: { readonly facts: Facts | undefined }) {
  const { t } = useWorkbench();
  const gauge = (): Gauge => {
    const drift = facts?.drift;
    if (!facts || (!drift && !facts.stopped)) return { full: false, long: t.drift.checking, short: '…' };
    if (facts.stopped) return { full: false, long: t.drift.stopped, short: '?' };
    if (!drift?.changes) {
      const stuck = drift?.problem && stuckIn(drift.problem.path);
      return { full: false, long: stuck && stuck !== 'other' ? t.drift.stuck[stuck] : '?', short: '?' };
    }
    const left = drift.changes.length;
    if (left === 0) return { full: true, long: t.drift.none, short: t.drift.noneShort };
    return { full: false, long: t.drift.differs(left) };
  };
  return <Pipe {...gauge()} command='alembic revision --autogenerate -m ""' />;
}

function UpgradePipe({ facts }: { readonly facts: Facts | undefined }) {
  const { t } = useWorkbench();
  const gauge = (): Gauge => {
    if (!facts) return { full: false, long: '…' };
    if (facts.stopped) return { full: false, long: t.drift.stopped, short: '?' };
    if (facts.missing) return { full: false, long: t.drift.missing };
    if (facts.pending === 0) return { full: true, long: t.drift.applied, short: t.drift.appliedShort };
    return { full: false, long: t.drift.pending(facts.pending) };
  };
  const command = (facts?.heads.length ?? 0) > 1 ? 'alembic upgrade heads' : 'alembic upgrade head';
  return <Pipe {...gauge()} command={command} />;
}

/** Which of the learner's files the dry run stopped in. */
function stuckIn(path: string | undefined): 'models' | 'env' | 'revision' | 'other' {
  if (path === undefined) return 'other';
  if (path.endsWith('/env.py')) return 'env';
  return /(^|\/)versions\//.test(path) ? 'revision' : 'models';
}

/** Why nothing can be told, with the line to go to. */
function Problem({ problem }: { readonly problem: NonNullable<Drift['problem']> }) {
  const { t, openFile } = useWorkbench();
  const { path, line, text } = problem;
  return (
    <div class="drift-problem" role="status">
      <p>
        <b>{t.drift.stuckText[stuckIn(path)]}</b>
      </p>
      <p>
        <code>{text}</code>{' '}
        {path !== undefined && line !== undefined && (
          <button class="lk" type="button" onClick={() => openFile(path, line)}>
            {t.drift.goToLine(path.slice(path.lastIndexOf('/') + 1), line)}
          </button>
        )}
      </p>
    </div>
  );
}
