/** `sqlalchemy.orm` and the extensions that models import: which module has which name. */
import { Raise } from '../../../machine.ts';
import {
  laterNames,
  type NativeModule,
  nativeClass,
  nativeFunction,
} from '../../../python/values/native/native.ts';
import { PyClass, type PyObject, type Value } from '../../../python/values/value.ts';
import { registerInspection } from '../schema/inspector-class.ts';
import {
  annotationFunction,
  columnPropertyClass,
  columnPropertyFunction,
  compositeClass,
  compositeFunction,
  deferredFunction,
  queryExpressionFunction,
  synonymClass,
  synonymFunction,
  validatesFunction,
} from './declarative/constructs.ts';
import { declarativeBaseClass } from './declarative/declarative-base-class.ts';
import { asDeclarativeFunction, declarativeBaseFunction } from './declarative/declarative-base-function.ts';
import { declarativeMetaClass } from './declarative/declarative-meta.ts';
import { declarativeMixinFunction, declaredAttrClass } from './declarative/declared-attr.ts';
import { deferredReflectionClass } from './declarative/deferred-reflection.ts';
import { dynamicMappedClass, mappedClass, writeOnlyMappedClass } from './declarative/mapped.ts';
import { mappedAsDataclassClass } from './declarative/mapped-as-dataclass.ts';
import { mappedColumnClass, mappedColumnFunction } from './declarative/mapped-column-function.ts';
import { disposeRegistry, registriesOf } from './declarative/registry.ts';
import { registryClass } from './declarative/registry-class.ts';
import { ormExceptions } from './exc.ts';
import { ASSOCIATION_PROXY } from './ext/association-proxy.ts';
import { AUTOMAP } from './ext/automap.ts';
import { BAKED } from './ext/baked.ts';
import { HYBRID } from './ext/hybrid.ts';
import { MUTABLE } from './ext/mutable.ts';
import { ORDERING_LIST } from './ext/ordering-list.ts';
import { loaderOptions } from './loading/loader-options.ts';
import { instrumentedAttributeClass } from './mapper/attribute.ts';
import { configureRegistry } from './mapper/configure.ts';

import { inspectMapped } from './mapper/inspection.ts';
import { noteForced } from './mapper/instance-state.ts';
import { inheritedMapper, mapperOf } from './mapper/mapped-class.ts';
import { Mapper } from './mapper/mapper.ts';
import { mapperClass } from './mapper/mapper-class.ts';
import { directionNames } from './relationships/direction.ts';
import {
  backrefFunction,
  relationshipClass,
  relationshipFunction,
} from './relationships/relationship-function.ts';
import { attributeNames } from './session/more-names.ts';
import { sessionNames } from './session/session-names.ts';

const same = (value: Value) => () => value;

registerInspection((call, subject) => inspectMapped(call, subject));

const classMapper = nativeFunction('class_mapper', 'class_, configure=True', (call, cls: Value) => {
  const mapper = cls instanceof Mapper ? cls : mapperOf(cls);
  if (!mapper && !(cls instanceof PyClass))
    throw new Raise('sqlalchemy.exc.ArgumentError', [`Class object expected, got '${call.repr(cls)}'.`]);
  if (!mapper) {
    const name = `${(cls as PyClass).module}.${(cls as PyClass).qualname}`;
    throw new Raise('sqlalchemy.orm.exc.UnmappedClassError', [`Class '${name}' is not mapped`]);
  }
  configureRegistry(call, mapper.registry);
  return mapper;
});

const configureMappers = nativeFunction('configure_mappers', '', (call) => {
  for (const registry of registriesOf(call)) configureRegistry(call, registry, false);
  return null;
});

const clearMappers = nativeFunction('clear_mappers', '', (call) => {
  for (const registry of registriesOf(call)) disposeRegistry(registry);
  return null;
});

