/** Constraints over columns of one table. Answers to: sqlalchemy/sql/schema.py (Constraint and its simple kinds). */
import { Raise } from '../../../machine.ts';
import { text } from '../../expression/build.ts';
import type { Element } from '../../expression/elements.ts';
import { host } from '../../expression/host.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { SqlType } from '../../types/type.ts';
import type { Column } from '../columns/column.ts';
import { columnsIn, namedIn } from '../columns/columns-in.ts';
import { type GivenName, nameFacts } from '../names.ts';
import {
  type DdlCondition,
  type DialectOptions,
  Listeners,
  nextCreation,
  type SchemaItem,
  type SchemaParent,
} from '../schema-item.ts';
import type { Table } from '../table.ts';
import { applyConvention, renameImplicitKey } from './naming.ts';
import { whenOneTable } from './when-one-table.ts';

export type ConstraintKind =
  | 'primary-key-constraint'
  | 'unique-constraint'
  | 'check-constraint'
  | 'foreign-key-constraint'
  | 'exclude-constraint'
  | 'own-constraint';

/** Keyword arguments that every constraint takes. */
export interface ConstraintOptions {
  readonly name?: GivenName;
  readonly deferrable?: boolean | null;
  readonly initially?: string | null;
  readonly info?: unknown;
  readonly comment?: string | null;
  readonly dialectOptions?: DialectOptions;
  /** It came from a flag of the column, as `unique=True` does. */
  readonly columnFlag?: boolean;
}

/** Where a check's or key's columns come from: names are looked up when the table is known. */
export type ColumnArgument = string | Column;

/** What all constraints have. */
export abstract class Constraint implements SchemaItem {
  abstract readonly kind: ConstraintKind;
  /** Its class in Python: "UniqueConstraint". */
  abstract readonly className: string;
  name: string | null;
  quote: boolean | null;
  /** The name is final: it came out of a naming convention or from `op.f()`. */
  conv: boolean;
  /** A naming convention that needs a name must name it when it is written (a type's own constraint). */
  deferredName = false;
  deferrable: boolean | null;
  initially: string | null;
  comment: string | null;
  info: unknown;
  readonly dialectOptions: DialectOptions;
  readonly columnFlag: boolean;
  readonly creation = nextCreation();
  readonly listeners = new Listeners(this);
  table: Table | undefined;
  /** The type that made it, as Enum(create_constraint=True) does. */
  typeBound: SqlType | undefined;
  /** False where a type's constraint is not wanted on a dialect. */
  createRule: ((dialect: string) => boolean) | undefined;
  /** `.ddl_if(…)` */
  /** Where `ddl_if` was asked for: whether the item is written. */
  ddlIf: DdlCondition | undefined;
  protected pending: readonly ColumnArgument[];
  /** Given inside a Column, which stays its parent: its repr names no table, and a table's constraints leave it out. */
  onColumn = false;
  /** Its columns told it its table: then it is the table's as well, wherever it was given. */
  foundTable = false;
  protected resolved: Column[] = [];

  constructor(columns: readonly ColumnArgument[], options: ConstraintOptions = {}) {
    const facts = nameFacts(options.name);
    this.name = facts.text;
    this.quote = facts.quote;
    this.conv = facts.conv;
    this.deferrable = options.deferrable ?? null;
    this.initially = options.initially ?? null;
    this.comment = options.comment ?? null;
    this.info = options.info ?? null;
    this.dialectOptions = options.dialectOptions ?? new Map();
    this.columnFlag = options.columnFlag ?? false;
    this.pending = columns;
  }

  /** The columns, once a table is known. */
  get columns(): readonly Column[] {
    return this.resolved;
  }

  /** Names of the columns, also before there is a table. */
  get columnKeys(): readonly string[] {
    return this.table
      ? this.resolved.map((column) => column.key)
      : this.pending.map((column) => (typeof column === 'string' ? column : column.key));
  }

  /**
   * Attaches itself as soon as all its columns belong to one table: a constraint made of Column objects needs no Table.
   * Called at the end of each constructor.
   */
  protected autoAttach(): void {
    whenOneTable(this.pending, (table) => {
      this.foundTable = true;
      if (!this.table) table.appendConstraint(this);
    });
  }

  /** Attaches a type's own constraint, whose columns are known. */
  bindTo(table: Table, columns: readonly Column[]): void {
    this.pending = columns;
    table.appendConstraint(this);
  }

  /** Resolves the columns and gives the name that the metadata's naming convention says. */
  attachTo(parent: SchemaParent): void {
    if (parent.kind === 'column') {
      const column = parent as Column;
      // A constraint inside of a Column takes Column objects only.
      if (this.pending.some((one) => typeof one === 'string')) throw new Raise('builtins.AssertionError', []);
      column.constraints.add(this);
      this.onColumn = true;
      column.onTable((_, table) => {
        // A batch may have taken it away from the column before.
        if (column.constraints.has(this)) table.appendConstraint(this);
      });
      return;
    }
    const table = parent as Table;
    if (this.table === table) return;
    this.listeners.fire('before_parent_attach', this, table);
    this.table = table;
    const found = this.pending.map((column) => this.found(table, column));
    // A foreign key's columns stand in pairs; in others a column that is named twice counts once.
    this.resolved = this.kind === 'foreign-key-constraint' ? found : [...new Set(found)];
    table.constraints.add(this);
    this.columnsKnown();
    applyConvention(this, table);
    this.listeners.fire('after_parent_attach', this, table);
  }

