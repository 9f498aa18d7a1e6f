/** Dialects as Python sees them. Answers to: sqlalchemy/engine/interfaces.py (Dialect), dialects/postgresql/base.py. */
import { Raise } from '../../../machine.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { qualifiedName, quoteIdentifier } from '../../../sqlalchemy/postgresql/identifiers.ts';
import { NAMES } from '../../../sqlalchemy/postgresql/reflect/type-names.ts';
import { typeArgument, typeClassOf } from '../types/type-class.ts';

/** What quotes names: `dialect.identifier_preparer`. */
class Preparer {
  readonly doublePercents: boolean;
  constructor(doublePercents: boolean) {
    this.doublePercents = doublePercents;
  }
}

nativeClass({
  name: 'PGIdentifierPreparer',
  module: 'sqlalchemy.dialects.postgresql.base',
  host: Preparer,
  methods: {
    quote: [
      'ident, force=None',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
    quote_identifier: [
      'value',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), true, self),
    ],
    quote_schema: [
      'schema, force=None',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
    format_table: [
      'table, use_schema=True, name=None',
      (_call: Interpreter, self: Preparer, table: { name: string; schema: string | null }) =>
        qualifiedName(table, self),
    ],
    format_column: [
      'column, use_table=False, name=None, table_name=None, use_schema=False, anon_map=None',
      (_call: Interpreter, self: Preparer, column: { name: string; quote: boolean | null }) =>
        quoteIdentifier(column.name, column.quote, self),
    ],
    format_schema: [
      'name',
      (call: Interpreter, self: Preparer, name: Value) => quoteIdentifier(call.str(name), null, self),
    ],
  },
});

const ISCHEMA_NAMES = Symbol('ischema_names');

/** The types that reflection knows, by the database's names; a program may add to them. One dict for all dialects. */
export const ischemaNames = (call: Interpreter): Value =>
  call.state(ISCHEMA_NAMES, () =>
    dict([...NAMES].map(([name, definition]) => [name, typeClassOf(definition)] as const)),
  );

/** What the dialect says of its database, whatever the driver. */
const FACTS: Readonly<Record<string, Value>> = {
  supports_alter: true,
  supports_comments: true,
  supports_constraint_comments: true,
  supports_default_metavalue: true,
  supports_default_values: true,
  supports_empty_insert: false,
  supports_for_update_of: false,
  supports_identity_columns: true,
  supports_is_distinct_from: true,
  supports_multivalues_insert: true,
  supports_native_boolean: true,
  supports_native_decimal: false,
  supports_native_enum: true,
  supports_native_uuid: true,
  supports_sane_multi_rowcount: false,
  supports_sane_rowcount: true,
  supports_sane_rowcount_returning: true,
  supports_schemas: true,
  supports_sequences: true,
  supports_server_side_cursors: true,
  supports_simple_order_by_label: true,
  supports_smallserial: true,
  supports_statement_cache: true,
  supports_views: true,
  sequences_optional: true,
  preexecute_autoincrement_sequences: true,
  insert_returning: true,
  update_returning: true,
  delete_returning: true,
  inline_comments: false,
  non_native_boolean_check_constraint: true,
  default_paramstyle: 'pyformat',
  isolation_level: null,
  label_length: null,
  max_identifier_length: 63,
  max_index_name_length: null,
  max_constraint_name_length: null,
};

/** Facts that a program says otherwise. */
const changed = new WeakMap<Dialect, Map<string, Value>>();

/** The inspector's questions, which the dialect answers where a connection comes first. */
const ASKED = [
  'has_table',
  'has_sequence',
  'has_schema',
  'has_index',
  'has_type',
  'get_table_names',
  'get_view_names',
  'get_schema_names',
  'get_sequence_names',
  'get_columns',
  'get_pk_constraint',
  'get_foreign_keys',
  'get_indexes',
  'get_unique_constraints',
  'get_check_constraints',
  'get_table_comment',
  'get_view_definition',
];

const asked = (name: string): NativeMethod => [
  'connection, *args, **kw',
  (call, _self: Dialect, connection: Value, args: Value[], kw: ReadonlyMap<string, Value>) => {
    if (name === 'has_table' && !(connection instanceof Connection)) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        `The argument passed to Dialect.has_table() should be a <class 'sqlalchemy.engine.base.Connection'>, got ` +
          `${call.repr(call.getAttribute(connection, '__class__')!)}. Additionally, the Dialect.has_table() method is for internal ` +
          'dialect use only; please use ``inspect(some_engine).has_table(<tablename>>)`` for public API use.',
      ]);
    }
    const inspector = call.call(call.importName('sqlalchemy.inspection.inspect'), [connection]);
    return call.call(call.getAttribute(inspector, name)!, args, kw);
  },
];

export const dialectClass = nativeClass({
  name: 'PGDialect_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
  host: Dialect,
  methods: {
    ...Object.fromEntries(ASKED.map((name) => [name, asked(name)])),
    type_descriptor: [
      'typeobj',
      (call: Interpreter, _self: Dialect, type: Value) => typeArgument(call, type) ?? type,
    ],
    type_compiler_instance: ['', (_call: Interpreter, self: Dialect) => self],
  },
  getters: {
    name: (self: Dialect) => self.name,
    driver: (self: Dialect) => self.driver,
    paramstyle: (self: Dialect) => (self.paramstyle === 'dollar' ? 'numeric_dollar' : self.paramstyle),
    server_version_info: (self: Dialect) => (self.serverVersion ? tuple([...self.serverVersion]) : null),
    default_schema_name: (self: Dialect) => self.defaultSchema,
    ischema_names: (_self: Dialect, call) => ischemaNames(call),
    identifier_preparer: (self: Dialect) => new Preparer(self.paramstyle === 'pyformat'),
    dbapi: (self: Dialect, call) => call.importModule(self.dbapiModule),
    dialect_description: (self: Dialect) => `${self.name}+${self.driver}`,
    ...Object.fromEntries(
      Object.entries(FACTS).map(([name, value]) => [
        name,
        (self: Dialect) => changed.get(self)?.get(name) ?? value,
      ]),
    ),
    is_async: (self: Dialect) => self.isAsync,
  },
  setters: {
    ...Object.fromEntries(
      Object.keys(FACTS).map((name) => [
        name,
        (self: Dialect, value: Value) => {
          changed.set(self, (changed.get(self) ?? new Map<string, Value>()).set(name, value));
        },
      ]),
    ),
    default_schema_name: (self: Dialect, value: string | null) => {
      self.defaultSchema = value;
    },
  },
  repr: (self: Dialect) => defaultRepr(self).replace(/<[\w.]+ /, `<${self.classModule}.${self.className} `),
});
