/** The schema objects, for other rooms. */

export { Column } from './columns/column.ts';
export { columnsIn } from './columns/columns-in.ts';
export { Computed } from './columns/computed.ts';
export { ColumnDefault, DefaultClause, FetchedValue } from './columns/default.ts';
export { Identity } from './columns/identity.ts';
export { replaceColumns } from './columns/replace-columns.ts';
export { COUNTING_OPTIONS } from './columns/sequence.ts';
export { BareConstraint } from './constraints/bare-constraint.ts';
export {
  CheckConstraint,
  Constraint,
  type ConstraintOptions,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from './constraints/constraint.ts';
export { ForeignKey, ForeignKeyConstraint } from './constraints/foreign-key.ts';
export { Index } from './constraints/table-index.ts';
export { MetaData } from './metadata.ts';
export { conv, type GivenName, plainText, QuotedName, textual } from './names.ts';
export type { DialectOptions } from './schema-item.ts';
export { defineTable, Table } from './table.ts';
