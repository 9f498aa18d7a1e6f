/** What `inspect()` gives for mapped classes and their instances. Answers to: sqlalchemy/orm/base.py, state.py. */
import { tuple } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { configureRegistry } from './configure.ts';
import { stateOf } from './instance-state.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import { Mapper } from './mapper.ts';

/** The state of one instance, as learners see it. */
class StateView {
  readonly instance: PyObject;
  readonly mapper: Mapper;
  constructor(instance: PyObject, mapper: Mapper) {
    this.instance = instance;
    this.mapper = mapper;
  }
}

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
    detached: (self: StateView) => !has(self).session && Boolean(has(self).identity),
    deleted: (self: StateView) => has(self).deleted,
    modified: (self: StateView) => has(self).changed.size > 0,
  },
});

/** undefined where the subject is not mapped. */
export function inspectMapped(call: Interpreter, subject: Value): Value | undefined {
  if (subject instanceof Mapper) return subject;
  if (subject instanceof PyClass) {
    const mapper = mapperOf(subject);
    if (mapper) configureRegistry(call, mapper.registry);
    return mapper;
  }
  const mapper = subject instanceof PyObject ? inheritedMapper(subject.cls) : undefined;
  return mapper && subject instanceof PyObject ? new StateView(subject, mapper) : undefined;
}
