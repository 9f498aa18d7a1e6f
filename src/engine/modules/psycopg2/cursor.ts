/** psycopg2's cursors. Answers to: psycopg2.extensions (cursor). */
import { type QueryResult, Raise } from '../../machine.ts';
import { list, PyList, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { PyDict } from '../../python/values/containers/dict.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../python/values/value.ts';
import { filledIn } from '../../sqlalchemy/engine/driver/adapt.ts';
import { readCell } from '../../sqlalchemy/engine/driver/read.ts';
import type { DriverSession } from '../../sqlalchemy/engine/driver/session.ts';
import { hostsOf, rowcountOf } from '../../sqlalchemy/engine/make-result.ts';

/** What `psycopg2.connect()` gives, and what stands behind a connection of SQLAlchemy's. */
export class DriverConnection {
  readonly session: DriverSession;
  readonly dsn: string;
  cursorFactory: Value = null;
  constructor(session: DriverSession, dsn: string) {
    this.session = session;
    this.dsn = dsn;
  }
}

export class DriverCursor {
  readonly connection: DriverConnection;
  readonly factory: Value;
  answer: QueryResult | undefined;
  /** Rows that were not fetched yet; undefined where the statement gave none. */
  rows: Value[] | undefined;
  query: string | null = null;
  closed = false;
  arraysize = 1;
  constructor(connection: DriverConnection, factory: Value) {
    this.connection = connection;
    this.factory = factory;
  }
}

/** An error that psycopg2 itself raises, without asking the server. */
export const refused = (type: 'InterfaceError' | 'ProgrammingError', message: string): Raise =>
  new Raise(`psycopg2.${type}`, [message]);

/** The connection, if it is open. @throws InterfaceError */
export function requireOpen(self: DriverConnection): DriverConnection {
  if (self.session.closed) throw refused('InterfaceError', 'connection already closed');
  return self;
}

/** The statement with its values, as it goes to the server. */
function mogrified(call: Interpreter, query: Value, vars: Value, connection: Value): string {
  const composed = typeof query === 'string' ? undefined : call.getAttribute(query, 'as_string');
  const sql = composed ? call.str(call.call(composed, [connection])) : textOf(call, query);
  if (vars === null) return sql;
  const { adapt } = hostsOf(call.process.python);
  if (vars instanceof PyList || vars instanceof PyTuple) return filledIn(sql, [...vars.items], adapt);
  if (vars instanceof PyDict) {
    const values = new Map([...vars.entries()].map(([key, value]) => [call.str(key), value]));
    return filledIn(sql, values, adapt);
  }
  return filledIn(sql, [...call.iterate(vars)], adapt);
}

function textOf(call: Interpreter, query: Value): string {
  if (query instanceof Uint8Array) return new TextDecoder().decode(query);
  if (typeof query === 'string') return query;
  throw typeError(
    `argument 1 must be a string or unicode object: got ${call.process.python.typeName(query)} instead`,
  );
}

function execute(call: Interpreter, self: DriverCursor, query: Value, vars: Value): Value {
  if (self.closed) throw refused('InterfaceError', 'cursor already closed');
  requireOpen(self.connection);
  const sql = mogrified(call, query, vars, self.connection);
  self.query = sql;
  self.answer = self.connection.session.execute(sql).at(-1);
  const { read } = hostsOf(call.process.python);
  const { answer } = self;
  self.rows =
    answer && answer.fields.length > 0
      ? answer.rows.map((row) =>
          tuple(row.map((cell, at) => readCell(cell, answer.fields[at]!.typeOid, read) as Value)),
        )
      : undefined;
  return null;
}

/** Rows as the cursor's factory makes them. */
function fetched(call: Interpreter, self: DriverCursor, count?: number): Value[] {
  if (self.closed) throw refused('InterfaceError', 'cursor already closed');
  if (!self.rows) throw refused('ProgrammingError', 'no results to fetch');
  const taken = self.rows.splice(0, count ?? self.rows.length);
  const make = self.factory === null ? undefined : call.getAttribute(self.factory, '_make_row');
  if (!make) return taken;
  const names = list(self.answer!.fields.map(({ name }) => name));
  return taken.map((row) => call.call(make, [names, row]));
}

const columnClass = nativeClass({ name: 'Column', module: 'psycopg2.extensions' });

/** `cursor.description`: name and type of each column. */
function description(self: DriverCursor): Value {
  if (!self.answer || self.answer.fields.length === 0) return null;
  return tuple(
    self.answer.fields.map(({ name, typeOid }) => {
      const column = new PyObject(columnClass);
      column.attrs = new Map<string, Value>([
        ['name', name],
        ['type_code', typeOid],
      ]);
      return column;
    }),
  );
}

function closeCursor(_call: Interpreter, self: DriverCursor): Value {
  self.closed = true;
  return null;
}

export const cursorClass: PyClass = nativeClass({
  name: 'cursor',
  module: 'psycopg2.extensions',
  host: DriverCursor,
  methods: {
    execute: ['query, vars=None', execute as never],
    executemany: [
      'query, vars_list',
      (call: Interpreter, self: DriverCursor, query: Value, sets: Value) => {
        for (const one of call.iterate(sets)) execute(call, self, query, one);
        self.rows = undefined;
        return null;
      },
    ],
    mogrify: [
      'query, vars=None',
      (call: Interpreter, self: DriverCursor, query: Value, vars: Value) =>
        new TextEncoder().encode(mogrified(call, query, vars, self.connection)) as Value,
    ],
    fetchall: ['', (call: Interpreter, self: DriverCursor) => list(fetched(call, self))],
    fetchone: ['', (call: Interpreter, self: DriverCursor) => fetched(call, self, 1)[0] ?? null],
    fetchmany: [
      'size=None',
      (call: Interpreter, self: DriverCursor, size: Value) =>
        list(fetched(call, self, size === null ? self.arraysize : Number(size))),
    ],
    close: ['', closeCursor],
    __enter__: ['', (_call: Interpreter, self: DriverCursor) => self],
    __exit__: ['type, name, tb', closeCursor],
    __iter__: [
      '',
      (call: Interpreter, self: DriverCursor) =>
        call.call(call.builtins.get('iter')!, [list(fetched(call, self))]),
    ],
  },
  getters: {
    rowcount: (self: DriverCursor) => (self.answer ? rowcountOf(self.answer.tag) : -1),
    description,
    statusmessage: (self: DriverCursor) => self.answer?.tag ?? null,
    query: (self: DriverCursor) =>
      self.query === null ? null : (new TextEncoder().encode(self.query) as Value),
    connection: (self: DriverCursor) => self.connection,
    closed: (self: DriverCursor) => self.closed,
    name: () => null,
    arraysize: (self: DriverCursor) => self.arraysize,
  },
  setters: {
    arraysize: (self: DriverCursor, value: Value) => {
      self.arraysize = Number(value);
    },
  },
});
