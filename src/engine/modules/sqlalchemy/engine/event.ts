/** sqlalchemy.event: listeners of schema objects, engines and connections. Answers to: sqlalchemy/event/api.py. */

import { Raise } from '../../../machine.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import { PyTuple } from '../../../python/values/containers/containers.ts';
import { type Interpreter, runningInterpreter } from '../../../python/values/interpreter.ts';
import { nativeFunction } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { Connection } from '../../../sqlalchemy/engine/connection.ts';
import { Engine } from '../../../sqlalchemy/engine/engine.ts';
import {
  classListeners,
  connectionListeners,
  type Done,
  type EngineListener,
} from '../../../sqlalchemy/engine/events.ts';
import { type Listeners, useClassListeners } from '../../../sqlalchemy/schema/schema-item.ts';
import { Table } from '../../../sqlalchemy/schema/table.ts';
import { DriverConnection, DriverCursor } from '../../psycopg2/cursor.ts';
import { eventArguments } from './event-arguments.ts';
import { type Hear, hearing, schemaListener } from './event-call.ts';
import { hasEvent } from './event-names.ts';
import { MockConnection } from './mock-engine.ts';

type Keywords = ReadonlyMap<string, Value>;

const MODULE = 'sqlalchemy.event.api';

/** Keeps a learner's function and the listener made of it, for `remove`. */
const KEPT = Symbol('event listeners');

export interface Kept {
  readonly target: Value;
  readonly name: string;
  /** `propagate`, `retval` and their kin. */
  readonly keywords: Keywords;
  readonly function: Value;
  readonly listener: (...args: readonly unknown[]) => void;
}

const kept = (call: Interpreter): Kept[] => call.state(KEPT, () => [] as Kept[]);

const NONE: readonly Kept[] = [];

/** What listens to an event, whatever its target. */
export const keptListeners = (call: Interpreter, name: string): readonly Kept[] =>
  kept(call).length === 0 ? NONE : kept(call).filter((one) => one.name === name);

interface HasListeners {
  readonly listeners: Listeners;
}

const hasListeners = (target: unknown): target is HasListeners =>
  typeof (target as Partial<HasListeners> | null)?.listeners === 'object' && !(target instanceof Engine);

/** A listener of an engine as a function of what happened. */
function engineListener(call: Interpreter, name: string, hear: Hear, answers: boolean): EngineListener {
  return (facts) => {
    const given = eventArguments(call, name, facts);
    const answer = hear(given);
    if (name.startsWith('do_')) return doneBy(call, given, answer);
    // What takes the place of a statement stands first; what takes that of an error stands alone.
    if (!answers || !(answer instanceof PyTuple)) return answers ? answer : undefined;
    return answer.items[0];
  };
}

/** What a listener of `do_connect`, `do_execute` or their kin did in the driver's place: nothing, where its answer is no truth. */
function doneBy(call: Interpreter, given: readonly Value[], answer: Value): Done | undefined {
  if (answer instanceof DriverConnection) return { session: answer.session };
  if (answer === null || !call.truth(answer)) return undefined;
  return given[0] instanceof DriverCursor ? { answer: given[0].answer } : undefined;
}

/** The classes whose listeners hear of every engine. */
const ENGINE_CLASSES = new Set(['Engine', 'Connection', 'Pool', 'QueuePool', 'NullPool']);

function listen(call: Interpreter, target: Value, name: Value, listener: Value, keywords: Keywords): void {
  if (target instanceof MockConnection) throw noSuchEvent(call, name, target);
  if (!hasEvent(target, String(name), hasListeners(target))) throw noSuchEvent(call, name, target);
  const flag = (one: string) => call.truth(keywords.get(one) ?? null);
  const hear = hearing(call, listener, String(name), { once: flag('once'), named: flag('named') });
  const record: Kept = {
    target,
    name: String(name),
    keywords,
    function: listener,
    listener: schemaListener(hear),
  };
  if (flag('insert')) kept(call).unshift(record);
  else kept(call).push(record);
  if (hasListeners(target)) {
    target.listeners.add(record.name, record.listener, flag('insert'));
    if (flag('propagate')) target.listeners.propagate(record.listener);
  } else if (hasEngineListeners(target)) {
    const lists = engineListenersOf(call, target);
    const made = engineListener(call, record.name, hear, flag('retval'));
    engineListeners.set(record, made);
    const known = lists.get(record.name) ?? [];
    lists.set(record.name, flag('insert') ? [made, ...known] : [...known, made]);
  } else if (!(target instanceof PyClass) && typeof target !== 'object')
    throw noSuchEvent(call, name, target);
}

