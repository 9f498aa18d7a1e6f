/**
 * The nodes of the expression language that stand for values and conditions. Nodes are frozen plain data told apart by `kind`;
 * their identity counts, as in SQLAlchemy: two parameters with one name stay two, two uses of one alias are one.
 * Above 300 lines because it is one table: the union at its end, which makes the compiler ask for every kind, and what each kind holds.
 * Answers to: sqlalchemy/sql/elements.py, functions.py.
 */
import type { SqlType } from '../types/type.ts';
import type { OperatorName } from './operators/operators.ts';
import type { CompoundSelect, FromClause, Select, TextualSelect } from './select/selectables.ts';

/**
 * What the expression language needs of a `Column` of the schema room; its class has these and more.
 * `table` is undefined until the column is attached.
 */
export interface ColumnNode {
  readonly kind: 'column';
  readonly name: string;
  readonly key: string;
  readonly type: SqlType;
  readonly quote: boolean | null;
  readonly table: unknown;
}

/** `column('x', Type)`, a column of `table(…)`, of an alias or a subquery; with `literal`, `literal_column('x')`. */
export interface ColumnClause {
  readonly kind: 'column-clause';
  readonly name: string | AnonymousName;
  readonly key: string;
  readonly quote: boolean | null;
  readonly type: SqlType;
  /** What it belongs to; not readonly, because a table and its columns point at each other. */
  table: FromClause | undefined;
  readonly literal: boolean;
  /** For a column of an alias, subquery or CTE: the element that it stands for. */
  readonly proxied?: Element;
}

/** A name that the compiler completes with a number: `count_1`. Equal owners and stems give equal names. */
export interface AnonymousName {
  readonly stem: string;
  readonly owner: object;
  /** Follows the number: `users_1_name`. */
  readonly suffix?: string;
}

/** `text("…")` */
export interface TextClause {
  readonly kind: 'text';
  readonly type: SqlType;
  /** The text with `:name` where a parameter stands; escapes are still in it. */
  readonly sql: string;
  readonly binds: ReadonlyMap<string, BindParameter>;
}

/** A parameter, `bindparam("name")` or a plain value. */
export interface BindParameter {
  readonly kind: 'bind';
  /** The name as given, or the stem of a generated one (`id` of `id_1`). */
  readonly key: string;
  /** Whether the compiler adds a number to the name. */
  readonly unique: boolean;
  /** undefined: no value was given. */
  readonly value: unknown;
  readonly callable?: unknown;
  readonly type: SqlType;
  /** The statement cannot run unless a value is given at execution. */
  readonly required: boolean;
  readonly expanding: boolean;
  readonly literalExecute: boolean;
  /** Of an expanding parameter: the operator it stands under. */
  readonly expandOperator?: OperatorName;
}

/** `null()`, `true()`, `false()` */
export interface ConstantClause {
  readonly kind: 'null' | 'true' | 'false';
  readonly type: SqlType;
}

/** `-x`, `NOT x`, `x DESC` */
export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator?: OperatorName;
  readonly modifier?: OperatorName;
  readonly element: Element;
  readonly type: SqlType;
}

/** `x = y` and all other operators between two sides. */
export interface BinaryExpression {
  readonly kind: 'binary';
  readonly operator: OperatorName;
  /** What `~` turns the operator into. */
  readonly negate?: OperatorName;
  readonly left: Element;
  readonly right: Element;
  readonly type: SqlType;
  readonly modifiers: Readonly<Record<string, unknown>>;
  /** Of `.op('…')`. */
  readonly custom?: CustomOperator;
}

/** `column.op("…")` */
export interface CustomOperator {
  readonly symbol: string;
  readonly precedence: number;
  readonly isComparison: boolean;
  readonly returnType?: SqlType;
  /** Takes parentheses inside any other operator, as `->>` does. */
  readonly eager?: boolean;
}

/** Elements with a separator between them: `a AND b`, `a, b`. */
export interface ClauseList {
  readonly kind: 'clause-list';
  readonly operator: OperatorName;
  readonly clauses: readonly Element[];
  readonly type: SqlType;
  /** Whether it takes parentheses where it is an operand. */
  readonly group: boolean;
}

/** `tuple_(a, b)` */
export interface TupleClause {
  readonly kind: 'tuple';
  readonly clauses: readonly Element[];
  readonly types: readonly SqlType[];
  readonly type: SqlType;
}

/** An element in parentheses. */
export interface Grouping {
  readonly kind: 'grouping';
  readonly element: Element;
  readonly type: SqlType;
}

/** `x AS name` */
export interface Label {
  readonly kind: 'label';
  readonly name: string | AnonymousName;
  readonly element: Element;
  readonly type: SqlType;
}

/** The name of a label or column in ORDER BY, GROUP BY or DISTINCT, given as text: `order_by('name')`. */
export interface LabelReference {
  readonly kind: 'label-reference';
  readonly type: SqlType;
  readonly text: string;
}

/** `func.name(…)` */
export interface FunctionElement {
  readonly kind: 'function';
  readonly name: string;
  /** `func.a.b.name()` has the packages a, b. */
  readonly packages: readonly string[];
  readonly args: readonly Element[];
  readonly type: SqlType;
  /** A construct with its own rendering, such as grouping sets or `now()` without parentheses. */
  readonly form?: 'bare' | 'grouping';
}

