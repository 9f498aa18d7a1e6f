/** Tables that came, went or stayed. Answers to: alembic/autogenerate/compare/tables.py. */
import { MetaData, type Table } from '../../../sqlalchemy/schema/index.ts';
import { type ModifyTable, modifyTable, type UpgradeOps } from '../../operations/modify-table.ts';
import { quotable } from '../../operations/names.ts';
import { createTableOf } from '../../operations/tables/create-table.ts';
import { dropTableOf } from '../../operations/tables/drop-table.ts';
import { compareColumns, dropColumns } from './columns.ts';
import { dispatch } from './comparators.ts';
import type { CompareContext } from './context.ts';
import { compareText, keyText, qualified, type TableKey } from './names.ts';
import { reflectTable } from './reflect-table.ts';

/** One table on both sides; one of them is missing where the table comes or goes. */
export interface TablePair {
  readonly schema: string | null;
  readonly name: string;
  /** In the database. */
  readonly existing: Table | null;
  /** In the model. */
  readonly wanted: Table | null;
}

/** @param schemas those that take part; null is the default one */
export function compareTables(
  context: CompareContext,
  upgrade: UpgradeOps,
  schemas: readonly (string | null)[],
): void {
  const version = versionTable(context);
  const existing = existingTables(context, schemas, version);
  // Alembic asks for the columns of the first schema's tables at once: what there is to warn of comes first.
  const [first = null] = [...schemas].sort((a, b) => compareText(a ?? 'None', b ?? 'None'));
  for (const key of existing.values())
    if (key.schema === first) context.inspector.relation(key.name, key.schema).columns;
  const wanted = wantedTables(context, version);
  for (const [text, { key, table }] of wanted)
    if (!existing.has(text)) addTable(context, upgrade, key, table);
  const removed = [...existing].filter(([key]) => !wanted.has(key)).sort(([a], [b]) => compareText(a, b));
  const database = new MetaData();
  for (const [, key] of removed) removeTable(context, upgrade, key, database);
  const kept = [...existing.values()].filter((key) => wanted.has(keyText(key)));
  compareKept(context, upgrade, kept, wanted);
}

interface Wanted {
  readonly key: TableKey;
  readonly table: Table;
}

/**
 * The model's tables by their names without the default schema. Where a model names a table both with that schema and without,
 * there are fewer names than tables, and from there on names stand for the wrong tables: Alembic puts the two lists side by side.
 */
function wantedTables(context: CompareContext, version: TableKey): Map<string, Wanted> {
  const tables = context
    .sortedTables()
    .filter(({ name, schema }) => name !== version.name || schema !== version.schema);
  const keys = new Map<string, TableKey>();
  for (const { name, schema } of tables) {
    const key = { schema: withoutDefault(schema, context), name };
    keys.set(keyText(key), key);
  }
  return new Map([...keys].map(([text, key], at) => [text, { key, table: tables[at]! }]));
}

const withoutDefault = (schema: string | null, context: CompareContext): string | null =>
  schema === context.inspector.defaultSchemaName ? null : schema;

/** @param version Alembic's own table: env.py is not asked about it */
function existingTables(
  context: CompareContext,
  schemas: readonly (string | null)[],
  version: TableKey,
): Map<string, TableKey> {
  const found = new Map<string, TableKey>();
  for (const schema of schemas) {
    for (const name of [...context.inspector.getTableNames(schema)].sort(compareText)) {
      const key = { schema, name };
      if (keyText(key) === keyText(version)) continue;
      if (!context.includesName(name, 'table', { schema_name: schema })) continue;
      found.set(keyText(key), key);
    }
  }
  return found;
}

/** Alembic's own table does not take part. */
function versionTable({ opts }: CompareContext): TableKey {
  return {
    schema: (opts.version_table_schema ?? null) as string | null,
    name: String(opts.version_table ?? 'alembic_version'),
  };
}

/** @param key without the default schema, also where the model names it */
function addTable(
  context: CompareContext,
  upgrade: UpgradeOps,
  { schema, name }: TableKey,
  table: Table,
): void {
  if (!context.includesObject(table, name, 'table', false, null)) return;
  upgrade.ops.push(createTableOf(table));
  context.log('tables', `Detected added table '${qualified(schema, name)}'`);
  context.detected('add_table', name, schema);
  const ops = modifyTable(quotable(name, table.quote), [], schema === null ? null : schemaName(table));
  compareParts(context, ops, { schema, name, existing: null, wanted: table });
  if (ops.ops.length > 0) upgrade.ops.push(ops);
}

const schemaName = (table: Table) =>
  table.schema === null ? null : quotable(table.schema, table.quoteSchema);

function removeTable(
  context: CompareContext,
  upgrade: UpgradeOps,
  { schema, name }: TableKey,
  database: MetaData,
): void {
  const table = reflectTable(context, name, schema, database);
  if (!context.includesObject(table, name, 'table', true, null)) return;
  const ops = modifyTable(name, [], schema);
  compareParts(context, ops, { schema, name, existing: table, wanted: null });
  if (ops.ops.length > 0) upgrade.ops.push(ops);
  // Names are made final where the catalog was read under the table's own schema; a schema_translate_map leads elsewhere.
  if (context.inspector.placed(schema) !== schema)
    for (const constraint of table.constraints) constraint.conv = false;
  upgrade.ops.push(dropTableOf(createTableOf(table)));
  context.log('tables', `Detected removed table '${qualified(schema, name)}'`);
  context.detected('remove_table', name, schema);
}

function compareKept(
  context: CompareContext,
  upgrade: UpgradeOps,
  kept: readonly TableKey[],
  wanted: ReadonlyMap<string, Wanted>,
): void {
  const database = new MetaData();
  const inOrder = [...kept].sort(
    (a, b) => compareText(a.schema ?? '', b.schema ?? '') || compareText(a.name, b.name),
  );
  const reflected = new Map(
    [...kept]
      .sort((a, b) => compareText(keyText(a), keyText(b)))
      .map((key) => [keyText(key), reflectTable(context, key.name, key.schema, database)]),
  );
  for (const key of inOrder) {
    const { table } = wanted.get(keyText(key))!;
    const existing = reflected.get(keyText(key))!;
    if (!context.includesObject(table, key.name, 'table', false, existing)) continue;
    const ops = modifyTable(key.name, [], key.schema);
    const pair = { ...key, existing, wanted: table };
    const removed = compareColumns(context, ops, pair);
    compareParts(context, ops, pair);
    dropColumns(context, ops, pair, removed);
    if (ops.ops.length > 0) upgrade.ops.push(ops);
  }
}

/** Everything of a table but its columns. */
function compareParts(context: CompareContext, ops: ModifyTable, pair: TablePair): void {
  const { schema, name, existing, wanted } = pair;
  dispatch(context.comparators, 'table', [context, ops, schema, name, existing, wanted]);
}