/** @throws InvalidRequestError for an attribute that is not in memory */
const flagModified = nativeFunction(
  'flag_modified',
  'instance, key',
  (_call, instance: PyObject, key: string) => {
    if (!instance.attrs?.has(key)) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `Can't flag attribute '${key}' modified; it's not present in the object state`,
      ]);
    }
    if (inheritedMapper(instance.cls)) noteForced(instance, key);
    return null;
  },
);

const hasInheritedTable = nativeFunction('has_inherited_table', 'cls', (_call, cls: PyClass) =>
  cls.mro.slice(1).some((base) => inheritedMapper(base) !== undefined),
);

const reconstructor = nativeFunction('reconstructor', 'fn', (_call, fn: PyObject) => {
  fn.attrs ??= new Map();
  fn.attrs.set('__sa_reconstructor__', true);
  return fn;
});

/** A name that is known and that nothing here does: calling it says so. */
const marker = (name: string) => nativeClass({ name, module: 'sqlalchemy.orm' });

/** What `session-names.ts` makes, by name: its code may come later. */
const SESSION_NAMES =
  'Query _FromStatement _column_descriptions Session SessionTransaction aliased attribute_keyed_dict attribute_mapped_collection column_keyed_dict mapped_collection ' +
  'Bundle LoaderCallableStatus NO_VALUE make_transient_to_detached was_deleted with_parent with_polymorphic close_all_sessions make_transient object_mapper object_session scoped_session sessionmaker';

const ormNames: NativeModule['names'] = {
  DeclarativeBase: same(declarativeBaseClass),
  DeclarativeBaseNoMeta: same(declarativeBaseClass),
  DeclarativeMeta: same(declarativeMetaClass),
  DynamicMapped: same(dynamicMappedClass),
  InstrumentedAttribute: same(instrumentedAttributeClass),
  Mapped: same(mappedClass),
  MappedAsDataclass: same(mappedAsDataclassClass),
  MappedColumn: same(mappedColumnClass),
  Mapper: same(mapperClass),
  ColumnProperty: same(columnPropertyClass),
  CompositeProperty: same(compositeClass),
  Composite: same(compositeClass),
  QueryableAttribute: same(instrumentedAttributeClass),
  Relationship: same(relationshipClass),
  RelationshipProperty: same(relationshipClass),
  Synonym: same(synonymClass),
  SynonymProperty: same(synonymClass),
  MapperProperty: () => marker('MapperProperty'),
  WriteOnlyMapped: same(writeOnlyMappedClass),
  as_declarative: same(asDeclarativeFunction),
  backref: same(backrefFunction),
  class_mapper: same(classMapper),
  column_property: same(columnPropertyFunction),
  composite: same(compositeFunction),
  configure_mappers: same(configureMappers),
  clear_mappers: same(clearMappers),
  declarative_base: same(declarativeBaseFunction),
  declarative_mixin: same(declarativeMixinFunction),
  declared_attr: same(declaredAttrClass),
  deferred: same(deferredFunction),
  query_expression: same(queryExpressionFunction),
  foreign: () => annotationFunction('foreign'),
  has_inherited_table: same(hasInheritedTable),
  mapped_column: same(mappedColumnFunction),
  mapper: () => removedMapper,
  reconstructor: same(reconstructor),
  registry: same(registryClass),
  relationship: same(relationshipFunction),
  remote: () => annotationFunction('remote'),
  synonym: same(synonymFunction),
  validates: same(validatesFunction),
  ...directionNames,
  ...loaderOptions,
  ...laterNames(SESSION_NAMES, () => sessionNames),
};

const movedDeclarativeBase = nativeFunction(
  'declarative_base',
  '*arg, **kw',
  (call, args: Value[], kw: ReadonlyMap<string, Value>) => {
    call.process.warn(
      'sqlalchemy.exc.MovedIn20Warning',
      'The ``declarative_base()`` function is now available as sqlalchemy.orm.declarative_base(). (deprecated since: 2.0) ' +
        '(Background on SQLAlchemy 2.0 at: https://sqlalche.me/e/b8d9)',
    );
    return call.call(declarativeBaseFunction, args, kw);
  },
);

