/** The table that remembers which revisions are applied. Answers to: alembic/ddl/impl.py (version_table_impl). */
import { literalColumn } from '../../sqlalchemy/expression/coerce.ts';
import { deleteFrom, insert, update, withValues } from '../../sqlalchemy/expression/dml/dml-build.ts';
import { compare } from '../../sqlalchemy/expression/operators/operate.ts';
import { columnNamed } from '../../sqlalchemy/expression/select/columns.ts';
import { select, where } from '../../sqlalchemy/expression/select/select-build.ts';
import type { DdlElement } from '../../sqlalchemy/postgresql/ddl/index.ts';
import {
  Column,
  defineTable,
  MetaData,
  PrimaryKeyConstraint,
  type Table,
} from '../../sqlalchemy/schema/index.ts';
import { STRING } from '../../sqlalchemy/types/index.ts';
import { makeType } from '../../sqlalchemy/types/make.ts';

/** The table's name, and whether it has a primary key. */
export interface VersionTableOptions {
  readonly name: string;
  readonly schema: string | null;
  readonly primaryKey: boolean;
}

/** `DefaultImpl.version_table_impl` */
export function versionTable({ name, schema, primaryKey }: VersionTableOptions): Table {
  const items: unknown[] = [
    new Column(['version_num', makeType(STRING, { length: 32 })], { nullable: false }),
  ];
  if (primaryKey) items.push(new PrimaryKeyConstraint(['version_num'], { name: `${name}_pkc` }));
  return defineTable(name, new MetaData(), items, { schema });
}

/** Creates the table, with the indexes and comments that a table of the learner's own may have. */
export function createVersionTable(table: Table, execute: (ddl: DdlElement) => void): void {
  execute({ kind: 'create-table', element: table });
  for (const index of table.indexes) execute({ kind: 'create-index', element: index });
  if (table.comment) execute({ kind: 'set-table-comment', element: table });
  for (const column of table.columns)
    if (column.comment) execute({ kind: 'set-column-comment', element: column });
}

/** The table and the statements over it. Versions stand in them as literal text. */
export class VersionTable {
  readonly table: Table;
  readonly #column: Column;

  constructor(table: Table) {
    this.table = table;
    this.#column = columnNamed(table, 'version_num') as Column;
  }

  select(): unknown {
    return select([this.#column]);
  }

  insert(version: string): unknown {
    return withValues(insert(this.table), [['version_num', quoted(version)]]);
  }

  update(from: string, to: string): unknown {
    return where(withValues(update(this.table), [['version_num', quoted(to)]]), [this.#is(from)]);
  }

  delete(version: string): unknown {
    return where(deleteFrom(this.table), [this.#is(version)]);
  }

  deleteAll(): unknown {
    return deleteFrom(this.table);
  }

  #is(version: string): unknown {
    return compare(this.#column, 'eq', quoted(version));
  }
}

/** `literal_column("'…'")` */
const quoted = (version: string) => literalColumn(`'${version}'`);