  /** Called before a convention names the constraint. */
  protected columnsKnown(): void {}

  private found(table: Table, column: ColumnArgument): Column {
    if (typeof column !== 'string') return column;
    const found = table.columns.get(column);
    if (found) return found;
    throw new Raise('sqlalchemy.exc.ConstraintColumnNotFoundError', [
      `Can't create ${this.className} on table '${table.name}': no column named '${column}' is present.`,
    ]);
  }

  /** `repr(constraint)` for those kinds that have no better one. */
  repr(python: PythonRepr = plainRepr): string {
    return `${this.className}(${this.resolved.map(python).join(', ')})`;
  }

  protected reprKeywords(python: PythonRepr): string[] {
    const shown: string[] = [];
    if (this.name !== null) shown.push(`name=${python(this.name)}`);
    if (this.deferrable !== null) shown.push(`deferrable=${python(this.deferrable)}`);
    if (this.initially !== null) shown.push(`initially=${python(this.initially)}`);
    if (this.table && !this.onColumn) shown.push(`table=${python(this.table)}`);
    if (this.createRule) {
      shown.push(
        '_create_rule=<sqlalchemy.util.langhelpers.portable_instancemethod object at 0x7f0000000000>',
      );
    }
    if (this.typeBound) shown.push('_type_bound=True');
    return shown;
  }
}

/** `PRIMARY KEY (…)`; every table has one, maybe without columns. */
export class PrimaryKeyConstraint extends Constraint {
  override readonly kind = 'primary-key-constraint';
  override readonly className = 'PrimaryKeyConstraint';
  /** It was made from `primary_key=True` flags, not given by the learner. */
  readonly implicit: boolean;

  constructor(
    columns: readonly ColumnArgument[],
    options: ConstraintOptions & { readonly implicit?: boolean } = {},
  ) {
    super(columns, options);
    this.implicit = options.implicit ?? false;
    if (!this.implicit) this.autoAttach();
  }

  /** Adds a column with `primary_key=True`. */
  include(column: Column): void {
    const at = this.resolved.findIndex((one) => one.key === column.key);
    if (at < 0) this.resolved.push(column);
    else this.resolved[at] = column;
    if (this.table && this.implicit) renameImplicitKey(this, this.table);
  }

  /** Takes the columns that reflection found; columns of its own that were not read stay, and come first. */
  reload(columns: readonly Column[]): void {
    for (const column of columns) {
      column.primaryKey = true;
      if (!column.nullableGiven) column.nullable = false;
    }
    const kept = this.resolved.filter((one) => !columns.some(({ key }) => key === one.key));
    this.resolved = [...kept, ...columns];
  }

  /** Replaces the table's implicit key; its columns become not nullable. */
  override attachTo(parent: SchemaParent): void {
    if (parent.kind !== 'table') {
      super.attachTo(parent);
      return;
    }
    const table = parent as Table;
    if (table.primaryKey !== this) {
      if (table.primaryKey) table.constraints.delete(table.primaryKey);
      table.primaryKey = this;
    }
    const flagged = [...table.columns].filter((column) => column.primaryKey);
    super.attachTo(table);
    for (const column of this.resolved) {
      column.primaryKey = true;
      if (!column.nullableGiven) column.nullable = false;
    }
    if (this.resolved.length === 0) this.resolved = flagged;
    else this.warnOfOthers(table, flagged);
  }

  /** Says that columns with `primary_key=True` are not those of the constraint. */
  private warnOfOthers(table: Table, flagged: readonly Column[]): void {
    const own = new Set(this.resolved);
    if (flagged.length === 0 || (flagged.length === own.size && flagged.every((column) => own.has(column))))
      return;
    const names = (columns: readonly Column[]) => columns.map(({ name }) => `'${name}'`).join(', ');
    host().warn(
      'sqlalchemy.exc.SAWarning',
      `Table '${table.name}' specifies columns ${names(flagged)} as primary_key=True, not matching locally specified columns ` +
        `${names(this.resolved)}; setting the current primary key columns to ${names(this.resolved)}. This warning may ` +
        'become an exception in a future release',
    );
  }
}

/** `UNIQUE (…)` */
export class UniqueConstraint extends Constraint {
  override readonly kind = 'unique-constraint';
  override readonly className = 'UniqueConstraint';

  constructor(columns: readonly ColumnArgument[], options: ConstraintOptions = {}) {
    super(columns, options);
    this.autoAttach();
  }
}

/** `CHECK (…)` */
export class CheckConstraint extends Constraint {
  override readonly kind = 'check-constraint';
  override readonly className = 'CheckConstraint';
  readonly sqltext: Element;

  /**
   * @param sqltext SQL as text, or an expression
   * @param columns the columns that the expression names: with them it attaches itself
   */
  constructor(
    sqltext: unknown,
    options: ConstraintOptions = {},
    columns: readonly Column[] = columnsIn(sqltext),
  ) {
    super(columns, options);
    this.sqltext = typeof sqltext === 'string' ? text(sqltext) : (sqltext as Element);
    this.autoAttach();
  }

  /** @throws AssertionError where it is given to a column and names one of no table */
  override attachTo(parent: SchemaParent): void {
    if (parent.kind === 'column' && namedIn(this.sqltext).length > columnsIn(this.sqltext).length)
      throw new Raise('builtins.AssertionError', []);
    super.attachTo(parent);
  }

  override repr(python: PythonRepr = plainRepr): string {
    return `CheckConstraint(${[python(this.sqltext), ...this.reprKeywords(python)].join(', ')})`;
  }
}
