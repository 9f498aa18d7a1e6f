/** CursorResult, ScalarResult and MappingResult in Python. Answers to: sqlalchemy/engine/result.py, cursor.py. */
import { Raise } from '../../../machine.ts';
import { registerFamily } from '../../../python/values/classes/class-of.ts';
import { list } from '../../../python/values/containers/containers.ts';
import { stopIteration } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { NativeIterator } from '../../../python/values/native/iterator.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { NativeClassSpec } from '../../../python/values/native/spec.ts';
import { defaultRepr } from '../../../python/values/text.ts';
import type { PyClass, Value } from '../../../python/values/value.ts';
import { Result } from '../../../sqlalchemy/engine/result.ts';
import { Row, shapeOf } from '../../../sqlalchemy/engine/row.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { KeyView, rowItem } from './row-class.ts';

const MODULE = 'sqlalchemy.engine.result';

type Methods = NonNullable<NativeClassSpec['methods']>;

const none = (value: unknown): Value => (value === undefined ? null : value) as Value;

function uniqueOf(call: Interpreter, self: Result, strategy: Value): Result {
  self.uniqueBy = strategy === null ? null : (value) => call.call(strategy, [value as Value]);
  return self;
}

function* partitions(self: Result, size: Value): IterableIterator<Value> {
  for (;;) {
    const rows = self.fetchMany(size === null ? self.chunk : Number(size));
    if (rows.length === 0) return;
    yield list(rows as Value[]);
  }
}

function* all(self: Result): IterableIterator<Value> {
  for (let row = self.fetchOne(); row !== undefined; row = self.fetchOne()) yield row as Value;
}

const SHARED: Methods = {
  all: ['', (_call: Interpreter, self: Result) => list(self.fetchAll() as Value[])],
  fetchall: ['', (_call: Interpreter, self: Result) => list(self.fetchAll() as Value[])],
  fetchmany: [
    'size=None',
    (_call: Interpreter, self: Result, size: Value) =>
      list(self.fetchMany(size === null ? 1 : Number(size)) as Value[]),
  ],
  fetchone: ['', (_call: Interpreter, self: Result) => none(self.fetchOne())],
  first: ['', (_call: Interpreter, self: Result) => none(self.first())],
  one: ['', (_call: Interpreter, self: Result) => none(self.one())],
  one_or_none: ['', (_call: Interpreter, self: Result) => none(self.oneOrNone())],
  unique: ['strategy=None', uniqueOf],
  partitions: [
    'size=None',
    (_call: Interpreter, self: Result, size: Value) => new NativeIterator(partitions(self, size)),
  ],
  close: ['', closeResult],
  yield_per: [
    'num',
    (_call: Interpreter, self: Result, size: number) => {
      self.chunk = size;
      return self;
    },
  ],
  keys: ['', (_call: Interpreter, self: Result) => new KeyView(self.keys)],
  __next__: ['', nextRow],
  __enter__: ['', (_call: Interpreter, self: Result) => self],
  __exit__: ['type_, value, traceback', closeResult],
};

function closeResult(_call: Interpreter, self: Result): Value {
  self.close();
  return null;
}

function nextRow(_call: Interpreter, self: Result): Value {
  const row = self.fetchOne();
  if (row === undefined) throw stopIteration();
  return row as Value;
}

/** The first column of what `pick` gives; None where it gives nothing. */
const scalarOf = (row: unknown): Value => (row === undefined ? null : ((row as Row).values[0] as Value));

/** The place of a column named by number, name or expression. */
function placeOf(call: Interpreter, self: Result, index: Value): number {
  if (typeof index === 'number') return index;
  const { shape } = self.cursor;
  const clause = typeof index === 'string' ? undefined : (clauseOf(index) as Element | undefined);
  const at = clause ? shape.byElement.get(clause) : shape.byName.get(String(index));
  if (at !== undefined) return at;
  rowItem(call, new Row(shape, []), index);
  return 0;
}

