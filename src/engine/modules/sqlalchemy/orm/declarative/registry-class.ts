/** `registry`. Answers to: sqlalchemy/orm/decl_api.py (registry). */
import { Raise } from '../../../../machine.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { MetaData } from '../../../../sqlalchemy/schema/metadata.ts';
import { Table } from '../../../../sqlalchemy/schema/table.ts';
import { configureRegistry } from '../mapper/configure.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { declarativeConstructor } from './constructor.ts';
import { DATACLASS_ARGUMENTS } from './dataclass.ts';
import { mapDeclaratively } from './declarative.ts';
import { declarativeMetaClass } from './declarative-meta.ts';
import { mapOnto } from './map-class.ts';
import { DATACLASS_NAMES, dataclassArguments } from './mapped-as-dataclass.ts';
import { disposeRegistry, Registry, registriesOf } from './registry.ts';

interface BaseArguments {
  readonly metadata: Value;
  readonly typeAnnotationMap: Value;
  readonly constructor_: Value;
}

/** A registry, and the metadata of its own where none is given. */
export function newRegistry(
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

/** `registry.generate_base(…)`: a declarative base of this registry. */
export function generateBase(
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

/** Gives a mapped class the constructor that takes its attributes as keywords, unless it has one. */
export function giveConstructor(cls: PyClass, registry: Registry): void {
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

/** `@registry.as_declarative_base(…)` */
export function baseDecorator(call: Interpreter, registry: Registry, kw: ReadonlyMap<string, Value>): Value {
  return nativeFunction('decorate', 'cls', (_inner, cls: PyClass) =>
    generateBase(call, registry, cls, cls.name, kw.get('metaclass') ?? declarativeMetaClass),
  );
}
