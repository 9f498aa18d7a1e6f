/** Tables that foreign keys point at, where nobody described them. Answers to: alembic/operations/schemaobj.py (_ensure_table_for_fk). */
import { Column, type ForeignKeyConstraint, type MetaData, Table } from '../../../sqlalchemy/schema/index.ts';
import { unpackError } from '../../../sqlalchemy/schema/unpack-error.ts';

/** Makes stand-ins for the tables and columns that a foreign key refers to, where the metadata lacks them. @throws ValueError */
export function ensureTargets(constraint: ForeignKeyConstraint, metadata: MetaData): void {
  for (const element of constraint.elements) {
    if (typeof element.target !== 'string') continue;
    const column = element.targetColumnKey;
    if (column === null) throw unpackError(1);
    const key = element.targetTableKey;
    let table = metadata.tables.get(key);
    if (!table) {
      const dot = key.lastIndexOf('.');
      table = new Table(key.slice(dot + 1), metadata, { schema: dot < 0 ? false : key.slice(0, dot) });
      metadata.addTable(table);
    }
    if (!table.columns.has(column)) table.appendColumn(new Column([column]));
  }
}