const removedMapper = nativeFunction('mapper', '*arg, **kw', () => {
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    "The 'sqlalchemy.orm.mapper()' function is removed as of SQLAlchemy 2.0.  Use the 'sqlalchemy.orm.registry.map_imperatively()` " +
      'method of the ``sqlalchemy.orm.registry`` class to perform classical mapping.',
  ]);
});

const pick = (...names: string[]): NativeModule['names'] =>
  Object.fromEntries(names.map((name) => [name, ormNames[name]!]));

/** Names by module, for the table of modules. */
export const ORM_MODULES: Readonly<Record<string, NativeModule['names']>> = {
  'sqlalchemy.orm': {
    ...ormNames,
    exc: (call) => call.importModule('sqlalchemy.orm.exc'),
    attributes: (call) => call.importModule('sqlalchemy.orm.attributes'),
    session: (call) => call.importModule('sqlalchemy.orm.session'),
  },
  'sqlalchemy.orm.exc': ormExceptions,
  'sqlalchemy.orm.decl_api': {
    ...pick(
      'DeclarativeBase',
      'DeclarativeMeta',
      'MappedAsDataclass',
      'registry',
      'declared_attr',
      'declarative_base',
    ),
    ...pick('declarative_mixin', 'as_declarative', 'has_inherited_table'),
  },
  'sqlalchemy.orm.base': { ...pick('Mapped', 'DynamicMapped', 'WriteOnlyMapped'), ...directionNames },
  'sqlalchemy.orm.interfaces': directionNames,
  'sqlalchemy.orm.attributes': {
    ...pick('InstrumentedAttribute', 'QueryableAttribute'),
    flag_modified: same(flagModified),
    ...laterNames(
      'History LoaderCallableStatus NEVER_SET NO_VALUE get_attribute get_history instance_state set_attribute set_committed_value',
      () => attributeNames,
    ),
  },
  'sqlalchemy.orm.properties': pick('ColumnProperty', 'MappedColumn', 'RelationshipProperty'),
  'sqlalchemy.orm.relationships': { ...pick('Relationship', 'RelationshipProperty'), ...directionNames },
  'sqlalchemy.orm.mapper': pick('Mapper', 'configure_mappers', 'validates', 'reconstructor'),
  'sqlalchemy.orm.session': pick('Session', 'sessionmaker', 'object_session', 'close_all_sessions'),
  'sqlalchemy.orm.query': pick('Query'),
  'sqlalchemy.orm.util': pick('Bundle', 'aliased', 'was_deleted', 'with_parent'),
  'sqlalchemy.orm.scoping': {
    ...pick('scoped_session'),
    ScopedSession: (call) => call.importName('sqlalchemy.orm.scoped_session'),
  },
  'sqlalchemy.orm.strategy_options': loaderOptions,
  'sqlalchemy.orm.collections': pick('attribute_keyed_dict', 'attribute_mapped_collection'),
  'sqlalchemy.ext.declarative': {
    ...pick('as_declarative', 'has_inherited_table', 'declared_attr', 'DeclarativeMeta'),
    declarative_base: same(movedDeclarativeBase),
    AbstractConcreteBase: () => marker('AbstractConcreteBase'),
    ConcreteBase: () => marker('ConcreteBase'),
    DeferredReflection: () => deferredReflectionClass,
  },
  'sqlalchemy.ext.hybrid': HYBRID,
  'sqlalchemy.ext.automap': AUTOMAP,
  'sqlalchemy.ext.baked': BAKED,
  'sqlalchemy.ext.associationproxy': ASSOCIATION_PROXY,
  'sqlalchemy.ext.mutable': MUTABLE,
  'sqlalchemy.ext.orderinglist': ORDERING_LIST,
};
