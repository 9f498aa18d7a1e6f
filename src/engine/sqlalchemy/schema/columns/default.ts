/** Values that a column gets when none is given. Answers to: sqlalchemy/sql/schema.py (FetchedValue, DefaultClause, ColumnDefault). */
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { SchemaItem, SchemaParent } from '../schema-item.ts';
import type { Column } from './column.ts';

/** `FetchedValue()`: the server makes a value; how is not said. */
export class FetchedValue implements SchemaItem {
  readonly kind: 'fetched-value' | 'default-clause' | 'identity' | 'computed' = 'fetched-value';
  readonly forUpdate: boolean;
  column: Column | undefined;

  constructor(forUpdate = false) {
    this.forUpdate = forUpdate;
  }

  /** The same value for the other of `server_default` and `server_onupdate`. */
  forUpdateIs(forUpdate: boolean): FetchedValue {
    return forUpdate === this.forUpdate ? this : new FetchedValue(forUpdate);
  }

  attachTo(parent: SchemaParent): void {
    this.column = parent as Column;
    if (this.forUpdate) this.column.serverOnupdate = this;
    else this.column.serverDefault = this;
  }

  repr(_python: PythonRepr = plainRepr): string {
    return 'FetchedValue()';
  }
}

/** `server_default=…`: a string, which is a literal, or a SQL expression such as `text('now()')`. */
export class DefaultClause extends FetchedValue {
  override readonly kind = 'default-clause';
  /** A string, or a node of the expression room. */
  readonly arg: unknown;
  readonly reflected: boolean;

  constructor(arg: unknown, forUpdate = false, reflected = false) {
    super(forUpdate);
    this.arg = arg;
    this.reflected = reflected;
  }

  override forUpdateIs(forUpdate: boolean): FetchedValue {
    return forUpdate === this.forUpdate ? this : new DefaultClause(this.arg, forUpdate, this.reflected);
  }

  override repr(python: PythonRepr = plainRepr): string {
    return `DefaultClause(${python(this.arg)}, for_update=${this.forUpdate ? 'True' : 'False'})`;
  }
}

/** What stands in `column.default` and `column.onupdate`, beside a Sequence. */
export type Default = ColumnDefault;

/** `default=…`, `onupdate=…`: a plain value, a callable or a SQL expression, used when rows are inserted or updated. */
export class ColumnDefault implements SchemaItem {
  readonly kind = 'column-default';
  readonly arg: unknown;
  readonly forUpdate: boolean;
  column: Column | undefined;

  constructor(arg: unknown, forUpdate = false) {
    this.arg = arg;
    this.forUpdate = forUpdate;
  }

  attachTo(parent: SchemaParent): void {
    this.column = parent as Column;
    if (this.forUpdate) this.column.onupdate = this;
    else this.column.default = this;
  }

  repr(python: PythonRepr = plainRepr): string {
    return `${this.className()}(${python(this.arg)})`;
  }

  /** The class in Python, which tells plain values from expressions and callables. */
  className(isCallable: (value: unknown) => boolean = (value) => typeof value === 'function'): string {
    if (isCallable(this.arg)) return 'CallableColumnDefault';
    return isElement(this.arg) ? 'ColumnElementColumnDefault' : 'ScalarElementColumnDefault';
  }
}

/** A node of the expression language. */
const isElement = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string';
