/** The pane of the database: its tables as rows or as a diagram, and a console for SQL. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Collapse } from '../Collapse.tsx';
import { useWorkbench } from '../context.ts';
import { PlaceMark, PlaceName } from '../marks.tsx';
import { BootWords } from '../Notices.tsx';
import { ViewTabs } from '../ViewTabs.tsx';
import { DiagramView } from './DiagramView.tsx';
import { RowsView } from './RowsView.tsx';
import { SqlConsole } from './SqlConsole.tsx';
import { Totals } from './Totals.tsx';
import { tableViews } from './table-view.ts';

const VIEWS = ['rows', 'diagram', 'sql'] as const;
type View = (typeof VIEWS)[number];

/** What is really in the database, and what the last command did to it. */
export function DatabasePane() {
  const { t, lastCommand } = useWorkbench();
  const view = useSignal<View>('rows');
  const scroller = useRef<HTMLDivElement>(null);
  const diff = lastCommand.value?.database;
  usePointed(scroller, view);
  // Each view begins at its top: what was scrolled to in the rows is not there in the diagram.
  useLayoutEffect(() => scroller.current?.scrollTo({ top: 0 }), [view.value]);
  useEffect(() => {
    if (diff && view.peek() === 'rows')
      scroller.current?.querySelector('.note')?.closest('.table-block')?.scrollIntoView({ block: 'nearest' });
  }, [diff, view]);
  return (
    <section class="pane db" aria-label={t.database.label} data-panel="db">
      <header>
        <h2>
          <PlaceName place="database">{t.database.label}</PlaceName>
        </h2>
        <ViewTabs
          id="database"
          label={t.database.views}
          views={VIEWS}
          words={t.database}
          view={view.value}
          onChange={(next) => (view.value = next)}
        />
        <Collapse pane="db" name={t.bench.data} />
      </header>
      <div
        class="scroll"
        ref={scroller}
        id="database-view"
        role="tabpanel"
        aria-label={t.database[view.value]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
        tabIndex={0}
      >
        <Shown view={view.value} />
      </div>
      {view.value !== 'sql' && diff && <Totals diff={diff} />}
    </section>
  );
}

/** Brings what was pointed at elsewhere into view, and lights it up for a moment. */
function usePointed(scroller: RefObject<HTMLDivElement | null>, view: Signal<View>): void {
  const { pointed } = useWorkbench();
  useEffect(() => {
    const wanted = pointed.value;
    if (wanted === undefined) return;
    if (view.value === 'sql') view.value = 'rows';
    const block = scroller.current?.querySelector<HTMLElement>(`[data-table="${CSS.escape(wanted.table)}"]`);
    const column =
      wanted.column && block?.querySelector<HTMLElement>(`[data-column="${CSS.escape(wanted.column)}"]`);
    const target = column || block;
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    target?.classList.add('lit');
    setTimeout(() => {
      target?.classList.remove('lit');
      pointed.value = undefined;
    }, 1200);
  }, [pointed.value, pointed, view, scroller]);
}

/** The chosen view, or why there is nothing to see. */
function Shown({ view }: { readonly view: View }) {
  const { t, state, lastCommand, before, ready } = useWorkbench();
  // Until the setup is done there is nothing to show, though a snapshot may be there.
  const database = ready.value || state.value.results.length > 0 ? state.value.snapshot?.database : undefined;
  const diff = lastCommand.value?.database;
  const tables = useMemo(
    () => (database ? tableViews(database, diff, before.value?.database) : []),
    [database, diff, before.value],
  );
  // Output that streams in changes the state many times a second: tables are only drawn anew when they change themselves.
  const drawn = useMemo(
    () =>
      view === 'rows' || !database ? (
        <RowsView tables={tables} />
      ) : (
        <DiagramView tables={tables} database={database} />
      ),
    [tables, database, view],
  );
  if (view === 'sql') return <SqlConsole />;
  if (database === undefined) return <BootWords />;
  if (!database.running) return <Empty title={t.database.stoppedTitle} text={t.database.stoppedText} />;
  if (tables.length === 0)
    return <Empty title={t.database.emptyTitle} text={t.database.emptyText} command="alembic upgrade head" />;
  return drawn;
}

function Empty({
  title,
  text,
  command,
}: {
  readonly title: string;
  readonly text: string;
  readonly command?: string;
}) {
  const { type } = useWorkbench();
  return (
    <div class="empty">
      <div class="g">
        <PlaceMark place="database" missing />
      </div>
      <b>{title}</b>
      <p>{text}</p>
      {command && (
        <button class="chip" type="button" onClick={() => type(command)}>
          {command}
        </button>
      )}
    </div>
  );
}
