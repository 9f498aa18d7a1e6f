/**
 * The nodes that stand for rows: tables, aliases, joins, selects.
 * Answers to: sqlalchemy/sql/selectable.py.
 */

import type { Delete, Insert, Update } from '../dml/statements.ts';
import type { ColumnClause, ColumnNode, Element, FunctionElement, TextClause } from '../elements.ts';

/** What the expression language needs of a `Table` of the schema room. `columns` is in order of definition, by key. */
export interface TableNode {
  readonly kind: 'table';
  readonly name: string;
  readonly quote: boolean | null;
  readonly schema: string | null;
  readonly quoteSchema: boolean | null;
  readonly columns: Iterable<ColumnNode>;
}

/** `table('users', column('id'))`. */
export interface TableClause {
  readonly kind: 'table-clause';
  readonly name: string;
  readonly quote: boolean | null;
  readonly schema: string | null;
  readonly quoteSchema: boolean | null;
  readonly columns: readonly ColumnClause[];
}

/** `x.alias()`, `select.subquery()`, `x.lateral()`, `x.tablesample()`. `name` undefined: numbered by the compiler. */
export interface Alias {
  readonly kind: 'alias' | 'subquery' | 'lateral' | 'tablesample';
  readonly element: FromClause | SelectSource | FunctionElement;
  readonly name: string | undefined;
  /** Of a function used as a table: the columns it is said to have. */
  readonly valued?: readonly ColumnClause[];
  readonly sampling?: Element;
  readonly seed?: Element;
  /** Of a function used as a table: `AS name(column, …)`. */
  readonly derived?: { readonly withTypes: boolean };
}

/** `WITH name AS (…)` */
export interface CommonTableExpression {
  readonly kind: 'cte';
  readonly element: SelectSource | Insert | Update | Delete;
  readonly name: string | undefined;
  readonly recursive: boolean;
  readonly nesting: boolean;
  readonly materialized: boolean | undefined;
  /** The CTE that `.union()` extends: one table in SQL, written in its newest form. */
  readonly restates?: CommonTableExpression;
  /** Of `cte.alias()`. */
  readonly aliasOf?: CommonTableExpression;
}

/** `a JOIN b ON …` */
export interface Join {
  readonly kind: 'join';
  readonly left: FromClause;
  readonly right: FromClause;
  readonly on: Element;
  readonly outer: boolean;
  readonly full: boolean;
}

/** `values(column…).data([…])`. */
export interface Values {
  readonly kind: 'values';
  readonly columns: readonly ColumnClause[];
  readonly name: string | undefined;
  readonly literalBinds: boolean;
  readonly data: readonly (readonly Element[])[];
  readonly lateral: boolean;
  readonly named: boolean;
}

/** A mapped class in a statement: compiles as its table; a Session reads the class. */
export interface EntityNode {
  readonly kind: 'entity';
  readonly table: FromClause;
  readonly entity: unknown;
  /** What a SELECT of it lists; left out: the table's columns. */
  readonly columns?: readonly Element[];
  /** The table that UPDATE and DELETE write, where a SELECT reads several. */
  readonly local?: FromClause;
  /** Column key by attribute name, where those differ: values may be given under either. */
  readonly keys?: ReadonlyMap<string, string>;
  /** The mapper, as messages show it. */
  readonly mapper?: unknown;
  /** What a SELECT of it adds to WHERE: the classes that share a table. */
  readonly criteria?: readonly Element[];
  /** `filter_by(name=value)`: any attribute of the class; undefined where it has none of that name. */
  readonly equal?: (name: string, value: unknown) => Element | undefined;
}

/** A relationship where a table to join to belongs: the ORM says which joins it takes. */
export interface RelationshipPath {
  readonly kind: 'relationship-path';
  /** @param target joined to in the place of the relationship's own class */
  steps(target: EntityNode | FromClause | undefined): readonly Pick<JoinStep, 'target' | 'on' | 'from'>[];
}

export type FromClause =
  | TableNode
  | TableClause
  | Alias
  | CommonTableExpression
  | Join
  | Values
  | EntityNode
  | Grouped;

/** Parentheses around a join or a compound part. */
export interface Grouped {
  readonly kind: 'from-grouping';
  readonly element: FromClause | SelectSource;
}

/** `.join(target, on)`, kept until the statement is compiled. */
export interface JoinStep {
  readonly target: FromClause;
  readonly on: Element | undefined;
  readonly from: FromClause | undefined;
  readonly outer: boolean;
  readonly full: boolean;
}

/** `FOR UPDATE` and its kin. */
export interface ForUpdate {
  readonly read: boolean;
  readonly nowait: boolean;
  readonly skipLocked: boolean;
  readonly keyShare: boolean;
  readonly of: readonly (FromClause | Element)[];
}

/** What SELECT and its compounds share. */
export interface SelectOptions {
  readonly groupBy: readonly Element[];
  readonly orderBy: readonly Element[];
  readonly limit: Element | undefined;
  readonly offset: Element | undefined;
  readonly fetch:
    | { readonly count: Element; readonly withTies: boolean; readonly percent: boolean }
    | undefined;
  readonly forUpdate: ForUpdate | undefined;
  readonly labelStyle: LabelStyle;
  readonly independentCtes: readonly CommonTableExpression[];
  readonly executionOptions: Readonly<Record<string, unknown>>;
}

export type LabelStyle = 'none' | 'disambiguate' | 'tablename';

/** A text for one dialect's planner, or for that of all: `*`. */
export interface Hint {
  readonly text: string;
  readonly dialect: string;
  /** What it is about; undefined for the whole statement. */
  readonly from?: FromClause;
}

/** `SELECT …` */
export interface Select extends SelectOptions {
  readonly kind: 'select';
  /** What was given to select(): columns, and tables that stand for all their columns. */
  readonly entities: readonly Element[];
  /** The same as they were given: attributes of mapped classes are columns among the entities. */
  readonly given: readonly unknown[];
  readonly where: readonly Element[];
  readonly having: readonly Element[];
  readonly from: readonly FromClause[];
  readonly joins: readonly JoinStep[];
  /** true: DISTINCT; elements: DISTINCT ON. */
  readonly distinct: boolean;
  readonly distinctOn: readonly Element[];
  readonly prefixes: readonly Element[];
  readonly suffixes: readonly Element[];
  /** What `with_hint` says of what stands in FROM. */
  readonly hints: readonly Hint[];
  /** What `with_statement_hint` puts behind the whole. */
  readonly statementHints: readonly Hint[];
  /** null: correlate(None). */
  readonly correlate: readonly FromClause[] | null | undefined;
  readonly correlateExcept: readonly FromClause[] | undefined;
  /** Loader options and the like of the ORM. */
  readonly options: readonly unknown[];
  /** Made by SQLModel's `select()` of one thing: its session gives that thing. */
  readonly ofScalar?: boolean;
}

/** `… UNION …` */
export interface CompoundSelect extends SelectOptions {
  readonly kind: 'compound';
  readonly keyword: 'UNION' | 'UNION ALL' | 'EXCEPT' | 'EXCEPT ALL' | 'INTERSECT' | 'INTERSECT ALL';
  readonly selects: readonly (Select | CompoundSelect | TextualSelect | Values)[];
}

/** `text('…').columns(…)`. */
export interface TextualSelect {
  readonly kind: 'textual-select';
  readonly text: TextClause;
  readonly columns: readonly ColumnClause[];
  readonly positional: boolean;
  readonly executionOptions: Readonly<Record<string, unknown>>;
}

export type SelectSource = Select | CompoundSelect | TextualSelect | Values;
