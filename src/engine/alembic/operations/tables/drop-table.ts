/** `op.drop_table`. Answers to: alembic/operations/ops.py (DropTableOp), toimpl.py (drop_table). */
import type { Table } from '../../../sqlalchemy/schema/index.ts';
import { quoted } from '../../autogenerate/render/text.ts';
import { type Given, type GivenName, keywordsOf, type Name, type OperationDefinition } from '../operation.ts';
import { SchemaObjects } from '../schema-objects.ts';
import type { CreateTable } from './create-table.ts';

export interface DropTable {
  readonly kind: 'drop_table';
  tableName: Name;
  schema: GivenName;
  ifExists: boolean | null;
  tableKw: Map<string, unknown>;
  comment: string | null;
  info?: unknown;
  prefixes: readonly string[];
  /** What brings the table back; null where it is not known. */
  reverse: CreateTable | null;
}

export const DROP_TABLE: OperationDefinition<DropTable> = {
  kind: 'drop_table',
  className: 'DropTableOp',
  signature: 'table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None',
  create: (given) => fromGiven(given, new Map(given.table_kw as ReadonlyMap<string, unknown> | undefined)),
  calls: [
    {
      on: 'op',
      name: 'drop_table',
      signature: 'table_name, *, schema=None, if_exists=None, **kw',
      make: (given) => fromGiven(given, keywordsOf(given)),
    },
  ],
  reverse: createAgain,
  describe: (operation, python) =>
    python.tuple(['remove_table', droppedTable(operation, new SchemaObjects(null))]),
  apply: (operation, operations) => {
    operations.impl.dropTable(droppedTable(operation, operations.schemaObjects), Boolean(operation.ifExists));
    return null;
  },
  render: (operation, context) => {
    const parts = [quoted(operation.tableName)];
    if (operation.schema) parts.push(`schema=${quoted(operation.schema)}`);
    if (operation.ifExists !== null) parts.push(`if_exists=${context.repr(operation.ifExists)}`);
    return `${context.opPrefix}drop_table(${parts.join(', ')})`;
  },
};

function fromGiven(given: Given, kw: Map<string, unknown>): DropTable {
  const comment = (kw.get('comment') ?? null) as string | null;
  const info = kw.get('info') ?? null;
  for (const name of ['comment', 'info', 'prefixes']) kw.delete(name);
  return {
    kind: 'drop_table',
    tableName: given.table_name as Name,
    schema: given.schema as GivenName,
    ifExists: (given.if_exists ?? null) as boolean | null,
    tableKw: kw,
    comment,
    info,
    prefixes: [],
    reverse: (given._reverse ?? null) as CreateTable | null,
  };
}

function createAgain(operation: DropTable): CreateTable {
  const { reverse } = operation;
  return {
    kind: 'create_table',
    tableName: operation.tableName,
    columns: reverse?.columns ?? [],
    schema: operation.schema,
    ifNotExists: null,
    comment: operation.comment,
    info: operation.info,
    prefixes: operation.prefixes,
    kw: operation.tableKw,
    namespaceMetadata: reverse?.namespaceMetadata ?? null,
    constraintsIncluded: reverse?.constraintsIncluded ?? false,
  };
}

/** The Table to drop: its name alone where its columns are not known. */
export function droppedTable(operation: DropTable, objects: SchemaObjects): Table {
  const { reverse } = operation;
  return objects.table(operation.tableName, reverse?.columns ?? [], {
    schema: operation.schema,
    comment: operation.comment,
    info: operation.info,
    prefixes: operation.prefixes,
    kw: operation.tableKw,
    constraintsIncluded: reverse?.constraintsIncluded ?? false,
  });
}

/** The removal of what `create` made. */
export function dropTableOf(create: CreateTable): DropTable {
  return {
    kind: 'drop_table',
    tableName: create.tableName,
    schema: create.schema ?? null,
    ifExists: null,
    tableKw: create.kw,
    comment: create.comment,
    info: create.info,
    prefixes: create.prefixes,
    reverse: create,
  };
}
