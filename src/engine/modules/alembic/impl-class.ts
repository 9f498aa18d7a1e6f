/** DefaultImpl and PostgresqlImpl: what `op.get_context().impl` is, and what a learner's class derives from. Answers to: alembic/ddl/impl.py, ddl/postgresql.py. */

import { defaultDiffers } from '../../alembic/autogenerate/compare/server-defaults.ts';
import { columnTypesDiffer } from '../../alembic/autogenerate/compare/types.ts';
import type { Impl } from '../../alembic/ddl/impl.ts';
import { PostgresqlImpl } from '../../alembic/ddl/postgresql-impl.ts';
import { StatementImpl } from '../../alembic/runtime/impl.ts';
import { type OwnImpl, useOwnImpls } from '../../alembic/runtime/own-impl.ts';
import { versionTable } from '../../alembic/runtime/version-table.ts';
import { findAttribute } from '../../python/values/attributes.ts';
import { PyBoundMethod } from '../../python/values/callable.ts';
import { tuple } from '../../python/values/containers.ts';
import { dict, PyDict } from '../../python/values/dict.ts';
import { typeError } from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { mark, nativeClass } from '../../python/values/native.ts';
import { PySet } from '../../python/values/set.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import type { Dialect } from '../../sqlalchemy/engine/dialect.ts';
import type { Column, Constraint, Index, Table } from '../../sqlalchemy/schema/index.ts';
import { fromOutput } from '../streams.ts';
import { named, nothing } from './bound.ts';
import { optionsFrom } from './context-options.ts';
import { fromRecord, intoArgument } from './operation-values.ts';
import { bindOf } from './operations-class.ts';

const OWN = Symbol('implementations of a learner');

/** The classes that were written for a dialect: the last one counts. */
const ownClasses = (call: Interpreter): Map<string, PyClass> =>
  call.state(OWN, () => {
    const classes = new Map<string, PyClass>();
    useOwnImpls(call.process, (dialect) => {
      const cls = classes.get(dialect);
      return cls && ownImpl(call, cls);
    });
    return classes;
  });

function ownImpl(call: Interpreter, cls: PyClass): OwnImpl {
  const written = (name: string): Value | undefined => {
    const holder = cls.mro.find((each) => each.own.has(name));
    return holder && !holder.native ? holder.own.get(name) : undefined;
  };
  const derived = cls.isSubclassOf(postgresqlImplClass);
  return {
    name: cls.name,
    attribute: (name) => written(name) ?? (name === 'transactional_ddl' ? derived : undefined),
    overrides: (method) => written(method) !== undefined,
    call: (impl, method, args, keywords = {}) =>
      call.call(
        new PyBoundMethod(impl as Value, findAttribute(cls, method) as never),
        args.map(fromRecord),
        new Map(Object.entries(keywords).map(([name, value]) => [name, fromRecord(value)])) as never,
      ),
    adopt: (impl) => void mark(impl as Value, cls, postgresqlImplClass),
  };
}

const memos = new WeakMap<StatementImpl, PyDict>();
const bases = new WeakMap<StatementImpl, Impl>();

/** Alembic's own part of an implementation, which a learner's class reaches by `super()`. */
function base(self: StatementImpl): Impl {
  const known = bases.get(self) ?? new PostgresqlImpl(self.context);
  bases.set(self, known);
  return known;
}

const CONSTRUCT = 'dialect, connection, as_sql, transactional_ddl, output_buffer, context_opts';
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

/** `impl._exec(…)` @throws TypeError for parameters where none may be */
function execute(
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
  const into = (value: Value) => new Map((value as PyDict).entries()) as Map<unknown, unknown>;
  const parameters =
    many === null
      ? params
        ? into(params)
        : undefined
      : [...(_call.iterate(many) as Iterable<Value>)].map(into);
  const given = options instanceof PyDict ? into(options) : undefined;
  return self.execItself(
    construct,
    Array.isArray(parameters) && parameters.length === 0 ? undefined : parameters,
    given,
  ) as Value;
}

const flag = (call: Interpreter, keywords: ReadonlyMap<string, Value>, name: string): boolean => {
  const value = keywords.get(name) ?? null;
  return value !== null && call.truth(value);
};

