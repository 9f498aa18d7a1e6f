/** Column and ForeignKey in Python. Answers to: sqlalchemy/sql/schema.py. */
import { Raise } from '../../../machine.ts';
import { classOf, registerKindFinder } from '../../../python/values/classes/class-of.ts';
import { typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, PyClass, type Value } from '../../../python/values/value.ts';
import { Column, type ColumnOptions } from '../../../sqlalchemy/schema/columns/column.ts';
import { ColumnDefault, FetchedValue } from '../../../sqlalchemy/schema/columns/default.ts';
import { Sequence } from '../../../sqlalchemy/schema/columns/sequence.ts';
import { takeOver } from '../../../sqlalchemy/schema/columns/take-over.ts';
import { PrimaryKeyConstraint, UniqueConstraint } from '../../../sqlalchemy/schema/constraints/constraint.ts';
import { ForeignKey, ForeignKeyConstraint } from '../../../sqlalchemy/schema/constraints/foreign-key.ts';
import { Index } from '../../../sqlalchemy/schema/constraints/table-index.ts';
import { copyColumn } from '../../../sqlalchemy/schema/copy.ts';
import { isSchemaItem } from '../../../sqlalchemy/schema/schema-item.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';
import { columnClauseClass } from '../bases.ts';
import { toPlain } from '../convert.ts';
import { givenName, quotedNameClass } from '../names.ts';
import { typeArgument } from '../types/type-class.ts';
import { columnDefault, defaultClause, expressionArgument } from './default-class.ts';
import { dialectKwargsClass, dialectOptions } from './dialect-options.ts';
import { read, reprOf, same, schemaItemClass, setOf, write } from './schema-base.ts';

const MODULE = 'sqlalchemy.sql.schema';

const SIGNATURE =
  "__name_pos=None, __type_pos=None, *args, name=None, type_=None, autoincrement='auto', default=_NoArg.NO_ARG, " +
  'insert_default=_NoArg.NO_ARG, doc=None, key=None, index=None, unique=None, info=None, ' +
  'nullable=SchemaConst.NULL_UNSPECIFIED, onupdate=None, primary_key=False, server_default=None, server_onupdate=None, ' +
  'quote=None, system=False, comment=None, insert_sentinel=False, _omit_from_statements=False, _proxies=None, **dialect_kwargs';
const KEYWORDS = SIGNATURE.split(', ')
  .slice(3, -1)
  .map((part) => part.slice(0, part.indexOf('=')));

/** What `Column(…)` was called with, by Python's names; undefined where not given. */
type Given = Readonly<Record<string, Value | undefined>>;
/** An object that has its names already takes values faster than one that gets a name after the other. */
const NOTHING: Given = Object.fromEntries(KEYWORDS.map((name) => [name, undefined]));

/** A positional argument as the schema room takes it: classes of types as instances, strings plain. */
function positional(call: Interpreter, value: Value, at: number, all: readonly Value[]): unknown {
  if (value instanceof PyBoxed)
    return value.cls.isSubclassOf(quotedNameClass) ? givenName(call, value) : value.value;
  const isType =
    at === 0 || (at === 1 && (all[0] === null || typeof all[0] === 'string' || all[0] instanceof PyBoxed));
  if (value instanceof PyClass && isType) return typeArgument(call, value) ?? value;
  if (typeof value === 'object' && value !== null && !isSchemaItem(value)) {
    const clause = call.getAttribute(value, '__clause_element__');
    if (clause !== undefined && at >= 2) return call.call(clause);
  }
  return value;
}

/** @throws ArgumentError where an item is neither a type nor a part of a schema */
function makeColumn(call: Interpreter, _cls: PyClass, ...bound: unknown[]): Column {
  const [name, type, args, ...rest] = bound as [Value, Value, Value[], ...unknown[]];
  const keywords = rest.pop() as Map<string, Value>;
  const given: Record<string, Value | undefined> = { ...NOTHING };
  for (let at = 0; at < KEYWORDS.length; at++) given[KEYWORDS[at]!] = rest[at] as Value | undefined;
  const items = [name, type, ...args].map((value, at, all) => positional(call, value, at, all));
  for (const item of items) {
    if (item instanceof Column) refuseColumn();
    if (isOfTables(item)) throw new Raise('builtins.AssertionError', []);
  }
  refuseStrangers(call, items);
  return new Column(items, columnOptions(call, given, keywords));
}

