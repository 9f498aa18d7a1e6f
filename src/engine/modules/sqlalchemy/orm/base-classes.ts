/** `declarative_base()`, `DeclarativeBase`, `registry` and the classes they bring. Answers to: sqlalchemy/orm/decl_api.py. */
import { Raise } from '../../../machine.ts';
import { NativeFunction, PyCallable } from '../../../python/values/callable.ts';
import { typeClass } from '../../../python/values/classes.ts';
import { tuple } from '../../../python/values/containers.ts';
import { dict, PyDict } from '../../../python/values/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { type NativeMethod, nativeClass, nativeFunction } from '../../../python/values/native.ts';
import { PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { MetaData } from '../../../sqlalchemy/schema/metadata.ts';
import { Table } from '../../../sqlalchemy/schema/table.ts';
import { addAttribute } from './add-attribute.ts';
import { configureRegistry } from './configure.ts';
import { DATACLASS_ARGUMENTS } from './dataclass.ts';
import { mapDeclaratively, mapOnto } from './declarative.ts';
import { inheritedMapper } from './mapped-class.ts';
import { disposeRegistry, Registry, registriesOf } from './registry.ts';

/** `__init__` of mapped classes: keyword arguments that name attributes. */
export const declarativeConstructor = new NativeFunction({
  qualname: '_declarative_constructor',
  signature: '**kwargs',
  method: true,
  module: 'sqlalchemy.orm.decl_base',
  code: (call, self: PyObject, kwargs: ReadonlyMap<string, Value>) => {
    const mapper = inheritedMapper(self.cls);
    if (mapper) configureRegistry(call, mapper.registry);
    for (const [name, value] of kwargs) {
      if (call.getAttribute(self.cls, name) === undefined) {
        throw new Raise('builtins.TypeError', [
          `'${name}' is an invalid keyword argument for ${self.cls.name}`,
        ]);
      }
      call.setAttribute(self, name, value);
    }
    return null;
  },
});

/** `Class.name = value` */
const SET_ATTRIBUTE: NativeMethod = [
  'key, value',
  (_call, cls: PyClass, key: string, value: Value) => {
    addAttribute(cls, key, value);
    return null;
  },
];

/** The metaclass of bases that `declarative_base()` makes. */
export const declarativeMetaClass: PyClass = nativeClass({
  name: 'DeclarativeMeta',
  module: 'sqlalchemy.orm.decl_api',
  bases: [typeClass],
  methods: {
    __init__: [
      'classname, bases, dict_, **kw',
      (call, cls: PyClass) => {
        const registry = registryOf(call, cls);
        if (registry) mapDeclaratively(call, registry, cls);
        return null;
      },
    ],
    __setattr__: SET_ATTRIBUTE,
  },
});

/** The metaclass of `DeclarativeBase`. */
const attributeInterceptClass: PyClass = nativeClass({
  name: 'DeclarativeAttributeIntercept',
  module: 'sqlalchemy.orm.decl_api',
  bases: [typeClass],
  methods: { __setattr__: SET_ATTRIBUTE },
});

function registryOf(call: Interpreter, cls: PyClass): Registry | undefined {
  const kept = call.getAttribute(cls, '_sa_registry');
  if (kept instanceof Registry) return kept;
  const given = cls.own.get('registry');
  const registry = given instanceof Registry ? given : undefined;
  if (registry) cls.setOwn('_sa_registry', registry);
  return registry;
}

interface BaseArguments {
  readonly metadata: Value;
  readonly typeAnnotationMap: Value;
  readonly constructor_: Value;
}

function newRegistry(
  call: Interpreter,
  { metadata, typeAnnotationMap, constructor_ }: BaseArguments,
): Registry {
  const registry = new Registry(
    metadata instanceof MetaData ? metadata : new MetaData(),
    typeAnnotationMap,
    constructor_ === null ? declarativeConstructor : constructor_,
  );
  registry.configure = (call) => configureRegistry(call, registry);
  registriesOf(call).add(registry);
  return registry;
}

function generateBase(
  call: Interpreter,
  registry: Registry,
  bases: Value,
  name: string,
  metaclass: Value,
): Value {
  const parents =
    bases === null ? [call.builtins.get('object')!] : isClassTuple(bases) ? bases.items : [bases];
  const body = dict([
    ['registry', registry],
    ['metadata', registry.metadata],
    ['__abstract__', true],
    ['__init__', registry.constructor_],
    ['__module__', 'sqlalchemy.orm.decl_api'],
  ]);
  const single = parents.length === 1 && parents[0] instanceof PyClass ? parents[0] : undefined;
  const ownInit = single?.mro.some((one) => !one.native && one.own.has('__init__'));
  if (ownInit) body.delete('__init__');
  if (single && !single.native) body.set('__doc__', single.own.get('__doc__') ?? null);
  return call.call(metaclass, [name, tuple(parents), body]);
}

const isClassTuple = (value: Value): value is { items: readonly Value[] } & object =>
  value !== null && typeof value === 'object' && Array.isArray((value as { items?: unknown }).items);

export const registryClass: PyClass = nativeClass({
  name: 'registry',
  module: 'sqlalchemy.orm.decl_api',
  host: Registry,
  signature: '*, metadata=None, class_registry=None, type_annotation_map=None, constructor=None',
  construct: (call, _cls, metadata: Value, _names: Value, typeAnnotationMap: Value, constructor_: Value) =>
    newRegistry(call, { metadata, typeAnnotationMap, constructor_ }),
  getters: {
    metadata: (self: Registry) => self.metadata,
    type_annotation_map: (self: Registry) => self.typeAnnotationMap ?? dict(),
    mappers: (self: Registry, call) => call.call(call.builtins.get('frozenset')!, [tuple([...self.mappers])]),
    constructor: (self: Registry) => self.constructor_,
  },
  methods: {
    generate_base: [
      "mapper=None, cls=None, name='Base', metaclass=None",
      (call, self: Registry, _mapper: Value, cls: Value, name: string, metaclass: Value) =>
        generateBase(call, self, cls, name, metaclass ?? declarativeMetaClass),
    ],
    mapped: [
      'cls',
      (call, self: Registry, cls: PyClass) => {
        mapDecorated(call, self, cls);
        return cls;
      },
    ],
    mapped_as_dataclass: [
      '__cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, match_args=True, kw_only=False, dataclass_callable=None',
      (call, self: Registry, cls: Value, ...options: Value[]) => {
        const decorate = (target: PyClass) => {
          target.setOwn(
            DATACLASS_ARGUMENTS,
            dataclassArguments(DATACLASS_NAMES.map((name, index) => [name, options[index]!])),
          );
          mapDecorated(call, self, target);
          return target;
        };
        return cls === null
          ? nativeFunction('decorate', 'cls', (_inner, target: PyClass) => decorate(target))
          : decorate(cls as PyClass);
      },
    ],
    as_declarative_base: [
      '**kw',
      (call, self: Registry, kw: ReadonlyMap<string, Value>) => baseDecorator(call, self, kw),
    ],
    map_declaratively: [
      'cls',
      (call, self: Registry, cls: PyClass) => {
        mapDecorated(call, self, cls);
        return cls.own.get('__mapper__') ?? null;
      },
    ],
    map_imperatively: [
      'class_, local_table=None, **kw',
      (call, self: Registry, cls: PyClass, table: Value, kw: ReadonlyMap<string, Value>) =>
        mapImperatively(call, self, cls, table, kw),
    ],
    configure: [
      'cascade=False',
      (call, self: Registry) => {
        configureRegistry(call, self, false);
        return null;
      },
    ],
    dispose: [
      'cascade=False',
      (_call, self: Registry) => {
        disposeRegistry(self);
        return null;
      },
    ],
    update_type_annotation_map: [
      'type_annotation_map',
      (call, self: Registry, more: PyDict) => {
        const merged = self.typeAnnotationMap instanceof PyDict ? self.typeAnnotationMap : new PyDict();
        call.callMethod(merged, 'update', more);
        self.typeAnnotationMap = merged;
        return null;
      },
    ],
  },
});

function mapDecorated(call: Interpreter, registry: Registry, cls: PyClass): void {
  cls.setOwn('_sa_registry', registry);
  giveConstructor(cls, registry);
  mapDeclaratively(call, registry, cls);
}

function giveConstructor(cls: PyClass, registry: Registry): void {
  // A dataclass writes its own, and keeps one that is there already.
  if (cls.own.has(DATACLASS_ARGUMENTS)) return;
  const own = cls.mro.some((one) => !one.native && one.own.has('__init__'));
  if (!own) cls.setOwn('__init__', registry.constructor_);
}

function mapImperatively(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  table: Value,
  keywords: ReadonlyMap<string, Value>,
): Value {
  const inherits = inheritedMapper(cls);
  const onto = table instanceof Table ? table : inherits?.table;
  if (!onto) {
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      `Could not determine a table to map ${call.repr(cls)} to: no local_table was given.`,
    ]);
  }
  giveConstructor(cls, registry);
  registry.addClass(cls);
  return mapOnto(call, registry, cls, onto, { inherits, args: keywords, properties: new Map() });
}

