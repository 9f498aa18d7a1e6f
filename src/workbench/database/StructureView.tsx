/** What a database holds beside tables and rows, as a list below the diagram. */
import type { DatabaseSnapshot } from '../../engine/snapshot.ts';
import type { Change } from '../../session/compare/database-diff.ts';
import { useWorkbench } from '../context.ts';
import { ChangeMark } from '../marks.tsx';
import { TableTitle } from './RowsView.tsx';
import type { TableView } from './table-view.ts';

/** What the diagram cannot draw: constraints and indexes of each table; sequences and enum types. */
export function StructureView({
  tables,
  database,
}: {
  readonly tables: readonly TableView[];
  readonly database: DatabaseSnapshot;
}) {
  const { t } = useWorkbench();
  return (
    <>
      {tables.map((view) => (
        <div class="table-block" key={`${view.schema}.${view.name}`} data-table={view.name}>
          <TableTitle view={view} title={view.name} />
          <Members
            title={t.database.constraints}
            members={view.table?.constraints ?? []}
            changes={view.diff?.change === 'changed' ? view.diff.constraints : []}
          />
          <Members
            title={t.database.indexes}
            members={view.table?.indexes ?? []}
            changes={view.diff?.change === 'changed' ? view.diff.indexes : []}
          />
        </div>
      ))}
      <Names title={t.database.sequences} names={database.sequences} />
      <Names
        title={t.database.enums}
        names={database.enums.map(({ name, labels }) => `${name}: ${labels.join(', ')}`)}
      />
    </>
  );
}

interface Member {
  readonly name: string;
  readonly definition: string;
}
interface MemberChange {
  readonly name: string;
  readonly change: Change;
  readonly before: string | undefined;
}

function Members({
  title,
  members,
  changes,
}: {
  readonly title: string;
  readonly members: readonly Member[];
  readonly changes: readonly MemberChange[];
}) {
  const gone = changes.filter(({ change }) => change === 'dropped');
  if (members.length + gone.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="members">
        {members.map(({ name, definition }) => (
          <li key={name} title={definition}>
            <Mark change={changes.find((one) => one.name === name)?.change} />
            <b>{name}</b>
            <span>{definition.replace(/^CREATE (UNIQUE )?INDEX \S+ ON (public\.)?/, '$1')}</span>
          </li>
        ))}
        {gone.map(({ name, before }) => (
          <li key={name} title={before}>
            <Mark change="dropped" />
            <b>
              <del>{name}</del>
            </b>
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ change }: { readonly change: Change | undefined }) {
  return change ? <ChangeMark change={change} place="database" /> : null;
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div class="table-block">
      <h4>{title}</h4>
      <ul class="members">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
