/** GENERATED … AS IDENTITY. Answers to: sqlalchemy/sql/schema.py (Identity). */
import { Raise } from '../../../machine.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { SchemaParent } from '../schema-item.ts';
import type { Column } from './column.ts';
import { FetchedValue } from './default.ts';
import { type IdentityOptions, identityOptions } from './sequence.ts';

export interface IdentityArguments extends Partial<IdentityOptions> {
  readonly always?: boolean | null;
  readonly onNull?: boolean | null;
}

export class Identity extends FetchedValue {
  override readonly kind = 'identity';
  /** None is kept, and means as much as False. */
  readonly always: boolean | null;
  readonly onNull: boolean | null;
  readonly options: IdentityOptions;

  constructor(given: IdentityArguments = {}) {
    super(false);
    this.always = given.always === undefined ? false : given.always;
    this.onNull = given.onNull ?? null;
    this.options = identityOptions(given);
  }

  override forUpdateIs(_forUpdate: boolean): FetchedValue {
    return this;
  }

  /** @throws ArgumentError beside another server default, or with autoincrement=False */
  override attachTo(parent: SchemaParent): void {
    const column = parent as Column;
    const other = column.serverDefault !== null && !(column.serverDefault instanceof Identity);
    if (other || column.serverOnupdate !== null) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        'A column with an Identity object cannot specify a server_default or a server_onupdate argument',
      ]);
    }
    if (column.autoincrement === false) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        'A column with an Identity object cannot specify autoincrement=False',
      ]);
    }
    this.column = column;
    column.identity = this;
    if (!column.nullableGiven) column.nullable = false;
    column.serverDefault = this;
  }

  override repr(python: PythonRepr = plainRepr): string {
    const shown: string[] = [];
    if (this.always !== false) shown.push(`always=${python(this.always)}`);
    if (this.onNull !== null) shown.push(`on_null=${python(this.onNull)}`);
    for (const [name, value] of Object.entries(this.options))
      if (value !== null) shown.push(`${name}=${python(value)}`);
    return `Identity(${shown.join(', ')})`;
  }
}
