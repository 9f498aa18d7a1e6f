/** References to other tables. Answers to: sqlalchemy/sql/schema.py (ForeignKey, ForeignKeyConstraint). */
import { Raise } from '../../../machine.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import { acceptOptions } from '../accept-options.ts';
import { Column } from '../columns/column.ts';
import type { GivenName } from '../names.ts';
import { type DialectOptions, nextCreation, type SchemaItem, type SchemaParent } from '../schema-item.ts';
import type { Table } from '../table.ts';
import { type ColumnArgument, Constraint, type ConstraintOptions } from './constraint.ts';

export interface ForeignKeyOptions {
  readonly useAlter?: boolean;
  readonly name?: GivenName;
  readonly onupdate?: string | null;
  readonly ondelete?: string | null;
  readonly deferrable?: boolean | null;
  readonly initially?: string | null;
  readonly linkToName?: boolean;
  readonly match?: string | null;
  readonly info?: unknown;
  readonly comment?: string | null;
  readonly dialectOptions?: DialectOptions;
}

/** One column's reference: `ForeignKey('users.id')`. */
export class ForeignKey implements SchemaItem {
  readonly kind = 'foreign-key';
  /** "table.column", "schema.table.column", or the column itself. */
  readonly target: string | Column;
  readonly name: GivenName;
  readonly options: ForeignKeyOptions;
  /** The constraint that it is part of; made by itself where the learner wrote a bare ForeignKey. */
  constraint: ForeignKeyConstraint | undefined;
  /** The column that refers. */
  parent: Column | undefined;
  readonly creation = nextCreation();

  constructor(target: string | Column, options: ForeignKeyOptions = {}, constraint?: ForeignKeyConstraint) {
    this.target = target;
    this.options = options;
    this.name = options.name;
    this.constraint = constraint;
  }

  /** @throws InvalidRequestError where it already belongs to another column */
  attachTo(parent: SchemaParent): void {
    const column = parent as Column;
    if (this.parent && this.parent !== column) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', ['This ForeignKey already has a parent !']);
    }
    this.parent = column;
    column.foreignKeys.add(this);
    column.onTable((_, table) => this.tableKnown(table));
  }

  private tableKnown(table: Table): void {
    if (this.constraint) return;
    const checked = acceptOptions(this.options.dialectOptions ?? [], 'ForeignKeyConstraint');
    this.constraint = new ForeignKeyConstraint([], [], { ...this.options, dialectOptions: checked }, this);
    table.appendConstraint(this.constraint);
  }

  /** "table.column" as given, with the metadata's schema where the target names none. */
  get targetFullname(): string {
    if (typeof this.target !== 'string') {
      const { table } = this.target;
      return table ? `${table.fullname}.${this.target.key}` : this.target.key;
    }
    const parts = this.target.split('.');
    const schema = this.parent?.table?.metadata.schema ?? null;
    return parts.length === 2 && schema !== null ? `${schema}.${this.target}` : this.target;
  }

  /** The referred table's place in `metadata.tables`. */
  get targetTableKey(): string {
    const name = this.targetFullname;
    return name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name;
  }

  /** The name after the last dot; null where the target is a table alone. */
  get targetColumnKey(): string | null {
    const name = this.targetFullname;
    return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : null;
  }

  /** The referred column, or undefined where it cannot be found yet. */
  resolved(): Column | undefined {
    if (this.target instanceof Column) return this.target;
    const table = this.parent?.table?.metadata.tables.get(this.targetTableKey);
    return table && this.within(table);
  }

  private within(table: Table): Column | undefined {
    const key = this.targetColumnKey ?? this.parent!.key;
    if (!this.options.linkToName) return table.columns.get(key);
    return [...table.columns].find((column) => column.name === key);
  }

  /**
   * The referred column.
   * @throws NoReferencedTableError, NoReferencedColumnError, InvalidRequestError
   */
  get column(): Column {
    const found = this.resolved();
    if (found) return found;
    const table = this.parent?.table;
    if (!table) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'this ForeignKey object does not yet have a parent Column associated with it.',
      ]);
    }
    const key = this.targetTableKey;
    if (!table.metadata.tables.has(key)) {
      throw new Raise('sqlalchemy.exc.NoReferencedTableError', [
        `Foreign key associated with column '${this.parent}' could not find table '${key}' with which to generate a ` +
          `foreign key to target column '${this.targetColumnKey ?? 'None'}'`,
        key,
      ]);
    }
    throw new Raise('sqlalchemy.exc.NoReferencedColumnError', [
      `Could not initialize target column for ForeignKey '${this.target}' on table '${table.name}': ` +
        `table '${key.slice(key.lastIndexOf('.') + 1)}' has no column named '${this.targetColumnKey ?? this.parent!.key}'`,
      key,
      this.targetColumnKey,
    ]);
  }

  repr(python: PythonRepr = plainRepr): string {
    // As it was given: the schema of the metadata shows nowhere.
    const { target } = this;
    return `ForeignKey(${python(typeof target === 'string' ? target : this.targetFullname)})`;
  }
}

