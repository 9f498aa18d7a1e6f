/** Text inside an index, which Alembic wraps in a class of its own. Answers to: alembic/util/sqla_compat.py (_textual_index_element). */
import type { TextClause } from '../../sqlalchemy/expression/elements.ts';

export class TextualIndexElement implements TextClause {
  readonly kind = 'text';
  readonly sql: string;
  readonly binds: TextClause['binds'];
  readonly type: TextClause['type'];

  constructor(clause: TextClause) {
    this.sql = clause.sql;
    this.binds = clause.binds;
    this.type = clause.type;
  }
}
