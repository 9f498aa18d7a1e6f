/** Mappers as Python sees them. Answers to: sqlalchemy/orm/mapper.py. */
import { Raise } from '../../../../machine.ts';
import { classOf } from '../../../../python/values/classes/class-of.ts';
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { address } from '../../../../python/values/text.ts';
import type { Value } from '../../../../python/values/value.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { Mapper } from './mapper.ts';
import { ColumnProperty, Composite, MappedColumn, Relationship, Synonym } from './property.ts';

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
    composites: (self: Mapper, call) => propertiesOf(call, self, (one) => one instanceof Composite),
    all_orm_descriptors: (self: Mapper) => descriptorsOf(self),
    self_and_descendants: (self: Mapper) => tuple([...descending(self)]),
    polymorphic_map: (self: Mapper) =>
      dict([...descending(self.base)].map((one) => [one.polymorphicIdentity, one])),
  },
  methods: {
    get_property: [
      'key, _configure_mappers=True',
      (call, self: Mapper, key: string) => {
        self.registry.configure(call);
        const found = self.properties.get(key);
        if (found) return found;
        throw new Raise('sqlalchemy.exc.InvalidRequestError', [
          `Mapper '${self}' has no property '${key}'.  If this property was indicated from other mappers or configure events, ` +
            'ensure registry.configure() has been called.',
        ]);
      },
    ],
    has_property: ['key', (_call, self: Mapper, key: string) => self.properties.has(key)],
    get_property_by_column: [
      'column',
      (_call, self: Mapper, column: Value) => self.propertyOf(column as never) ?? null,
    ],
    primary_key_from_instance: [
      'instance',
      (call, self: Mapper, instance: Value) =>
        call.process.python.list(
          self.primaryKey.map((column) => call.getAttribute(instance, self.propertyOf(column)!.key) ?? null),
        ) as Value,
    ],
    add_property: ['key, prop', (_call, self: Mapper, key: string, prop: Value) => addLater(self, key, prop)],
  },
  str: (self: Mapper) => String(self),
  repr: (self: Mapper) => `<Mapper at ${address(self)}; ${self.cls.name}>`,
});

function* descending(mapper: Mapper): Generator<Mapper> {
  yield mapper;
  for (const one of mapper.subclasses) yield* descending(one);
}

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

/** Everything on the class that stands for rows, hybrids and proxies among it, in the order of the class body. */
function descriptorsOf(mapper: Mapper): Value {
  const found = new Map<string, object>();
  for (const cls of mapper.cls.mro) {
    for (const [key, value] of cls.native ? [] : cls.own) {
      const { name } = classOf(value);
      const counts = value instanceof InstrumentedAttribute || /^(hybrid_\w+|AssociationProxy)$/.test(name);
      if (counts && !found.has(key)) found.set(key, value as object);
    }
  }
  return new PropertyCollection(found);
}

/** `mapper.attrs`: iterates over properties, and gives them by name. */
export class PropertyCollection {
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
