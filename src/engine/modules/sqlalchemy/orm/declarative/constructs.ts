/** The other functions that stand in class bodies: column_property, deferred, synonym, composite, validates. Answers to: sqlalchemy/orm/_orm_constructors.py. */
import { Raise } from '../../../../machine.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { operandOf } from '../../../../sqlalchemy/expression/coerce.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { ColumnProperty, Composite, MappedColumn, Synonym } from '../mapper/property.ts';
import { markForeign, markRemote } from '../relationships/foreign-marks.ts';
import { dataclassOptions } from './mapped-column.ts';

export type Keywords = ReadonlyMap<string, Value>;

export const columnPropertyFunction = nativeFunction(
  'column_property',
  'column, *additional_columns, group=None, deferred=False, raiseload=False, comparator_factory=None, init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, active_history=False, expire_on_flush=True, info=None, doc=None, dataclass_metadata=None',
  (_call, column: Value, more: Value[], group: Value, deferred: Value, raises: Value) =>
    Object.assign(new ColumnProperty([columnOf(column), ...more.map(columnOf)], deferred === true), {
      group,
      raises: raises === true,
    }),
);

/**
 * A column, or an expression for one: a SELECT becomes a scalar subquery.
 * @throws ArgumentError for a table or mapped class, NotImplementedError for text
 */
function columnOf(value: Value): Value {
  if (value instanceof MappedColumn) return value.column;
  const element = operandOf(value);
  if (element?.kind === 'text') throw new Raise('builtins.NotImplementedError', []);
  return (element as Value | undefined) ?? value;
}

export const deferredFunction = nativeFunction(
  'deferred',
  'column, *additional_columns, group=None, raiseload=False, comparator_factory=None, init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, active_history=False, expire_on_flush=True, info=None, doc=None, dataclass_metadata=None',
  (_call, column: Value, more: Value[], group: Value, raises: Value) =>
    Object.assign(new ColumnProperty([columnOf(column), ...more.map(columnOf)], true), {
      group,
      raises: raises === true,
    }),
);

/** An attribute without a column: a query may give it a value, which `with_expression` would do. */
export const queryExpressionFunction = nativeFunction(
  'query_expression',
  'default_expr=None, *, repr=True, compare=True, expire_on_flush=True, info=None, doc=None',
  (call, expression: Value) =>
    new ColumnProperty([expression ?? call.call(call.importName('sqlalchemy.null'))], expression === null),
);

export const columnPropertyClass = nativeClass({
  name: 'ColumnProperty',
  module: 'sqlalchemy.orm.properties',
  host: ColumnProperty,
  getters: {
    key: (self: ColumnProperty) => self.key,
    columns: (self: ColumnProperty, call) => call.process.python.list(self.columns) as Value,
    expression: (self: ColumnProperty) => self.columns[0]!,
    parent: (self: ColumnProperty) => self.parent ?? null,
  },
  getattr: (self: ColumnProperty, name, call) =>
    name.startsWith('__') ? undefined : call.getAttribute(self.columns[0]!, name),
  methods: Object.fromEntries(
    ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'add', 'sub', 'mul'].map((name) => [
      `__${name}__`,
      [
        'other',
        (call: Interpreter, self: ColumnProperty, other: Value) =>
          call.callMethod(self.columns[0]!, `__${name}__`, other),
      ],
    ]),
  ) as never,
  hash: (self: ColumnProperty) => self.key.length,
  str: (self: ColumnProperty) => (self.parent ? `${self.parent.cls.name}.${self.key}` : 'None.None'),
});

export const synonymFunction = nativeFunction(
  'synonym',
  'name, *, map_column=None, descriptor=None, comparator_factory=None, init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, info=None, doc=None, dataclass_metadata=None',
  (_call, name: string) => new Synonym(name),
);

export const synonymClass = nativeClass({
  name: 'Synonym',
  module: 'sqlalchemy.orm.descriptor_props',
  host: Synonym,
  getters: { key: (self: Synonym) => self.key, name: (self: Synonym) => self.name },
});

export const compositeFunction = nativeFunction(
  'composite',
  '_class_or_attr=None, *attrs, **kwargs',
  (_call, first: Value, attrs: Value[], keywords: Keywords) => {
    const isMember =
      typeof first === 'string' ||
      first instanceof MappedColumn ||
      first instanceof Column ||
      first instanceof InstrumentedAttribute;
    const options = dataclassOptions(keywords);
    return isMember ? new Composite(null, [first, ...attrs], options) : new Composite(first, attrs, options);
  },
);

export const compositeClass = nativeClass({
  name: 'Composite',
  module: 'sqlalchemy.orm.descriptor_props',
  host: Composite,
  getters: { key: (self: Composite) => self.key },
});

export const validatesFunction = nativeFunction(
  'validates',
  '*names, include_removes=False, include_backrefs=True',
  (_call, names: Value[], includeRemoves: Value) =>
    nativeFunction('wrap', 'fn', (_inner, fn: PyObject) => {
      fn.attrs ??= new Map();
      fn.attrs.set('__sa_validation_opts__', tuple([includeRemoves]));
      fn.attrs.set('__sa_validators__', tuple(names));
      return fn;
    }),
);

/** `foreign(column)` and `remote(column)` mark columns in join conditions: the mark changes nothing for the schema. */
export const annotationFunction = (name: string) =>
  nativeFunction(name, 'expr', (_call, expression: Value) => {
    if (name === 'foreign') markForeign(expression);
    if (name === 'remote') markRemote(expression);
    return expression;
  });