function columns(call: Interpreter, self: Result, wanted: Value[]): Value {
  const places = wanted.map((one) => placeOf(call, self, one));
  const { shape, rows, next } = self.cursor;
  const narrowed = rows.slice(next).map((row) => places.map((at) => row[at]));
  return new Result(
    {
      shape: shapeOf(
        places.map((at) => shape.keys[at]!),
        [],
      ),
      rows: narrowed,
      next: 0,
      state: 'open',
    },
    self.facts,
    self.form,
  ) as Value;
}

const CURSOR: Methods = {
  ...SHARED,
  scalar: ['', (_call: Interpreter, self: Result) => scalarOf(self.first())],
  scalar_one: ['', (_call: Interpreter, self: Result) => scalarOf(self.one())],
  scalar_one_or_none: ['', (_call: Interpreter, self: Result) => scalarOf(self.oneOrNone())],
  scalars: [
    'index=0',
    (call: Interpreter, self: Result, index: Value) =>
      self.as({ kind: 'scalars', at: placeOf(call, self, index) }),
  ],
  mappings: ['', (_call: Interpreter, self: Result) => self.as({ kind: 'mappings' })],
  tuples: ['', (_call: Interpreter, self: Result) => self],
  columns: ['*col_expressions', columns],
  supports_sane_rowcount: ['', () => true],
  supports_sane_multi_rowcount: ['', () => true],
  last_inserted_params: ['', () => null],
};

const getters = {
  closed: (self: Result) => self.closed,
  returns_rows: (self: Result) => self.facts.returnsRows,
  rowcount: (self: Result) => self.facts.rowcount,
  is_insert: (self: Result) => self.facts.isInsert,
  lastrowid: () => 0,
  context: (self: Result) => (self.context ?? null) as Value,
  inserted_primary_key: (self: Result) => {
    const { primaryKeys, many } = self.facts;
    if (!primaryKeys) throw invalidRequest('Statement is not an insert() expression construct.');
    if (many) {
      throw invalidRequest(
        'This statement was an executemany call; if primary key returning is supported, please use .inserted_primary_key_rows.',
      );
    }
    return keyRow(self, primaryKeys[0] ?? []);
  },
  inserted_primary_key_rows: (self: Result) => {
    const { primaryKeys } = self.facts;
    if (!primaryKeys) throw invalidRequest('Statement is not an insert() expression construct.');
    return list(primaryKeys.map((values) => keyRow(self, values)));
  },
};

const keyRow = (self: Result, values: readonly unknown[]): Value =>
  new Row(shapeOf(self.facts.primaryKeyNames, []), values) as Value;

const invalidRequest = (message: string): Raise => new Raise('sqlalchemy.exc.InvalidRequestError', [message]);

export const resultClass = nativeClass({
  name: 'Result',
  module: MODULE,
  methods: CURSOR,
  getters: { closed: getters.closed, context: getters.context },
  iterate: all,
  repr: (self: never) => defaultRepr(self),
});
export const cursorResultClass: PyClass = nativeClass({
  name: 'CursorResult',
  module: 'sqlalchemy.engine.cursor',
  bases: [resultClass],
  getters,
});
const iteratorResultClass: PyClass = nativeClass({
  name: 'IteratorResult',
  module: MODULE,
  bases: [resultClass],
});
const chunkedResultClass: PyClass = nativeClass({
  name: 'ChunkedIteratorResult',
  module: MODULE,
  bases: [iteratorResultClass],
});
const FAMILIES = { cursor: cursorResultClass, iterator: iteratorResultClass, chunked: chunkedResultClass };
export const scalarResultClass: PyClass = nativeClass({
  name: 'ScalarResult',
  module: MODULE,
  methods: SHARED,
  getters: { closed: getters.closed },
  iterate: all,
  repr: (self: never) => defaultRepr(self),
});
export const mappingResultClass: PyClass = nativeClass({
  name: 'MappingResult',
  module: MODULE,
  methods: { ...SHARED, columns: ['*col_expressions', columns] },
  getters: { closed: getters.closed },
  iterate: all,
  repr: (self: never) => defaultRepr(self),
});

registerFamily(Result, ({ form, family }) =>
  form.kind === 'scalars'
    ? scalarResultClass
    : form.kind === 'mappings'
      ? mappingResultClass
      : FAMILIES[family],
);
