/**
 * What operations ask of a dialect. The PostgreSQL one sends statements; a batch keeps the requests until its block ends.
 * Answers to: alembic/ddl/impl.py (DefaultImpl).
 */
import type {
  Column,
  Constraint,
  GivenName,
  Index,
  QuotedName,
  Table,
} from '../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../sqlalchemy/types/index.ts';

type Name = string | QuotedName;

/** What `op.add_column` says beside the column. */
export interface AddColumnOptions {
  readonly ifNotExists: boolean | null;
  readonly inlineReferences: boolean;
  readonly inlinePrimaryKey: boolean;
  /** Of a batch: beside which column. */
  readonly insertBefore?: unknown;
  readonly insertAfter?: unknown;
}

/** `false` in a default or comment means: not to be changed. */
export interface ColumnChange {
  readonly schema: GivenName;
  readonly nullable: boolean | null;
  readonly serverDefault: unknown;
  readonly name: Name | null;
  readonly type: SqlType | null;
  readonly comment: string | null | false;
  readonly existingType: SqlType | null;
  readonly existingServerDefault: unknown;
  readonly existingNullable: boolean | null;
  readonly existingComment: string | null;
  readonly kw: ReadonlyMap<string, unknown>;
}

/** What operations ask of a dialect. */
export interface Impl {
  addColumn(table: Name, column: Column, schema: GivenName, options: AddColumnOptions): void;
  /** @param existingType as `existing_type=` gives it: a batch drops its named check as well */
  dropColumn(
    table: Name,
    column: Column,
    schema: GivenName,
    ifExists: boolean,
    existingType?: SqlType | null,
  ): void;
  alterColumn(table: Name, column: Name, change: ColumnChange): void;
  addConstraint(constraint: Constraint): void;
  dropConstraint(constraint: Constraint, ifExists: boolean | null): void;
  createIndex(index: Index, ifNotExists: boolean | null): void;
  dropIndex(index: Index, ifExists: boolean | null): void;
  createTable(table: Table, ifNotExists: boolean): void;
  dropTable(table: Table, ifExists: boolean): void;
  renameTable(from: Name, to: Name, schema: GivenName): void;
  createTableComment(table: Table): void;
  dropTableComment(table: Table): void;
  createColumnComment(column: Column): void;
  bulkInsert(table: unknown, rows: unknown, multiinsert: boolean): void;
}
