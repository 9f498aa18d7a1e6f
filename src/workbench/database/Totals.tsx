/** The line below the tables that sums up what a command did to data. */
import type { DatabaseDiff } from '../../session/compare/database-diff.ts';
import { useWorkbench } from '../context.ts';

/** The last command in three numbers: what came or went, rows kept, values lost. */
export function Totals({ diff }: { readonly diff: DatabaseDiff }) {
  const { t, state } = useWorkbench();
  const tables = diff.tables.filter(({ name }) => name !== 'alembic_version');
  const columns = tables.filter(({ change }) => change === 'changed').flatMap((one) => one.columns);
  const count = (list: readonly { readonly change: string }[], kind: string) =>
    list.filter(({ change }) => change === kind).length;
  const numbers = [
    [t.database.addedTables, count(tables, 'added')],
    [t.database.droppedTables, count(tables, 'dropped')],
    [t.database.droppedColumns, count(columns, 'dropped')],
    [t.database.addedColumns, count(columns, 'added')],
  ] as const;
  const first = numbers.find(([, number]) => number > 0) ?? numbers[3];
  const kept = (state.value.snapshot?.database.tables ?? [])
    .filter(({ name }) => name !== 'alembic_version')
    .reduce((sum, table) => {
      const change = tables.find(({ name, change: kind }) => name === table.name && kind !== 'dropped');
      return sum + (change ? Math.min(change.rowsBefore, change.rowsAfter) : table.rowCount);
    }, 0);
  return (
    <dl class="sum">
      <div>
        <dt>{first[0]}</dt>
        <dd>{first[1]}</dd>
      </div>
      <div>
        <dt>{t.database.keptRows}</dt>
        <dd>{kept}</dd>
      </div>
      <div class={diff.lostCells > 0 ? 't-l' : ''}>
        <dt>{t.database.lostValues}</dt>
        <dd>{diff.lostCells}</dd>
      </div>
    </dl>
  );
}
