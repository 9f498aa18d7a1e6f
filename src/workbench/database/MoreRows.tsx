import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { primaryKey } from './row-views.ts';
import type { TableView } from './table-view.ts';

const PAGE = 100;

/** Rows beyond those that every snapshot carries, a page at a time. */
export function MoreRows({ view }: { readonly view: TableView }) {
  const { t, session } = useWorkbench();
  const more = useSignal<readonly (readonly (string | null)[])[]>([]);
  const { table, rowCount } = view;
  // Another state of the database: what was fetched is of no use.
  useEffect(() => {
    more.value = [];
  }, [table, more]);
  if (!table) return null;
  const shown = table.rows.length + more.value.length;
  const fetchPage = async () => {
    const key = primaryKey(table).map(quoted).join(', ');
    const order = key === '' ? '' : `order by ${key}`;
    const from = `${quoted(table.schema)}.${quoted(table.name)}`;
    const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
    const { results } = await session.query(
      `select ${columns} from (select * from ${from} ${order} limit ${PAGE} offset ${shown}) rows`,
    );
    more.value = [...more.value, ...(results[0]?.rows ?? [])];
  };
  return (
    <>
      {more.value.map((row, index) => (
        <tr key={index}>
          {row.map((cell, at) => (
            <td key={at} class={cell === null ? 'null' : ''}>
              {cell ?? 'NULL'}
            </td>
          ))}
        </tr>
      ))}
      {shown < rowCount && table.rows.length > 0 && (
        <tr class="more-rows">
          <td colSpan={view.columns.length}>
            <button class="btn small" type="button" onClick={() => void fetchPage()}>
              {t.database.nextRows(Math.min(PAGE, rowCount - shown))}
            </button>{' '}
            {t.database.rowsOf(shown, rowCount)}
          </td>
        </tr>
      )}
    </>
  );
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
