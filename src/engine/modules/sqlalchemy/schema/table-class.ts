/** Table in Python. Answers to: sqlalchemy/sql/schema.py. */

import { Raise } from '../../../machine.ts';
import { getAttribute } from '../../../python/values/attributes/attributes.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, type PyClass, type Value } from '../../../python/values/value.ts';
import { createTable, dropTable } from '../../../sqlalchemy/postgresql/create-drop.ts';
import { appendColumn } from '../../../sqlalchemy/schema/columns/append-column.ts';
import type { Column } from '../../../sqlalchemy/schema/columns/column.ts';
import type { Constraint } from '../../../sqlalchemy/schema/constraints/constraint.ts';
import { copyTable } from '../../../sqlalchemy/schema/copy.ts';
import { MetaData } from '../../../sqlalchemy/schema/metadata.ts';
import { isSchemaItem } from '../../../sqlalchemy/schema/schema-item.ts';
import { defineTable, Table, type TableOptions } from '../../../sqlalchemy/schema/table.ts';
import { tableClauseClass } from '../bases.ts';
import { tableListeners } from '../engine/event-call.ts';
import { givenName } from '../names.ts';
import { asksFirst, withConnection } from './ddl-runner.ts';
import { schemaArgument } from './default-class.ts';
import { dialectKwargsClass, dialectOptions } from './dialect-options.ts';
import { autoload } from './reflection.ts';
import { read, reprOf, same, schemaItemClass, setOf, write } from './schema-base.ts';

const OWN = new Set(
  (
    'schema quote quote_schema autoload_with autoload_replace keep_existing extend_existing resolve_fks include_columns ' +
    'implicit_returning comment info listeners prefixes must_exist'
  ).split(' '),
);

type Keywords = ReadonlyMap<string, Value>;

function makeTable(call: Interpreter, _cls: PyClass, args: Value[], keywords: Keywords): Table {
  if (args.length === 0) {
    throw typeError("Table.__init__() missing 2 required positional arguments: 'name' and 'metadata'");
  }
  if (args.length === 1) {
    throw typeError("Table() takes at least two positional-only arguments 'name' and 'metadata'");
  }
  const [name, metadata, ...items] = args;
  if (!(metadata instanceof MetaData)) getAttribute(metadata!, 'schema');
  const options = tableOptions(call, name!, keywords);
  const key = keyOf(call, name!, metadata as MetaData, options);
  const existing = (metadata as MetaData).tables.get(key);
  if (!existing && keywords.get('must_exist') === true) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [`Table '${key}' not defined`]);
  }
  const parts = items.map((item) => {
    if (item === null || isSchemaItem(item)) return item;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got ${call.repr(item)}`,
    ]);
  });
  const bind = keywords.get('autoload_with') ?? null;
  const reflect = bind !== null && (!existing || options.extendExisting);
  if (!reflect) return defineTable(givenName(call, name), metadata as MetaData, parts, options);
  const fill = (table: Table) => {
    autoload(call, table, bind, keywords);
    table.addItems(parts, true);
  };
  const table = defineTable(givenName(call, name), metadata as MetaData, [], options, fill);
  if (existing) fill(table);
  return table;
}

function keyOf(call: Interpreter, name: Value, metadata: MetaData, { schema }: TableOptions): string {
  const text = String(
    name instanceof PyBoxed ? name.value : typeof name === 'string' ? name : call.str(name),
  );
  const own = schema === false ? null : (schema ?? metadata.schema);
  return own ? `${own}.${text}` : text;
}

function tableOptions(call: Interpreter, name: Value, keywords: Keywords): TableOptions {
  const value = (name: string) => keywords.get(name) ?? null;
  const rest = new Map([...keywords].filter(([name]) => !OWN.has(name)));
  const strings = (name: string) => (value(name) === null ? [] : [...call.iterate(value(name))].map(String));
  return {
    schema: schemaArgument(call, keywords.get('schema')),
    quote: value('quote') as boolean | null,
    quoteSchema: value('quote_schema') as boolean | null,
    keepExisting: call.truth(value('keep_existing')),
    extendExisting: call.truth(value('extend_existing')),
    implicitReturning: keywords.has('implicit_returning') ? call.truth(value('implicit_returning')) : true,
    comment: value('comment') as string | null,
    info: value('info'),
    prefixes: strings('prefixes'),
    dialectOptions: dialectOptions(call, 'Table', rest),
    listeners: tableListeners(call, value('listeners'), name),
  };
}

const ATTRIBUTES = same('name', 'schema', 'comment', 'metadata');

function create(call: Interpreter, self: Table, bind: Value, checkFirst: Value): Value {
  withConnection(call, bind, (runner, connection) =>
    createTable(self, runner, { checkFirst: asksFirst(call, bind, checkFirst), connection }),
  );
  return null;
}

function drop(call: Interpreter, self: Table, bind: Value, checkFirst: Value): Value {
  withConnection(call, bind, (runner, connection) =>
    dropTable(self, runner, { checkFirst: asksFirst(call, bind, checkFirst), connection }),
  );
  return null;
}

export const tableClass = nativeClass({
  name: 'Table',
  module: 'sqlalchemy.sql.schema',
  bases: [dialectKwargsClass, schemaItemClass, tableClauseClass],
  host: Table,
  signature: '*args, **kw',
  construct: makeTable,
  getters: {
    ...read(ATTRIBUTES),
    key: (self: Table) => self.key,
    fullname: (self: Table) => self.fullname,
    description: (self: Table) => self.name,
    c: (self: Table) => self.columns,
    columns: (self: Table) => self.columns,
    exported_columns: (self: Table) => self.columns,
    primary_key: (self: Table) => self.primaryKey,
    foreign_keys: (self: Table) => setOf(self.foreignKeys),
    foreign_key_constraints: (self: Table) => setOf(self.foreignKeyConstraints),
    constraints: (self: Table) =>
      setOf([...self.constraints].filter(({ onColumn, foundTable }) => !onColumn || foundTable)),
    indexes: (self: Table) => setOf(self.indexes),
    autoincrement_column: (self: Table) => self.primaryKey.columns[0] ?? null,
    implicit_returning: (self: Table) => self.implicitReturning,
    _prefixes: (self: Table) => list([...self.prefixes]),
  },
  setters: write({ comment: 'comment' }),
  methods: {
    create: ['bind, checkfirst=False', create],
    drop: ['bind, checkfirst=False', drop],
    append_column: [
      'column, *, replace_existing=False',
      (call, self: Table, column: Column, replace: Value) => {
        appendColumn(self, column, call.truth(replace));
        return null;
      },
    ],
    append_constraint: [
      'constraint',
      (_call, self: Table, constraint: Constraint) => {
        self.appendConstraint(constraint);
        return null;
      },
    ],
    to_metadata: [
      'metadata, schema=SchemaConst.RETAIN_SCHEMA, *, referred_schema_fn=None, name=None',
      toMetadata,
    ],
    tometadata: [
      'metadata, schema=SchemaConst.RETAIN_SCHEMA, *, referred_schema_fn=None, name=None',
      toMetadata,
    ],
  },
  repr: reprOf,
  str: (self: Table) => self.toString(),
});

function toMetadata(
  call: Interpreter,
  self: Table,
  metadata: MetaData,
  schema: Value | undefined,
  _fn: Value,
  name: Value,
): Table {
  return copyTable(self, metadata, {
    schema: schema === undefined ? undefined : schema === null ? null : call.str(schema),
    name: name === null ? null : call.str(name),
  });
}
