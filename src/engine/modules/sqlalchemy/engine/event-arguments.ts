/** What a learner's listener of an engine is called with. Answers to: sqlalchemy/engine/events.py (signatures). */
import { list } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import type { EventFacts } from '../../../sqlalchemy/engine/events.ts';
import { driverConnection, driverOf, recordOf } from './driver-connection-class.ts';
import { immutableDict } from './immutable-dict.ts';

type Arguments = (facts: EventFacts, call: Interpreter) => readonly unknown[];

const contextClass = nativeClass({
  name: 'PGExecutionContext_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
});

/** The execution context: a place where listeners keep what they want. */
const contexts = new WeakMap<object, PyObject>();

function contextOf({ connection }: EventFacts): PyObject {
  const known = contexts.get(connection) ?? new PyObject(contextClass);
  known.attrs ??= new Map();
  contexts.set(connection, known);
  return known;
}

const onCursor: Arguments = (facts, call) => [
  facts.connection,
  call.callMethod(driverOf(facts.connection), 'cursor'),
  facts.sql,
  facts.parameters,
  contextOf(facts),
  facts.many ?? false,
];
/** One set of parameters stands by itself; several are a list. */
const onExecute: Arguments = ({ connection, statement, sets = [], executionOptions }) => {
  const given = sets.map((set) => dict([...set] as [Value, Value][]));
  const one = given.length === 1 && given[0]!.size > 0 ? given[0]! : immutableDict();
  const options = new Map([...connection.options, ...(executionOptions ?? [])]);
  return [
    connection,
    statement,
    list(given.length > 1 ? given : []),
    one,
    immutableDict([...options] as [Value, Value][]),
  ];
};
const onDriver: Arguments = ({ connection }) => [driverOf(connection), recordOf(connection)];
const onSavepoint: Arguments = ({ connection, savepoint }) => [connection, savepoint, null];

const ARGUMENTS: Readonly<Record<string, Arguments>> = {
  connect: onDriver,
  first_connect: onDriver,
  checkin: onDriver,
  close: onDriver,
  checkout: (facts, call) => [...onDriver(facts, call), driverConnection(facts.connection)],
  before_cursor_execute: onCursor,
  after_cursor_execute: onCursor,
  before_execute: onExecute,
  after_execute: (facts, call) => [...onExecute(facts, call), facts.result],
  savepoint: ({ connection, savepoint }) => [connection, savepoint],
  release_savepoint: onSavepoint,
  rollback_savepoint: onSavepoint,
};

/** The arguments of an event; most have the connection alone. */
export const eventArguments = (call: Interpreter, name: string, facts: EventFacts): Value[] =>
  [...(ARGUMENTS[name]?.(facts, call) ?? [facts.connection])] as Value[];
