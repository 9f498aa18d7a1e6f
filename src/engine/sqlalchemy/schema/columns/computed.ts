/** GENERATED ALWAYS AS (expression). Answers to: sqlalchemy/sql/schema.py (Computed). */
import { Raise } from '../../../machine.ts';
import { text } from '../../expression/build.ts';
import type { Element } from '../../expression/elements.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { SchemaParent } from '../schema-item.ts';
import type { Column } from './column.ts';
import { FetchedValue } from './default.ts';

export class Computed extends FetchedValue {
  override readonly kind = 'computed';
  readonly sqltext: Element;
  /** true: STORED; false: VIRTUAL; null: the dialect's way. */
  readonly persisted: boolean | null;

  constructor(sqltext: unknown, persisted: boolean | null = null) {
    super(true);
    this.sqltext = typeof sqltext === 'string' ? text(sqltext) : (sqltext as Element);
    this.persisted = persisted;
  }

  override forUpdateIs(_forUpdate: boolean): FetchedValue {
    return this;
  }

  /** @throws ArgumentError beside another server default */
  override attachTo(parent: SchemaParent): void {
    const column = parent as Column;
    const other = [column.serverDefault, column.serverOnupdate].some(
      (one) => one !== null && !(one instanceof Computed),
    );
    if (other) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        'A generated column cannot specify a server_default or a server_onupdate argument',
      ]);
    }
    this.column = column;
    column.computed = this;
    column.serverOnupdate = this;
    column.serverDefault = this;
  }

  override repr(python: PythonRepr = plainRepr): string {
    return this.persisted === null
      ? `Computed(${python(this.sqltext)})`
      : `Computed(${python(this.sqltext)}, persisted=${python(this.persisted)})`;
  }
}
