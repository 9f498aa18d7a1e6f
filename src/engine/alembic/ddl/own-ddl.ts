/** Sends what operations ask for to the methods of a learner's class, where it has them. Answers to: alembic/operations/toimpl.py. */
import type { MigrationContext } from '../runtime/context.ts';
import type { ColumnChange, Impl } from './impl.ts';
import { PostgresqlImpl } from './postgresql-impl.ts';

type Keywords = Readonly<Record<string, unknown>>;

const given = (name: string, value: boolean | null): Keywords => (value ? { [name]: value } : {});

const changeKeywords = (change: ColumnChange): Keywords => ({
  nullable: change.nullable,
  server_default: change.serverDefault,
  name: change.name,
  type_: change.type,
  schema: change.schema,
  existing_type: change.existingType,
  existing_server_default: change.existingServerDefault,
  existing_nullable: change.existingNullable,
  comment: change.comment,
  existing_comment: change.existingComment,
  ...Object.fromEntries(change.kw),
});

/** PostgreSQL's implementation, with what a learner's class overrides in its place. */
export function implFor(context: MigrationContext): Impl {
  const base = new PostgresqlImpl(context);
  const { impl } = context;
  const { own } = impl;
  if (!own) return base;
  const ask = (method: string, args: readonly unknown[], keywords: Keywords, otherwise: () => void): void => {
    if (own.overrides(method)) own.call(impl, method, args, keywords);
    else otherwise();
  };
  return {
    addColumn: (table, column, schema, options) =>
      ask(
        'add_column',
        [table, column],
        {
          schema,
          if_not_exists: options.ifNotExists,
          inline_references: options.inlineReferences,
          inline_primary_key: options.inlinePrimaryKey,
        },
        () => base.addColumn(table, column, schema, options),
      ),
    dropColumn: (table, column, schema, ifExists) =>
      ask('drop_column', [table, column], { schema, if_exists: ifExists || null }, () =>
        base.dropColumn(table, column, schema, ifExists),
      ),
    alterColumn: (table, column, change) =>
      ask('alter_column', [table, column], changeKeywords(change), () =>
        base.alterColumn(table, column, change),
      ),
    addConstraint: (constraint) =>
      ask('add_constraint', [constraint], {}, () => base.addConstraint(constraint)),
    dropConstraint: (constraint, ifExists) =>
      ask('drop_constraint', [constraint], given('if_exists', ifExists), () =>
        base.dropConstraint(constraint, ifExists),
      ),
    createIndex: (index, ifNotExists) =>
      ask('create_index', [index], given('if_not_exists', ifNotExists), () =>
        base.createIndex(index, ifNotExists),
      ),
    dropIndex: (index, ifExists) =>
      ask('drop_index', [index], given('if_exists', ifExists), () => base.dropIndex(index, ifExists)),
    createTable: (table, ifNotExists) =>
      ask('create_table', [table], given('if_not_exists', ifNotExists), () =>
        base.createTable(table, ifNotExists),
      ),
    dropTable: (table, ifExists) =>
      ask('drop_table', [table], given('if_exists', ifExists), () => base.dropTable(table, ifExists)),
    renameTable: (from, to, schema) =>
      ask('rename_table', [from, to], { schema }, () => base.renameTable(from, to, schema)),
    createTableComment: (table) =>
      ask('create_table_comment', [table], {}, () => base.createTableComment(table)),
    dropTableComment: (table) => ask('drop_table_comment', [table], {}, () => base.dropTableComment(table)),
    createColumnComment: (column) =>
      ask('create_column_comment', [column], {}, () => base.createColumnComment(column)),
    bulkInsert: (table, rows, multiinsert) =>
      ask('bulk_insert', [table, rows], { multiinsert }, () => base.bulkInsert(table, rows, multiinsert)),
  };
}
