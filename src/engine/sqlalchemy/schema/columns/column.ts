/** A column of a table, and a node of the expression language. Answers to: sqlalchemy/sql/schema.py (Column). */

import { Raise } from '../../../machine.ts';
import { host } from '../../expression/host.ts';
import { NULL_TYPE } from '../../types/base.ts';
import type { TypeDefinition } from '../../types/definition.ts';
import { makeType } from '../../types/make.ts';
import { type PythonRepr, plainRepr } from '../../types/repr.ts';
import { SqlType } from '../../types/type.ts';
import type { ForeignKey } from '../constraints/foreign-key.ts';
import { type GivenName, nameFacts, QuotedName } from '../names.ts';
import {
  type DialectOptions,
  isSchemaItem,
  Listeners,
  nextCreation,
  type SchemaItem,
} from '../schema-item.ts';
import type { Table } from '../table.ts';
import type { Computed } from './computed.ts';
import { ColumnDefault, type Default, DefaultClause, FetchedValue } from './default.ts';
import type { Identity } from './identity.ts';
import { Sequence } from './sequence.ts';

/** Keyword arguments of `Column`, in camel case; undefined means not given, null is Python's None. */
export interface ColumnOptions {
  readonly name?: GivenName;
  readonly type?: SqlType | TypeDefinition | null;
  readonly autoincrement?: boolean | 'auto' | 'ignore_fk';
  readonly default?: unknown;
  readonly insertDefault?: unknown;
  readonly doc?: string | null;
  readonly key?: string | null;
  readonly index?: boolean | null;
  readonly unique?: boolean | null;
  readonly info?: unknown;
  readonly nullable?: boolean;
  readonly onupdate?: unknown;
  readonly primaryKey?: boolean;
  readonly serverDefault?: unknown;
  readonly serverOnupdate?: unknown;
  readonly quote?: boolean | null;
  readonly system?: boolean;
  readonly comment?: string | null;
  readonly insertSentinel?: boolean;
  readonly dialectOptions?: DialectOptions;
}

export class Column implements SchemaItem {
  readonly kind = 'column';
  /** Empty until declarative gives the attribute's name. */
  name: string;
  key: string;
  quote: boolean | null;
  /** undefined until the column is attached. */
  table: Table | undefined;
  ownType: SqlType;
  primaryKey: boolean;
  nullable: boolean;
  /** Whether `nullable` was given. */
  readonly nullableGiven: boolean;
  index: boolean | null;
  unique: boolean | null;
  autoincrement: boolean | 'auto' | 'ignore_fk';
  default: Default | Sequence | null = null;
  onupdate: Default | Sequence | null = null;
  serverDefault: FetchedValue | Identity | Computed | null = null;
  serverOnupdate: FetchedValue | Computed | null = null;
  identity: Identity | null = null;
  computed: Computed | null = null;
  comment: string | null;
  doc: string | null;
  info: unknown;
  system: boolean;
  insertSentinel: boolean;
  readonly foreignKeys = new Set<ForeignKey>();
  /** Constraints given to the column itself, such as CheckConstraint. */
  readonly constraints = new Set<SchemaItem>();
  readonly dialectOptions: DialectOptions;
  /** False where the type was put there later: it brings neither a check nor a CREATE TYPE to the table. */
  typeEvents = true;
  readonly listeners = new Listeners(this);
  readonly creation = nextCreation();
  private readonly waiting: ((column: Column, table: Table) => void)[] = [];

  /**
   * @param positional as in Python: name, type, then schema items; the first two may be left out.
   * @throws ArgumentError with SQLAlchemy's texts
   */
  constructor(positional: readonly unknown[] = [], options: ColumnOptions = {}) {
    const items = [...positional];
    const name = takeName(items, options);
    const type = takeType(items, options);
    const facts = nameFacts(name, options.quote ?? null);
    if (facts.text === null && options.quote !== undefined && options.quote !== null) {
      argumentError("Explicit 'name' is required when sending 'quote' argument");
    }
    this.name = facts.text ?? '';
    this.quote = facts.quote;
    this.key = options.key ?? this.name;
    this.ownType = typeInstance(type);
    this.primaryKey = options.primaryKey === undefined ? false : options.primaryKey;
    this.nullableGiven = options.nullable !== undefined;
    this.nullable = this.nullableGiven ? options.nullable! : !this.primaryKey;
    this.index = options.index ?? null;
    this.unique = options.unique ?? null;
    this.autoincrement = options.autoincrement ?? 'auto';
    this.comment = options.comment ?? null;
    this.doc = options.doc ?? null;
    this.info = options.info ?? null;
    this.system = options.system ?? false;
    this.insertSentinel = options.insertSentinel ?? false;
    this.dialectOptions = options.dialectOptions ?? new Map();
    this.takeDefaults(items, options);
    for (const item of items) this.addItem(item);
  }

