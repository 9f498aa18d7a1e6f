/** What is known of an instance beside its values: its session, its row, what changed. Answers to: sqlalchemy/orm/state.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../python/values/value.ts';
import type { Mapper } from './mapper.ts';
import type { Property } from './property.ts';

/** A session as instances see it. */
export interface OwningSession {
  /** Reads an attribute of a persistent instance that is not in memory; undefined where it has none to give. */
  load(call: Interpreter, instance: PyObject, mapper: Mapper, property: Property): Value | undefined;
}

export interface InstanceState {
  readonly changed: Set<string>;
  session: OwningSession | undefined;
  /** Values of the primary key of its row; undefined until there is a row. */
  identity: readonly Value[] | undefined;
  /** Values are to be read again on their next use. */
  expired: boolean;
  deleted: boolean;
}

const states = new WeakMap<PyObject, InstanceState>();

/** The state of an instance, made on first use. */
export function stateOf(instance: PyObject): InstanceState {
  let state = states.get(instance);
  if (!state) {
    state = { changed: new Set(), session: undefined, identity: undefined, expired: false, deleted: false };
    states.set(instance, state);
  }
  return state;
}

/** An attribute was set. */
export function noteChange(instance: PyObject, key: string): void {
  stateOf(instance).changed.add(key);
}

/** The value of an attribute that is not in memory; undefined where no session can give it. */
export function loadAttribute(
  call: Interpreter,
  instance: PyObject,
  mapper: Mapper,
  property: Property,
): Value | undefined {
  const state = states.get(instance);
  return state?.session && state.identity ? state.session.load(call, instance, mapper, property) : undefined;
}
