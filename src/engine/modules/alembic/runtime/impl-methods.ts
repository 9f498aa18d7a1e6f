/** Methods of an implementation that write DDL. Answers to: alembic/ddl/impl.py. */
import type { Impl } from '../../../alembic/ddl/impl.ts';
import { PostgresqlImpl } from '../../../alembic/ddl/postgresql-impl.ts';
import type { StatementImpl } from '../../../alembic/runtime/impl.ts';
import { PyDict } from '../../../python/values/containers/dict.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Column, Constraint, Index, Table } from '../../../sqlalchemy/schema/index.ts';
import { named, nothing } from '../bound.ts';
import { intoArgument } from '../operations/operation-values.ts';

const bases = new WeakMap<StatementImpl, Impl>();

/** Alembic's own part of an implementation, which a learner's class reaches by `super()`. */
function base(self: StatementImpl): Impl {
  const known = bases.get(self) ?? new PostgresqlImpl(self.context);
  bases.set(self, known);
  return known;
}

export const CONSTRUCT = 'dialect, connection, as_sql, transactional_ddl, output_buffer, context_opts';
const ALTER =
  'table_name, column_name, *, nullable=None, server_default=False, name=None, type_=None, schema=None, autoincrement=None, ' +
  'comment=False, existing_comment=None, existing_type=None, existing_server_default=None, existing_nullable=None, ' +
  'existing_autoincrement=None, **kw';

function alterColumn(call: Interpreter, self: StatementImpl, ...bound: unknown[]): Value {
  const given = named(
    ALTER,
    bound.map((value) => intoArgument(call, value)),
  );
  const known = new Set(Object.keys(named(ALTER, bound.slice(0, -1).concat([new Map()]))));
  const others = Object.entries(given).filter(([name]) => !known.has(name));
  const kw = new Map(others);
  for (const name of ['autoincrement', 'existing_autoincrement'])
    if (given[name] !== null) kw.set(name, given[name]);
  base(self).alterColumn(given.table_name as string, given.column_name as string, {
    schema: given.schema as string | null,
    nullable: given.nullable as boolean | null,
    serverDefault: given.server_default,
    name: given.name as string | null,
    type: given.type_ as never,
    comment: given.comment as string | null | false,
    existingType: given.existing_type as never,
    existingServerDefault: given.existing_server_default,
    existingNullable: given.existing_nullable as boolean | null,
    existingComment: given.existing_comment as string | null,
    kw,
  });
  return null;
}

/** A dict as a Map; any other value as it is. */
export const entriesOf = (value: Value): unknown =>
  value instanceof PyDict ? new Map(value.entries()) : value;

/** `impl._exec(…)` @throws TypeError for parameters where none may be */
export function execute(
  _call: Interpreter,
  self: StatementImpl,
  construct: Value,
  options: Value,
  many: Value,
  one: Value,
): Value {
  const params = one instanceof PyDict && one.size > 0 ? one : null;
  if (self.asSql && (many !== null || params)) throw typeError('SQL parameters not allowed with as_sql');
  if (many !== null && params) throw typeError("Can't send params and multiparams at the same time");
  const parameters =
    many === null
      ? params
        ? entriesOf(params)
        : undefined
      : [...(_call.iterate(many) as Iterable<Value>)].map(entriesOf);
  return self.execItself(
    construct,
    Array.isArray(parameters) && parameters.length === 0 ? undefined : parameters,
    entriesOf(options),
  ) as Value;
}

const flag = (call: Interpreter, keywords: ReadonlyMap<string, Value>, name: string): boolean => {
  const value = keywords.get(name) ?? null;
  return value !== null && call.truth(value);
};

export const DDL_METHODS = {
  create_table: [
    'table, **kw',
    (call: Interpreter, self: StatementImpl, table: Table, kw: Map<string, Value>) =>
      nothing(base(self).createTable(table, flag(call, kw, 'if_not_exists'))),
  ],
  drop_table: [
    'table, **kw',
    (call: Interpreter, self: StatementImpl, table: Table, kw: Map<string, Value>) =>
      nothing(base(self).dropTable(table, flag(call, kw, 'if_exists'))),
  ],
  create_index: [
    'index, **kw',
    (call: Interpreter, self: StatementImpl, index: Index, kw: Map<string, Value>) =>
      nothing(base(self).createIndex(index, flag(call, kw, 'if_not_exists'))),
  ],
  drop_index: [
    'index, **kw',
    (call: Interpreter, self: StatementImpl, index: Index, kw: Map<string, Value>) =>
      nothing(base(self).dropIndex(index, flag(call, kw, 'if_exists'))),
  ],
  add_constraint: [
    'const, **kw',
    (_call: Interpreter, self: StatementImpl, constraint: Constraint) =>
      nothing(base(self).addConstraint(constraint)),
  ],
  drop_constraint: [
    'const, **kw',
    (call: Interpreter, self: StatementImpl, constraint: Constraint, kw: Map<string, Value>) =>
      nothing(base(self).dropConstraint(constraint, flag(call, kw, 'if_exists'))),
  ],
  rename_table: [
    'old_table_name, new_table_name, schema=None',
    (_call: Interpreter, self: StatementImpl, from: string, to: string, schema: string | null) =>
      nothing(base(self).renameTable(from, to, schema)),
  ],
  add_column: [
    'table_name, column, *, schema=None, if_not_exists=None, inline_references=None, inline_primary_key=None',
    (
      call: Interpreter,
      self: StatementImpl,
      table: string,
      column: Column,
      schema: string | null,
      ifNotExists: Value,
      references: Value,
      primaryKey: Value,
    ) =>
      nothing(
        base(self).addColumn(table, column, schema, {
          ifNotExists: call.truth(ifNotExists),
          inlineReferences: call.truth(references),
          inlinePrimaryKey: call.truth(primaryKey),
        }),
      ),
  ],
  drop_column: [
    'table_name, column, *, schema=None, if_exists=None, **kw',
    (
      call: Interpreter,
      self: StatementImpl,
      table: string,
      column: Column,
      schema: string | null,
      ifExists: Value,
    ) => nothing(base(self).dropColumn(table, column, schema, call.truth(ifExists))),
  ],
  alter_column: [ALTER, alterColumn],
  create_table_comment: [
    'table',
    (_call: Interpreter, self: StatementImpl, table: Table) => nothing(base(self).createTableComment(table)),
  ],
  drop_table_comment: [
    'table',
    (_call: Interpreter, self: StatementImpl, table: Table) => nothing(base(self).dropTableComment(table)),
  ],
  create_column_comment: [
    'column',
    (_call: Interpreter, self: StatementImpl, column: Column) =>
      nothing(base(self).createColumnComment(column)),
  ],
  bulk_insert: [
    'table, rows, multiinsert=True',
    (call: Interpreter, self: StatementImpl, table: Value, rows: Value, multiinsert: Value) =>
      nothing(base(self).bulkInsert(table, rows, call.truth(multiinsert))),
  ],
} as unknown as Record<string, readonly [string, never]>;
