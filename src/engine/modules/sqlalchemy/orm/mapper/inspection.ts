/** What `inspect()` gives for mapped classes and their instances. Answers to: sqlalchemy/orm/base.py, state.py. */
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { refuseUnprepared } from '../declarative/deferred-reflection.ts';
import { configureRegistry } from './configure.ts';
import { historyOf } from './history.ts';
import { stateOf } from './instance-state.ts';
import { setRaw } from './instance-values.ts';
import { loaderStatus } from './loader-status.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import { Mapper } from './mapper.ts';
import { PropertyCollection } from './mapper-class.ts';
import { ColumnProperty, type Property, Relationship } from './property.ts';

/** The state of one instance, as learners see it. */
class StateView {
  readonly instance: PyObject;
  readonly mapper: Mapper;
  constructor(instance: PyObject, mapper: Mapper) {
    this.instance = instance;
    this.mapper = mapper;
  }
}

/** What lies in the `__dict__` of each instance, before its values. */
export function giveState(instance: PyObject, mapper: Mapper): void {
  setRaw(instance, STATE, new StateView(instance, mapper) as unknown as Value);
}

const STATE = '_sa_instance_state';

const has = (self: StateView) => stateOf(self.instance);

nativeClass({
  name: 'InstanceState',
  module: 'sqlalchemy.orm.state',
  host: StateView,
  getters: {
    mapper: (self: StateView) => self.mapper,
    object: (self: StateView) => self.instance,
    session: (self: StateView) => (has(self).session as Value | undefined) ?? null,
    identity: (self: StateView) => (has(self).identity ? tuple([...has(self).identity!]) : null),
    transient: (self: StateView) => !has(self).session && !has(self).identity,
    pending: (self: StateView) => Boolean(has(self).session) && !has(self).identity,
    persistent: (self: StateView) => Boolean(has(self).session) && Boolean(has(self).identity),
    detached: (self: StateView) => !has(self).session && Boolean(has(self).identity) && !has(self).leaving,
    deleted: (self: StateView) => has(self).leaving !== undefined,
    was_deleted: (self: StateView) => has(self).deleted,
    modified: (self: StateView) => has(self).changed.size > 0,
    has_identity: (self: StateView) => Boolean(has(self).identity),
    key: (self: StateView) => keyOf(self),
    identity_key: (self: StateView) => keyOf(self),
    class_: (self: StateView) => self.instance.cls,
    dict: (self: StateView, call) => call.getAttribute(self.instance, '__dict__') ?? null,
    expired: (self: StateView) => has(self).expired.size > 0,
    unloaded: (self: StateView, call) => setOf(call, unloadedKeys(self)),
    unmodified: (self: StateView, call) =>
      setOf(
        call,
        [...self.mapper.properties.keys()].filter((key) => !has(self).changed.has(key)),
      ),
    expired_attributes: (self: StateView, call) => setOf(call, expiredKeys(self)),
    committed_state: (self: StateView, call) =>
      dict([...has(self).changed].map(([key, before]) => [key, before ?? loaderStatus(call, 'NO_VALUE')])),
    attrs: (self: StateView) =>
      new PropertyCollection(
        new Map(
          [...self.mapper.properties.keys()].map((key) => [key, new AttributeState(self.instance, key)]),
        ),
      ) as unknown as Value,
  },
});

const setOf = (call: Interpreter, items: readonly string[]): Value =>
  call.call(call.builtins.get('set')!, [tuple([...items])]);

/** What SQLAlchemy's identity map is keyed by: the class at the top, the primary key, and a token. */
function keyOf({ instance, mapper }: StateView): Value {
  const { identity } = stateOf(instance);
  return identity ? tuple([mapper.base.cls, tuple([...identity]), null]) : null;
}

const isLoadable = (property: Property): boolean =>
  property instanceof ColumnProperty || property instanceof Relationship;

const unloadedKeys = ({ instance, mapper }: StateView): string[] =>
  [...mapper.properties]
    .filter(([key, property]) => isLoadable(property) && !instance.attrs?.has(key))
    .map(([key]) => key);

/** After a commit or `expire()`: what is not in memory, if a column is to be read again. */
const expiredKeys = (self: StateView): string[] =>
  stateOf(self.instance).expired.size === 0
    ? []
    : unloadedKeys(self).filter(
        (key) =>
          stateOf(self.instance).expired.has(key) || self.mapper.properties.get(key) instanceof Relationship,
      );

/** One attribute of one instance: `inspect(user).attrs.name`. */
class AttributeState {
  readonly instance: PyObject;
  readonly key: string;
  constructor(instance: PyObject, key: string) {
    this.instance = instance;
    this.key = key;
  }
}

nativeClass({
  name: 'AttributeState',
  module: 'sqlalchemy.orm.state',
  host: AttributeState,
  getters: {
    key: (self: AttributeState) => self.key,
    value: (self: AttributeState, call) => call.getAttribute(self.instance, self.key) ?? null,
    loaded_value: (self: AttributeState, call) =>
      self.instance.attrs?.get(self.key) ?? loaderStatus(call, 'NO_VALUE'),
    history: (self: AttributeState, call) => historyOf(call, self.instance, self.key),
  },
  methods: {
    load_history: [
      '',
      (call, self: AttributeState) => {
        call.getAttribute(self.instance, self.key);
        return historyOf(call, self.instance, self.key);
      },
    ],
  },
});

/** undefined where the subject is not mapped. */
export function inspectMapped(call: Interpreter, subject: Value): Value | undefined {
  if (subject instanceof Mapper) return subject;
  if (subject instanceof PyClass) {
    const mapper = mapperOf(subject);
    if (!mapper) refuseUnprepared(call, subject);
    if (mapper) configureRegistry(call, mapper.registry);
    return mapper;
  }
  const mapper = subject instanceof PyObject ? inheritedMapper(subject.cls) : undefined;
  if (!mapper || !(subject instanceof PyObject)) return undefined;
  if (!subject.attrs?.has(STATE)) giveState(subject, mapper);
  return subject.attrs!.get(STATE);
}
