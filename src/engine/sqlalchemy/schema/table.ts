/** Tables. Answers to: sqlalchemy/sql/schema.py (Table). */

import { Raise } from '../../machine.ts';
import { addedText, refuseUnhashable } from '../expression/given-text.ts';
import { host } from '../expression/host.ts';
import { type PythonRepr, plainRepr } from '../types/repr.ts';
import { Column } from './columns/column.ts';
import { ColumnCollection } from './columns/column-collection.ts';
import { type Constraint, PrimaryKeyConstraint, UniqueConstraint } from './constraints/constraint.ts';
import type { ForeignKey, ForeignKeyConstraint } from './constraints/foreign-key.ts';
import { Index } from './constraints/table-index.ts';
import type { MetaData } from './metadata.ts';
import { type GivenName, nameFacts, QuotedName, textual } from './names.ts';
import { type DialectOptions, isSchemaItem, Listeners } from './schema-item.ts';
import { attachType } from './type-parts.ts';

export interface TableOptions {
  /** `false` stands for BLANK_SCHEMA. */
  readonly schema?: GivenName | false;
  readonly quote?: boolean | null;
  readonly quoteSchema?: boolean | null;
  readonly keepExisting?: boolean;
  readonly extendExisting?: boolean;
  readonly implicitReturning?: boolean;
  readonly comment?: string | null;
  readonly info?: unknown;
  readonly prefixes?: readonly string[];
  readonly dialectOptions?: DialectOptions;
  /** Event name and listener, as `listeners=[…]`. */
  readonly listeners?: readonly (readonly [string, (...args: readonly unknown[]) => void])[];
}

export class Table {
  readonly kind = 'table';
  readonly name: string;
  readonly quote: boolean | null;
  readonly schema: string | null;
  readonly quoteSchema: boolean | null;
  readonly metadata: MetaData;
  readonly columns = new ColumnCollection();
  readonly constraints = new Set<Constraint>();
  readonly indexes = new Set<Index>();
  readonly listeners = new Listeners(this);
  primaryKey: PrimaryKeyConstraint;
  comment: string | null;
  info: unknown;
  prefixes: readonly string[];
  implicitReturning: boolean;
  dialectOptions: DialectOptions;

  /**
   * A table that is not in `metadata.tables`; learners get one through `defineTable`.
   */
  constructor(name: GivenName, metadata: MetaData, options: TableOptions = {}) {
    const schema = tableSchema(metadata, options);
    if (name === null) {
      // The key of a table in a schema is put together first.
      if (schema.text !== null) addedText(name);
      throw new Raise('builtins.AssertionError', ['use quoted_name.construct() for None passthrough']);
    }
    refuseUnhashable(name);
    const facts = nameFacts(textual(name), options.quote ?? null);
    this.name = facts.text ?? '';
    this.quote = facts.quote;
    this.metadata = metadata;
    this.schema = schema.text;
    this.quoteSchema = schema.quote;
    this.comment = options.comment ?? null;
    this.info = options.info ?? null;
    this.prefixes = options.prefixes ?? [];
    this.implicitReturning = options.implicitReturning ?? true;
    this.dialectOptions = options.dialectOptions ?? new Map();
    for (const [event, listener] of options.listeners ?? []) this.listeners.add(event, listener);
    this.primaryKey = new PrimaryKeyConstraint([], { implicit: true });
    this.primaryKey.attachTo(this);
  }

  /** "schema.name", or the name alone: its place in `metadata.tables`. */
  get fullname(): string {
    return this.schema ? `${this.schema}.${this.name}` : this.name;
  }

  get key(): string {
    return this.fullname;
  }

  /** `.foreign_keys` */
  get foreignKeys(): ReadonlySet<ForeignKey> {
    return new Set([...this.columns].flatMap((column) => [...column.foreignKeys]));
  }

  /** `.foreign_key_constraints`: those of its foreign keys, so none over no columns */
  get foreignKeyConstraints(): readonly ForeignKeyConstraint[] {
    const keys = [...this.constraints].filter((one) => one.kind === 'foreign-key-constraint');
    return (keys as ForeignKeyConstraint[]).filter((key) => key.elements.length > 0);
  }

  /** Columns, constraints, indexes, in the order given. @throws ArgumentError for anything else */
  addItems(items: readonly unknown[], replaceExisting = false): void {
    for (const item of items) {
      if (item === null || item === undefined) continue;
      if (!isSchemaItem(item)) {
        throw new Raise('sqlalchemy.exc.ArgumentError', [
          `'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got ${host().repr(item)}`,
        ]);
      }
      if (item instanceof Column) this.appendColumn(item, replaceExisting);
      else item.attachTo(this);
    }
  }

