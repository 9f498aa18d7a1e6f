/** Events of attributes and of instances outside a flush: `set`, `append`, `remove`, `init`, `load`. Answers to: sqlalchemy/orm/events.py (AttributeEvents, InstanceEvents). */
import { tuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { PyClass, type PyObject, type Value } from '../../../../python/values/value.ts';
import { type Kept, keptListeners } from '../../engine/event.ts';
import { loaderStatus } from './loader-status.ts';
import { inheritedMapper } from './mapped-class.ts';

/** What a listener is told of where a change came from. */
class AttributeEvent {
  readonly key: string;
  readonly operation: string;
  constructor(key: string, operation: string) {
    this.key = key;
    this.operation = operation;
  }
}

nativeClass({
  name: 'AttributeEventToken',
  module: 'sqlalchemy.orm.attributes',
  host: AttributeEvent,
  getters: {
    key: (self: AttributeEvent) => self.key,
    op: (self: AttributeEvent) => self.operation,
  },
});

/** An attribute of a class as listeners were hung on it. */
interface Heard {
  readonly mapper: { readonly cls: PyClass };
  readonly property: { readonly key: string };
}

function listeners(call: Interpreter, name: string, self: PyObject, key: string): readonly Kept[] {
  return keptListeners(call, name).filter(({ target, keywords }) => {
    const { mapper, property } = (target ?? {}) as Partial<Heard>;
    if (!mapper || property?.key !== key) return false;
    return (
      self.cls === mapper.cls || (keywords.get('propagate') === true && self.cls.isSubclassOf(mapper.cls))
    );
  });
}

const answered = (call: Interpreter, one: Kept, args: readonly Value[], value: Value): Value => {
  const answer = call.call(one.function, args);
  return one.keywords.get('retval') === true ? answer : value;
};

/** An attribute is set. @param before its value until now @returns what is set in the end */
export function attributeSet(
  call: Interpreter,
  self: PyObject,
  key: string,
  value: Value,
  before: Value | undefined,
): Value {
  return listeners(call, 'set', self, key).reduce<Value>((current, one) => {
    const old = before === undefined ? loaderStatus(call, 'NO_VALUE') : before;
    return answered(call, one, [self, current, old, new AttributeEvent(key, 'REPLACE')], current);
  }, value);
}

/** A member comes to a collection, or leaves it. @returns what comes in the end */
export function memberEvent(
  call: Interpreter,
  self: PyObject,
  key: string,
  member: Value,
  name: 'append' | 'remove',
): Value {
  return listeners(call, name, self, key).reduce<Value>((current, one) => {
    const event = new AttributeEvent(key, name.toUpperCase());
    return answered(call, one, [self, current, event], current);
  }, member);
}

function instanceListeners(call: Interpreter, name: string, cls: PyClass): readonly Kept[] {
  return keptListeners(call, name).filter(({ target, keywords }) => {
    if (!(target instanceof PyClass)) return target === (inheritedMapper(cls) as unknown);
    if (target.native) return target.name === 'Mapper';
    const isMapped = inheritedMapper(target) !== undefined;
    return cls === target || (cls.isSubclassOf(target) && (!isMapped || keywords.get('propagate') === true));
  });
}

/** An instance is made by a call of its class. */
export function instanceMade(
  call: Interpreter,
  self: PyObject,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> | undefined,
): void {
  for (const one of instanceListeners(call, 'init', self.cls))
    call.call(one.function, [self, tuple([...args]), dict([...(keywords ?? [])])]);
}

/** An instance is made of a row: `@reconstructor` and listeners. */
export function instanceLoaded(call: Interpreter, self: PyObject): void {
  const reconstructor = inheritedMapper(self.cls)?.reconstructor;
  if (reconstructor !== undefined) call.call(reconstructor, [self]);
  for (const one of instanceListeners(call, 'load', self.cls)) call.call(one.function, [self, null]);
}

/** An instance is read again. @param names the attributes; null: all */
export function instanceRefreshed(call: Interpreter, self: PyObject, names: readonly string[] | null): void {
  for (const one of instanceListeners(call, 'refresh', self.cls))
    call.call(one.function, [
      self,
      null,
      names === null ? null : call.call(call.builtins.get('set')!, [tuple([...names])]),
    ]);
}
