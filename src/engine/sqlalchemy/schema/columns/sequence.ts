/** Sequences, and the options that they share with IDENTITY. Answers to: sqlalchemy/sql/schema.py (Sequence, IdentityOptions). */
import { Raise } from '../../../machine.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import type { SqlType } from '../../types/type.ts';
import type { MetaData } from '../metadata.ts';
import { type GivenName, nameFacts } from '../names.ts';
import type { SchemaItem, SchemaParent } from '../schema-item.ts';
import type { Column } from './column.ts';

/** Python ints may be bigints. */
type Int = number | bigint;

/** START WITH, INCREMENT BY and so on; null is not given. */
export interface IdentityOptions {
  readonly start: Int | null;
  readonly increment: Int | null;
  readonly minvalue: Int | null;
  readonly maxvalue: Int | null;
  readonly nominvalue: boolean | null;
  readonly nomaxvalue: boolean | null;
  readonly cycle: boolean | null;
  readonly cache: Int | null;
  readonly order: boolean | null;
}

/** All options of a sequence, null for those not given. */
export function identityOptions(given: Partial<IdentityOptions>): IdentityOptions {
  return {
    start: given.start ?? null,
    increment: given.increment ?? null,
    minvalue: given.minvalue ?? null,
    maxvalue: given.maxvalue ?? null,
    nominvalue: given.nominvalue ?? null,
    nomaxvalue: given.nomaxvalue ?? null,
    cycle: given.cycle ?? null,
    cache: given.cache ?? null,
    order: given.order ?? null,
  };
}

export interface SequenceOptions extends Partial<IdentityOptions> {
  /** The string or null; `false` stands for BLANK_SCHEMA. */
  readonly schema?: GivenName | false;
  readonly dataType?: SqlType | null;
  readonly optional?: boolean;
  readonly quote?: boolean | null;
  readonly metadata?: MetaData | null;
  readonly quoteSchema?: boolean | null;
  readonly forUpdate?: boolean;
}

/** In the order in which reprs and migrations name them. */
export const COUNTING_OPTIONS = [
  'start',
  'increment',
  'minvalue',
  'maxvalue',
  'nominvalue',
  'nomaxvalue',
  'cycle',
] as const;

export class Sequence implements SchemaItem {
  readonly kind = 'sequence';
  readonly name: string;
  readonly quote: boolean | null;
  schema: string | null;
  readonly quoteSchema: boolean | null;
  metadata: MetaData | null;
  column: Column | undefined;
  readonly dataType: SqlType | null;
  readonly optional: boolean;
  readonly forUpdate: boolean;
  readonly options: IdentityOptions;

  constructor(name: GivenName, options: SequenceOptions = {}) {
    const facts = nameFacts(name, options.quote ?? null);
    this.name = facts.text ?? '';
    this.quote = facts.quote;
    this.metadata = options.metadata ?? null;
    const given = options.schema;
    if (given === false) this.schema = null;
    else this.schema = nameFacts(given).text ?? this.metadata?.schema ?? null;
    this.quoteSchema = options.quoteSchema ?? null;
    this.dataType = options.dataType ?? null;
    this.optional = options.optional ?? false;
    this.forUpdate = options.forUpdate ?? false;
    this.options = identityOptions(options);
    this.metadata?.addSequence(this);
  }

  /** Its place in `metadata.sequences`. */
  get key(): string {
    return this.schema ? `${this.schema}.${this.name}` : this.name;
  }

  attachTo(parent: SchemaParent): void {
    if (parent.kind !== 'column') {
      throw new Raise('sqlalchemy.exc.ArgumentError', ['The parent object should be a Column']);
    }
    const column = parent as Column;
    this.column = column;
    if (this.forUpdate) column.onupdate = this;
    else column.default = this;
    column.onTable((_, table) => {
      this.metadata = table.metadata;
      table.metadata.addSequence(this);
    });
  }

  repr(python: PythonRepr = plainRepr): string {
    const shown: string[] = [python(this.name)];
    const { options } = this;
    for (const name of COUNTING_OPTIONS) {
      if (options[name] !== null) shown.push(`${name}=${python(options[name])}`);
    }
    if (this.schema !== null) shown.push(`schema=${python(this.schema)}`);
    for (const name of ['cache', 'order'] as const) {
      if (options[name] !== null) shown.push(`${name}=${python(options[name])}`);
    }
    if (this.dataType) shown.push(`data_type=${python(this.dataType)}`);
    if (this.optional) shown.push('optional=True');
    if (this.metadata) shown.push(`metadata=${python(this.metadata)}`);
    return `Sequence(${shown.join(', ')})`;
  }
}
