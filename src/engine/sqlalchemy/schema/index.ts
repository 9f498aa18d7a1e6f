/** The schema objects, for other rooms. */

export { Column } from './column.ts';
export { columnsIn } from './columns-in.ts';
export { Computed } from './computed.ts';
export {
  BareConstraint,
  CheckConstraint,
  Constraint,
  type ConstraintOptions,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from './constraint.ts';
export { ColumnDefault, DefaultClause, FetchedValue } from './default.ts';
export { ForeignKey, ForeignKeyConstraint } from './foreign-key.ts';
export { Identity } from './identity.ts';
export { MetaData } from './metadata.ts';
export { conv, type GivenName, QuotedName, textual } from './names.ts';
export { replaceColumns } from './replace-columns.ts';
export type { DialectOptions } from './schema-item.ts';
export { COUNTING_OPTIONS } from './sequence.ts';
export { defineTable, Table } from './table.ts';
export { Index } from './table-index.ts';
