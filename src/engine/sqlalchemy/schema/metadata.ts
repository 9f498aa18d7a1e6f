/** A collection of tables. Answers to: sqlalchemy/sql/schema.py (MetaData). */
import { type PythonRepr, plainRepr } from '../types/repr.ts';
import type { SqlType } from '../types/type.ts';
import type { Sequence } from './columns/sequence.ts';
import { type GivenName, nameFacts } from './names.ts';
import { Listeners } from './schema-item.ts';
import type { Table } from './table.ts';

/** Name template by "ix", "uq", "ck", "fk", "pk" or a constraint's class; a token's own function under the token's name. */
export type NamingConvention = ReadonlyMap<unknown, unknown>;

export interface MetaDataOptions {
  readonly schema?: GivenName;
  readonly quoteSchema?: boolean | null;
  readonly namingConvention?: NamingConvention | null;
  readonly info?: unknown;
}

/** `MetaData()` without a convention of its own has this one. */
const DEFAULT_NAMING_CONVENTION: NamingConvention = new Map([['ix', 'ix_%(column_0_label)s']]);

export class MetaData {
  readonly kind = 'metadata';
  schema: string | null;
  readonly quoteSchema: boolean | null;
  namingConvention: NamingConvention;
  info: unknown;
  /** By key ("schema.name" or "name"), in order of definition. */
  readonly tables = new Map<string, Table>();
  /** By key. */
  readonly sequences = new Map<string, Sequence>();
  /** Types that carry `metadata=`: created with the metadata, not with a table. */
  readonly types = new Set<SqlType>();
  readonly listeners = new Listeners(this);

  constructor(options: MetaDataOptions = {}) {
    const schema = nameFacts(options.schema, options.quoteSchema ?? null);
    this.schema = schema.text;
    this.quoteSchema = schema.quote;
    this.namingConvention = options.namingConvention ?? DEFAULT_NAMING_CONVENTION;
    this.info = options.info ?? null;
  }

  addTable(table: Table): void {
    this.tables.set(table.key, table);
  }

  removeTable(table: Table): void {
    this.tables.delete(table.key);
  }

  addSequence(sequence: Sequence): void {
    sequence.metadata = this;
    this.sequences.set(sequence.key, sequence);
  }

  clear(): void {
    this.tables.clear();
  }

  repr(_python: PythonRepr = plainRepr): string {
    return 'MetaData()';
  }
}
