/** What `remote_side` says against the join itself. Answers to: sqlalchemy/orm/relationships.py (JoinCondition). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { Value } from '../../../../python/values/value.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import { shown } from './relationship-checks.ts';

/**
 * Of each pair of columns one must be remote; that of the relationship's own table is warned about.
 * @throws ArgumentError where no pair is left
 */
export function checkRemoteSide(
  call: Interpreter,
  property: Relationship,
  target: Mapper,
  remote: ReadonlySet<Value>,
): void {
  if (remote.size === 0 || property.pairs.length === 0) return;
  const far = property.pairs.flatMap(remoteOf(remote));
  if (far.length === 0) throw ambiguous(property);
  const isOwn = ({ table }: Column) =>
    property.parent!.tables.includes(table as Table) && !target.tables.includes(table as Table);
  for (const column of far.filter(isOwn)) {
    call.process.warn(
      'sqlalchemy.exc.SAWarning',
      `Expression ${call.str(column as unknown as Value)} is marked as 'remote', but these column(s) are local to the local ` +
        'side.  The remote() annotation is needed only for a self-referential relationship where both sides of the ' +
        'relationship refer to the same tables.',
    );
  }
}

/** The one column of a pair that is remote, if it is one. */
const remoteOf =
  (remote: ReadonlySet<Value>) =>
  (pair: readonly Column[]): readonly Column[] => {
    const far = pair.filter((column) => remote.has(column as unknown as Value));
    return far.length === 1 ? far : [];
  };

const ambiguous = (property: Relationship): Raise =>
  new Raise('sqlalchemy.exc.ArgumentError', [
    `Relationship ${shown(property)} could not determine any unambiguous local/remote column pairs based on join condition ` +
      'and remote_side arguments.  Consider using the remote() annotation to accurately mark those elements of the join ' +
      'condition that are on the remote side of the relationship.',
  ]);