/** `function FILTER (WHERE …)` */
export interface FilterClause {
  readonly kind: 'filter';
  readonly function: Element;
  readonly criterion: Element;
  readonly type: SqlType;
}

/** `function OVER (…)` */
export interface OverClause {
  readonly kind: 'over';
  readonly element: Element;
  readonly partitionBy: readonly Element[];
  readonly orderBy: readonly Element[];
  readonly frame?: {
    readonly unit: 'ROWS' | 'RANGE' | 'GROUPS';
    /** null: unbounded; 0: the current row; otherwise a parameter, negative before. */
    readonly from: BindParameter | 0 | null;
    readonly to: BindParameter | 0 | null;
  };
  readonly type: SqlType;
}

/** `function WITHIN GROUP (ORDER BY …)` */
export interface WithinGroup {
  readonly kind: 'within-group';
  readonly function: Element;
  readonly orderBy: readonly Element[];
  readonly type: SqlType;
}

/** `CAST(x AS type)` */
export interface Cast {
  readonly kind: 'cast' | 'try-cast';
  readonly element: Element;
  readonly type: SqlType;
}

/** Another type for Python's side only. */
export interface TypeCoerce {
  readonly kind: 'type-coerce';
  readonly element: Element;
  readonly type: SqlType;
}

/** `CASE WHEN … END` */
export interface Case {
  readonly kind: 'case';
  readonly value?: Element;
  readonly whens: readonly (readonly [Element, Element])[];
  readonly otherwise?: Element;
  readonly type: SqlType;
}

/** `EXTRACT(field FROM x)` */
export interface Extract {
  readonly kind: 'extract';
  readonly field: string;
  readonly element: Element;
  readonly type: SqlType;
}

/** The name after COLLATE. */
export interface CollationClause {
  readonly kind: 'collation';
  readonly type: SqlType;
  readonly name: string;
}

/** A select in the place of a value. */
export interface ScalarSelect {
  readonly kind: 'scalar-select';
  readonly element: SelectLike;
  readonly type: SqlType;
}

/** A function that gives a row set, in the columns clause: `unnest(x) AS t` is selected as `t`. */
export interface TableValuedColumn {
  readonly kind: 'table-valued-column';
  readonly alias: FromClause;
  readonly type: SqlType;
}

/** `EXISTS (SELECT …)` */
export interface Exists {
  readonly kind: 'exists';
  readonly element: SelectLike;
  readonly negated: boolean;
  readonly type: SqlType;
}

/** `any_(x)`, `all_(x)`. */
export interface CollectionAggregate {
  readonly kind: 'collection';
  readonly quantifier: 'ANY' | 'ALL';
  readonly element: Element;
  readonly type: SqlType;
}

/** PostgreSQL's `array([…])`. */
export interface ArrayLiteral {
  readonly kind: 'array';
  readonly items: readonly Element[];
  readonly type: SqlType;
}

/** `a:b` in a subscript. */
export interface SliceClause {
  readonly kind: 'slice';
  readonly type: SqlType;
  readonly start: Element | undefined;
  readonly stop: Element | undefined;
  readonly step: Element | undefined;
}

/** PostgreSQL's `aggregate_order_by(x, y)`. */
export interface AggregateOrderBy {
  readonly kind: 'aggregate-order-by';
  readonly target: Element;
  readonly orderBy: readonly Element[];
  readonly type: SqlType;
}

/** `sequence.next_value()`; the sequence is the schema room's node. */
export interface NextValue {
  readonly kind: 'next-value';
  readonly sequence: { readonly name: string; readonly schema?: string | null | undefined };
  readonly type: SqlType;
}

/** Alembic's `op.inline_literal(value)`: always written into the SQL. */
export interface InlineLiteral {
  readonly kind: 'inline-literal';
  readonly value: unknown;
  readonly type: SqlType;
}

/** A construct that the learner compiles with `@compiles`, or a node of another room that knows how to write itself. */
export interface CustomElement {
  readonly kind: 'custom';
  readonly compile: (
    compileInner: (element: Element, place?: { readonly literalBinds?: boolean }) => string,
    context: unknown,
    dialect: 'postgresql' | 'default',
  ) => string;
  /** How a connection runs it: as DDL, as it is, or selected; undefined where it cannot be run. */
  readonly executes?: 'ddl' | 'clause' | 'select' | undefined;
  readonly type: SqlType;
  /** What a label of it is called, where the learner's class names its clauses. */
  readonly name?: string;
  /** The learner's instance. */
  readonly instance?: unknown;
}

export type SelectLike = Select | CompoundSelect | TextualSelect;

export type ValueElement =
  | ColumnNode
  | ColumnClause
  | BindParameter
  | ConstantClause
  | UnaryExpression
  | BinaryExpression
  | ClauseList
  | TupleClause
  | Grouping
  | Label
  | FunctionElement
  | FilterClause
  | OverClause
  | WithinGroup
  | Cast
  | TypeCoerce
  | Case
  | Extract
  | ScalarSelect
  | Exists
  | TableValuedColumn
  | CollectionAggregate
  | ArrayLiteral
  | AggregateOrderBy
  | NextValue
  | InlineLiteral
  | CustomElement;

/** Everything that may stand inside an expression. */
export type Element =
  | ValueElement
  | TextClause
  | LabelReference
  | CollationClause
  | SliceClause
  | FromClause
  | SelectLike;
