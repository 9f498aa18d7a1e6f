/** MetaData in Python. Answers to: sqlalchemy/sql/schema.py. */
import { Raise } from '../../../machine.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, PyClass, type Value } from '../../../python/values/value.ts';
import { createAll, dropAll } from '../../../sqlalchemy/postgresql/create-drop.ts';
import { MetaData, type NamingConvention } from '../../../sqlalchemy/schema/metadata.ts';
import { sortedTables } from '../../../sqlalchemy/schema/sorted-tables.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { facadeDict, immutableDict } from '../engine/immutable-dict.ts';
import { givenName } from '../names.ts';
import { asksFirst, withConnection } from './ddl-runner.ts';
import { reflectMetadata } from './reflection.ts';
import { read, reprOf, same, schemaItemClass } from './schema-base.ts';

/** SQLAlchemy's classes as keys stand by their names, the learner's for themselves, and functions are called with the constraint and its table. */
function namingConvention(call: Interpreter, value: Value): NamingConvention | null {
  if (value === null) return null;
  const entries = value instanceof PyDict ? [...value.entries()] : [];
  if (entries.length === 0) return null;
  return new Map(
    entries.map(([key, template]) => {
      const name = key instanceof PyClass && key.native ? key.name : key instanceof PyBoxed ? key.value : key;
      if (typeof template === 'string') return [name, template];
      if (template instanceof PyBoxed) return [name, template.value];
      return [name, (item: Value, table: Value) => call.str(call.call(template, [item, table]))];
    }),
  );
}

/** The dict that the learner gave, for `metadata.naming_convention`. */
const given = new WeakMap<MetaData, Value>();

function makeMetadata(
  call: Interpreter,
  _cls: PyClass,
  schema: Value,
  quote: Value,
  convention: Value,
  info: Value,
): MetaData {
  if (schema !== null && typeof schema !== 'string' && !(schema instanceof PyBoxed)) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `expected schema argument to be a string, got ${call.repr(classOf(schema))}.`,
    ]);
  }
  const metadata = new MetaData({
    schema: givenName(call, schema),
    quoteSchema: quote as boolean | null,
    namingConvention: namingConvention(call, convention),
    info,
  });
  if (convention !== null) given.set(metadata, convention);
  return metadata;
}

const tablesArgument = (call: Interpreter, value: Value): readonly Table[] | undefined =>
  value === null ? undefined : ([...call.iterate(value)] as Table[]);

/** `metadata.create_all()` and `metadata.drop_all()`, whose code is asked for when they are called. */
const ofAllTables =
  (run: () => typeof createAll) =>
  (call: Interpreter, self: MetaData, bind: Value, tables: Value, checkFirst: Value): null => {
    withConnection(call, bind, (runner, connection) =>
      run()(self, runner, {
        checkFirst: asksFirst(call, bind, checkFirst),
        tables: tablesArgument(call, tables),
        connection,
      }),
    );
    return null;
  };

export const metadataClass = nativeClass({
  name: 'MetaData',
  module: 'sqlalchemy.sql.schema',
  bases: [schemaItemClass],
  host: MetaData,
  signature: 'schema=None, quote_schema=None, naming_convention=None, info=None',
  construct: makeMetadata,
  getters: {
    ...read(same('schema')),
    tables: (self: MetaData) => facadeDict(self.tables as Iterable<readonly [Value, Value]>),
    sorted_tables: (self: MetaData, call) =>
      list([...sortedTables(self, (category, message) => call.process.warn(category, message))]),
    naming_convention: (self: MetaData) =>
      given.get(self) ?? immutableDict([...self.namingConvention] as (readonly [Value, Value])[]),
    _sequences: (self: MetaData) => dict(self.sequences),
  },
  setters: {
    schema: (self: { schema: string | null }, value: Value, call: Interpreter) => {
      self.schema = value === null ? null : call.str(value);
    },
    naming_convention: (self: MetaData, value: Value, call: Interpreter) => {
      self.namingConvention = namingConvention(call, value) ?? self.namingConvention;
      given.set(self, value);
    },
  },
  methods: {
    create_all: ['bind, tables=None, checkfirst=True', ofAllTables(() => createAll)],
    drop_all: ['bind, tables=None, checkfirst=True', ofAllTables(() => dropAll)],
    reflect: [
      'bind, schema=None, views=False, only=None, extend_existing=False, autoload_replace=True, resolve_fks=True, **dialect_kwargs',
      (
        call,
        self: MetaData,
        bind: Value,
        schema: Value,
        views: Value,
        only: Value,
        extend: Value,
        replace: Value,
      ) => {
        reflectMetadata(call, self, {
          bind,
          schema,
          views: call.truth(views),
          only,
          extend: call.truth(extend),
          keep: call.truth(extend) && !call.truth(replace),
        });
        return null;
      },
    ],
    clear: [
      '',
      (_call, self: MetaData) => {
        self.clear();
        return null;
      },
    ],
    remove: [
      'table',
      (_call, self: MetaData, table: Table) => {
        self.removeTable(table);
        return null;
      },
    ],
  },
  contains: (self: MetaData, item: Value) => self.tables.has(String(item)),
  bool: () => true,
  repr: reprOf,
});
