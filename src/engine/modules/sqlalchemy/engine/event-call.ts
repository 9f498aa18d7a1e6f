/** How a learner's listener is called: by place or by name, always or once. Answers to: sqlalchemy/event/legacy.py (_wrap_fn_for_kw), registry.py. */
import { Raise } from '../../../machine.ts';
import { list } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import type { Listener } from '../../../sqlalchemy/schema/schema-item.ts';
import { SCHEMA_EVENTS } from './event-names.ts';

/** Calls a listener with an event's facts, and with details that have names only. */
export type Hear = (facts: readonly Value[], details?: ReadonlyMap<string, Value>) => Value;

/** What the facts of an event are called, for listeners with `named=True`. */
const FACTS: Readonly<Record<string, string>> = {
  before_create: 'target connection',
  after_create: 'target connection',
  before_drop: 'target connection',
  after_drop: 'target connection',
  before_parent_attach: 'target parent',
  after_parent_attach: 'target parent',
  column_reflect: 'inspector table column_info',
  before_execute: 'conn clauseelement multiparams params execution_options',
  after_execute: 'conn clauseelement multiparams params execution_options result',
  before_cursor_execute: 'conn cursor statement parameters context executemany',
  after_cursor_execute: 'conn cursor statement parameters context executemany',
  handle_error: 'exception_context',
  set_connection_execution_options: 'conn opts',
  set_engine_execution_options: 'engine opts',
  engine_disposed: 'engine',
  do_connect: 'dialect conn_rec cargs cparams',
  do_execute: 'cursor statement parameters context',
  do_executemany: 'cursor statement parameters context',
  connect: 'dbapi_connection connection_record',
  first_connect: 'dbapi_connection connection_record',
  checkin: 'dbapi_connection connection_record',
  close: 'dbapi_connection connection_record',
  checkout: 'dbapi_connection connection_record connection_proxy',
  savepoint: 'conn name',
  release_savepoint: 'conn name context',
  rollback_savepoint: 'conn name context',
};

/** @param how the keywords of `event.listen` that change the call */
export function hearing(
  call: Interpreter,
  listener: Value,
  event: string,
  how: { readonly once?: boolean; readonly named?: boolean } = {},
): Hear {
  let heard = false;
  return (facts, details) => {
    if (how.once && heard) return null;
    heard = true;
    if (!how.named) return call.call(listener, [...facts], details);
    const names = (FACTS[event] ?? 'conn').split(' ');
    return call.call(
      listener,
      [],
      new Map([...facts.map((one, at) => [names[at]!, one] as const), ...(details ?? [])]),
    );
  };
}

/** What a listener is told: arrays are lists. */
const asValue = (value: unknown): Value =>
  Array.isArray(value) ? list(value as Value[]) : ((value ?? null) as Value);

const isPlainObject = (value: unknown): value is Record<string, Value> =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !('kind' in value);

/** What a listener of a schema item is told: the facts, and details by name where the event has some. */
export const schemaListener =
  (hear: Hear) =>
  (...args: readonly unknown[]): void => {
    const last = args.at(-1);
    const details = isPlainObject(last)
      ? new Map(Object.entries(last).map(([key, one]) => [key, asValue(one)]))
      : undefined;
    hear(
      (details ? args.slice(0, -1) : args).map((one) => (one ?? null) as Value),
      details,
    );
  };

/**
 * `Table(…, listeners=[(event, function)])`
 * @param name the table's, for the message
 * @throws InvalidRequestError for an event that tables do not have
 */
export function tableListeners(
  call: Interpreter,
  value: Value,
  name: Value,
): readonly (readonly [string, Listener])[] {
  if (value === null) return [];
  return [...call.iterate(value)].map((pair) => {
    const [event, callable] = [...call.iterate(pair)];
    if (!SCHEMA_EVENTS.has(call.str(event!)))
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        `No such event '${call.str(event!)}' for target '${call.str(name)}'`,
      ]);
    return [String(event), schemaListener(hearing(call, callable!, String(event)))] as const;
  });
}
