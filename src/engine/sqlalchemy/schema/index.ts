/** The schema objects, for other rooms. */

export { autoincrementColumn } from './autoincrement.ts';
export { Column, type ColumnOptions, typeInstance } from './column.ts';
export { ColumnCollection } from './column-collection.ts';
export { columnsIn } from './columns-in.ts';
export { Computed } from './computed.ts';
export {
  BareConstraint,
  CheckConstraint,
  Constraint,
  type ConstraintKind,
  type ConstraintOptions,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from './constraint.ts';
export { copyColumn, copyTable } from './copy.ts';
export { ColumnDefault, DefaultClause, FetchedValue } from './default.ts';
export { ExcludeConstraint } from './exclude-constraint.ts';
export { ForeignKey, ForeignKeyConstraint, type ForeignKeyOptions } from './foreign-key.ts';
export { Identity, type IdentityArguments } from './identity.ts';
export { MetaData, type MetaDataOptions, type NamingConvention } from './metadata.ts';
export { conv, type GivenName, QuotedName, textual } from './names.ts';
export { conventionalName } from './naming.ts';
export { replaceColumns } from './replace-columns.ts';
export type { DialectOptions, SchemaItem } from './schema-item.ts';
export { COUNTING_OPTIONS, Sequence, type SequenceOptions } from './sequence.ts';
export { sortedTables, sortTablesAndConstraints } from './sorted-tables.ts';
export { defineTable, Table, type TableOptions } from './table.ts';
export { Index, type IndexOptions } from './table-index.ts';
