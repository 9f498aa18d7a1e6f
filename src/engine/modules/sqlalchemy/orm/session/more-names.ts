/** Further names of `sqlalchemy.orm` and its modules, around instances and their relationships. Answers to: sqlalchemy/orm/util.py, attributes.py. */
import { Raise } from '../../../../machine.ts';
import { PyList } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { type NativeModule, nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { bundleClass } from '../loading/bundle.ts';
import { lazyStatement } from '../loading/lazy-statement.ts';
import { setCollection } from '../loading/load-rows.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { historyOf } from '../mapper/history.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { identityIn, setRaw } from '../mapper/instance-values.ts';
import { statusNames } from '../mapper/loader-status.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { Relationship } from '../mapper/property.ts';

/** What rows must hold to belong to an instance along one of its relationships. */
export function relatedTo(call: Interpreter, instance: PyObject, property: Relationship): Element {
  const mapper = inheritedMapper(instance.cls)!;
  const value = (column: Column): Value => {
    const holder = mapper.propertyOf(column);
    return holder ? (call.getAttribute(instance, holder.key) ?? null) : null;
  };
  return conjunction('and', lazyStatement(property, value).where);
}

/** The relationship of an instance that leads to a class. @throws InvalidRequestError where none does */
export function relationshipTo(instance: PyObject, target: Mapper): Relationship {
  const own = inheritedMapper(instance.cls)!;
  const found = [...own.properties.values()].find(
    (one): one is Relationship => one instanceof Relationship && one.target === target,
  );
  if (found) return found;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Could not locate a property which relates instances of class '${target.cls.name}' to instances of class '${own.cls.name}'`,
  ]);
}

const withParent = nativeFunction(
  'with_parent',
  'instance, prop, from_entity=None',
  (call, instance: PyObject, prop: Value) => {
    if (prop instanceof InstrumentedAttribute)
      return relatedTo(call, instance, prop.relationship(call)) as unknown as Value;
    throw new Raise('sqlalchemy.exc.ArgumentError', [
      'Strings are not accepted for relationship names in with_parent(); please use class-bound attributes directly.',
    ]);
  },
);

const getHistory = nativeFunction(
  'get_history',
  'obj, key, passive=None',
  (call, instance: PyObject, key: string) => historyOf(call, instance, key),
);

const setCommitted = nativeFunction(
  'set_committed_value',
  'instance, key, value',
  (call, instance: PyObject, key: string, value: Value) => {
    const property = inheritedMapper(instance.cls)?.properties.get(key);
    if (property instanceof Relationship && property.useList)
      setCollection(
        call,
        instance,
        property,
        value instanceof PyList ? value.items : [...call.iterate(value)],
      );
    else setRaw(instance, key, value);
    stateOf(instance).changed.delete(key);
    return null;
  },
);

const toDetached = nativeFunction('make_transient_to_detached', 'instance', (_call, instance: PyObject) => {
  const mapper = inheritedMapper(instance.cls)!;
  const state = stateOf(instance);
  if (state.session || state.identity)
    throw new Raise('sqlalchemy.exc.InvalidRequestError', ['Given object must be transient']);
  state.identity = identityIn(mapper, instance);
  state.changed.clear();
  for (const { key, kind } of mapper.properties.values())
    if (kind === 'column-property' && !instance.attrs?.has(key)) state.expired.add(key);
  return null;
});

/** Of `sqlalchemy.orm` */
export const moreNames: NativeModule['names'] = {
  Bundle: () => bundleClass,
  with_parent: () => withParent,
  make_transient_to_detached: () => toDetached,
  was_deleted: () =>
    nativeFunction('was_deleted', 'object_', (_call, instance: PyObject) => stateOf(instance).deleted),
  LoaderCallableStatus: (call) => statusNames.LoaderCallableStatus!(call),
  NO_VALUE: (call) => statusNames.NO_VALUE!(call),
};

/** Of `sqlalchemy.orm.attributes` */
export const attributeNames: NativeModule['names'] = {
  ...statusNames,
  get_history: () => getHistory,
  set_committed_value: () => setCommitted,
  instance_state: (call) => call.importName('sqlalchemy.inspect'),
  set_attribute: () =>
    nativeFunction(
      'set_attribute',
      'instance, key, value, initiator=None',
      (call, ...[instance, key, value]: Value[]) => {
        call.setAttribute(instance!, String(key), value!);
        return null;
      },
    ),
  get_attribute: () =>
    nativeFunction(
      'get_attribute',
      'instance, key',
      (call, instance: Value, key: string) => call.getAttribute(instance, key) ?? null,
    ),
};
