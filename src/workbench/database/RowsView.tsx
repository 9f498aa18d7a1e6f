/** The rows of all tables, with what the last command did to them. */
import { useSignal } from '@preact/signals';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { ChangeMark } from '../marks.tsx';
import { useKeptRows } from '../use-kept-rows.ts';
import { KeyMark } from './KeyMark.tsx';
import { MoreRows, RowMarks, useRowPages } from './MoreRows.tsx';
import { OriginCard } from './Origin.tsx';
import { shortType } from './short-type.ts';
import type { CellView, ColumnView, RowView, TableView } from './table-view.ts';
import { VersionTable } from './VersionTable.tsx';

/** With more tables than this only those that changed are open at first. */
const FEW = 8;

/** Tables as rows. A new column is washed in the database's colour; values that are gone are hatched in red. */
export function RowsView({ tables }: { readonly tables: readonly TableView[] }) {
  const { t, pointed } = useWorkbench();
  const query = useSignal('');
  const toggled = useSignal<ReadonlySet<string>>(new Set());
  const many = tables.length > FEW;
  const shown = tables.filter(({ name }) => name.includes(query.value.trim()));
  const keyOf = ({ schema, name }: TableView) => `${schema}.${name}`;
  const isOpen = (view: TableView) =>
    !many ||
    (view.change !== undefined || view.name === pointed.value?.table) !== toggled.value.has(keyOf(view));
  const block = useKeptRows<{ view: TableView; open: boolean; many: boolean }>(({ view, ...how }) => {
    const key = keyOf(view);
    const toggle = () => {
      const next = new Set(toggled.peek());
      if (!next.delete(key)) next.add(key);
      toggled.value = next;
    };
    return <Rows key={key} view={view} open={how.open} onToggle={how.many ? toggle : undefined} />;
  });
  return (
    <>
      {many && (
        <label class="find-table">
          <Icon name="search" />
          <input
            class="mono"
            type="search"
            aria-label={t.database.findTable}
            placeholder={t.database.findTableIn(tables.length)}
            value={query.value}
            onInput={(event) => (query.value = event.currentTarget.value)}
          />
        </label>
      )}
      {shown.map((view) =>
        view.name === 'alembic_version' ? (
          <VersionTable key={keyOf(view)} view={view} />
        ) : (
          block(keyOf(view), { view, open: isOpen(view), many })
        ),
      )}
      {shown.length === 0 && <p class="no-rows">{t.database.noSuchTable}</p>}
    </>
  );
}

function Rows(props: {
  readonly view: TableView;
  readonly open: boolean;
  readonly onToggle: (() => void) | undefined;
}) {
  const { t } = useWorkbench();
  const { view, open, onToggle } = props;
  const asked = useSignal<string | undefined>(undefined);
  const pages = useRowPages(view);
  const title = view.schema === 'public' ? view.name : `${view.schema}.${view.name}`;
  return (
    <div
      class={`table-block ${view.change === 'dropped' ? 'gone-table' : ''} ${open ? '' : 'folded'}`}
      data-table={view.name}
    >
      <TableTitle view={view} title={title} open={open} onToggle={onToggle} />
      {open && (
        <>
          <RowMarks pages={pages} rows={view.rows} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
          <section class="wide" tabIndex={0} aria-label={title}>
            <table class="rows">
              <thead>
                <tr>
                  {view.columns.map((column) => (
                    <ColumnHead
                      key={`${column.name}${column.change ?? ''}`}
                      column={column}
                      asked={asked.value === column.name}
                      onAsk={() => (asked.value = asked.value === column.name ? undefined : column.name)}
                    />
                  ))}
                </tr>
              </thead>
              <tbody>
                {pages.rows.map((row, index) => (
                  <TableRow key={index} row={row} columns={view.columns} />
                ))}
                <MoreRows pages={pages} columns={view.columns.length} />
              </tbody>
            </table>
          </section>
          {view.rows.length === 0 && <p class="no-rows">{t.database.noRows}</p>}
          {asked.value !== undefined && (
            <OriginCard table={view.name} column={asked.value} onClose={() => (asked.value = undefined)} />
          )}
        </>
      )}
      {view.lostCells > 0 && <LostNote count={view.lostCells} />}
    </div>
  );
}

