/** Indexes. Answers to: sqlalchemy/sql/schema.py (Index). */
import { Raise } from '../../../machine.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { Column } from '../columns/column.ts';
import { columnsIn } from '../columns/columns-in.ts';
import { type GivenName, nameFacts, textual } from '../names.ts';
import {
  type DdlCondition,
  type DialectOptions,
  Listeners,
  nextCreation,
  type SchemaItem,
  type SchemaParent,
} from '../schema-item.ts';
import type { Table } from '../table.ts';
import { applyConvention } from './naming.ts';
import { whenOneTable } from './when-one-table.ts';

export interface IndexOptions {
  readonly unique?: boolean;
  readonly quote?: boolean | null;
  readonly info?: unknown;
  readonly table?: Table;
  readonly columnFlag?: boolean;
  readonly dialectOptions?: DialectOptions;
}

/** A column's name, a column, or a node of the expression room. */
export type IndexExpression = unknown;

export class Index implements SchemaItem {
  readonly kind = 'index';
  name: string | null;
  quote: boolean | null;
  conv: boolean;
  deferredName = false;
  unique: boolean;
  info: unknown;
  readonly columnFlag: boolean;
  dialectOptions: DialectOptions;
  table: Table | undefined;
  readonly creation = nextCreation();
  readonly listeners = new Listeners(this);
  /** Where `ddl_if` was asked for: whether the item is written. */
  ddlIf: DdlCondition | undefined;
  private readonly given: readonly IndexExpression[];
  private resolved: readonly IndexExpression[];

  /**
   * @param expressions what is indexed, in order
   */
  constructor(name: GivenName, expressions: readonly IndexExpression[], options: IndexOptions = {}) {
    const facts = nameFacts(textual(name), options.quote ?? null);
    this.name = facts.text;
    this.quote = facts.quote;
    this.conv = facts.conv;
    this.unique = options.unique ?? false;
    this.info = options.info ?? null;
    this.columnFlag = options.columnFlag ?? false;
    this.dialectOptions = options.dialectOptions ?? new Map();
    this.given = expressions;
    this.resolved = expressions;
    if (options.table) this.belongTo(options.table);
    else this.autoAttach();
  }

  /** Each expression counts with its first column; plain text with none. */
  private autoAttach(): void {
    const first = this.given.map((one) => (typeof one === 'string' ? one : columnsIn(one)[0]));
    whenOneTable(
      first.filter((one) => one !== undefined),
      (table) => {
        if (!this.table) table.appendIndex(this);
      },
    );
  }

  /** Expressions with names replaced by columns, once there is a table. */
  get expressions(): readonly IndexExpression[] {
    return this.resolved;
  }

  /** The first column of each expression, each once, without those that have no column of the table. */
  get columns(): readonly Column[] {
    return [...new Set(this.resolved.flatMap((expression) => columnsIn(expression).slice(0, 1)))];
  }

  /** Takes its columns from the table; a naming convention does not see this. */
  private belongTo(table: Table): void {
    this.table = table;
    this.resolved = this.given.map((expression) => {
      if (typeof expression !== 'string') return expression;
      const column = table.columns.get(expression);
      if (column) return column;
      throw new Raise('sqlalchemy.exc.ConstraintColumnNotFoundError', [
        `Can't create Index on table '${table.name}': no column named '${expression}' is present.`,
      ]);
    });
    table.indexes.add(this);
  }

  /** @throws InvalidRequestError, ConstraintColumnNotFoundError */
  attachTo(parent: SchemaParent): void {
    const table = parent as Table;
    if (this.table && this.table !== table) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Index '${this.name}' is against table '${this.table.name}', and cannot be associated with table '${table.name}'.`,
      ]);
    }
    this.listeners.fire('before_parent_attach', this, table);
    this.belongTo(table);
    applyConvention(this, table);
    this.listeners.fire('after_parent_attach', this, table);
  }

  repr(python: PythonRepr = plainRepr): string {
    const parts = [python(this.name)];
    for (const expression of this.resolved) parts.push(python(expression));
    if (this.unique) parts.push('unique=True');
    return `Index(${parts.join(', ')})`;
  }
}
