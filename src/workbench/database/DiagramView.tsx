/** Tables with their relations, drawn: in the pane, or in a sheet as large as the screen. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DatabaseSnapshot } from '../../engine/snapshot.ts';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { ChangeMark } from '../marks.tsx';
import { useModal } from '../use-modal.ts';
import type { DiagramLayout, DiagramNode } from './diagram-layout.ts';
import { KeyMark } from './KeyMark.tsx';
import { StructureView } from './StructureView.tsx';
import { shortType } from './short-type.ts';
import type { ColumnView, TableView } from './table-view.ts';
import { useLayout } from './use-layout.ts';

const ROW = 22;
const HEAD = 32;
const LETTER = 7.3;
/** So many columns a table shows at first; keys and what changed always. */
const COLUMNS = 10;

/** Tables as a diagram with the lines of their foreign keys; below it what cannot be drawn: constraints, indexes, sequences, types. */
export function DiagramView(props: {
  readonly tables: readonly TableView[];
  readonly database: DatabaseSnapshot;
}) {
  const { t } = useWorkbench();
  const large = useSignal(false);
  return (
    <>
      <div class="diagram-bar">
        <p>{t.database.diagramHint}</p>
        <button class="btn small" type="button" onClick={() => (large.value = true)}>
          <Icon name="workflow" />
          {t.database.diagramLarge}
        </button>
      </div>
      <Diagram tables={props.tables} smallest={0.62} />
      {large.value && <LargeDiagram tables={props.tables} onClose={() => (large.value = false)} />}
      <StructureView tables={props.tables} database={props.database} />
    </>
  );
}

function LargeDiagram(props: { readonly tables: readonly TableView[]; readonly onClose: () => void }) {
  const { t } = useWorkbench();
  const dialog = useModal();
  return (
    <dialog ref={dialog} class="diagram-sheet" aria-label={t.database.diagram} onClose={props.onClose}>
      <header>
        <h2>{t.database.diagram}</h2>
        <button
          class="btn icon"
          type="button"
          aria-label={t.bench.dismiss}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="x" />
        </button>
      </header>
      <Diagram tables={props.tables} smallest={0.7} />
    </dialog>
  );
}

const idOf = ({ schema, name }: TableView) => `${schema}.${name}`;

/**
 * The drawing shrinks to the width that there is; where that is not enough, its middle is in view at first.
 * @param smallest scale that can still be read there.
 */
function Diagram({ tables, smallest }: { readonly tables: readonly TableView[]; readonly smallest: number }) {
  const { t } = useWorkbench();
  const box = useRef<HTMLDivElement>(null);
  const room = useSignal(320);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => (room.value = element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [room]);
  const drawn = tables.filter(({ change }) => change !== 'dropped');
  const found = useLayout({ nodes: drawn.map(nodeOf), edges: edgesOf(drawn), width: room.value });
  const scale = found ? Math.max(smallest, Math.min(1, room.value / found.width)) : 1;
  const drawnAtAll = found !== undefined;
  useLayoutEffect(() => {
    const element = box.current;
    if (element && drawnAtAll) element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
  }, [drawnAtAll]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section class="diagram" ref={box} tabIndex={0} aria-label={t.database.diagram}>
      {found && (
        <div
          class="paper"
          style={{ width: `${found.width * scale}px`, height: `${found.height * scale}px`, '--scale': scale }}
        >
          <div class="drawing">
            <Lines layout={found} />
            <ul>
              {drawn.map((view) => {
                const place = found.places[idOf(view)];
                return place && <TableCard key={idOf(view)} view={view} place={place} />;
              })}
            </ul>
          </div>
        </div>
      )}
    </section>
  );
}

/** Keys and changes first of all, then the others in their order, as far as there is room. */
function shownColumns({ columns }: TableView): readonly ColumnView[] {
  if (columns.length <= COLUMNS) return columns;
  const chosen = new Set(
    [
      ...columns.filter(({ keys, change }) => keys.length > 0 || change !== undefined),
      ...columns.slice(0, COLUMNS),
    ].slice(0, COLUMNS),
  );
  return columns.filter((column) => chosen.has(column));
}

function nodeOf(view: TableView): DiagramNode {
  const columns = shownColumns(view);
  const rest = view.columns.length > columns.length ? 1 : 0;
  const letters = Math.max(
    view.name.length + 4,
    ...columns.map(({ name, type, change }) => name.length + shortType(type).length + 6 + (change ? 3 : 0)),
  );
  return {
    id: idOf(view),
    width: Math.round(Math.min(300, Math.max(140, letters * LETTER + 24))),
    height: HEAD + (columns.length + rest) * ROW + 6,
  };
}

/** One line for each foreign key. */
function edgesOf(tables: readonly TableView[]) {
  const known = new Set(tables.map(idOf));
  return tables.flatMap((view) =>
    (view.table?.constraints ?? []).flatMap(({ references }) => {
      const to = references && `${references.schema}.${references.table}`;
      return to !== undefined && known.has(to) ? [{ from: idOf(view), to }] : [];
    }),
  );
}

function Lines({ layout }: { readonly layout: DiagramLayout }) {
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      <defs>
        <marker id="one" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M1 1 7 4 1 7" />
        </marker>
      </defs>
      {layout.lines.map(({ from, to, points }, index) => (
        <path key={`${from}-${to}-${index}`} d={curve(points)} marker-end="url(#one)" />
      ))}
    </svg>
  );
}

/** Through the points, rounded. */
function curve(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = rest.map(({ x, y }, at) => {
    const next = rest[at + 1];
    return next ? `Q${x} ${y} ${(x + next.x) / 2} ${(y + next.y) / 2}` : `L${x} ${y}`;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}

function TableCard({
  view,
  place,
}: {
  readonly view: TableView;
  readonly place: { readonly x: number; readonly y: number };
}) {
  const { t } = useWorkbench();
  const columns = shownColumns(view);
  const { width } = nodeOf(view);
  const rest = view.columns.length - columns.length;
  return (
    <li
      class={`card ${view.change ?? ''} ${view.name === 'alembic_version' ? 'version' : ''}`}
      style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${width}px` }}
    >
      <h3>
        {view.change === 'added' && <ChangeMark change="added" place="database" label={t.database.added} />}
        {view.schema === 'public' ? view.name : `${view.schema}.${view.name}`}
        <small>{t.database.rowCount(view.rowCount)}</small>
      </h3>
      <ul>
        {columns.map((column) => (
          <Column key={`${column.name}${column.change ?? ''}`} column={column} />
        ))}
        {rest > 0 && <li class="rest">{t.drift.more(rest)}</li>}
      </ul>
    </li>
  );
}

function Column({ column }: { readonly column: ColumnView }) {
  const { t } = useWorkbench();
  const { name, type, change, keys, notNull } = column;
  return (
    <li class={change ?? ''} title={`${type}${notNull ? ' NOT NULL' : ''}`}>
      {change && <ChangeMark change={change} place="database" />}
      <b>{change === 'dropped' ? <del>{name}</del> : name}</b>
      <KeyMark column={column} />
      <span class="type">
        {shortType(type)}
        {notNull && !keys.includes('primary') && <i title={t.database.notNull}>*</i>}
      </span>
    </li>
  );
}