  /** The column's type; a foreign-key column without one has its target's. */
  get type(): SqlType {
    if (this.ownType.is(NULL_TYPE) && !this.ownType.custom) {
      for (const key of this.foreignKeys) {
        const target = key.resolved();
        if (target && target !== this) return target.type;
      }
    }
    return this.ownType;
  }

  set type(type: SqlType) {
    this.ownType = type;
  }

  private takeDefaults(items: unknown[], options: ColumnOptions): void {
    const value = options.insertDefault !== undefined ? options.insertDefault : options.default;
    if (value !== undefined && value !== null) items.push(asDefault(value, false));
    if (options.onupdate !== undefined && options.onupdate !== null)
      items.push(asDefault(options.onupdate, true));
    const server = options.serverDefault;
    if (server !== undefined && server !== null) {
      const clause = asServerDefault(server, false);
      if (clause instanceof FetchedValue) this.serverDefault = clause;
      items.push(clause);
    }
    const serverUpdate = options.serverOnupdate;
    if (serverUpdate !== undefined && serverUpdate !== null) {
      const clause = asServerDefault(serverUpdate, true);
      if (clause instanceof FetchedValue) this.serverOnupdate = clause;
      items.push(clause);
    }
  }

  private addItem(item: unknown): void {
    if (item === null || item === undefined) return;
    if (!isSchemaItem(item)) {
      argumentError(
        `'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got ${host().repr(item)}`,
      );
    }
    item.attachTo(this);
  }

  /** Hangs the column under a table; see Table.appendColumn. */
  attachTo(parent: { readonly kind: string }): void {
    (parent as Table).appendColumn(this);
  }

  /** Runs `then` now, or as soon as the column has a table. */
  onTable(then: (column: Column, table: Table) => void): void {
    if (this.table) then(this, this.table);
    else this.waiting.push(then);
  }

  /** Called by the table once it owns the column. */
  attached(table: Table): void {
    this.table = table;
    for (const then of this.waiting.splice(0)) then(this, table);
  }

  /** `str(column)`: "users.id", or the bare name. */
  toString(): string {
    return this.table ? `${this.table.name}.${this.name}` : this.name;
  }

  /** `repr(column)` */
  repr(python: PythonRepr = plainRepr): string {
    const parts = [python(this.name || null), python(this.type)];
    for (const key of this.foreignKeys) parts.push(python(key));
    for (const constraint of this.constraints) parts.push(python(constraint));
    parts.push(this.table ? `table=<${this.table.name}>` : 'table=None');
    for (const [name, value] of this.shownKeywords()) parts.push(`${name}=${python(value)}`);
    return `Column(${parts.join(', ')})`;
  }

  private shownKeywords(): (readonly [string, unknown])[] {
    const shown: (readonly [string, unknown])[] = [];
    if (this.key !== this.name) shown.push(['key', this.key]);
    if (this.primaryKey) shown.push(['primary_key', this.primaryKey]);
    if (!this.nullable) shown.push(['nullable', this.nullable]);
    if (this.onupdate) shown.push(['onupdate', this.onupdate]);
    if (this.default) shown.push(['default', this.default]);
    if (this.serverDefault) shown.push(['server_default', this.serverDefault]);
    if (this.comment) shown.push(['comment', this.comment]);
    return shown;
  }
}

function takeName(items: unknown[], options: ColumnOptions): GivenName {
  const first = items[0];
  if (typeof first === 'string' || first instanceof QuotedName) {
    if (options.name !== undefined && options.name !== null) {
      argumentError('May not pass name positionally and as a keyword.');
    }
    items.shift();
    return first;
  }
  if (first === null) items.shift();
  return options.name;
}

function takeType(items: unknown[], options: ColumnOptions): unknown {
  const first = items[0];
  if (first instanceof SqlType || isDefinition(first)) {
    if (options.type !== undefined && options.type !== null) {
      argumentError('May not pass type_ positionally and as a keyword.');
    }
    return items.shift();
  }
  if (first === null) items.shift();
  return options.type;
}

const isDefinition = (value: unknown): value is TypeDefinition =>
  typeof value === 'object' && value !== null && (value as TypeDefinition).kind === 'type-definition';

/** A type from an instance, a class without arguments, or nothing (NullType). */
function typeInstance(type: unknown): SqlType {
  if (type instanceof SqlType) return type;
  return isDefinition(type) ? makeType(type) : new SqlType(NULL_TYPE);
}

function asDefault(value: unknown, forUpdate: boolean): SchemaItem {
  return value instanceof ColumnDefault || value instanceof Sequence
    ? value
    : new ColumnDefault(value, forUpdate);
}

function asServerDefault(value: unknown, forUpdate: boolean): SchemaItem {
  if (value instanceof FetchedValue) return value.forUpdateIs(forUpdate);
  return isSchemaItem(value) ? value : new DefaultClause(value, forUpdate);
}

function argumentError(message: string): never {
  throw new Raise('sqlalchemy.exc.ArgumentError', [message]);
}
