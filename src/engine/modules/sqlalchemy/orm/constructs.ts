/** The functions that stand in class bodies: mapped_column, relationship and their kin. Answers to: sqlalchemy/orm/_orm_constructors.py. */
import { Raise } from '../../../machine.ts';
import { tuple } from '../../../python/values/containers.ts';
import { typeError } from '../../../python/values/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native.ts';
import { address } from '../../../python/values/text.ts';
import type { PyClass, PyObject, Value } from '../../../python/values/value.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { directionOf } from './direction.ts';
import { markForeign } from './foreign-marks.ts';
import { dataclassOptions, makeMappedColumn } from './mapped-column.ts';
import { Mapper } from './mapper.ts';
import { ColumnProperty, Composite, DeclaredAttr, MappedColumn, Relationship, Synonym } from './property.ts';

type Keywords = ReadonlyMap<string, Value>;

export const mappedColumnFunction = nativeFunction(
  'mapped_column',
  '__name_pos=None, __type_pos=None, /, *args, **kw',
  (call, name: Value, type: Value, args: Value[], kw: Keywords) => {
    const given = [name, type, ...args];
    while (given.length > 0 && given[0] === null && args.length === 0) given.shift();
    return makeMappedColumn(
      call,
      given.filter((one) => one !== null),
      kw,
    );
  },
  'sqlalchemy.orm._orm_constructors',
);

export const mappedColumnClass = nativeClass({
  name: 'MappedColumn',
  module: 'sqlalchemy.orm.properties',
  host: MappedColumn,
  getters: {
    column: (self: MappedColumn) => self.column,
    foreign_keys: (self: MappedColumn, call) =>
      call.call(call.builtins.get('set')!, [tuple([...self.column.foreignKeys])]),
  },
  getattr: (self: MappedColumn, name, call) => call.getAttribute(self.column, name),
});

/** Every keyword of `relationship()` in its order; unknown ones are refused as Python does. */
const RELATIONSHIP_SIGNATURE =
  'argument=None, secondary=None, *, uselist=None, collection_class=None, primaryjoin=None, secondaryjoin=None, ' +
  'back_populates=None, order_by=False, backref=None, overlaps=None, post_update=False, cascade=None, viewonly=False, ' +
  'init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, lazy=None, ' +
  'passive_deletes=False, passive_updates=True, active_history=False, enable_typechecks=True, foreign_keys=None, ' +
  'remote_side=None, join_depth=None, comparator_factory=None, single_parent=False, innerjoin=False, ' +
  'distinct_target_key=None, load_on_pending=False, query_class=None, info=None, omit_join=None, ' +
  'sync_backref=None, dataclass_metadata=None, cascade_backrefs=False, **kw';

const RELATIONSHIP_NAMES = RELATIONSHIP_SIGNATURE.split(', ')
  .filter((part) => part !== '*' && part !== '**kw')
  .map((part) => part.replace(/=.*/, ''));

export const relationshipFunction = nativeFunction(
  'relationship',
  RELATIONSHIP_SIGNATURE,
  (_call, ...bound: Value[]) => makeRelationship(bound),
  'sqlalchemy.orm._orm_constructors',
);

function makeRelationship(bound: readonly Value[]): Relationship {
  const options = new Map<string, Value>();
  // Unknown keywords travel on to the class, whose name is the one that is told.
  for (const name of (bound.at(-1) as unknown as Keywords).keys())
    throw typeError(`RelationshipProperty.__init__() got an unexpected keyword argument '${name}'`);
  RELATIONSHIP_NAMES.forEach((name, index) => {
    const value = bound[index]!;
    if (index > 0 && value !== null) options.set(name, value);
  });
  if (options.has('back_populates') && options.has('backref')) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'backref and back_populates keyword arguments are mutually exclusive',
    ]);
  }
  if (options.get('cascade_backrefs') !== false) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      "The 'cascade_backrefs' parameter passed to relationship() may only be set to False.",
    ]);
  }
  checkCascade(options.get('cascade'));
  return new Relationship(bound[0]!, options, dataclassOptions(options));
}

const CASCADES = new Set([
  'all',
  'none',
  'delete',
  'delete-orphan',
  'expunge',
  'merge',
  'refresh-expire',
  'save-update',
]);

