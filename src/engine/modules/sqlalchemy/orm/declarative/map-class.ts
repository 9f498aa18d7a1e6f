/** Gives a class its mapper and its attributes. Answers to: sqlalchemy/orm/mapper.py (_configure_properties). */
import { Raise } from '../../../../machine.ts';
import { PyFunction } from '../../../../python/evaluate/function.ts';
import { PyTuple } from '../../../../python/values/containers/containers.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyClass, PyObject, Value } from '../../../../python/values/value.ts';
import { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Table } from '../../../../sqlalchemy/schema/table.ts';
import { configuredEntity, selectableOf, singleCriteria } from '../loading/entity.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { instanceMade } from '../mapper/attribute-events.ts';
import { configureRegistry } from '../mapper/configure.ts';
import { giveState } from '../mapper/inspection.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { completeMapper, Mapper } from '../mapper/mapper.ts';
import { ColumnProperty, isProperty, MappedColumn, type Property } from '../mapper/property.ts';
import { wrapConstructor } from './constructor.ts';
import type { Registry } from './registry.ts';

interface MappingInput {
  readonly inherits: Mapper | undefined;
  readonly args: ReadonlyMap<string, Value>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly copies?: ReadonlyMap<Value, Value>;
}

/** Makes the mapper and puts its attributes on the class. */
export function mapOnto(
  call: Interpreter,
  registry: Registry,
  cls: PyClass,
  table: Table,
  { inherits, args, properties, copies }: MappingInput,
): Mapper {
  const mapper = new Mapper(cls, registry, table, {
    inherits,
    concrete: args.get('concrete') === true,
    args,
  });
  const declared = new Map(properties);
  const given = args.get('properties');
  if (given instanceof PyDict) {
    for (const [key, value] of given.entries()) {
      if (isProperty(value)) declared.set(String(key), value);
      else if (value instanceof Column) declared.set(String(key), new ColumnProperty([value]));
    }
  }
  for (const property of declared.values()) {
    if (!(property instanceof ColumnProperty) || !copies) continue;
    property.columns.forEach((column, index) => {
      const copy = copies.get(column);
      if (copy) property.columns[index] = copy instanceof MappedColumn ? copy.column : copy;
    });
  }
  completeMapper(call, mapper, declared);
  instrument(cls, mapper);
  cls.made = (instance, args, keywords) => {
    giveState(instance, mapper);
    prepare(call, mapper, instance);
    instanceMade(call, instance, args, keywords);
  };
  mapper.criteria = () => singleCriteria(mapper);
  mapper.selectable = () => selectableOf(mapper);
  mapper.entity = (inner) => configuredEntity(inner, mapper);
  registry.mappers.add(mapper);
  registry.unconfigured = true;
  return mapper;
}

/** What a new instance has before its `__init__`: mappers that are ready, and the name of its kind. */
function prepare(call: Interpreter, mapper: Mapper, instance: PyObject): void {
  configureRegistry(call, mapper.registry);
  const property = mapper.polymorphicOn && mapper.propertyOf(mapper.polymorphicOn);
  if (!property) return;
  if (mapper.polymorphicIdentity === null && mapper.args.get('polymorphic_abstract') === true) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Can't instantiate class for ${mapper}; mapper is marked polymorphic_abstract=True`,
    ]);
  }
  setRaw(instance, property.key, mapper.polymorphicIdentity);
}

function instrument(cls: PyClass, mapper: Mapper): void {
  for (const one of cls.mro) {
    for (const [name, value] of one.native ? [] : one.own) {
      const keys = validatedKeys(value);
      if (keys.length > 0 && cls.lookup(name) === value) addValidators(mapper, keys, value);
      if (marked(value, '__sa_reconstructor__')) mapper.reconstructor ??= value;
    }
  }
  for (const [key, property] of mapper.properties) {
    cls.setOwn(key, new InstrumentedAttribute(mapper, property, key));
  }
  // The mapper wraps a class's own __init__; its TypeErrors then lack the class's name.
  const own = cls.own.get('__init__');
  if (own instanceof PyFunction) own.qualname = '__init__';
  wrapConstructor(cls);
  cls.setOwn('__table__', mapper.table);
  cls.setOwn('__mapper__', mapper);
}

/** @throws InvalidRequestError for a second validator of one attribute */
function addValidators(mapper: Mapper, keys: readonly string[], validator: Value): void {
  for (const key of keys) {
    if (mapper.validators.has(key)) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `A validation function for mapped attribute '${key}' on mapper ${mapper} already exists.`,
      ]);
    }
    mapper.validators.set(key, validator);
  }
}

/** What a decorator noted on a function. */
function marked(value: Value, name: string): Value | undefined {
  const attrs = (value as { attrs?: Map<string, Value> } | null)?.attrs;
  return attrs instanceof Map ? attrs.get(name) : undefined;
}

/** Names that `@validates("a", "b")` was given, kept on the function. */
function validatedKeys(value: Value): readonly string[] {
  const keys = marked(value, '__sa_validators__');
  return keys instanceof PyTuple ? (keys.items as readonly string[]) : [];
}
