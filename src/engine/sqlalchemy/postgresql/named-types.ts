/** ENUM and DOMAIN types as objects of the database. Answers to: dialects/postgresql/named_types.py, sqltypes.py (SchemaType). */
import { host } from '../expression/host.ts';
import type { Column } from '../schema/columns/column.ts';
import type { MetaData } from '../schema/metadata.ts';
import type { Table } from '../schema/table.ts';
import { TYPE_DECORATOR } from '../types/base.ts';
import { POSTGRESQL } from '../types/implementation.ts';
import { ARRAY, ENUM as GENERIC_ENUM } from '../types/structured.ts';
import { SqlType } from '../types/type.ts';
import { type DdlRunner, hasType, placed } from './ddl-runner.ts';
import { DOMAIN } from './types.ts';

/** The type that CREATE TYPE would make for a column's type; undefined where it needs none. */
export function namedTypeOf(type: SqlType): SqlType | undefined {
  const variant = type.variants.get(POSTGRESQL.name);
  if (variant) return namedTypeOf(variant);
  if (type.is(DOMAIN)) return type;
  if (type.is(GENERIC_ENUM)) return type.options.native_enum === false ? undefined : type;
  const inner = type.is(ARRAY)
    ? type.options.item_type
    : type.is(TYPE_DECORATOR)
      ? type.options.impl
      : undefined;
  return inner instanceof SqlType ? namedTypeOf(inner) : undefined;
}

/** The named types of a table's columns, in order. */
const namedTypesOf = (table: Table): SqlType[] =>
  [...table.columns]
    .filter((column) => column.typeEvents)
    .map((column: Column) => namedTypeOf(column.type))
    .filter((type) => type !== undefined);

const schemaOf = (type: SqlType): string | null => (type.options.schema ?? null) as string | null;
const nameOf = (type: SqlType): string => String(host().name(type.options.name));
const kindOf = (type: SqlType): 'domain' | 'enum' => (type.is(DOMAIN) ? 'domain' : 'enum');

/** `type.create(bind, checkfirst)` */
export function createType(type: SqlType, runner: DdlRunner, checkFirst: boolean): void {
  if (checkFirst && hasType(runner, nameOf(type), placed(runner, schemaOf(type)))) return;
  runner.execute({ kind: `create-${kindOf(type)}`, element: type });
}

/** `type.drop(bind, checkfirst)` */
export function dropType(type: SqlType, runner: DdlRunner, checkFirst: boolean): void {
  if (checkFirst && !hasType(runner, nameOf(type), placed(runner, schemaOf(type)))) return;
  runner.execute({ kind: `drop-${kindOf(type)}`, element: type });
}

/** True where the run has dealt with the type, or may not: `create_type=False`. */
function doneBefore(type: SqlType, runner: DdlRunner): boolean {
  if (type.options.create_type === false) return true;
  const key = `${kindOf(type)} ${schemaOf(type) ?? ''}.${nameOf(type)}`;
  const done = runner.memo.has(key);
  runner.memo.add(key);
  return done;
}

export interface TableEvent {
  readonly checkFirst: boolean;
  /** Part of create_all or drop_all, where types have their own turn. */
  readonly ofMetadata: boolean;
}

/** What a table's `before_create` does: types that belong to it, or that must be there already. */
export function typesBeforeTable(table: Table, runner: DdlRunner, event: TableEvent): void {
  for (const type of namedTypesOf(table)) {
    if (!event.checkFirst && (type.options.metadata || event.ofMetadata)) continue;
    if (!doneBefore(type, runner)) createType(type, runner, event.checkFirst);
  }
}

/** What a table's `after_drop` does. */
export function typesAfterTable(table: Table, runner: DdlRunner, event: TableEvent): void {
  for (const type of namedTypesOf(table)) {
    if (type.options.metadata || event.ofMetadata) continue;
    if (!doneBefore(type, runner)) dropType(type, runner, event.checkFirst);
  }
}

/** Types that are created and dropped with the metadata: those of its tables, and those that carry it. */
function typesOfMetadata(metadata: MetaData): readonly SqlType[] {
  const ofTables = [...metadata.tables.values()].flatMap(namedTypesOf);
  return [
    ...new Set([
      ...ofTables.filter((type) => !type.options.metadata || type.options.metadata === metadata),
      ...metadata.types,
    ]),
  ];
}

/** Creates the types of a MetaData before its tables. @param checkFirst whether the database is asked first */
export function typesBeforeMetadata(metadata: MetaData, runner: DdlRunner, checkFirst: boolean): void {
  for (const type of typesOfMetadata(metadata))
    if (!doneBefore(type, runner)) createType(type, runner, checkFirst);
}

/** Drops the types of a MetaData after its tables. @param checkFirst whether the database is asked first */
export function typesAfterMetadata(metadata: MetaData, runner: DdlRunner, checkFirst: boolean): void {
  for (const type of typesOfMetadata(metadata))
    if (!doneBefore(type, runner)) dropType(type, runner, checkFirst);
}
