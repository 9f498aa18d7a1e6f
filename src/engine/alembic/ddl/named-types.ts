/** The types that come into being with a table. Answers to: SchemaType's table events, dialects/postgresql/named_types.py. */

import type { DdlElement } from '../../sqlalchemy/postgresql/ddl/index.ts';
import { namedTypeName, postgresType } from '../../sqlalchemy/postgresql/type-compiler.ts';
import { DOMAIN, ENUM } from '../../sqlalchemy/postgresql/types.ts';
import type { Table } from '../../sqlalchemy/schema/index.ts';
import { ARRAY, ENUM as GENERIC_ENUM, SqlType } from '../../sqlalchemy/types/index.ts';

/** CREATE TYPE and CREATE DOMAIN statements, one for each name. Types with a metadata of their own are not among them. */
export function namedTypesOf(table: Table): DdlElement[] {
  const statements = new Map<string, DdlElement>();
  for (const column of table.columns) {
    const type = innermost(postgresType(column.type));
    const statement = creation(type);
    if (statement) statements.set(namedTypeName(type), statement);
  }
  return [...statements.values()];
}

function innermost(type: SqlType): SqlType {
  const item = type.options.item_type;
  return type.is(ARRAY) && item instanceof SqlType ? postgresType(item) : type;
}

function creation(type: SqlType): DdlElement | undefined {
  if (type.options.metadata) return undefined;
  const native = type.is(ENUM) || type.is(DOMAIN);
  if (native && type.options.create_type === false) return undefined;
  if (type.is(DOMAIN)) return { kind: 'create-domain', element: type };
  if (!type.is(GENERIC_ENUM) || type.options.native_enum === false) return undefined;
  return { kind: 'create-enum', element: type };
}
