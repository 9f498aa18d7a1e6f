/** Every operation by kind. */
import { ADD_COLUMN, type AddColumn } from './columns/add-column.ts';
import { ALTER_COLUMN, type AlterColumn } from './columns/alter-column.ts';
import { DROP_COLUMN, type DropColumn } from './columns/drop-column.ts';
import {
  CREATE_CHECK_CONSTRAINT,
  type CreateCheckConstraint,
} from './constraints/create-check-constraint.ts';
import {
  CREATE_EXCLUDE_CONSTRAINT,
  type CreateExcludeConstraint,
} from './constraints/create-exclude-constraint.ts';
import { CREATE_FOREIGN_KEY, type CreateForeignKey } from './constraints/create-foreign-key.ts';
import { CREATE_PRIMARY_KEY, type CreatePrimaryKey } from './constraints/create-primary-key.ts';
import {
  CREATE_UNIQUE_CONSTRAINT,
  type CreateUniqueConstraint,
} from './constraints/create-unique-constraint.ts';
import { DROP_CONSTRAINT, type DropConstraint } from './constraints/drop-constraint.ts';
import { EXECUTE_SQL, type ExecuteSql } from './execute-sql.ts';
import { CREATE_INDEX, type CreateIndex } from './indexes/create-index.ts';
import { DROP_INDEX, type DropIndex } from './indexes/drop-index.ts';
import type { AnyDefinition, OperationDefinition } from './operation.ts';
import { BULK_INSERT, type BulkInsert } from './tables/bulk-insert.ts';
import { CREATE_TABLE, type CreateTable } from './tables/create-table.ts';
import { CREATE_TABLE_COMMENT, type CreateTableComment } from './tables/create-table-comment.ts';
import { DROP_TABLE, type DropTable } from './tables/drop-table.ts';
import { DROP_TABLE_COMMENT, type DropTableComment } from './tables/drop-table-comment.ts';
import { RENAME_TABLE, type RenameTable } from './tables/rename-table.ts';

/** The operations that do something by themselves; containers are in modify-table.ts. */
export type Operation =
  | AddColumn
  | AlterColumn
  | BulkInsert
  | CreateCheckConstraint
  | CreateExcludeConstraint
  | CreateForeignKey
  | CreateIndex
  | CreatePrimaryKey
  | CreateTable
  | CreateTableComment
  | CreateUniqueConstraint
  | DropColumn
  | DropConstraint
  | DropIndex
  | DropTable
  | DropTableComment
  | ExecuteSql
  | RenameTable;

type Definitions = {
  readonly [Kind in Operation['kind']]: OperationDefinition<Extract<Operation, { readonly kind: Kind }>>;
};

/** A kind without a definition does not compile. */
export const DEFINITIONS: Definitions = {
  add_column: ADD_COLUMN,
  alter_column: ALTER_COLUMN,
  bulk_insert: BULK_INSERT,
  create_check_constraint: CREATE_CHECK_CONSTRAINT,
  create_exclude_constraint: CREATE_EXCLUDE_CONSTRAINT,
  create_foreign_key: CREATE_FOREIGN_KEY,
  create_index: CREATE_INDEX,
  create_primary_key: CREATE_PRIMARY_KEY,
  create_table: CREATE_TABLE,
  create_table_comment: CREATE_TABLE_COMMENT,
  create_unique_constraint: CREATE_UNIQUE_CONSTRAINT,
  drop_column: DROP_COLUMN,
  drop_constraint: DROP_CONSTRAINT,
  drop_index: DROP_INDEX,
  drop_table: DROP_TABLE,
  drop_table_comment: DROP_TABLE_COMMENT,
  execute_sql: EXECUTE_SQL,
  rename_table: RENAME_TABLE,
};

/** The definition of a record; undefined for containers and a learner's own operations. */
export const definitionOf = (operation: object): AnyDefinition | undefined =>
  (DEFINITIONS as Readonly<Record<string, AnyDefinition>>)[String((operation as { kind?: unknown }).kind)];
