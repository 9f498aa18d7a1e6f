/**
 * INSERT, UPDATE and DELETE.
 * Answers to: sqlalchemy/sql/dml.py, dialects/postgresql/dml.py.
 */
import type { Element, SelectLike } from '../elements.ts';
import type { CommonTableExpression, FromClause, Hint } from '../select/selectables.ts';

interface StatementOptions {
  readonly table: FromClause;
  /** Columns and tables of RETURNING. */
  readonly returning: readonly Element[];
  /** The same as they were given: attributes of mapped classes among them. */
  readonly returningGiven?: readonly unknown[];
  readonly prefixes: readonly Element[];
  /** What `with_hint` says of tables. */
  readonly hints: readonly Hint[];
  readonly independentCtes: readonly CommonTableExpression[];
  readonly executionOptions: Readonly<Record<string, unknown>>;
}

/** A column's key, or the column, and the value for it: an element, or a plain value that becomes a parameter. */
export type Assignment = readonly [string | Element, unknown];

/** `INSERT …` */
export interface Insert extends StatementOptions {
  readonly kind: 'insert';
  readonly values: readonly Assignment[] | undefined;
  /** `.values([{…}, {…}])`: one VALUES list with several rows. */
  readonly multiple: readonly (readonly Assignment[])[] | undefined;
  readonly fromSelect:
    | {
        readonly names: readonly (string | Element)[];
        readonly select: SelectLike;
        readonly includeDefaults: boolean;
      }
    | undefined;
  readonly inline: boolean;
  readonly returnDefaults: boolean;
  readonly onConflict: OnConflict | undefined;
  readonly sortByParameterOrder: boolean;
}

/** PostgreSQL's ON CONFLICT. */
export interface OnConflict {
  readonly action: 'nothing' | 'update';
  readonly constraint: string | undefined;
  readonly elements: readonly (string | Element)[] | undefined;
  readonly where: Element | undefined;
  readonly set: readonly Assignment[];
  readonly updateWhere: Element | undefined;
}

/** `UPDATE …` */
export interface Update extends StatementOptions {
  readonly kind: 'update';
  readonly values: readonly Assignment[] | undefined;
  /** `.ordered_values(…)` keeps the order given; otherwise the table's. */
  readonly ordered: boolean;
  readonly where: readonly Element[];
  readonly inline: boolean;
  readonly returnDefaults: boolean;
}

/** `DELETE …` */
export interface Delete extends StatementOptions {
  readonly kind: 'delete';
  readonly where: readonly Element[];
}

/** Everything that can be compiled. */
export type Statement = Element | Insert | Update | Delete;
