import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { ChangeMark } from '../marks.tsx';
import { shortType } from './short-type.ts';
import type { CellView, ColumnView, TableView } from './table-view.ts';

/** Tables as rows. A new column is washed in the database's colour; values that are gone are hatched in red. */
export function RowsView({ tables }: { readonly tables: readonly TableView[] }) {
  return (
    <>
      {tables.map((view) =>
        view.name === 'alembic_version' ? (
          <VersionTable key={view.name} view={view} />
        ) : (
          <Rows key={`${view.schema}.${view.name}`} view={view} />
        ),
      )}
    </>
  );
}

function Rows({ view }: { readonly view: TableView }) {
  const { t } = useWorkbench();
  const title = view.schema === 'public' ? view.name : `${view.schema}.${view.name}`;
  return (
    <div class={`table-block ${view.change === 'dropped' ? 'gone-table' : ''}`} data-table={view.name}>
      <TableTitle view={view} title={title} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-label={title}>
        <table class="rows">
          <thead>
            <tr>
              {view.columns.map((column) => (
                <ColumnHead key={`${column.name}${column.change ?? ''}`} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <Cell key={at} cell={cell} column={view.columns[at]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {view.rows.length === 0 && <p class="no-rows">{t.database.noRows}</p>}
      {view.rowCount > view.rows.length && view.rows.length > 0 && (
        <p class="no-rows">{t.database.firstRows(view.rows.length)}</p>
      )}
      {view.lostCells > 0 && <LostNote count={view.lostCells} />}
    </div>
  );
}

/** Name, count of rows, and whether the last command changed it. */
export function TableTitle({ view, title }: { readonly view: TableView; readonly title: string }) {
  const { t } = useWorkbench();
  const { change } = view;
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
      <h3>{change === 'dropped' ? <del>{title}</del> : title}</h3>
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

function ColumnHead({ column }: { readonly column: ColumnView }) {
  const { t } = useWorkbench();
  const { name, oldName, type, change, keys, references } = column;
  const label =
    change && { added: t.database.added, changed: t.database.altered, dropped: t.database.dropped }[change];
  const key = keys.includes('primary')
    ? t.database.primaryKey
    : references
      ? t.database.foreignKey(references)
      : undefined;
  return (
    <th scope="col" class={cellClass(column)} title={type} data-column={name}>
      <span class="h">
        {change && label && <ChangeMark change={change} place="database" label={label} />}
        {oldName && <del>{oldName}</del>}
        {change === 'dropped' ? <del>{name}</del> : name}
        {key && (
          <span class="key" title={key}>
            <Icon name={references ? 'link' : 'key-round'} />
            <span class="sr">{key}</span>
          </span>
        )}
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

function Cell({ cell, column }: { readonly cell: CellView; readonly column: ColumnView | undefined }) {
  const number = /^(integer|bigint|smallint|numeric|double|real)/.test(column?.type ?? '');
  const kind = column ? cellClass(column) : '';
  return (
    <td class={`${kind} ${cell.text === null ? 'null' : number ? 'num' : ''}`}>
      {cell.lost ? (
        <span class="v">{cell.text}</span>
      ) : (
        (cell.text ?? (kind === 'gone' || kind === 'left' ? '' : 'NULL'))
      )}
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
        <b>{t.database.lostNote(count)}</b> {t.say.lostForever}
      </span>
      <button class="btn small" type="button" onClick={() => void undo()}>
        {t.say.lostUndo}
      </button>
    </div>
  );
}

/** Alembic's own table, shown, not hidden: where the current revision is written down. */
function VersionTable({ view }: { readonly view: TableView }) {
  const { t, before, lastCommand } = useWorkbench();
  const now = view.rows.map((row) => row[0]?.text ?? '');
  const changed = view.change !== undefined;
  const old = changed ? oldVersions(before.value?.revisions.current, lastCommand.value?.events) : [];
  return (
    <div class="table-block version" data-table="alembic_version">
      <div class="tbl">
        <h3>alembic_version</h3>
        <span class="cnt">{t.database.rowCount(view.rowCount)}</span>
      </div>
      <p class="vers">
        {changed && (
          <ChangeMark
            change={view.change === 'added' ? 'added' : 'changed'}
            place="database"
            label={t.database.altered}
          />
        )}
        {old.length > 0 && (
          <>
            <del>{old.join(', ')}</del>
            <span aria-hidden="true">→</span>
          </>
        )}
        {now.length > 0 ? <b>{now.join(', ')}</b> : <span class="none">{t.database.emptyVersion}</span>}
      </p>
      <p class="about">{t.database.version}</p>
    </div>
  );
}

function oldVersions(
  seen: readonly string[] | undefined,
  events: readonly { readonly kind: string; readonly from?: readonly string[] }[] | undefined,
): readonly string[] {
  return seen ?? events?.find(({ kind }) => kind === 'revision')?.from ?? [];
}