/** What belongs to a table; a unique constraint that names no columns may stand in one of them, and means nothing there. */
const isOfTables = (item: unknown): boolean =>
  item instanceof Index ||
  item instanceof PrimaryKeyConstraint ||
  item instanceof ForeignKeyConstraint ||
  (item instanceof UniqueConstraint && item.columnKeys.length > 0);

function refuseColumn(): never {
  throw typeError(
    "Column._set_parent() missing 2 required keyword-only arguments: 'all_names' and 'allow_replacements'",
  );
}

/** Says what an item is in Python's own words, where the schema room would not know them. */
function refuseStrangers(call: Interpreter, items: readonly unknown[]): void {
  const start = typeof items[0] === 'string' || items[0] === null || isQuotedName(items[0]) ? 1 : 0;
  items.slice(start).forEach((item, at) => {
    const isType = at === 0 && (item as { kind?: string } | null)?.kind === 'type';
    if (item === null || item === undefined || isType || isSchemaItem(item)) return;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got ${call.repr(item as Value)}`,
    ]);
  });
}

const isQuotedName = (item: unknown): boolean => (item as { kind?: string }).kind === 'quoted-name';

function columnOptions(call: Interpreter, given: Given, keywords: ReadonlyMap<string, Value>): ColumnOptions {
  const truth = (name: string) => call.truth(given[name] ?? null);
  const insert = given.insert_default ?? given.default;
  return {
    name: givenName(call, given.name),
    type: given.type_ === null ? null : (typeArgument(call, given.type_) ?? null),
    autoincrement: given.autoincrement as ColumnOptions['autoincrement'] & string,
    default: insert === undefined || insert === null ? null : defaultArgument(call, insert, false),
    doc: given.doc as string | null,
    key: given.key as string | null,
    index: given.index as boolean | null,
    unique: given.unique as boolean | null,
    info: given.info,
    // What it was given shows in `repr()` and in what autogenerate writes.
    ...(given.nullable !== undefined && { nullable: given.nullable as boolean }),
    onupdate: given.onupdate === null ? null : defaultArgument(call, given.onupdate!, true),
    primaryKey: given.primary_key as boolean,
    serverDefault: serverArgument(call, given.server_default, false),
    serverOnupdate: serverArgument(call, given.server_onupdate, true),
    quote: given.quote as boolean | null,
    system: truth('system'),
    comment: given.comment as string | null,
    insertSentinel: truth('insert_sentinel'),
    dialectOptions: dialectOptions(call, 'Column', keywords),
  };
}

const defaultArgument = (call: Interpreter, value: Value, forUpdate: boolean): unknown =>
  value instanceof ColumnDefault || value instanceof Sequence ? value : columnDefault(call, value, forUpdate);

function serverArgument(call: Interpreter, value: Value | undefined, forUpdate: boolean): unknown {
  if (value === undefined || value === null) return null;
  return value instanceof FetchedValue ? value : defaultClause(call, value, forUpdate);
}

const ATTRIBUTES = {
  ...same(
    'name',
    'key',
    'nullable',
    'index',
    'unique',
    'default',
    'onupdate',
    'comment',
    'doc',
    'autoincrement',
  ),
  ...same('table', 'system', 'identity', 'computed', 'type'),
  primary_key: 'primaryKey',
  server_default: 'serverDefault',
  server_onupdate: 'serverOnupdate',
};

/** The column of a table behind one of an alias or a subquery, which is a Column to Python as well. */
function rootOf(self: Column): Column {
  let found: unknown = self;
  while (!(found instanceof Column)) found = (found as { proxied?: unknown }).proxied;
  return found;
}

/** The name of what such a column stands in. */
function placeOf(self: Column): string {
  const { table } = self as unknown as { table: { name?: unknown; element?: { name?: unknown } } };
  if (typeof table.name === 'string') return table.name;
  return typeof table.element?.name === 'string' ? `${table.element.name}_1` : 'anon_1';
}

/** Its facts are the column's own, but for its names and where it stands. */
const ofRoot = Object.fromEntries(
  Object.entries(read(ATTRIBUTES))
    .filter(([name]) => !['name', 'key', 'table', 'type'].includes(name))
    .map(([name, get]) => [name, (self: Column) => get(rootOf(self) as never)]),
);

export const columnClass = nativeClass({
  name: 'Column',
  module: MODULE,
  bases: [dialectKwargsClass, schemaItemClass, columnClauseClass],
  host: Column,
  signature: SIGNATURE,
  construct: makeColumn,
  adopted: (self: Column, made: Column) => takeOver(self, made),
  getters: {
    ...read(ATTRIBUTES),
    ...ofRoot,
    name: (self: Column) => self.name || null,
    key: (self: Column) => self.key || null,
    foreign_keys: (self: Column) => setOf(rootOf(self).foreignKeys),
    constraints: (self: Column) => setOf(rootOf(self).constraints),
    expression: (self: Column) => self,
    _constructor: (self: Column) => classOf(self),
    description: (self: Column) => self.name,
    insert_default: (self: Column) => rootOf(self).default,
  },
  setters: {
    ...write(ATTRIBUTES),
    type: (self: Column, value: Value, call: Interpreter) => {
      self.type = typeArgument(call, value) as SqlType;
    },
  },
  methods: {
    copy: ['**kw', (_call, self: Column) => copyColumn(self)],
    _copy: ['**kw', (_call, self: Column) => copyColumn(self)],
    references: [
      'column',
      (_call, self: Column, column: Value) => [...self.foreignKeys].some((key) => key.resolved() === column),
    ],
    append_foreign_key: [
      'fk',
      (_call, self: Column, key: ForeignKey) => {
        key.attachTo(self);
        return null;
      },
    ],
  },
  repr: (self: Column, call) => {
    if (self instanceof Column) return reprOf(self, call);
    return reprOf(rootOf(self), call).replace(/table=<[^>]*>/, `table=<${placeOf(self)}>`);
  },
  str: (self: Column) =>
    self instanceof Column ? self.toString() : `${placeOf(self)}.${(self as Column).name}`,
});

registerKindFinder('column-clause', (value: { proxied?: unknown }) => {
  let found: unknown = value.proxied;
  while (typeof found === 'object' && found !== null && !(found instanceof Column))
    found = (found as { proxied?: unknown }).proxied;
  return found instanceof Column ? columnClass : undefined;
});

const FOREIGN_KEY_SIGNATURE =
  'column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None, ' +
  'link_to_name=False, match=None, info=None, comment=None, _unresolvable=False, **dialect_kw';

function makeForeignKey(call: Interpreter, _cls: PyClass, ...bound: Value[]): ForeignKey {
  const keywords = bound.pop() as unknown as Map<string, Value>;
  const [
    given,
    ,
    useAlter,
    name,
    onupdate,
    ondelete,
    deferrable,
    initially,
    linkToName,
    match,
    info,
    comment,
  ] = bound;
  const target = given instanceof PyBoxed ? given.value : expressionArgument(call, given!);
  if (typeof target !== 'string' && !(target instanceof Column)) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `String column name or Column object for DDL foreign key constraint expected, got ${call.repr(target)}.`,
    ]);
  }
  return new ForeignKey(target, {
    useAlter: call.truth(useAlter!),
    name: givenName(call, name),
    onupdate: onupdate as string | null,
    ondelete: ondelete as string | null,
    deferrable: deferrable as boolean | null,
    initially: initially as string | null,
    linkToName: call.truth(linkToName!),
    match: match as string | null,
    info,
    comment: comment as string | null,
    // They are looked at when there is a table.
    dialectOptions: new Map([...keywords].map(([key, value]) => [key, toPlain(value)])),
  });
}

const option = (name: keyof ForeignKey['options']) => (self: ForeignKey) =>
  (self.options[name] ?? null) as Value;

export const foreignKeyClass = nativeClass({
  name: 'ForeignKey',
  module: MODULE,
  bases: [dialectKwargsClass, schemaItemClass],
  host: ForeignKey,
  signature: FOREIGN_KEY_SIGNATURE,
  construct: makeForeignKey,
  getters: {
    parent: (self: ForeignKey) => self.parent ?? null,
    constraint: (self: ForeignKey) => self.constraint ?? null,
    column: (self: ForeignKey) => self.column,
    target_fullname: (self: ForeignKey) => self.targetFullname,
    _colspec: (self: ForeignKey) => self.target,
    name: option('name'),
    onupdate: option('onupdate'),
    ondelete: option('ondelete'),
    deferrable: option('deferrable'),
    initially: option('initially'),
    match: option('match'),
    use_alter: (self: ForeignKey) => self.options.useAlter ?? false,
    link_to_name: (self: ForeignKey) => self.options.linkToName ?? false,
  },
  repr: reprOf,
});
