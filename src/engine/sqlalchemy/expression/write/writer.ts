/** What the parts of the compiler share: the state of one compilation. */
import type { ColumnBind, CompileOptions, ResultColumn } from '../compiled.ts';
import type { Statement } from '../dml/statements.ts';
import type { AnonymousName, BindParameter, Element } from '../elements.ts';
import type { CommonTableExpression, FromClause, Hint } from '../select/selectables.ts';

/** Where an element stands. Passed down unchanged unless a writer says otherwise. */
export interface Place {
  /** Inside another operator: PostgreSQL's `->` then takes parentheses. */
  readonly inOperator?: boolean;
  /** The SELECT stands in FROM: its columns say their names. */
  readonly asFrom?: boolean;
  /** A LATERAL subquery sees its neighbours. */
  readonly lateral?: boolean;
  /** Texts of `with_hint` for what the SELECT lists in FROM. */
  readonly hints?: readonly Hint[];
  /** Columns without their table. */
  readonly bare?: boolean;
  readonly literalBinds?: boolean;
  /** Inside what a type's `bind_expression` made: parameters are written as they are. */
  readonly plainBinds?: boolean;
  /** Parameters as marks, also where values are written in. */
  readonly marked?: boolean;
  /** The operator over a parameter, for the warning about NULL. */
  readonly underOperator?: string;
  /** Names that `order_by('name')` may mean, and labels that stand for themselves. */
  readonly labels?: LabelScope;
}

export interface LabelScope {
  readonly labels: ReadonlySet<Element>;
  /** The element that a name means; undefined where there is none. */
  resolve(name: string): Element | string | undefined;
}

/** A statement around the one being written: what its subqueries may leave out of their FROM. */
export interface Enclosing {
  readonly correlatable: ReadonlySet<FromClause>;
  readonly own: ReadonlySet<FromClause>;
}

export interface CteEntry {
  cte: CommonTableExpression;
  text: string | undefined;
}

export interface Writer {
  readonly options: CompileOptions;
  readonly postgresql: boolean;
  readonly doublePercents: boolean;
  readonly stack: Enclosing[];
  readonly ctes: Map<string, CteEntry>;
  recursive: boolean;
  /** Inside a WITH: parameters of INSERT and UPDATE are not called after their columns, keys are not asked back. */
  insideCte: boolean;
  readonly binds: Map<string, BindParameter>;
  readonly resultColumns: ResultColumn[];
  /** Names that INSERT and UPDATE give to their columns' parameters. */
  readonly reserved: Map<string, 'unique' | 'crud'>;
  /** Parameters that stand for columns of the table in INSERT and UPDATE. */
  readonly columnBinds: ColumnBind[];
  /** Primary-key columns that RETURNING brings back unasked. */
  readonly generated: Element[];
  valuesRow: string | undefined;
  /** Nothing in it is without a key for the cache of statements. */
  hasCacheKey: boolean;
  write(element: Statement, place?: Place): string;
  /** A FROM element where FROM lists it. */
  writeFrom(from: FromClause, place?: Place): string;
  /** A name, numbered where it is anonymous, shortened where it is too long; not quoted. */
  name(name: string | AnonymousName): string;
  quote(name: string, quote?: boolean | null): string;
  /** `%` doubled where the driver needs it. */
  escape(text: string): string;
  /** Notes a parameter and gives its place-holder. */
  placeholder(bind: BindParameter, name: string): string;
  /** A parameter whose value comes at execution: never written as a literal. */
  writeRequired(bind: BindParameter): string;
  bindName(bind: BindParameter): string;
}