const DDL_METHODS = {
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

/** `_impls[dialect.name]` */
function classFor(call: Interpreter, dialect: string): PyClass {
  return ownClasses(call).get(dialect) ?? postgresqlImplClass;
}

export const defaultImplClass = nativeClass({
  name: 'DefaultImpl',
  module: 'alembic.ddl.impl',
  signature: CONSTRUCT,
  construct: (
    call,
    cls,
    dialect: Dialect,
    connection: Value,
    asSql: Value,
    transactional: Value,
    buffer: Value,
    options: Value,
  ) => {
    const opts = optionsFrom(call, options);
    const { process } = call;
    const context = {
      process,
      opts,
      asSql: call.truth(asSql),
      dialect,
      connection,
      bind: connection,
    } as never;
    const impl = new StatementImpl({
      context,
      dialect,
      connection: connection as never,
      asSql: call.truth(asSql),
      transactionalDdl:
        transactional === null ? cls.isSubclassOf(postgresqlImplClass) : call.truth(transactional),
      literalBinds: call.truth((opts.literal_binds as Value | undefined) ?? false),
      own: cls.native ? undefined : ownImpl(call, cls),
      print: (text) => void call.callMethod(buffer, 'write', text),
    });
    Object.assign(context, { impl });
    return mark(impl, cls, postgresqlImplClass);
  },
  classMethods: {
    __init_subclass__: [
      '**kw',
      (call, cls: PyClass) => {
        const dialect = cls.own.get('__dialect__');
        if (typeof dialect === 'string') ownClasses(call).set(dialect, cls);
        return null;
      },
    ],
    get_by_dialect: ['dialect', (call, _cls, dialect: Dialect) => classFor(call, dialect.name)],
  },
  attributes: {
    __dialect__: () => 'default',
    transactional_ddl: () => false,
    command_terminator: () => ';',
    type_synonyms: () => tuple([new PySet(['NUMERIC', 'DECIMAL'])]),
    type_arg_extract: () => tuple([]),
    identity_attrs_ignore: () => tuple(['order', 'on_null']),
  },
  methods: {
    ...DDL_METHODS,
    _exec: ['construct, execution_options=None, multiparams=None, params={}', execute as never],
    execute: [
      'sql, execution_options=None',
      (_call, self: StatementImpl, sql: Value, options: Value) => nothing(self.execute(sql, options)),
    ],
    static_output: ['text', (_call, self: StatementImpl, text: string) => nothing(self.write(text))],
    emit_begin: ['', (_call, self: StatementImpl) => nothing(self.begin())],
    emit_commit: ['', (_call, self: StatementImpl) => nothing(self.commit())],
    start_migrations: ['', () => null],
    version_table_impl: [
      '*, version_table, version_table_schema, version_table_pk, **kw',
      (call, _self: StatementImpl, name: string, schema: string | null, primaryKey: Value) =>
        versionTable({ name, schema, primaryKey: call.truth(primaryKey) }),
    ],
    requires_recreate_in_batch: ['batch_op', () => false],
    prep_table_for_batch: ['batch_impl, table', () => null],
    compare_type: [
      'inspector_column, metadata_column',
      (call, self: StatementImpl, existing: Column, wanted: Column) =>
        columnTypesDiffer(existing, wanted, self.own?.attribute('type_synonyms'), call.process.python),
    ],
    compare_server_default: [
      'inspector_column, metadata_column, rendered_metadata_default, rendered_inspector_default',
      (call, self: StatementImpl, existing: Column, wanted: Column, after: Value, before: Value) =>
        defaultDiffers(
          { migrationContext: self.context, python: call.process.python } as never,
          { existing, wanted },
          before as string | null,
          after as string | null,
        ),
    ],
    correct_for_autogen_constraints: [
      'conn_unique_constraints, conn_indexes, metadata_unique_constraints, metadata_indexes',
      () => null,
    ],
    correct_for_autogen_foreignkeys: ['conn_fks, metadata_fks', () => null],
    render_type: ['type_obj, autogen_context', () => false],
  },
  getters: {
    as_sql: (self: StatementImpl) => self.asSql,
    literal_binds: (self: StatementImpl) => self.literalBinds,
    dialect: (self: StatementImpl) => self.dialect,
    connection: (self: StatementImpl, call) => (self.asSql ? bindOf(call, self.context) : self.connection),
    bind: (self: StatementImpl, call) => (self.asSql ? bindOf(call, self.context) : self.connection),
    memo: (self: StatementImpl) => {
      const memo = memos.get(self) ?? dict([]);
      memos.set(self, memo);
      return memo;
    },
    context_opts: (self: StatementImpl, call) => call.getAttribute(self.context as never, 'opts') as Value,
    output_buffer: (self: StatementImpl, call) =>
      (self.context.opts.output_buffer as Value | undefined) ?? fromOutput(call, call.process.stdout),
  },
});

export const postgresqlImplClass: PyClass = nativeClass({
  name: 'PostgresqlImpl',
  module: 'alembic.ddl.postgresql',
  bases: [defaultImplClass],
  host: StatementImpl,
  attributes: {
    __dialect__: () => 'postgresql',
    type_synonyms: () => tuple([new PySet(['NUMERIC', 'DECIMAL']), new PySet(['FLOAT', 'DOUBLE PRECISION'])]),
  },
  getters: {
    transactional_ddl: (self: StatementImpl) => self.transactionalDdl,
    command_terminator: (self: StatementImpl) => self.commandTerminator,
  },
});