  /** @throws ArgumentError, DuplicateColumnError */
  appendColumn(column: Column, replaceExisting = false): void {
    if (!column.name) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        'Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.',
      ]);
    }
    if (column.table && column.table !== this) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `Column object '${column.key}' already assigned to Table '${column.table.fullname}'`,
      ]);
    }
    column.listeners.fire('before_parent_attach', column, this);
    column.key ||= column.name;
    const replaced = this.columns.get(column.key);
    this.columns.add(column, this.name, replaceExisting);
    for (const { constraint } of replaced?.foreignKeys ?? [])
      if (constraint) this.constraints.delete(constraint);
    column.table = this;
    if (column.primaryKey) this.primaryKey.include(column);
    // The column's own constraint comes before its type's, and both before its foreign keys.
    this.addFlagged(column);
    attachType(column, this);
    column.attached(this);
    column.listeners.fire('after_parent_attach', column, this);
  }

  /** The index or constraint that `index=True` and `unique=True` stand for. */
  private addFlagged(column: Column): void {
    refuseNames(column);
    if (column.index) {
      this.appendIndex(new Index(null, [column.key], { unique: Boolean(column.unique), columnFlag: true }));
    } else if (column.unique) {
      this.appendConstraint(new UniqueConstraint([column.key], { columnFlag: true }));
    }
  }

  appendConstraint(constraint: Constraint): void {
    constraint.attachTo(this);
  }

  appendIndex(index: Index): void {
    index.attachTo(this);
  }

  /** `str(table)` */
  toString(): string {
    return this.fullname;
  }

  repr(python: PythonRepr = plainRepr): string {
    const parts: string[] = [python(this.name), python(this.metadata)];
    for (const column of this.columns) parts.push(python(column));
    parts.push(`schema=${python(this.schema)}`);
    return `Table(${parts.join(', ')})`;
  }
}

/** `index='name'` is not allowed. */
function refuseNames(column: Column): void {
  const refuse = (message: string) => {
    throw new Raise('sqlalchemy.exc.ArgumentError', [message]);
  };
  if (typeof column.index === 'string') {
    refuse(
      "The 'index' keyword argument on Column is boolean only. To create indexes with a specific name, create an " +
        'explicit Index object external to the Table.',
    );
  }
  if (typeof column.unique === 'string' && !column.index) {
    refuse(
      "The 'unique' keyword argument on Column is boolean only. To create unique constraints or indexes with a specific " +
        "name, append an explicit UniqueConstraint to the Table's list of elements, or create an explicit Index object " +
        'external to the Table.',
    );
  }
}

function tableSchema(metadata: MetaData, options: TableOptions) {
  const { schema } = options;
  if (schema === false) return nameFacts(null, options.quoteSchema ?? null);
  // The key of the table is put together from both names; what is no text fails there.
  if ((schema ?? null) !== null && typeof schema !== 'string' && !(schema instanceof QuotedName))
    host().evaluate("it + '.'", schema);
  const given = nameFacts(schema, options.quoteSchema ?? null);
  if (given.text !== null) return given;
  return nameFacts(metadata.schema, options.quoteSchema ?? metadata.quoteSchema);
}

/**
 * `Table(name, metadata, *items, **options)`: the table of that name, made or extended.
 * @param fill what puts columns into a new table
 * @throws InvalidRequestError where it exists already and neither `extend_existing` nor `keep_existing` is set
 */
export function defineTable(
  name: GivenName,
  metadata: MetaData,
  items: readonly unknown[],
  options: TableOptions = {},
  fill: (table: Table) => void = (table) => table.addItems(items),
): Table {
  const table = new Table(name, metadata, options);
  const existing = metadata.tables.get(table.key);
  if (options.keepExisting && options.extendExisting) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'keep_existing and extend_existing are mutually exclusive.',
    ]);
  }
  if (!existing) {
    table.listeners.fire('before_parent_attach', table, metadata);
    metadata.addTable(table);
    try {
      fill(table);
    } catch (error) {
      metadata.removeTable(table);
      throw error;
    }
    table.listeners.fire('after_parent_attach', table, metadata);
    return table;
  }
  if (!options.keepExisting && !options.extendExisting && items.length > 0) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Table '${table.key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine ` +
        'options and columns on an existing Table object.',
    ]);
  }
  if (options.extendExisting) extend(existing, items, options);
  return existing;
}

function extend(table: Table, items: readonly unknown[], options: TableOptions): void {
  if (options.comment !== undefined && options.comment !== null) table.comment = options.comment;
  if (options.info !== undefined && options.info !== null) table.info = options.info;
  table.dialectOptions = new Map([...table.dialectOptions, ...(options.dialectOptions ?? [])]);
  table.addItems(items, true);
}
