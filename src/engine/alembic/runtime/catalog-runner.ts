/** Catalog questions over a connection of the engine room. */
import type { Process } from '../../machine.ts';
import { addedType } from '../../sqlalchemy/engine/added-types.ts';
import type { Connection } from '../../sqlalchemy/engine/connection.ts';
import { schemaMapOf } from '../../sqlalchemy/engine/schema-map.ts';
import type { DdlRunner } from '../../sqlalchemy/postgresql/ddl-runner.ts';
import { translated } from '../../sqlalchemy/postgresql/identifiers.ts';
import type { CatalogSource } from '../../sqlalchemy/postgresql/reflect/index.ts';

/** What runs DDL over a connection, and asks the catalog on the way (whether a type is there, say). Warnings go to the program. */
export function catalogRunner(process: Process, connection: Connection): DdlRunner {
  return {
    execute: (ddl) => {
      connection.execute(ddl);
    },
    query: (sql, parameters) => connection.catalogQuery(sql, parameters),
    warn: (category, message) => process.warn(category, message),
    memo: new Set(),
    schemaMap: schemaMapOf(connection),
  };
}

/** What the inspector reads with. */
export function catalogSource(process: Process, connection: Connection): CatalogSource {
  return {
    rows: (sql) => connection.catalogRows(sql),
    query: (sql, parameters) => connection.catalogQuery(sql, parameters),
    addedType: (name, args) => addedType(process.python, connection.dialect, name, args),
    defaultSchema: () => connection.dialect.defaultSchema,
    placed: (schema) => translated(schema, schemaMapOf(connection)),
    warn: (category, message) => process.warn(category, message),
  };
}
