/** Copies of columns and tables. Answers to: Column._copy, Table.to_metadata in sqlalchemy/sql/schema.py. */
import { type ColumnParts, host } from '../expression/host.ts';
import { ENUM } from '../types/structured.ts';
import { acceptOptions } from './accept-options.ts';
import { Column } from './columns/column.ts';
import { Computed } from './columns/computed.ts';
import { ColumnDefault, DefaultClause, FetchedValue } from './columns/default.ts';
import { Identity } from './columns/identity.ts';
import { Sequence } from './columns/sequence.ts';
import {
  CheckConstraint,
  type Constraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from './constraints/constraint.ts';
import { ExcludeConstraint } from './constraints/exclude-constraint.ts';
import { ForeignKey, ForeignKeyConstraint } from './constraints/foreign-key.ts';
import { OwnConstraint } from './constraints/own-constraint.ts';
import { Index } from './constraints/table-index.ts';
import type { MetaData } from './metadata.ts';
import { QuotedName } from './names.ts';
import type { SchemaItem } from './schema-item.ts';
import { defineTable, type Table } from './table.ts';

/** A column of its own with the same settings, without a table. @param keys whether its foreign keys come along */
export function copyColumn(column: Column, keys = true): Column {
  const own = host().ownColumn(column, () => ownParts(column, keys));
  if (own) return own as Column;
  const copy = new Column([], {
    ...(column.name && { name: column.name }),
    ...(column.key !== column.name && { key: column.key }),
    type: copiedType(column.type),
    primaryKey: column.primaryKey,
    ...(column.nullableGiven && { nullable: column.nullable }),
    autoincrement: column.autoincrement,
    quote: column.name ? column.quote : null,
    index: column.index,
    unique: column.unique,
    comment: column.comment,
    doc: column.doc,
    info: column.info,
    system: column.system,
    insertSentinel: column.insertSentinel,
    dialectOptions: acceptOptions(column.dialectOptions, 'Column'),
  });
  for (const part of copiedParts(column, keys)) part.attachTo(copy);
  if (!column.nullableGiven) copy.nullable = column.nullable;
  copy.listeners.inherit(column.listeners);
  return copy;
}

/** The parts of a copy that a class of the learner's makes. */
function ownParts(column: Column, keys: boolean): ColumnParts {
  const { serverDefault, serverOnupdate } = column;
  const generated = serverDefault instanceof Identity || serverDefault instanceof Computed;
  return {
    type: copiedType(column.type),
    default: column.default && copyDefault(column.default),
    onupdate: column.onupdate && copyDefault(column.onupdate),
    serverDefault: generated || !serverDefault ? null : copyServerDefault(serverDefault),
    serverOnupdate: generated || !serverOnupdate ? null : copyServerDefault(serverOnupdate),
    items: [
      ...(generated ? [copyServerDefault(serverDefault)] : []),
      ...copiedKeys(column, keys),
      ...copiedConstraints(column),
    ],
  };
}

/** Enums and their like belong to one place, and an Enum's copy knows no variants; other types are shared. */
export function copiedType(type: Column['ownType']): Column['ownType'] {
  if (!('inherit_schema' in type.options)) return type;
  const copy = type.copy();
  if (type.is(ENUM)) copy.variants = new Map();
  return copy;
}

function* copiedParts(column: Column, keys: boolean): Iterable<SchemaItem> {
  if (column.default) yield copyDefault(column.default);
  if (column.onupdate) yield copyDefault(column.onupdate);
  if (column.serverDefault) yield copyServerDefault(column.serverDefault);
  if (column.serverOnupdate && !(column.serverOnupdate instanceof Computed)) {
    yield copyServerDefault(column.serverOnupdate);
  }
  yield* copiedKeys(column, keys);
  yield* copiedConstraints(column);
}

function* copiedKeys(column: Column, keys: boolean): Iterable<SchemaItem> {
  for (const key of keys ? column.foreignKeys : [])
    if (isOwn(key)) yield new ForeignKey(key.target, key.options);
}

/** Copies of the constraints that were given to the column itself. */
export function* copiedConstraints(column: Column): Iterable<SchemaItem> {
  for (const constraint of column.constraints) {
    if (constraint instanceof CheckConstraint) {
      yield new CheckConstraint(constraint.sqltext, { ...settings(constraint) });
    } else if (constraint instanceof UniqueConstraint) yield new UniqueConstraint([], settings(constraint));
  }
}

/** True for a bare ForeignKey of the column, false for one that a ForeignKeyConstraint of the table brought. */
export const isOwn = (key: ForeignKey): boolean => key.constraint === undefined || key.constraint.ofColumn;

/** A Python-side default for another column. */
export function copyDefault(value: ColumnDefault | Sequence): SchemaItem {
  if (value instanceof ColumnDefault) return new ColumnDefault(value.arg, value.forUpdate);
  const { options, schema, dataType, metadata, optional } = value;
  return new Sequence(value.name, { ...options, schema, dataType, metadata, optional });
}

/** A server-side default for another column. */
export function copyServerDefault(value: FetchedValue | Identity | Computed): SchemaItem {
  if (value instanceof Computed) return new Computed(value.sqltext, value.persisted);
  if (value instanceof Identity)
    return new Identity({ ...value.options, always: value.always, onNull: value.onNull });
  if (value instanceof DefaultClause) return new DefaultClause(value.arg, value.forUpdate, value.reflected);
  return new FetchedValue(value.forUpdate);
}

/** What a copy of a constraint says beside its columns. */
function settings(constraint: Constraint | Index) {
  const { name, conv, quote } = constraint;
  const given = name !== null && conv ? new QuotedName(name, quote, 'conv') : name;
  const { dialectOptions, info } = constraint;
  if (constraint instanceof Index) return { name: given, dialectOptions, info };
  const { deferrable, initially, comment } = constraint;
  return { name: given, dialectOptions, info, deferrable, initially, comment };
}

export interface CopyOptions {
  /** undefined keeps the table's; null is the metadata's own. */
  readonly schema?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/** `table.to_metadata(metadata)` */
export function copyTable(table: Table, metadata: MetaData, options: CopyOptions = {}): Table {
  const name = options.name ?? table.name;
  const schema = (options.schema === undefined ? table.schema : options.schema) ?? metadata.schema;
  const key = schema ? `${schema}.${name}` : name;
  const existing = metadata.tables.get(key);
  if (existing) return existing;
  const { comment, info, prefixes, dialectOptions } = table;
  const columns = [...table.columns].map((column) => copyColumn(column, false));
  const copy = defineTable(name, metadata, columns, {
    schema: schema ?? false,
    comment,
    info,
    prefixes,
    dialectOptions,
  });
  for (const constraint of [...table.constraints].sort((a, b) => a.creation - b.creation)) {
    copyConstraint(constraint, table, copy)?.attachTo(copy);
  }
  for (const index of table.indexes) {
    // The copied column's own flag made it.
    if (index.columnFlag) continue;
    new Index(
      settings(index).name,
      index.expressions.map((one) => (one instanceof Column ? one.key : one)),
      {
        ...settings(index),
        unique: index.unique,
        table: copy,
      },
    );
  }
  copy.listeners.inherit(table.listeners);
  return copy;
}

function copyConstraint(constraint: Constraint, table: Table, copy: Table): SchemaItem | undefined {
  if (constraint instanceof OwnConstraint) return constraint.copy();
  const keys = constraint.columns.map((column) => column.key);
  const rest = settings(constraint);
  if (constraint instanceof ForeignKeyConstraint) {
    const { onupdate, ondelete, match, useAlter, linkToName } = constraint;
    const targets = constraint.elements.map((element) => moved(element, table, copy));
    return new ForeignKeyConstraint(keys, targets, {
      ...rest,
      onupdate,
      ondelete,
      match,
      useAlter,
      linkToName,
    });
  }
  if (constraint instanceof PrimaryKeyConstraint) {
    return new PrimaryKeyConstraint(keys, rest);
  }
  if (constraint.typeBound || constraint.columnFlag) return undefined;
  if (constraint instanceof UniqueConstraint) return new UniqueConstraint(keys, rest);
  if (constraint instanceof CheckConstraint && !isInColumn(constraint, table)) {
    return new CheckConstraint(constraint.sqltext, rest, []);
  }
  return constraint instanceof ExcludeConstraint ? constraint.copy() : undefined;
}

const isInColumn = (constraint: CheckConstraint, table: Table): boolean =>
  [...table.columns].some((column) => column.constraints.has(constraint));

/** A key to the table's own schema follows it into another, one to the table itself to the copy's name. */
function moved(element: ForeignKey, table: Table, { name, schema }: Table): string {
  const target = element.targetFullname;
  const parts = target.split('.');
  const referred = parts.length > 2 ? parts.slice(0, -2).join('.') : null;
  const [referredTable, column = null] = parts.slice(-2);
  const isOwn = referredTable === table.name;
  // Whoever is written anew without its column names one that is called None.
  if (referred !== table.schema || (column === null && !isOwn && schema === null)) return target;
  const rest = `${isOwn ? name : referredTable}.${column ?? 'None'}`;
  return schema === null ? rest : `${schema}.${rest}`;
}
