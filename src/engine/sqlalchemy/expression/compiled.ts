/**
 * What compiling gives, and what it is asked with.
 * Answers to: sqlalchemy/sql/compiler.py (Compiled).
 */
import type { PythonWorld } from '../../machine.ts';
import type { SqlType } from '../types/type.ts';
import type { Statement } from './dml/statements.ts';
import type { BindParameter, ColumnClause, ColumnNode, Element } from './elements.ts';

/** For whom a statement is written. */
export interface CompileOptions {
  /** `default` is what `str(statement)` uses without a dialect. */
  readonly dialect?: 'postgresql' | 'default';
  /** pyformat: psycopg2, `%(name)s` and doubled `%`; named: `:name`; dollar: asyncpg. */
  readonly paramstyle?: 'pyformat' | 'named' | 'dollar';
  /** Backslashes in literals are doubled, unless a connection has said that the server does not read them as escapes. */
  readonly backslashEscapes?: boolean;
  /** Values are written into the SQL, as offline mode and DDL do. */
  readonly literalBinds?: boolean;
  /** FROM elements that nothing connects are warned of: the statement is about to run. */
  readonly lint?: boolean;
  /** false inside DDL (checks, index expressions, computed columns): columns without their table. */
  readonly includeTable?: boolean;
  /** Keys of the parameters that an INSERT or UPDATE is executed with. */
  readonly columnKeys?: readonly string[];
  /** Executed with a list of parameter sets. */
  readonly many?: boolean;
  /** Column-level INSERT RETURNING of the generated primary key, as a Connection asks for. */
  readonly implicitReturning?: boolean;
  /** `schema_translate_map`. */
  readonly schemaMap?: ReadonlyMap<string | null, string | null>;
  /** Calls into the learner's world: bind processors of TypeDecorators, defaults, custom constructs. */
  readonly python?: PythonWorld;
}

/** A column of the rows that a statement gives. */
export interface ResultColumn {
  /** The name in the SQL. */
  readonly name: string;
  /** The key in the row. */
  readonly key: string;
  readonly type: SqlType;
  /** What a row may be asked with: the column, its label … */
  readonly elements: readonly Element[];
  /** false: plain text, matched with the server's name by place. */
  readonly known: boolean;
}

/** A parameter that gives a column its value. */
export interface ColumnBind {
  readonly column: ColumnNode | ColumnClause;
  /** The parameter's name in the SQL. */
  readonly name: string;
  /** Where its value comes from when the statement runs: the caller, the column's default, its onupdate. */
  readonly from: 'given' | 'default' | 'onupdate';
}

/** A statement as SQL, with its parameters. */
export interface Compiled {
  readonly kind: 'compiled';
  readonly sql: string;
  /** The same with marks where asyncpg's numbers stand; see numbered-parameters.ts. */
  readonly template: string;
  /** Values by parameter name, in order of appearance. */
  readonly params: ReadonlyMap<string, unknown>;
  readonly binds: ReadonlyMap<string, BindParameter>;
  readonly resultColumns: readonly ResultColumn[];
  /** Whether rows come back. */
  readonly returnsRows: boolean;
  readonly statement: Statement;
  readonly columnBinds: readonly ColumnBind[];
  /** Columns that an INSERT returns although nobody asked: the generated primary key. */
  readonly generated: readonly Element[];
  /** `(%(a)s, %(b)s)` of an INSERT's VALUES, which executing many rows repeats. */
  readonly valuesRow: string | undefined;
  /** Whether the statement may be kept in the cache: Alembic's inline literals have no key for it. */
  readonly hasCacheKey: boolean;
  readonly options: CompileOptions;
}
