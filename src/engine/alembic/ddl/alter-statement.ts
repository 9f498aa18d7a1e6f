/** Alembic's own ALTER statements as records. Answers to: alembic/ddl/base.py (AlterTable and what derives from it), ddl/postgresql.py. */
import type { PythonWorld } from '../../machine.ts';
import type { DdlElement, DdlOptions } from '../../sqlalchemy/postgresql/ddl/index.ts';
import type { Column, GivenName, QuotedName } from '../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../sqlalchemy/types/index.ts';
import { alterText } from './alter-text.ts';

export type Name = string | QuotedName;

/** The table that is altered. */
export interface OnTable {
  readonly tableName: Name;
  readonly schema: GivenName;
}

/** The column that is altered, with what is known of it before. */
export interface OnColumn extends OnTable {
  readonly columnName: Name;
  readonly existingType?: SqlType | null;
  readonly existingNullable?: boolean | null;
  readonly existingServerDefault?: unknown;
  readonly existingComment?: string | null;
}

/** What `op.add_column` says beside the column. */
export interface AddColumnFlags {
  readonly ifNotExists: boolean | null;
  readonly inlineReferences: boolean | null;
  readonly inlinePrimaryKey: boolean | null;
}

/** What each kind says. In a default, null drops it and a string is a literal. */
export type AlterRecord =
  | (OnTable & { readonly kind: 'alter rename-table'; readonly newTableName: Name })
  | (OnTable & AddColumnFlags & { readonly kind: 'alter add-column'; readonly column: Column })
  | (OnTable & {
      readonly kind: 'alter drop-column';
      readonly column: Column;
      readonly ifExists: boolean | null;
    })
  | (OnColumn & { readonly kind: 'alter column-nullable'; readonly nullable: boolean })
  | (OnColumn & { readonly kind: 'alter column-type'; readonly type: SqlType })
  /** @param using SQL that makes the new value */
  | (OnColumn & {
      readonly kind: 'alter postgresql-column-type';
      readonly type: SqlType;
      readonly using: string | null;
    })
  | (OnColumn & { readonly kind: 'alter column-name'; readonly newname: Name })
  | (OnColumn & { readonly kind: 'alter column-default'; readonly default: unknown })
  | (OnColumn & { readonly kind: 'alter computed-default'; readonly default: unknown })
  | (OnColumn & {
      readonly kind: 'alter identity-default';
      readonly default: unknown;
      readonly impl?: unknown;
      readonly python: PythonWorld;
    })
  | (OnColumn & { readonly kind: 'alter column-comment'; readonly comment: string | null });

export type AlterKind = AlterRecord['kind'];

/** The record of a kind. */
export type AlterOf<Kind extends AlterKind> = Extract<AlterRecord, { readonly kind: Kind }>;

/** A statement that a connection runs. Its text is that of its fields when it is written. */
export const alterStatement = (record: AlterRecord): DdlElement & AlterRecord => ({
  ...record,
  write(options: DdlOptions) {
    return alterText(this, options);
  },
});
