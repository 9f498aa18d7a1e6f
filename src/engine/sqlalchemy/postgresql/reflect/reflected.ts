/** What the inspector gives, under Python's own keys. Answers to: sqlalchemy/engine/interfaces.py (Reflected…). */
import type { SqlType } from '../../types/type.ts';

export interface ReflectedColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly autoincrement: boolean;
  readonly comment: string | null;
  readonly identity?: ReflectedIdentity;
  readonly computed?: { readonly sqltext: string; readonly persisted: boolean };
}

export interface ReflectedIdentity {
  readonly always: boolean;
  readonly start: number | bigint;
  readonly increment: number | bigint;
  readonly minvalue: number | bigint;
  readonly maxvalue: number | bigint;
  readonly cycle: boolean;
  readonly cache: number | bigint;
}

type DialectOptions = Readonly<Record<string, unknown>>;

export interface ReflectedPrimaryKey {
  readonly constrained_columns: readonly string[];
  readonly name: string | null;
  readonly comment?: string | null;
  readonly dialect_options?: DialectOptions;
}

export interface ReflectedUnique {
  readonly column_names: readonly string[];
  readonly name: string;
  readonly comment: string | null;
  readonly dialect_options: DialectOptions;
}

export interface ReflectedForeignKey {
  readonly name: string;
  readonly constrained_columns: readonly string[];
  readonly referred_schema: string | null;
  readonly referred_table: string;
  readonly referred_columns: readonly string[];
  readonly options: ReflectedForeignKeyOptions;
  readonly comment: string | null;
}

export interface ReflectedForeignKeyOptions {
  readonly onupdate?: string;
  readonly ondelete?: string;
  readonly initially?: string;
  readonly deferrable?: boolean;
  readonly match?: string;
}

export interface ReflectedIndex {
  readonly name: string;
  readonly unique: boolean;
  /** null stands for an expression. */
  readonly column_names: readonly (string | null)[];
  readonly expressions?: readonly string[];
  readonly column_sorting?: Readonly<Record<string, readonly string[]>>;
  readonly duplicates_constraint?: string;
  readonly include_columns: readonly string[];
  readonly dialect_options: DialectOptions;
}

export interface ReflectedCheck {
  readonly name: string;
  readonly sqltext: string;
  readonly comment: string | null;
  readonly dialect_options?: DialectOptions;
}

export interface ReflectedEnum {
  readonly name: string;
  readonly schema: string;
  readonly visible: boolean;
  readonly labels: readonly string[];
}

export interface ReflectedDomain {
  readonly name: string;
  readonly schema: string;
  readonly visible: boolean;
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly constraints: readonly { readonly name: string; readonly check: string }[];
  readonly collation: string | null;
}

/** What kinds of relations are asked about. */
export type RelationKind = 'table' | 'view' | 'materialized-view';

/** Everything about one relation. */
export interface ReflectedRelation {
  readonly name: string;
  readonly kind: RelationKind;
  readonly temporary: boolean;
  readonly comment: string | null;
  readonly columns: readonly ReflectedColumn[];
  readonly primaryKey: ReflectedPrimaryKey;
  readonly foreignKeys: readonly ReflectedForeignKey[];
  readonly uniques: readonly ReflectedUnique[];
  readonly indexes: readonly ReflectedIndex[];
  readonly checks: readonly ReflectedCheck[];
}
