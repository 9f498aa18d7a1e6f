import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Collapse } from '../Collapse.tsx';
import { useWorkbench } from '../context.ts';
import { PlaceMark, PlaceName } from '../marks.tsx';
import { BootWords } from '../Notices.tsx';
import { DiagramView } from './DiagramView.tsx';
import { RowsView } from './RowsView.tsx';
import { SqlConsole } from './SqlConsole.tsx';
import { Totals } from './Totals.tsx';
import { tableViews } from './table-view.ts';

const VIEWS = ['rows', 'diagram', 'sql'] as const;
type View = (typeof VIEWS)[number];

/** What is really in the database, and what the last command did to it. */
export function DatabasePane() {
  const { t, state, lastCommand, before, pointed, ready } = useWorkbench();
  const view = useSignal<View>('rows');
  const scroller = useRef<HTMLDivElement>(null);
  // Until the setup is done there is nothing to show, though a snapshot may be there.
  const database = ready.value || state.value.results.length > 0 ? state.value.snapshot?.database : undefined;
  const diff = lastCommand.value?.database;
  const tables = useMemo(
    () => (database ? tableViews(database, diff, before.value?.database) : []),
    [database, diff, before.value],
  );

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
  }, [pointed.value, pointed, view]);

  // Each view begins at its top: what was scrolled to in the rows is not there in the diagram.
  useLayoutEffect(() => scroller.current?.scrollTo({ top: 0 }), [view.value]);

  useEffect(() => {
    if (diff && view.peek() === 'rows')
      scroller.current?.querySelector('.note')?.closest('.table-block')?.scrollIntoView({ block: 'nearest' });
  }, [diff, view]);

  // Output that streams in changes the state many times a second: tables are only drawn anew when they change themselves.
  const shown = useMemo(
    () =>
      view.value === 'rows' || !database ? (
        <RowsView tables={tables} />
      ) : (
        <DiagramView tables={tables} database={database} />
      ),
    [tables, database, view.value],
  );

  return (
    <section class="pane db" aria-label={t.database.label} data-panel="db">
      <header>
        <h2>
          <PlaceName place="database">{t.database.label}</PlaceName>
        </h2>
        <ViewTabs view={view.value} onChange={(next) => (view.value = next)} />
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
        {view.value === 'sql' ? (
          <SqlConsole />
        ) : database?.running === false ? (
          <Empty title={t.database.stoppedTitle} text={t.database.stoppedText} />
        ) : database === undefined ? (
          <BootWords />
        ) : tables.length === 0 ? (
          <Empty title={t.database.emptyTitle} text={t.database.emptyText} command="alembic upgrade head" />
        ) : (
          shown
        )}
      </div>
      {view.value !== 'sql' && diff && <Totals diff={diff} />}
    </section>
  );
}

function ViewTabs({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const { t } = useWorkbench();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length]!;
    onChange(next);
    requestAnimationFrame(() => document.getElementById(`database-${next}`)?.focus());
  };
  return (
    <div class="seg grow" role="tablist" aria-label={t.database.views}>
      {VIEWS.map((one) => (
        <button
          key={one}
          id={`database-${one}`}
          type="button"
          role="tab"
          aria-selected={one === view}
          aria-controls="database-view"
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={onKeyDown}
        >
          {t.database[one]}
        </button>
      ))}
    </div>
  );
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
