/** "Move and copy": a new table with the changes, the old rows, the old name. Answers to: alembic/operations/batch.py (ApplyBatchImpl._create). */
import { fromSelect, insert } from '../../../sqlalchemy/expression/dml/dml-build.ts';
import { select } from '../../../sqlalchemy/expression/select/select-build.ts';
import {
  CheckConstraint,
  type Column,
  type Constraint,
  columnsIn,
  ForeignKeyConstraint,
  Index,
  MetaData,
  PrimaryKeyConstraint,
  replaceColumns,
  Table,
} from '../../../sqlalchemy/schema/index.ts';
import { ensureTargets } from '../constraints/ensure-targets.ts';
import { copyColumn, copyConstraint } from '../copy.ts';
import { givenName } from '../names.ts';
import type { Operations } from '../operations.ts';
import type { BatchOptions, Request } from './batch.ts';
import { BatchTable } from './batch-table.ts';

/** Applies the requests to a new table, makes it, and puts it in the place of the old one. @throws what a request says wrong */
export function recreateTable(
  operations: Operations,
  existing: Table,
  options: BatchOptions,
  requests: readonly Request[],
): void {
  const { impl } = operations;
  const batch = new BatchTable(existing, options.copyFrom === null, options.partialReordering);
  const after = requests.filter((request) => !batch.apply(request));
  const made = newTable(batch, options);
  for (const constraint of existing.constraints)
    if (constraint.name !== null && batch.named.has(constraint.name)) impl.dropConstraint(constraint, null);
  impl.createTable(made, false);
  try {
    copyRows(batch, made, operations);
    impl.dropTable(existing, false);
  } catch (error) {
    impl.dropTable(made, false);
    throw error;
  }
  impl.renameTable(made.name, existing.name, existing.schema);
  for (const index of newIndexes(batch, made)) impl.createIndex(index, null);
  for (const request of after) {
    const method = impl[request.method] as (...args: unknown[]) => void;
    method.apply(impl, request.args);
  }
}

function newTable(batch: BatchTable, options: BatchOptions): Table {
  const { existing } = batch;
  const order = batch.order.sorted([...batch.columns.keys()]);
  const items = [...order.map((name) => batch.columns.get(name)!), ...options.tableArgs];
  const name = `_alembic_tmp_${existing.name}`.slice(0, 50);
  const table = options.makeTable(name, items, existing.schema, existing.dialectOptions);
  for (const constraint of [...batch.named.values(), ...batch.unnamed]) {
    const keys = columnsOf(constraint, batch);
    if (keys.every((key) => batch.sources.has(key))) table.appendConstraint(copied(constraint, keys, table));
  }
  for (const key of table.foreignKeyConstraints) ensureTargets(key, table.metadata);
  return table;
}

/** The keys of a constraint's columns; the primary key is without those that were dropped from the table. */
function columnsOf(constraint: Constraint, batch: BatchTable): readonly string[] {
  if (constraint instanceof CheckConstraint) return columnsIn(constraint.sqltext).map((column) => column.key);
  const keys = constraint.columnKeys;
  return constraint === batch.existing.primaryKey ? keys.filter((key) => !batch.keyless.has(key)) : keys;
}

function copied(constraint: Constraint, keys: readonly string[], table: Table): Constraint {
  const { deferrable, initially, comment, info, dialectOptions } = constraint;
  const options = {
    ...{ name: givenName(constraint), deferrable, initially, comment, info, dialectOptions },
  };
  if (constraint instanceof CheckConstraint) {
    const condition = replaceColumns(constraint.sqltext, (column) => table.columns.get(column.name));
    const copy = new CheckConstraint(condition as CheckConstraint['sqltext'], options, []);
    copy.createRule = constraint.createRule;
    return copy;
  }
  if (constraint instanceof PrimaryKeyConstraint) return new PrimaryKeyConstraint(keys, options);
  const { schema } = table;
  if (!(constraint instanceof ForeignKeyConstraint) || schema === null) return copyConstraint(constraint);
  // Within a schema, a copied key refers to that schema.
  const { onupdate, ondelete, match, useAlter, linkToName } = constraint;
  const targets = constraint.elements.map(
    (element) => `${schema}.${element.targetFullname.split('.').slice(-2).join('.')}`,
  );
  const more = { onupdate, ondelete, match, useAlter, linkToName };
  return new ForeignKeyConstraint(keys, targets, { ...options, ...more });
}

function copyRows(batch: BatchTable, made: Table, operations: Operations): void {
  const order = batch.order.sorted([...batch.columns.keys()]);
  const filled = order.filter((name) => batch.sources.get(name) !== undefined);
  const statement = fromSelect(
    insert(made),
    filled,
    select(filled.map((name) => batch.sources.get(name))),
    false,
  );
  operations.migrationContext.impl.exec(statement);
}

/** The old indexes over the new columns, then the new ones, on a table of the old name. */
function newIndexes(batch: BatchTable, made: Table): Index[] {
  const table = new Table(batch.existing.name, new MetaData(), { schema: batch.existing.schema ?? false });
  for (const column of made.columns) table.appendColumn(copyColumn(column, false));
  const moved = (column: Column): Column => {
    const found = table.columns.get(column.name);
    if (found) return found;
    // A column that is gone comes back for the index, which the database then refuses.
    const copy = copyColumn(column, false);
    table.appendColumn(copy);
    return copy;
  };
  const old = [...batch.indexes.values()].filter((index) => !index.columnFlag);
  return [
    ...old.map((index) =>
      withExpressions(
        index,
        index.expressions.map((one) => replaceColumns(one, moved)),
        table,
      ),
    ),
    ...[...batch.newIndexes.values()].map((index) =>
      withExpressions(
        index,
        index.columns.map((column) => table.columns.get(column.key) ?? column.key),
        table,
      ),
    ),
  ];
}

function withExpressions(index: Index, expressions: readonly unknown[], table: Table): Index {
  const { unique, quote, dialectOptions } = index;
  return new Index(index.name, expressions, { unique, quote, dialectOptions, table });
}