function checkCascade(cascade: Value | undefined): void {
  if (typeof cascade !== 'string') return;
  const unknown = cascade
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !CASCADES.has(part));
  if (unknown.length === 0) return;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Invalid cascade option(s): ${unknown
      .sort()
      .map((part) => `'${part}'`)
      .join(', ')}`,
  ]);
}

export const relationshipClass = nativeClass({
  name: 'Relationship',
  module: 'sqlalchemy.orm.relationships',
});

/** What `relationship()` makes. */
nativeClass({
  name: '_RelationshipDeclared',
  module: 'sqlalchemy.orm.relationships',
  bases: [relationshipClass],
  host: Relationship,
  getters: {
    key: (self: Relationship) => self.key,
    mapper: (self: Relationship) => self.target ?? null,
    argument: (self: Relationship) => self.argument,
    uselist: (self: Relationship) => self.useList,
    back_populates: (self: Relationship) => self.options.get('back_populates') ?? null,
    parent: (self: Relationship) => self.parent ?? null,
    direction: (self: Relationship, call) => directionOf(call, self),
    local_columns: (self: Relationship, call) =>
      call.call(call.builtins.get('set')!, [tuple(self.pairs.map(([here]) => here))]),
    remote_side: (self: Relationship, call) =>
      call.call(call.builtins.get('set')!, [
        tuple(
          self.direction === 'many-to-many'
            ? [...self.pairs, ...self.secondaryPairs].map(([, there]) => there)
            : self.pairs.map(([, there]) => there),
        ),
      ]),
    secondary: (self: Relationship) => self.options.get('secondary') ?? null,
    cascade: (self: Relationship) => self.options.get('cascade') ?? null,
    viewonly: (self: Relationship) => self.options.get('viewonly') ?? false,
    lazy: (self: Relationship) => self.options.get('lazy') ?? 'select',
    backref: (self: Relationship) => self.options.get('backref') ?? null,
    info: (self: Relationship, call) => self.options.get('info') ?? call.call(call.builtins.get('dict')!),
  },
  repr: (self: Relationship) => `<_RelationshipDeclared at ${address(self)}; ${self.key || 'no key'}>`,
});

export const backrefFunction = nativeFunction(
  'backref',
  'name, **kwargs',
  (call, name: Value, kwargs: Keywords) => tuple([name, call.call(call.builtins.get('dict')!, [], kwargs)]),
);

export const columnPropertyFunction = nativeFunction(
  'column_property',
  'column, *additional_columns, group=None, deferred=False, raiseload=False, comparator_factory=None, init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, active_history=False, expire_on_flush=True, info=None, doc=None, dataclass_metadata=None',
  (_call, column: Value, more: Value[], _group: Value, deferred: Value) =>
    new ColumnProperty([columnOf(column), ...more.map(columnOf)], deferred === true),
);

const columnOf = (value: Value): Value => (value instanceof MappedColumn ? value.column : value);

export const deferredFunction = nativeFunction(
  'deferred',
  'column, *additional_columns, group=None, raiseload=False, comparator_factory=None, init=None, repr=None, default=None, default_factory=None, compare=None, kw_only=None, hash=None, active_history=False, expire_on_flush=True, info=None, doc=None, dataclass_metadata=None',
  (_call, column: Value, more: Value[]) =>
    new ColumnProperty([columnOf(column), ...more.map(columnOf)], true),
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
  (_call, factory: Value, attrs: Value[]) => new Composite(factory, attrs.map(columnOf)),
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
  (_call, names: Value[]) =>
    nativeFunction('wrap', 'fn', (_inner, fn: PyObject) => {
      fn.attrs ??= new Map();
      fn.attrs.set('__sa_validators__', tuple(names));
      return fn;
    }),
);

export const declaredAttrClass: PyClass = nativeClass({
  name: 'declared_attr',
  module: 'sqlalchemy.orm.decl_api',
  host: DeclaredAttr,
  signature: 'fn, cascading=False, quiet=False',
  construct: (_call, _cls, callable: Value, cascading: boolean) =>
    new DeclaredAttr(callable, false, cascading),
  attributes: {
    directive: () => nativeFunction('directive', 'fn', (_call, fn: Value) => new DeclaredAttr(fn, true)),
    cascading: () =>
      nativeFunction('cascading', 'fn', (_call, fn: Value) => new DeclaredAttr(fn, false, true)),
  },
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: DeclaredAttr, _instance: Value, owner: Value) => evaluateDeclared(call, self, owner),
    ],
  },
});

/** A declared attribute is evaluated once a class. */
const evaluated = new WeakMap<object, WeakMap<DeclaredAttr, Value>>();

function evaluateDeclared(call: Interpreter, self: DeclaredAttr, owner: Value): Value {
  const cls = owner as object;
  let known = evaluated.get(cls);
  if (!known) {
    known = new WeakMap();
    evaluated.set(cls, known);
  }
  const before = known.get(self);
  if (before !== undefined) return before;
  const inner = call.getAttribute(self.function, '__func__') ?? self.function;
  const made = call.call(inner, [owner]);
  if (!self.directive) known.set(self, made);
  return made;
}

export const declarativeMixinFunction = nativeFunction(
  'declarative_mixin',
  'cls',
  (_call, cls: Value) => cls,
);

/** `foreign(column)` and `remote(column)` mark columns in join conditions: the mark changes nothing for the schema. */
export const annotationFunction = (name: string) =>
  nativeFunction(name, 'expr', (_call, expression: Value) => {
    if (name === 'foreign') markForeign(expression);
    return expression;
  });

export const mapperClass = nativeClass({
  name: 'Mapper',
  module: 'sqlalchemy.orm.mapper',
  host: Mapper,
  getters: {
    class_: (self: Mapper) => self.cls,
    mapper: (self: Mapper) => self,
    local_table: (self: Mapper) => self.table,
    persist_selectable: (self: Mapper) => self.table,
    selectable: (self: Mapper) => self.table,
    tables: (self: Mapper, call) => call.process.python.list(self.tables) as Value,
    primary_key: (self: Mapper) => tuple([...self.primaryKey]),
    inherits: (self: Mapper) => self.inherits ?? null,
    polymorphic_identity: (self: Mapper) => self.polymorphicIdentity,
    polymorphic_on: (self: Mapper) => self.polymorphicOn ?? null,
    columns: (self: Mapper, call) => call.getAttribute(self.table, 'columns')!,
    c: (self: Mapper, call) => call.getAttribute(self.table, 'columns')!,
    attrs: (self: Mapper, call) => propertiesOf(call, self, () => true),
    column_attrs: (self: Mapper, call) => propertiesOf(call, self, (one) => one instanceof ColumnProperty),
    relationships: (self: Mapper, call) => propertiesOf(call, self, (one) => one instanceof Relationship),
    synonyms: (self: Mapper, call) => propertiesOf(call, self, (one) => one instanceof Synonym),
    all_orm_descriptors: (self: Mapper, call) => propertiesOf(call, self, () => true),
  },
  methods: {
    get_property: ['key', (_call, self: Mapper, key: string) => self.properties.get(key) ?? null],
    add_property: ['key, prop', (_call, self: Mapper, key: string, prop: Value) => addLater(self, key, prop)],
  },
  str: (self: Mapper) => String(self),
  repr: (self: Mapper) => `<Mapper at ${address(self)}; ${self.cls.name}>`,
});

function addLater(mapper: Mapper, key: string, prop: Value): Value {
  const property = prop instanceof MappedColumn ? new ColumnProperty([prop.column]) : prop;
  if (property instanceof ColumnProperty || property instanceof Relationship || property instanceof Synonym) {
    property.key = key;
    property.parent = mapper;
    mapper.properties.set(key, property);
    mapper.cls.setOwn(key, new InstrumentedAttribute(mapper, property, key));
  }
  return null;
}

/** `mapper.attrs`: iterates over properties, and gives them by name. */
class PropertyCollection {
  readonly items: ReadonlyMap<string, object>;
  constructor(items: ReadonlyMap<string, object>) {
    this.items = items;
  }
}

function propertiesOf(_call: Interpreter, mapper: Mapper, wanted: (property: object) => boolean): Value {
  return new PropertyCollection(new Map([...mapper.properties].filter(([, property]) => wanted(property))));
}

nativeClass({
  name: 'ReadOnlyProperties',
  module: 'sqlalchemy.util._collections',
  host: PropertyCollection,
  iterate: (self: PropertyCollection) => self.items.values(),
  len: (self: PropertyCollection) => self.items.size,
  contains: (self: PropertyCollection, key: string) => self.items.has(key),
  getItem: (self: PropertyCollection, key: string) => {
    const found = self.items.get(key);
    if (!found) throw new Raise('builtins.KeyError', [key]);
    return found;
  },
  getattr: (self: PropertyCollection, name) => self.items.get(name),
  methods: {
    keys: ['', (call, self: PropertyCollection) => call.process.python.list([...self.items.keys()]) as Value],
    values: [
      '',
      (call, self: PropertyCollection) => call.process.python.list([...self.items.values()]) as Value,
    ],
    items: [
      '',
      (call, self: PropertyCollection) =>
        call.process.python.list([...self.items].map(([key, value]) => tuple([key, value]))) as Value,
    ],
  },
});
