/** What is known of an instance beside its values: its session, its row, what changed. Answers to: sqlalchemy/orm/state.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { detached } from '../session/session-errors.ts';
import type { Mapper } from './mapper.ts';
import { ColumnProperty, type Property, Relationship } from './property.ts';

/** A session as instances see it. */
export interface OwningSession {
  /** Takes in what came to a relationship of one of its instances. */
  adopt(call: Interpreter, instance: PyObject): void;
  /** Reads an attribute of a persistent instance that is not in memory; undefined where it has none to give. */
  load(call: Interpreter, instance: PyObject, mapper: Mapper, property: Property): Value | undefined;
}

export interface InstanceState {
  /** What was set since the row was read or written, with the value before. */
  readonly changed: Map<string, Value | undefined>;
  session: OwningSession | undefined;
  /** Values of the primary key of its row; undefined until there is a row. */
  identity: readonly Value[] | undefined;
  /** Column attributes that are to be read again on their next use. */
  readonly expired: Set<string>;
  /** Column attributes that were never given a value: their row was written without them, and they are None until it is read. */
  readonly unset: Set<string>;
  /** Relationships that a loader option forbids to load. */
  readonly refused: Set<string>;
  /** Options of the statement that loaded it, for those that load what it refers to. */
  loadOptions: readonly unknown[];
  deleted: boolean;
  /** The session whose transaction took its row away, until that ends. */
  leaving: OwningSession | undefined;
  /** What came to and left a collection that is not in memory. */
  readonly pending: Map<string, { readonly added: Set<Value>; readonly removed: Set<Value> }>;
  /** Members that came to a set or dict because their own side was set: that alone does not bring them into the session. */
  readonly passive: Set<Value>;
  /** Members of collections as the rows have them. */
  readonly committed: Map<string, readonly Value[]>;
}

const states = new WeakMap<PyObject, InstanceState>();

/** The state of an instance, made on first use. */
export function stateOf(instance: PyObject): InstanceState {
  let state = states.get(instance);
  if (!state) {
    state = {
      changed: new Map(),
      session: undefined,
      identity: undefined,
      expired: new Set(),
      unset: new Set(),
      refused: new Set(),
      loadOptions: [],
      deleted: false,
      leaving: undefined,
      pending: new Map(),
      passive: new Set(),
      committed: new Map(),
    };
    states.set(instance, state);
  }
  return state;
}

/** An attribute was set. @param before its value until then */
export function noteChange(instance: PyObject, key: string, before?: Value): void {
  const { changed } = stateOf(instance);
  if (!changed.has(key)) changed.set(key, before);
}

/** A value changed inside: it is written again, though it is the same object. */
export function noteForced(instance: PyObject, key: string): void {
  stateOf(instance).changed.set(key, undefined);
}

/** The value of an attribute that is not in memory; undefined where no session can give it. */
export function loadAttribute(
  call: Interpreter,
  instance: PyObject,
  mapper: Mapper,
  property: Property,
): Value | undefined {
  const state = states.get(instance);
  if (!state?.identity) return undefined;
  if (state.unset.has(property.key) && !state.expired.has(property.key)) return undefined;
  if (!state.session) {
    if (state.deleted) return undefined;
    const isDeferred =
      property instanceof ColumnProperty && property.deferred && !state.expired.has(property.key);
    throw detached(
      instance,
      property.key,
      property instanceof Relationship ? 'lazy' : isDeferred ? 'deferred' : '',
    );
  }
  return state.session.load(call, instance, mapper, property);
}
