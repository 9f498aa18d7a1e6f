/** What types add to the table of their column: a schema of their own, a CHECK constraint. Answers to: SchemaType in sqltypes.py. */
import { typeCoerce } from '../expression/build.ts';
import type { Element } from '../expression/elements.ts';
import { host } from '../expression/host.ts';
import { within } from '../expression/operators/operate-in.ts';
import { TYPE_DECORATOR } from '../types/base.ts';
import { enumLabels } from '../types/enum.ts';
import { BOOLEAN } from '../types/number.ts';
import { ARRAY, ENUM } from '../types/structured.ts';
import { STRING } from '../types/text.ts';
import { SqlType } from '../types/type.ts';
import type { Column } from './columns/column.ts';
import { CheckConstraint } from './constraints/constraint.ts';
import type { MetaData } from './metadata.ts';
import type { GivenName } from './names.ts';
import type { Table } from './table.ts';

/** Called once a column has its table. */
export function attachType(column: Column, table: Table): void {
  if (!column.typeEvents) return;
  const { ownType } = column;
  for (const type of [ownType, ...ownType.variants.values()]) {
    const inner = schemaTypeIn(type);
    if (inner) attachSchemaType(inner, column, table);
  }
}

/** The Enum, Boolean or DOMAIN behind arrays and decorators. */
function schemaTypeIn(type: SqlType): SqlType | undefined {
  const inner = type.is(ARRAY)
    ? type.options.item_type
    : type.is(TYPE_DECORATOR)
      ? type.options.impl
      : undefined;
  if (inner instanceof SqlType) return schemaTypeIn(inner);
  return type.is(ENUM) || type.is(BOOLEAN) || 'inherit_schema' in type.options ? type : undefined;
}

function attachSchemaType(type: SqlType, column: Column, table: Table): void {
  const { options } = type;
  if (!type.is(BOOLEAN))
    for (const { listeners } of [table, table.metadata])
      for (const event of ['before_create', 'after_drop']) listeners.addType(event);
  const metadata = options.metadata as MetaData | null | undefined;
  if (options.inherit_schema) options.schema = table.schema;
  else if (metadata?.schema && !options.schema) options.schema = metadata.schema;
  if (options.create_constraint) addCheck(type, column, table);
}

/** `column IN (labels)`; PostgreSQL has Booleans and enums of its own and is not given one for those. */
function addCheck(type: SqlType, column: Column, table: Table): void {
  const isBoolean = type.is(BOOLEAN);
  const subject = typeCoerce(column as Element, isBoolean ? type : new SqlType(STRING));
  const condition = within(subject, 'in', isBoolean ? [0, 1] : enumLabels(type));
  const name = host().name(type.options.name ?? null) as GivenName;
  const constraint = new CheckConstraint(condition, { name }, []);
  constraint.typeBound = type;
  constraint.deferredName = constraint.name === null;
  constraint.createRule = () => !isBoolean && type.options.native_enum === false;
  constraint.bindTo(table, [column]);
}