function baseDecorator(call: Interpreter, registry: Registry, kw: ReadonlyMap<string, Value>): Value {
  return nativeFunction('decorate', 'cls', (_inner, cls: PyClass) =>
    generateBase(call, registry, cls, cls.name, kw.get('metaclass') ?? declarativeMetaClass),
  );
}

export const declarativeBaseFunction = nativeFunction(
  'declarative_base',
  "*, metadata=None, mapper=None, cls=None, name='Base', class_registry=None, type_annotation_map=None, constructor=None, metaclass=None",
  (
    call,
    metadata: Value,
    _mapper: Value,
    cls: Value,
    name: string,
    _names: Value,
    typeAnnotationMap: Value,
    constructor_: Value,
    metaclass: Value,
  ) => {
    const registry = newRegistry(call, { metadata, typeAnnotationMap, constructor_ });
    return generateBase(call, registry, cls, name, metaclass ?? declarativeMetaClass);
  },
  'sqlalchemy.orm.decl_api',
);

export const asDeclarativeFunction = nativeFunction(
  'as_declarative',
  '**kw',
  (call, kw: ReadonlyMap<string, Value>) =>
    baseDecorator(
      call,
      newRegistry(call, {
        metadata: kw.get('metadata') ?? null,
        typeAnnotationMap: kw.get('type_annotation_map') ?? null,
        constructor_: kw.get('constructor') ?? null,
      }),
      kw,
    ),
);

