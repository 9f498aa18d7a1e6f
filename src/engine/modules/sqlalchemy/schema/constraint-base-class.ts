/** What all constraints have in Python. Answers to: sqlalchemy/sql/schema.py (Constraint, ColumnCollectionConstraint). */
import { registerFamily } from '../../../python/values/classes/class-of.ts';
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec, NativeMethod } from '../../../python/values/native/spec.ts';
import { PyBoxed, type Value } from '../../../python/values/value.ts';
import { ddlColumnOf } from '../../../sqlalchemy/expression/coerce.ts';
import { Column } from '../../../sqlalchemy/schema/columns/column.ts';
import { BareConstraint } from '../../../sqlalchemy/schema/constraints/bare-constraint.ts';
import { boundTable } from '../../../sqlalchemy/schema/constraints/bound-table.ts';
import type {
  ColumnArgument,
  Constraint,
  ConstraintOptions,
} from '../../../sqlalchemy/schema/constraints/constraint.ts';
import { OwnConstraint } from '../../../sqlalchemy/schema/constraints/own-constraint.ts';
import type { Index } from '../../../sqlalchemy/schema/constraints/table-index.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { givenName, nameValue } from '../names.ts';
import { constraintCopy } from './constraint-copy.ts';
import { ddlCondition } from './ddl-condition.ts';
import { expressionArgument } from './default-class.ts';
import { dialectKwargsClass, dialectOptions } from './dialect-options.ts';
import { ownClass } from './own-constraint-class.ts';
import { read, reprOf, same, schemaItemClass, write } from './schema-base.ts';
import { columnsOf, columnsValue } from './table-columns.ts';

export const MODULE = 'sqlalchemy.sql.schema';
export const COMMON = 'name=None, deferrable=None, initially=None, info=None';

/** What Python calls a constraint's or index's name; a conv where it is final. */
export const nameGetter = (self: Constraint | Index): Value => nameValue(self.name, self.conv);

/** `constraint.name = …`, with what `conv()` and `quoted_name()` say kept. */
export function setName(self: Constraint | Index, value: Value, call: Interpreter): void {
  const given = givenName(call, value);
  self.name = given === null || given === undefined ? null : String(given);
  self.conv = typeof given === 'object' && given !== null && given.form === 'conv';
}

/** `item.ddl_if(…)`: when the item is written at all. */
export const DDL_IF: NativeMethod = [
  'dialect=None, callable_=None, state=None',
  (call, self: Constraint | Index, dialect: Value, callable: Value, state: Value) => {
    self.ddlIf = ddlCondition(call, dialect, callable, state);
    return self;
  },
];

const COPY: NativeMethod = [
  '*, schema=None, target_table=None, **kw',
  (_call, self: Constraint, _schema: Value, target: Table | null) =>
    constraintCopy(self, target ?? undefined),
];

const ATTRIBUTES = same('deferrable', 'initially', 'comment');

export const constraintClass = nativeClass({
  name: 'Constraint',
  module: MODULE,
  host: BareConstraint,
  bases: [dialectKwargsClass, schemaItemClass],
  signature: `${COMMON}, **dialect_kw`,
  construct: (call, _cls, ...bound: Value[]) =>
    new OwnConstraint(
      ownClass(call),
      undefined,
      commonOptions(call, 'Constraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
  attributes: { __visit_name__: () => 'constraint' },
  getters: {
    ...read(ATTRIBUTES),
    name: nameGetter,
    table: boundTable,
    parent: (self: Constraint) => self.table ?? null,
    columns: (self: Constraint) => columnsValue(columnsOf(self)),
    column_keys: (self: Constraint) => list([...self.columnKeys]),
    _type_bound: (self: Constraint) => self.typeBound !== undefined,
  },
  setters: { ...write(ATTRIBUTES), ...write(same('table')), name: setName },
  methods: {
    copy: COPY,
    _copy: COPY,
    ddl_if: DDL_IF,
    contains_column: ['col', (_call, self: Constraint, column: Column) => self.columns.includes(column)],
  },
  repr: reprOf,
});

export const collectionClass = nativeClass({
  name: 'ColumnCollectionConstraint',
  module: MODULE,
  bases: [constraintClass],
  signature: `*columns, ${COMMON}, _autoattach=True, _column_flag=False, _gather_expressions=None, **dialect_kw`,
  construct: (call, _cls, columns: Value[], ...bound: Value[]) =>
    new OwnConstraint(
      ownClass(call),
      columns.map((column) => columnArgument(call, column)),
      commonOptions(call, 'ColumnCollectionConstraint', bound, bound.at(-1) as unknown as Map<string, Value>),
    ),
  iterate: columnsOf,
  len: (self: Constraint) => columnsOf(self).length,
  bool: () => true,
  contains: (self: Constraint, item: Column) => self.columns.includes(item),
});

registerFamily(OwnConstraint, ({ overColumns }) => (overColumns ? collectionClass : constraintClass));

/** The keywords that every constraint takes. */
export function commonOptions(
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
export function columnArgument(call: Interpreter, value: Value): ColumnArgument {
  if (typeof value === 'string') return value;
  if (value instanceof PyBoxed) return String(value.value);
  const element = expressionArgument(call, value);
  if (element instanceof Column) return element;
  return ddlColumnOf(element) as ColumnArgument;
}

/** What the class of a constraint over columns begins with. */
export const spec = (
  name: string,
  module = MODULE,
): Pick<NativeClassSpec, 'name' | 'module' | 'bases' | 'repr'> => ({
  name,
  module,
  bases: [collectionClass],
  repr: reprOf,
});
