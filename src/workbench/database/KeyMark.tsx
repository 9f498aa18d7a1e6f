/** The small marks of keys, which rows and diagram share. */
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import type { ColumnView } from './table-view.ts';

/** Beside a column's name: that it is in the primary key, and where its foreign key leads. */
export function KeyMark({ column: { keys, references } }: { readonly column: ColumnView }) {
  const { t } = useWorkbench();
  return (
    <>
      {keys.includes('primary') && <Sign icon="key-round" says={t.database.primaryKey} />}
      {references && <Sign icon="link" says={t.database.foreignKey(references)} />}
    </>
  );
}

function Sign({ icon, says }: { readonly icon: 'key-round' | 'link'; readonly says: string }) {
  return (
    <span class="key" title={says}>
      <Icon name={icon} />
      <span class="sr">{says}</span>
    </span>
  );
}
