/** What a learner's listener of an engine is called with. Answers to: sqlalchemy/engine/events.py (signatures). */
import { list, PyTuple } from '../../../python/values/containers/containers.ts';
import { dict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import { type EventFacts, Failure } from '../../../sqlalchemy/engine/events.ts';
import { NO_PARAMETERS } from '../../../sqlalchemy/engine/parameters.ts';
import { DriverCursor } from '../../psycopg2/cursor.ts';
import { driverConnection, driverOf, recordOf } from './driver-connection-class.ts';
import { immutableDict } from './immutable-dict.ts';
import './savepoint-classes.ts';

type Arguments = (facts: EventFacts, call: Interpreter) => readonly unknown[];

const contextClass = nativeClass({
  name: 'PGExecutionContext_psycopg2',
  module: 'sqlalchemy.dialects.postgresql.psycopg2',
});

/** Answers to: sqlalchemy/engine/base.py (ExceptionContextImpl). */
nativeClass({
  name: 'ExceptionContextImpl',
  module: 'sqlalchemy.engine.base',
  host: Failure,
  getters: {
    connection: (self: Failure) => self.connection,
    engine: (self: Failure) => self.connection.engine,
    dialect: (self: Failure) => self.connection.dialect,
    statement: (self: Failure) => self.statement,
    parameters: (self: Failure) => self.parameters as Value,
    original_exception: (self: Failure) => self.original as Value,
    sqlalchemy_exception: (self: Failure) => self.wrapped as Value,
    execution_context: (self: Failure) => contextOf(self),
    is_disconnect: () => false,
    is_pre_ping: () => false,
    invalidate_pool_on_disconnect: () => true,
  },
});

/** The execution context: a place where listeners keep what they want. */
const contexts = new WeakMap<object, PyObject>();

function contextOf({ connection }: Pick<EventFacts, 'connection'>): PyObject {
  const known = contexts.get(connection) ?? new PyObject(contextClass);
  known.attrs ??= new Map();
  contexts.set(connection, known);
  return known;
}

/** A cursor that has run a statement knows how many rows it touched. */
function cursorOf(facts: EventFacts, call: Interpreter): Value {
  const cursor = call.callMethod(driverOf(facts.connection), 'cursor');
  if (facts.rowCount !== undefined && cursor instanceof DriverCursor)
    cursor.answer = { tag: facts.rowCount < 0 ? '' : `SELECT ${facts.rowCount}`, fields: [], rows: [] };
  return cursor;
}

const onCursor: Arguments = (facts, call) => [
  facts.connection,
  cursorOf(facts, call),
  facts.sql,
  facts.parameters,
  contextOf(facts),
  facts.many ?? false,
];
/** One set of parameters stands by itself; several are a list. */
const onExecute: Arguments = ({ connection, statement, sets = [], executionOptions }) => {
  const given = sets.map((set) => dict([...set] as [Value, Value][]));
  const one = sets[0] === NO_PARAMETERS ? immutableDict() : given.length === 1 ? given[0]! : undefined;
  const options = new Map([...connection.options, ...(executionOptions ?? [])]);
  return [
    connection,
    statement,
    one || given.length > 1 ? list(one ? [] : given) : new PyTuple([]),
    one ?? dict(),
    immutableDict([...options] as [Value, Value][]),
  ];
};
const onDo: Arguments = (facts, call) => onCursor(facts, call).slice(1, 5);
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
  // A savepoint is told before it has its name.
  savepoint: ({ connection }) => [connection, null],
  do_execute: onDo,
  do_executemany: onDo,
  do_connect: ({ connection, connecting }) => [
    connection.engine.dialect,
    null,
    connecting!.args,
    connecting!.parameters,
  ],
  engine_disposed: ({ connection }) => [connection.engine],
  handle_error: ({ failure }) => [failure!],
  set_connection_execution_options: ({ connection, executionOptions }) => [
    connection,
    dict([...executionOptions!] as [Value, Value][]),
  ],
  release_savepoint: onSavepoint,
  rollback_savepoint: onSavepoint,
};

/** The arguments of an event; most have the connection alone. */
export const eventArguments = (call: Interpreter, name: string, facts: EventFacts): Value[] =>
  [...(ARGUMENTS[name]?.(facts, call) ?? [facts.connection])] as Value[];
