/** Copies of columns for mixins, and what a column takes over from the mapped_column inside Annotated. */
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { Computed } from '../../../../sqlalchemy/schema/columns/computed.ts';
import { ForeignKey } from '../../../../sqlalchemy/schema/constraints/foreign-key.ts';
import {
  copiedConstraints,
  copyColumn,
  copyDefault,
  copyServerDefault,
  isOwn,
} from '../../../../sqlalchemy/schema/copy.ts';
import type { SchemaItem } from '../../../../sqlalchemy/schema/schema-item.ts';
import { NULL_TYPE } from '../../../../sqlalchemy/types/base.ts';
import { MappedColumn } from '../mapper/property.ts';

/** A copy of a mapped_column, for a class that inherits a mixin. */
export function copyMapped(mapped: MappedColumn): MappedColumn {
  const made = new MappedColumn(copyColumn(mapped.column), mapped.given, {
    dataclass: mapped.dataclass,
    sortOrder: mapped.sortOrder,
    useExisting: mapped.useExisting,
    deferred: mapped.deferred,
  });
  return Object.assign(made, { group: mapped.group, raises: mapped.raises });
}

/** What `Annotated[int, mapped_column(…)]` gives to a column that does not say otherwise. Answers to: Column._merge */
export function mergeColumn(mapped: MappedColumn, template: MappedColumn): void {
  const { column } = mapped;
  const from = template.column;
  if (from.primaryKey) {
    column.primaryKey = true;
    if (!mapped.given.has('nullable')) column.nullable = false;
  }
  if (template.given.has('nullable') && !mapped.given.has('nullable')) column.nullable = from.nullable;
  if (column.ownType.is(NULL_TYPE) && !column.ownType.custom) column.ownType = from.ownType;
  column.index ??= from.index;
  column.unique ??= from.unique;
  column.comment ??= from.comment;
  column.doc ??= from.doc;
  column.info ??= from.info;
  if (column.autoincrement === 'auto') column.autoincrement = from.autoincrement;
  takeParts(column, from);
}

/** Defaults, keys and constraints that `column` lacks. */
function takeParts(column: Column, from: Column): void {
  const put = (item: SchemaItem) => item.attachTo(column);
  if (!column.default && from.default) put(copyDefault(from.default));
  if (!column.onupdate && from.onupdate) put(copyDefault(from.onupdate));
  if (!column.serverDefault && from.serverDefault) put(copyServerDefault(from.serverDefault));
  if (!column.serverOnupdate && from.serverOnupdate && !(from.serverOnupdate instanceof Computed)) {
    put(copyServerDefault(from.serverOnupdate));
  }
  if (column.foreignKeys.size === 0) {
    for (const key of from.foreignKeys) if (isOwn(key)) put(new ForeignKey(key.target, key.options));
  }
  for (const constraint of copiedConstraints(from)) put(constraint);
}
