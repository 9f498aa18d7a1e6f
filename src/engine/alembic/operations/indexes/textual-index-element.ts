/** Text inside an index, which Alembic wraps in a class of its own. Answers to: alembic/util/sqla_compat.py (_textual_index_element). */
import type { TextClause } from '../../../sqlalchemy/expression/elements.ts';
import { appendColumn } from '../../../sqlalchemy/schema/columns/append-column.ts';
import { Column, type Table } from '../../../sqlalchemy/schema/index.ts';

export class TextualIndexElement implements TextClause {
  readonly kind = 'text';
  readonly sql: string;
  readonly binds: TextClause['binds'];
  readonly type: TextClause['type'];
  /** A column that is named as the text: with it the index belongs to its table, and has a name by convention. */
  readonly fakeColumn: Column;

  constructor(clause: TextClause, table: Table) {
    this.sql = clause.sql;
    this.binds = clause.binds;
    this.type = clause.type;
    this.fakeColumn = new Column([clause.sql]);
    appendColumn(table, this.fakeColumn);
  }
}