const hasEngineListeners = (target: Value): boolean =>
  target instanceof Engine || target instanceof Connection || isEngineClass(target);

function engineListenersOf(call: Interpreter, target: Value): Map<string, EngineListener[]> {
  if (target instanceof Engine) return target.listeners;
  return target instanceof Connection ? connectionListeners(target) : classListeners(call.process);
}

const isEngineClass = (target: Value): boolean =>
  target instanceof PyClass && target.native && ENGINE_CLASSES.has(target.name);

const engineListeners = new WeakMap<Kept, EngineListener>();

const noSuchEvent = (call: Interpreter, name: Value, target: Value): Raise =>
  new Raise('sqlalchemy.exc.InvalidRequestError', [
    `No such event '${call.str(name)}' for target '${target instanceof Table ? call.str(target) : call.repr(target)}'`,
  ]);

function remove(call: Interpreter, target: Value, name: Value, listener: Value): void {
  const all = kept(call);
  const at = all.findIndex(
    (one) => one.target === target && one.name === String(name) && one.function === listener,
  );
  if (at < 0) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `No listeners found for event ${call.repr(target)} / ${call.repr(name)} / ${call.repr(listener)} `,
    ]);
  }
  const [record] = all.splice(at, 1);
  if (hasListeners(target)) target.listeners.remove(record!.name, record!.listener);
  else if (hasEngineListeners(target)) {
    const lists = engineListenersOf(call, target);
    const made = engineListeners.get(record!);
    lists.set(
      record!.name,
      (lists.get(record!.name) ?? []).filter((one) => one !== made),
    );
  }
}

const listenFunction = nativeFunction(
  'listen',
  'target, identifier, fn, *args, **kw',
  (call, target: Value, name: Value, listener: Value, _args: Value[], keywords: Keywords) => {
    listen(call, target, name, listener, keywords);
    return null;
  },
  MODULE,
);

const listensForFunction = nativeFunction(
  'listens_for',
  'target, identifier, *args, **kw',
  (_call, target: Value, name: Value, _args: Value[], keywords: Keywords) =>
    nativeFunction('listens_for.<locals>.decorate', 'fn', (call, listener: Value) => {
      listen(call, target, name, listener, keywords);
      return listener;
    }),
  MODULE,
);

const removeFunction = nativeFunction(
  'remove',
  'target, identifier, fn',
  (call, target: Value, name: Value, listener: Value) => {
    remove(call, target, name, listener);
    return null;
  },
  MODULE,
);

const containsFunction = nativeFunction(
  'contains',
  'target, identifier, fn',
  (call, target: Value, name: Value, listener: Value) =>
    kept(call).some((one) => one.target === target && one.name === String(name) && one.function === listener),
  MODULE,
);

/** Listeners of schema classes, `event.listens_for(Table, …)`: they hear of a learner's own classes below them, too. */
useClassListeners((owner, event) => {
  const call = runningInterpreter();
  const all = call ? kept(call) : [];
  if (all.length === 0) return [];
  const { mro } = classOf(owner as Value);
  return all
    .filter(({ target, name }) => name === event && target instanceof PyClass && mro.includes(target))
    .map(({ listener }) => listener);
});

export const eventNames: Readonly<Record<string, () => Value>> = {
  listen: () => listenFunction,
  listens_for: () => listensForFunction,
  remove: () => removeFunction,
  contains: () => containsFunction,
};
