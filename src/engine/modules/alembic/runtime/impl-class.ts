/** DefaultImpl and PostgresqlImpl: what `op.get_context().impl` is, and what a class of the learner derives from. Answers to: alembic/ddl/impl.py, ddl/postgresql.py. */
import { compareIndexes, compareUniques } from '../../../alembic/autogenerate/compare/compare-signatures.ts';
import { defaultDiffers } from '../../../alembic/autogenerate/compare/server-defaults.ts';
import { columnTypesDiffer } from '../../../alembic/autogenerate/compare/types.ts';
import { AutogenContext } from '../../../alembic/autogenerate/context.ts';
import { renderNested } from '../../../alembic/autogenerate/render/type.ts';
import { serialColumns } from '../../../alembic/ddl/serial-column.ts';
import { StatementImpl } from '../../../alembic/runtime/impl.ts';
import { type OwnImpl, useOwnImpls } from '../../../alembic/runtime/own-impl.ts';
import { versionTable } from '../../../alembic/runtime/version-table.ts';
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import { PyBoundMethod } from '../../../python/values/callable.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import { dict, type PyDict } from '../../../python/values/containers/dict.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { mark } from '../../../python/values/native/host-object.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import type { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import type { Column, Index, Table, UniqueConstraint } from '../../../sqlalchemy/schema/index.ts';
import type { SqlType } from '../../../sqlalchemy/types/index.ts';
import { changedColumn } from '../../sqlalchemy/schema/reflection.ts';
import { fromOutput } from '../../streams.ts';
import { comparisonResult } from '../autogenerate/comparison-result.ts';
import { nothing } from '../bound.ts';
import { leaveSerialOut } from '../operations/batch-reflection.ts';
import { fromRecord } from '../operations/operation-values.ts';
import { bindOf } from '../operations/operations-class.ts';
import { optionsFrom } from './context-options.ts';
import { CONSTRUCT, DDL_METHODS, entriesOf, execute } from './impl-methods.ts';

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
    ofPostgresql: derived,
    attribute: (name) => written(name) ?? (name === 'transactional_ddl' ? derived : undefined),
    overrides: (method) => written(method) !== undefined,
    call: (impl, method, args, keywords = {}) =>
      call.call(
        new PyBoundMethod(impl as Value, findAttribute(cls, method) as never),
        args.map(fromRecord),
        new Map(Object.entries(keywords).map(([name, value]) => [name, fromRecord(value)])) as never,
      ),
    reflectColumn: (impl, inspector, table, column) =>
      changedColumn(column, (facts) => {
        const method = findAttribute(cls, 'autogen_column_reflect');
        call.call(new PyBoundMethod(impl as Value, method as never), [inspector as Value, table, facts]);
      }),
    adopt: (impl) => void mark(impl as Value, cls, postgresqlImplClass),
  };
}

const memos = new WeakMap<StatementImpl, PyDict>();

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
      (_call, self: StatementImpl, sql: Value, options: Value) =>
        nothing(self.executeItself(sql, entriesOf(options))),
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
    compare_indexes: [
      'metadata_index, reflected_index',
      (call, self: StatementImpl, wanted: Index, existing: Index) =>
        comparisonResult(call, compareIndexes(new AutogenContext(self.context), existing, wanted)),
    ],
    compare_unique_constraint: [
      'metadata_constraint, reflected_constraint',
      (call, _self, wanted: UniqueConstraint, existing: UniqueConstraint) =>
        comparisonResult(call, compareUniques(existing, wanted)),
    ],
    compare_check_constraint: [
      'metadata_constraint, reflected_constraint',
      (call) => comparisonResult(call, {}),
    ],
    correct_for_autogen_constraints: [
      'conn_unique_constraints, conn_indexes, metadata_unique_constraints, metadata_indexes',
      () => null,
    ],
    correct_for_autogen_foreignkeys: ['conn_fks, metadata_fks', () => null],
    render_type: ['type_obj, autogen_context', () => false],
    autogen_column_reflect: ['inspector, table, column_info', () => null],
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

const serials = new WeakMap<StatementImpl, ReturnType<typeof serialColumns>>();

export const postgresqlImplClass: PyClass = nativeClass({
  name: 'PostgresqlImpl',
  module: 'alembic.ddl.postgresql',
  bases: [defaultImplClass],
  host: StatementImpl,
  attributes: {
    __dialect__: () => 'postgresql',
    type_synonyms: () => tuple([new PySet(['NUMERIC', 'DECIMAL']), new PySet(['FLOAT', 'DOUBLE PRECISION'])]),
  },
  methods: {
    render_type: [
      'type_, autogen_context',
      (_call, _self, type: SqlType, context: AutogenContext) => renderNested(type, context) ?? false,
    ],
    autogen_column_reflect: [
      'inspector, table, column_info',
      (_call, self: StatementImpl, _inspector: Value, table: Table, facts: PyDict) => {
        const isSerial = serials.get(self) ?? serialColumns(self.context);
        serials.set(self, isSerial);
        leaveSerialOut(isSerial, table, facts);
        return null;
      },
    ],
  },
  getters: {
    transactional_ddl: (self: StatementImpl) => self.transactionalDdl,
    command_terminator: (self: StatementImpl) => self.commandTerminator,
  },
});
