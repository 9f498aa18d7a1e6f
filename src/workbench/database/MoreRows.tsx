/** Large tables are drawn a page at a time, so that a command that touches thousands of rows is shown as quickly as any. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { PlainRow } from './PlainRow.tsx';
import { primaryKey } from './row-views.ts';
import type { RowView, TableView } from './table-view.ts';

const PAGE = 100;

type Fetched = readonly (string | null)[];

/** A table's rows in view: a page at first, more of them when asked for, or only those that bear a mark. */
export function useRowPages(view: TableView) {
  const { session } = useWorkbench();
  const shown = useSignal(PAGE);
  const fetched = useSignal<readonly Fetched[]>([]);
  const onlyMarked = useSignal(false);
  const { table, rows, rowCount } = view;
  // Another state of the database: what was fetched is of no use, and a page is enough again.
  useEffect(() => {
    shown.value = PAGE;
    fetched.value = [];
    onlyMarked.value = false;
  }, [rows, shown, fetched, onlyMarked]);
  const marked = rows.filter(({ change }) => change !== undefined);
  const known = onlyMarked.value ? marked : rows;
  const more = onlyMarked.value ? [] : fetched.value;
  /** In the database and not in the snapshot. */
  const beyond = table && !onlyMarked.value ? Math.max(0, rowCount - table.rows.length) : 0;
  const total = known.length + beyond;
  const count = Math.min(shown.value, known.length) + more.length;
  return {
    rows: known.slice(0, shown.value),
    fetched: more,
    marked,
    onlyMarked,
    count,
    total,
    next: Math.min(PAGE, total - count),
    /** Shows a page more; what the snapshot does not carry is asked for. */
    async showMore() {
      if (shown.value < known.length) shown.value += PAGE;
      else if (table) {
        const page = await session.query(pageOf(table, table.rows.length + fetched.peek().length));
        fetched.value = [...fetched.peek(), ...(page.results[0]?.rows ?? [])];
      }
    },
  };
}

type Pages = ReturnType<typeof useRowPages>;

function pageOf(table: NonNullable<TableView['table']>, offset: number): string {
  const key = primaryKey(table).map(quoted).join(', ');
  const order = key === '' ? '' : `order by ${key}`;
  const from = `${quoted(table.schema)}.${quoted(table.name)}`;
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  return `select ${columns} from (select * from ${from} ${order} limit ${PAGE} offset ${offset}) rows`;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Behind the rows of the snapshot those that were asked for, and the way to more. */
export function MoreRows({ pages, columns }: { readonly pages: Pages; readonly columns: number }) {
  const { t } = useWorkbench();
  return (
    <>
      {pages.fetched.map((row, index) => (
        <PlainRow key={index} cells={row} />
      ))}
      {pages.next > 0 && pages.count > 0 && (
        <tr class="more-rows">
          <td colSpan={columns}>
            <button class="btn small" type="button" onClick={() => void pages.showMore()}>
              {t.database.nextRows(pages.next)}
            </button>{' '}
            {t.database.rowsOf(pages.count, pages.total)}
          </td>
        </tr>
      )}
    </>
  );
}

/** How many rows of the whole table came, changed and went, where they are not all in view; and those alone. */
export function RowMarks({ pages, rows }: { readonly pages: Pages; readonly rows: readonly RowView[] }) {
  const { t } = useWorkbench();
  const { marked, onlyMarked } = pages;
  if (marked.length === 0 || rows.length <= PAGE) return null;
  const kinds = (['added', 'changed', 'dropped'] as const).map(
    (kind) => [kind, marked.filter(({ change }) => change === kind).length] as const,
  );
  return (
    <p class="row-marks">
      {kinds.map(([kind, count]) => count > 0 && <span key={kind}>{t.database.rowMarks[kind](count)}</span>)}
      <button
        class="btn small"
        type="button"
        aria-pressed={onlyMarked.value}
        onClick={() => (onlyMarked.value = !onlyMarked.value)}
      >
        {t.database.onlyMarked}
      </button>
    </p>
  );
}
