/** Constraints and indexes in Python. Answers to: sqlalchemy/sql/schema.py, dialects/postgresql/ext.py (ExcludeConstraint). */
import { list, PyList, PyTuple } from '../../python/values/containers.ts';
import { raise } from '../../python/values/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeClassSpec, type NativeMethod, nativeClass } from '../../python/values/native.ts';
import { PyBoxed, type PyClass, type Value } from '../../python/values/value.ts';
import { ddlColumnOf, ddlExpressionOf } from '../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../sqlalchemy/expression/elements.ts';
import { Column } from '../../sqlalchemy/schema/column.ts';
import {
  BareConstraint,
  CheckConstraint,
  type ColumnArgument,
  type Constraint,
  type ConstraintOptions,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../sqlalchemy/schema/constraint.ts';
import { ExcludeConstraint } from '../../sqlalchemy/schema/exclude-constraint.ts';
import { ForeignKeyConstraint } from '../../sqlalchemy/schema/foreign-key.ts';
import type { Table } from '../../sqlalchemy/schema/table.ts';
import { Index } from '../../sqlalchemy/schema/table-index.ts';
import { toPlain } from './convert.ts';
import { ddlCondition } from './ddl-condition.ts';
import { withConnection } from './ddl-runner.ts';
import { expressionArgument } from './default-class.ts';
import { dialectKwargsClass, dialectOptions } from './dialect-options.ts';
import { givenName, nameValue } from './names.ts';
import { read, reprOf, same, schemaItemClass, write } from './schema-base.ts';
import { columnsValue } from './table-columns.ts';

const MODULE = 'sqlalchemy.sql.schema';
const COMMON = 'name=None, deferrable=None, initially=None, info=None';

/** What Python calls a constraint's or index's name; a conv where it is final. */
const nameGetter = (self: Constraint | Index): Value => nameValue(self.name, self.conv);

function setName(self: Constraint | Index, value: Value, call: Interpreter): void {
  const given = givenName(call, value);
  self.name = given === null || given === undefined ? null : String(given);
  self.conv = typeof given === 'object' && given !== null && given.form === 'conv';
}

/** `item.ddl_if(…)`: when the item is written at all. */
const DDL_IF: NativeMethod = [
  'dialect=None, callable_=None, state=None',
  (call, self: Constraint | Index, dialect: Value, callable: Value, state: Value) => {
    self.ddlIf = ddlCondition(call, dialect, callable, state);
    return self;
  },
];

const ATTRIBUTES = same('deferrable', 'initially', 'comment', 'table', 'info');

export const constraintClass = nativeClass({
  name: 'Constraint',
  module: MODULE,
  host: BareConstraint,
  bases: [dialectKwargsClass, schemaItemClass],
  getters: {
    ...read(ATTRIBUTES),
    name: nameGetter,
    parent: (self: Constraint) => self.table ?? null,
    columns: (self: Constraint) => columnsValue(self.columns),
    column_keys: (self: Constraint) => list([...self.columnKeys]),
    _type_bound: (self: Constraint) => self.typeBound !== undefined,
  },
  setters: { ...write(ATTRIBUTES), name: setName },
  methods: {
    copy: ['**kw', (_call, self: Constraint) => self],
    ddl_if: DDL_IF,
    contains_column: ['col', (_call, self: Constraint, column: Column) => self.columns.includes(column)],
  },
  repr: reprOf,
});

const collectionClass = nativeClass({
  name: 'ColumnCollectionConstraint',
  module: MODULE,
  bases: [constraintClass],
  iterate: (self: Constraint) => self.columns,
  len: (self: Constraint) => self.columns.length,
  bool: () => true,
  contains: (self: Constraint, item: Column) => self.columns.includes(item),
});

/** The keywords that every constraint takes. */
function commonOptions(
  call: Interpreter,
  cls: string,
  bound: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): ConstraintOptions {
  const [name, deferrable, initially, info] = bound;
  const rest = new Map(keywords);
  const comment = rest.get('comment') ?? null;
  for (const own of ['comment', '_create_rule', '_type_bound', '_autoattach', '_column_flag'])
    rest.delete(own);
  return {
    name: givenName(call, name),
    deferrable: deferrable as boolean | null,
    initially: initially as string | null,
    info,
    comment: comment as string | null,
    dialectOptions: dialectOptions(call, cls, rest),
  };
}

/** Names and columns; anything else is asked for its column. */
function columnArgument(call: Interpreter, value: Value): ColumnArgument {
  if (typeof value === 'string') return value;
  if (value instanceof PyBoxed) return String(value.value);
  const element = expressionArgument(call, value);
  if (element instanceof Column) return element;
  return ddlColumnOf(element) as ColumnArgument;
}

const spec = (
  name: string,
  module = MODULE,
): Pick<NativeClassSpec, 'name' | 'module' | 'bases' | 'repr'> => ({
  name,
  module,
  bases: [collectionClass],
  repr: reprOf,
});

const uniqueClass = nativeClass({
  ...spec('UniqueConstraint'),
  host: UniqueConstraint,
  signature: `*columns, ${COMMON}, _autoattach=True, _column_flag=False, _gather_expressions=None, **dialect_kw`,
  construct: (call, _cls, columns: Value[], ...bound: Value[]) =>
    new UniqueConstraint(
      columns.map((column) => columnArgument(call, column)),
      commonOptions(call, 'UniqueConstraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
});

const primaryKeyClass = nativeClass({
  ...spec('PrimaryKeyConstraint'),
  host: PrimaryKeyConstraint,
  signature: `*columns, ${COMMON}, _implicit_generated=False, **dialect_kw`,
  construct: (call, _cls, columns: Value[], ...bound: Value[]) =>
    new PrimaryKeyConstraint(
      columns.map((column) => columnArgument(call, column)),
      commonOptions(call, 'PrimaryKeyConstraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
});

const checkClass = nativeClass({
  ...spec('CheckConstraint'),
  host: CheckConstraint,
  signature:
    'sqltext, name=None, deferrable=None, initially=None, table=None, info=None, _create_rule=None, _autoattach=True, ' +
    '_type_bound=False, **dialect_kw',
  construct: (call, _cls, sqltext: Value, ...bound: Value[]) => {
    const [name, deferrable, initially, table, info] = bound;
    const keywords = bound.at(-1) as unknown as Map<string, Value>;
    const options = commonOptions(call, 'CheckConstraint', [name!, deferrable!, initially!, info!], keywords);
    const text = ddlExpressionOf(
      sqltext instanceof PyBoxed ? sqltext.value : expressionArgument(call, sqltext),
    );
    const constraint = new CheckConstraint(text, options);
    if (table !== null) (table as Table).appendConstraint(constraint);
    return constraint;
  },
  getters: { sqltext: (self: CheckConstraint) => self.sqltext },
});

function listArgument(call: Interpreter, value: Value): Value[] {
  return value instanceof PyList || value instanceof PyTuple ? [...value.items] : [...call.iterate(value)];
}

const foreignKeyConstraintClass = nativeClass({
  ...spec('ForeignKeyConstraint'),
  host: ForeignKeyConstraint,
  signature:
    'columns, refcolumns, name=None, onupdate=None, ondelete=None, deferrable=None, initially=None, use_alter=False, ' +
    'link_to_name=False, match=None, table=None, info=None, comment=None, **dialect_kw',
  construct: (call, _cls, columns: Value, refcolumns: Value, ...bound: Value[]) => {
    const [
      name,
      onupdate,
      ondelete,
      deferrable,
      initially,
      useAlter,
      linkToName,
      match,
      table,
      info,
      comment,
    ] = bound;
    const keywords = bound.at(-1) as unknown as Map<string, Value>;
    const constraint = new ForeignKeyConstraint(
      listArgument(call, columns).map((column) => columnArgument(call, column)),
      listArgument(call, refcolumns).map((column) => columnArgument(call, column)),
      {
        ...commonOptions(call, 'ForeignKeyConstraint', [name!, deferrable!, initially!, info!], keywords),
        onupdate: onupdate as string | null,
        ondelete: ondelete as string | null,
        useAlter: call.truth(useAlter!),
        linkToName: call.truth(linkToName!),
        match: match as string | null,
        comment: comment as string | null,
      },
    );
    if (table !== null) (table as Table).appendConstraint(constraint);
    return constraint;
  },
  getters: {
    ...read(same('onupdate', 'ondelete', 'match')),
    use_alter: (self: ForeignKeyConstraint) => self.useAlter,
    link_to_name: (self: ForeignKeyConstraint) => self.linkToName,
    elements: (self: ForeignKeyConstraint) => list([...self.elements]),
    referred_table: (self: ForeignKeyConstraint) => self.referredTable,
  },
});

/** Columns with their operators. @throws ValueError for what is no pair, and where there is none */
function excludePairs(
  call: Interpreter,
  elements: readonly Value[],
): (readonly [string | Element, string])[] {
  const pairs = elements.map((element) => {
    const items = listArgument(call, element);
    if (items.length > 2) throw raise('ValueError', 'too many values to unpack (expected 2)');
    if (items.length < 2) throw tooFew(items.length);
    return [ddlColumnOf(expressionArgument(call, items[0]!)), call.str(items[1]!)] as const;
  });
  if (pairs.length === 0) throw tooFew(0);
  return pairs;
}

const tooFew = (count: number) =>
  raise('ValueError', `not enough values to unpack (expected 2, got ${count})`);

const excludeClass = nativeClass({
  ...spec('ExcludeConstraint', 'sqlalchemy.dialects.postgresql.ext'),
  host: ExcludeConstraint,
  signature: '*elements, **kw',
  construct: (call, _cls, elements: Value[], keywords: Map<string, Value>) => {
    const rest = new Map(keywords);
    const take = (name: string) => {
      const value = rest.get(name) ?? null;
      rest.delete(name);
      return value;
    };
    const [name, deferrable, initially, info, where, using, ops] = [
      ...[take('name'), take('deferrable'), take('initially'), take('info')],
      ...[take('where'), take('using'), take('ops')],
    ];
    return new ExcludeConstraint(excludePairs(call, elements), {
      ...commonOptions(call, 'ExcludeConstraint', [name!, deferrable!, initially!, info!], rest),
      where: typeof where === 'string' ? where : expressionArgument(call, where!),
      ...(typeof using === 'string' && { using }),
      ops: toPlain(ops!) instanceof Map ? (toPlain(ops!) as Map<string, string>) : new Map(),
    });
  },
  getters: { where: (self: ExcludeConstraint) => self.where, using: (self: ExcludeConstraint) => self.using },
});

function makeIndex(
  call: Interpreter,
  _cls: PyClass,
  name: Value,
  expressions: Value[],
  ...bound: Value[]
): Index {
  const [unique, quote, info, table] = bound;
  const keywords = bound.at(-1) as unknown as Map<string, Value>;
  return new Index(
    givenName(call, name),
    expressions.map((one) => ddlColumnOf(one instanceof PyBoxed ? one.value : expressionArgument(call, one))),
    {
      unique: call.truth(unique!),
      quote: quote as boolean | null,
      info,
      ...(table !== null && { table: table as Table }),
      dialectOptions: dialectOptions(call, 'Index', keywords),
    },
  );
}

const indexClass = nativeClass({
  name: 'Index',
  module: MODULE,
  bases: [dialectKwargsClass, schemaItemClass],
  host: Index,
  signature:
    'name, *expressions, unique=False, quote=None, info=None, _table=None, _column_flag=False, **dialect_kw',
  construct: makeIndex,
  getters: {
    ...read(same('unique', 'table')),
    name: nameGetter,
    columns: (self: Index) => columnsValue(self.columns),
    expressions: (self: Index) => list(self.expressions as Value[]),
  },
  setters: { ...write(same('unique')), name: setName },
  methods: {
    ddl_if: DDL_IF,
    create: [
      'bind, checkfirst=False',
      (call, self: Index, bind: Value) => {
        withConnection(call, bind, (runner) => runner.execute({ kind: 'create-index', element: self }));
        return null;
      },
    ],
    drop: [
      'bind, checkfirst=False',
      (call, self: Index, bind: Value) => {
        withConnection(call, bind, (runner) => runner.execute({ kind: 'drop-index', element: self }));
        return null;
      },
    ],
  },
  repr: reprOf,
});

/** The classes of this file by their names in sqlalchemy.schema. */
export const CONSTRAINT_CLASSES: Readonly<Record<string, PyClass>> = {
  Constraint: constraintClass,
  ColumnCollectionConstraint: collectionClass,
  UniqueConstraint: uniqueClass,
  PrimaryKeyConstraint: primaryKeyClass,
  CheckConstraint: checkClass,
  ForeignKeyConstraint: foreignKeyConstraintClass,
  Index: indexClass,
};

export const excludeConstraintClass = excludeClass;
