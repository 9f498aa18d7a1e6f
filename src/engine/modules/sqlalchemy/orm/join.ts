/** Which columns join two tables: foreign keys between them. Answers to: sqlalchemy/sql/util.py (join_condition). */
import type { Column } from '../../../sqlalchemy/schema/column.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';

/** The foreign keys of `from` that point to `to`, as pairs (referencing column, referenced column), by constraint. */
export function foreignKeyGroups(from: Table, to: Table): (readonly [Column, Column])[][] {
  const groups = new Map<unknown, (readonly [Column, Column])[]>();
  for (const key of from.foreignKeys) {
    const referenced = key.resolved();
    if (referenced?.table !== to || !key.parent) continue;
    const group = groups.get(key.constraint) ?? [];
    group.push([key.parent, referenced]);
    groups.set(key.constraint, group);
  }
  return [...groups.values()];
}

/** The pairs of the first group; none where no foreign key joins the tables. */
export function joinPairs(from: Table, to: Table): readonly (readonly [Column, Column])[] {
  return foreignKeyGroups(from, to)[0] ?? [];
}
