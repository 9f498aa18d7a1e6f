/** What the comparison asks of the database's catalog. SQLAlchemy's inspector answers it. */
import type { Table } from '../../../sqlalchemy/schema/index.ts';

export interface ReflectedUnique {
  readonly name: string;
  readonly columnNames: readonly string[];
  readonly comment: string | null;
  readonly dialectOptions: ReadonlyMap<string, unknown>;
}

export interface ReflectedIndex {
  readonly name: string;
  /** null where an expression stands. */
  readonly columnNames: readonly (string | null)[];
  /** One for each part, where any of them is an expression. */
  readonly expressions: readonly string[] | undefined;
  readonly unique: boolean;
  /** The unique constraint that this index stands behind. */
  readonly duplicatesConstraint: string | undefined;
  /** Column name to "desc", "nulls_first" and so on. */
  readonly columnSorting: ReadonlyMap<string, readonly string[]>;
  readonly dialectOptions: ReadonlyMap<string, unknown>;
}

export interface ReflectedForeignKey {
  readonly name: string | null;
  readonly constrainedColumns: readonly string[];
  readonly referredSchema: string | null;
  readonly referredTable: string;
  readonly referredColumns: readonly string[];
  readonly options: {
    readonly onupdate?: string | undefined;
    readonly ondelete?: string | undefined;
    readonly deferrable?: boolean | undefined;
    readonly initially?: string | undefined;
    readonly match?: string | undefined;
  };
}

export interface ReflectedCheck {
  readonly name: string;
  readonly sqltext: string;
  readonly dialectOptions: ReadonlyMap<string, unknown>;
}

/** Answers come from one reading of the catalog; null is the default schema. */
export interface Inspector {
  readonly defaultSchemaName: string;
  getSchemaNames(): readonly string[];
  getTableNames(schema: string | null): readonly string[];
  /** Fills a table with columns, keys, indexes and constraints, calling `onColumn` for each column's facts first. */
  reflectTable(table: Table, onColumn: (table: Table, column: ColumnFacts) => void): void;
  getUniqueConstraints(table: string, schema: string | null): readonly ReflectedUnique[];
  getIndexes(table: string, schema: string | null): readonly ReflectedIndex[];
  getForeignKeys(table: string, schema: string | null): readonly ReflectedForeignKey[];
  getCheckConstraints(table: string, schema: string | null): readonly ReflectedCheck[];
}

/** A column on its way into a reflected table; a listener may change it. */
export interface ColumnFacts {
  readonly name: string;
  readonly type: unknown;
  default: string | null;
}
