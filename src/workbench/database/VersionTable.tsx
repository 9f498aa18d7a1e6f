/** The table `alembic_version`, drawn apart from the learner's own. */
import { useWorkbench } from '../context.ts';
import { ChangeMark } from '../marks.tsx';
import type { TableView } from './table-view.ts';

/** Alembic's own table, shown, not hidden: where the current revision is written down. */
export function VersionTable({ view }: { readonly view: TableView }) {
  const { t, before, lastCommand } = useWorkbench();
  const now = view.rows.filter(({ change }) => change !== 'dropped').map((row) => row.cells[0]?.text ?? '');
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