export class ForeignKeyConstraint extends Constraint {
  override readonly kind = 'foreign-key-constraint';
  override readonly className = 'ForeignKeyConstraint';
  readonly onupdate: string | null;
  readonly ondelete: string | null;
  readonly match: string | null;
  readonly linkToName: boolean;
  useAlter: boolean;
  /** It was made from a ForeignKey of the column. */
  readonly ofColumn: boolean;
  /** One ForeignKey for each column, in order. */
  readonly elements: readonly ForeignKey[];

  /**
   * @param single the ForeignKey of a column that this constraint is made from; then the lists are empty.
   * @throws ArgumentError where the lists do not fit
   */
  constructor(
    columns: readonly ColumnArgument[],
    refcolumns: readonly (string | Column)[],
    options: ForeignKeyOptions & ConstraintOptions = {},
    single?: ForeignKey,
  ) {
    super(single ? [single.parent!] : columns, options);
    this.onupdate = options.onupdate ?? null;
    this.ondelete = options.ondelete ?? null;
    this.match = options.match ?? null;
    this.linkToName = options.linkToName ?? false;
    this.useAlter = options.useAlter ?? false;
    this.ofColumn = single !== undefined;
    if (!single) checkLengths(columns, refcolumns);
    this.elements = single ? [single] : refcolumns.map((target) => new ForeignKey(target, options, this));
    if (!single) this.autoAttach();
  }

  /** The referred table's key, before it need exist. */
  get referredTableKey(): string {
    return this.elements[0]!.targetTableKey;
  }

  /** @throws NoReferencedTableError */
  get referredTable(): Table {
    return this.elements[0]!.column.table!;
  }

  /** @throws ArgumentError where the elements refer to several tables */
  protected override columnsKnown(): void {
    this.elements.forEach((element, at) => {
      const column = this.resolved[at];
      if (column && element.parent !== column) element.attachTo(column);
    });
    const [first, ...others] = new Set(this.elements.map((element) => element.targetTableKey));
    if (others.length === 0) return;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `ForeignKeyConstraint on ${this.table!.fullname}(${this.columnKeys.join(', ')}) refers to multiple remote tables: ` +
        `${first} and ${others[0]}`,
    ]);
  }

  override repr(python: PythonRepr = plainRepr): string {
    const shown = ['<sqlalchemy.sql.base.ReadOnlyColumnCollection object at 0x7f0000000000>', 'None'];
    const add = (name: string, value: unknown) => value && shown.push(`${name}=${python(value)}`);
    add('name', this.name);
    add('onupdate', this.onupdate);
    add('ondelete', this.ondelete);
    add('deferrable', this.deferrable);
    add('initially', this.initially);
    add('use_alter', this.useAlter);
    add('link_to_name', this.linkToName);
    add('match', this.match);
    add('table', this.table);
    add('comment', this.comment);
    return `ForeignKeyConstraint(${shown.join(', ')})`;
  }
}

/** @throws ArgumentError */
export function checkLengths(columns: readonly unknown[], refcolumns: readonly unknown[]): void {
  if (new Set(columns).size !== refcolumns.length) {
    const message =
      new Set(columns).size !== columns.length
        ? 'ForeignKeyConstraint with duplicate source column references are not supported.'
        : 'ForeignKeyConstraint number of constrained columns must match the number of referenced columns.';
    throw new Raise('sqlalchemy.exc.ArgumentError', [message]);
  }
}