/** `class Base(DeclarativeBase)` sets up a registry; every class below is mapped. */
export const declarativeBaseClass: PyClass = nativeClass({
  name: 'DeclarativeBase',
  module: 'sqlalchemy.orm.decl_api',
  metaclass: attributeInterceptClass,
  classMethods: {
    __init_subclass__: [
      '**kw',
      (call, cls: PyClass, kw: ReadonlyMap<string, Value>) => {
        if (!cls.own.has(DATACLASS_ARGUMENTS)) takeDataclassArguments(cls, kw);
        if (cls.bases.includes(declarativeBaseClass)) setUpBase(call, cls);
        else {
          const registry = call.getAttribute(cls, '_sa_registry');
          if (registry instanceof Registry) mapDeclaratively(call, registry, cls);
        }
        return null;
      },
    ],
  },
});

function setUpBase(call: Interpreter, cls: PyClass): void {
  if (cls.own.has('__table__') || cls.own.has('__tablename__')) {
    if (!hasDirective(cls.own.get('__tablename__'))) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        "Cannot use 'DeclarativeBase' directly as a declarative base class. Create a Base by creating a subclass of it.",
      ]);
    }
  }
  const given = cls.own.get('registry');
  const registry =
    given instanceof Registry
      ? given
      : newRegistry(call, {
          metadata: call.getAttribute(cls, 'metadata') ?? null,
          typeAnnotationMap: call.getAttribute(cls, 'type_annotation_map') ?? null,
          constructor_: null,
        });
  if (given instanceof Registry) {
    const map = cls.own.get('type_annotation_map');
    if (map instanceof PyDict) registry.typeAnnotationMap = map;
  }
  cls.setOwn('_sa_registry', registry);
  cls.setOwn('registry', registry);
  cls.setOwn('metadata', cls.own.get('metadata') ?? registry.metadata);
  giveConstructor(cls, registry);
}

const hasDirective = (value: Value | undefined): boolean =>
  value === undefined || (value !== null && typeof value === 'object');

const DATACLASS_NAMES = [
  'init',
  'repr',
  'eq',
  'order',
  'unsafe_hash',
  'match_args',
  'kw_only',
  'dataclass_callable',
];

/** Arguments of `class User(MappedAsDataclass, Base, kw_only=True)`; inherited ones stay. */
function takeDataclassArguments(cls: PyClass, kw: ReadonlyMap<string, Value>): void {
  if (!cls.isSubclassOf(mappedAsDataclassClass)) return;
  const inherited = cls.mro
    .slice(1)
    .map((one) => (one.native ? undefined : one.own.get(DATACLASS_ARGUMENTS)));
  const base = inherited.find((one) => one instanceof PyDict);
  const merged = new Map<string, Value>(
    base instanceof PyDict ? [...base.entries()].map(([k, v]) => [String(k), v]) : [],
  );
  for (const [name, value] of kw) merged.set(name, value);
  cls.setOwn(DATACLASS_ARGUMENTS, dataclassArguments([...merged]));
}

function dataclassArguments(given: readonly (readonly [string, Value])[]): PyDict {
  return new PyDict(given.filter(([name, value]) => value !== null && name !== 'dataclass_callable'));
}

export const mappedAsDataclassClass: PyClass = nativeClass({
  name: 'MappedAsDataclass',
  module: 'sqlalchemy.orm.decl_api',
  metaclass: attributeInterceptClass,
  classMethods: {
    __init_subclass__: [
      '**kw',
      (call, cls: PyClass, kw: ReadonlyMap<string, Value>) => {
        takeDataclassArguments(cls, kw);
        const next = cls.lookupAfter(mappedAsDataclassClass, '__init_subclass__');
        if (next !== undefined && next !== null) callNext(call, next, cls);
        return null;
      },
    ],
  },
});

function callNext(call: Interpreter, method: Value, cls: PyClass): void {
  const get = call.getAttribute(method, '__get__');
  const bound = get === undefined ? method : call.call(get, [null, cls]);
  if (bound instanceof PyCallable || bound instanceof PyObject) call.call(bound);
}
