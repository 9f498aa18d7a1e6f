import { tuple } from '../../../python/values/containers.ts';
import { dict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { Value } from '../../../python/values/value.ts';
import { Dialect } from '../../../sqlalchemy/engine/dialect.ts';
import { qualifiedName, quoteIdentifier } from '../../../sqlalchemy/postgresql/identifiers.ts';
import { NAMES } from '../../../sqlalchemy/postgresql/reflect/type-names.ts';
import { typeArgument, typeClassOf } from '../type-class.ts';

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

export const dialectClass = nativeClass({
  name: 'PGDialect_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
  host: Dialect,
  methods: {
    has_table: [
      'connection, table_name, schema=None, **kw',
      (call: Interpreter, _self: Dialect, connection: Value, name: Value, schema: Value) =>
        call.callMethod(
          call.call(call.importName('sqlalchemy.inspection.inspect'), [connection]),
          'has_table',
          name,
          schema,
        ),
    ],
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
    supports_comments: () => true,
    supports_sequences: () => true,
    supports_native_enum: () => true,
    supports_native_boolean: () => true,
    supports_native_uuid: () => true,
    insert_returning: () => true,
    max_identifier_length: () => 63,
    is_async: (self: Dialect) => self.isAsync,
    supports_alter: () => true,
    supports_default_values: () => true,
  },
  setters: {
    default_schema_name: (self: Dialect, value: string | null) => {
      self.defaultSchema = value;
    },
  },
  repr: (self: Dialect) => defaultRepr(self).replace(/<[\w.]+ /, `<${self.classModule}.${self.className} `),
});