function TableRow({ row, columns }: { readonly row: RowView; readonly columns: readonly ColumnView[] }) {
  const { t } = useWorkbench();
  const label =
    row.change &&
    {
      added: t.database.rowAdded,
      changed: t.database.rowChanged,
      dropped: t.database.rowDropped,
    }[row.change];
  return (
    <tr class={row.change ? `row-${row.change}` : ''}>
      {row.cells.map((cell, at) => (
        <Cell
          key={at}
          cell={cell}
          column={columns[at]}
          gone={row.change === 'dropped'}
          mark={at === 0 && row.change && label ? { change: row.change, label } : undefined}
        />
      ))}
    </tr>
  );
}

/** Name, count of rows, and whether the last command changed it. */
export function TableTitle(props: {
  readonly view: TableView;
  readonly title: string;
  readonly open?: boolean;
  readonly onToggle?: (() => void) | undefined;
}) {
  const { t } = useWorkbench();
  const { view, title, open = true, onToggle } = props;
  const { change } = view;
  const name = change === 'dropped' ? <del>{title}</del> : title;
  return (
    <div class="tbl">
      {change && change !== 'changed' && (
        <ChangeMark
          change={change}
          place="database"
          label={change === 'added' ? t.database.added : t.database.dropped}
        />
      )}
      {view.oldName && <del>{view.oldName}</del>}
      <h3>
        {onToggle ? (
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <Icon name={open ? 'chevron-down' : 'chevron-right'} />
            {name}
          </button>
        ) : (
          name
        )}
      </h3>
      <span class="cnt">{t.database.rowCount(view.rowCount)}</span>
      {change && (
        <span class="tag in-d note">
          {
            { added: t.database.newTable, dropped: t.database.droppedTable, changed: t.database.changed }[
              change
            ]
          }
        </span>
      )}
    </div>
  );
}

function ColumnHead(props: {
  readonly column: ColumnView;
  readonly asked: boolean;
  readonly onAsk: () => void;
}) {
  const { t } = useWorkbench();
  const { column, asked, onAsk } = props;
  const { name, oldName, type, change } = column;
  return (
    <th scope="col" class={cellClass(column)} title={type} data-column={name}>
      <span class="h">
        {change && <ChangeMark change={change} place="database" />}
        {oldName && <del>{oldName}</del>}
        {change === 'dropped' ? (
          <del>{name}</del>
        ) : (
          <button type="button" aria-pressed={asked} title={t.trace.column(name)} onClick={onAsk}>
            {name}
          </button>
        )}
        <KeyMark column={column} />
      </span>
      <small>{shortType(type)}</small>
    </th>
  );
}

function cellClass({ change, lostCells }: ColumnView): string {
  if (change === 'added') return 'new';
  if (change === 'dropped') return lostCells > 0 ? 'gone' : 'left';
  return change === 'changed' ? 'alt' : '';
}

function Cell(props: {
  readonly cell: CellView;
  readonly column: ColumnView | undefined;
  /** The whole row is. */
  readonly gone: boolean;
  readonly mark: { readonly change: 'added' | 'changed' | 'dropped'; readonly label: string } | undefined;
}) {
  const { cell, column, gone, mark } = props;
  const number = /^(integer|bigint|smallint|numeric|double|real)/.test(column?.type ?? '');
  const kind = gone ? 'gone' : column ? cellClass(column) : '';
  const empty = kind === 'gone' || kind === 'left' ? '' : 'NULL';
  return (
    <td
      class={`${kind} ${cell.was !== undefined ? 'other' : ''} ${cell.text === null ? 'null' : number ? 'num' : ''}`}
    >
      {mark && <ChangeMark change={mark.change} place="database" label={mark.label} />}
      {cell.was !== undefined && <del class={cell.lost ? 'v lost' : ''}>{cell.was}</del>}
      {cell.lost && cell.was === undefined ? <span class="v">{cell.text}</span> : (cell.text ?? empty)}
    </td>
  );
}

function LostNote({ count }: { readonly count: number }) {
  const { t, undo } = useWorkbench();
  return (
    <div class="lostnote">
      <span class="mk lo" aria-hidden="true">
        ×
      </span>
      <span>
        <b>{t.database.lostNote(count)}</b> {t.say.lostForever(count)}
      </span>
      <button class="btn small" type="button" onClick={() => void undo()}>
        {t.say.lostUndo}
      </button>
    </div>
  );
}
