/** `session.execute(select(User))`: rows of columns become rows of instances. Answers to: sqlalchemy/orm/context.py. */
import { Raise } from '../../../machine.ts';
import { list, tuple } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { rowsOf } from './core.ts';
import { instanceOf, loadedColumns } from './entity.ts';
import { inheritedMapper } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import type { OrmSession } from './session.ts';

/** What was given to select(), by the list of elements that the statement keeps: copies of a statement share it. */
const given = new WeakMap<object, readonly Value[]>();

/** Remembers the mapped classes among the arguments of a `select()`. */
export function noteEntities(entities: object, args: readonly Value[]): void {
  if (args.some((one) => one instanceof PyClass && inheritedMapper(one) !== undefined))
    given.set(entities, args);
}

/** The result of a statement, with instances where it selects mapped classes. */
export function entityResult(call: Interpreter, session: OrmSession, statement: Value, result: Value): Value {
  const { entities } = (statement ?? {}) as { entities?: object };
  const args = entities ? given.get(entities) : undefined;
  if (!args) return result;
  const mappers = args.map((one) => (one instanceof PyClass ? inheritedMapper(one) : undefined));
  const rows = rowsOf(call, result).map((row) => builtRow(call, session, mappers, row));
  return new EntityResult(
    rows,
    args.map((one, index) => (mappers[index] ? (one as PyClass).name : `column_${index}`)),
  );
}

function builtRow(
  call: Interpreter,
  session: OrmSession,
  mappers: readonly (Mapper | undefined)[],
  row: readonly Value[],
): Value[] {
  let at = 0;
  return mappers.map((mapper) => {
    if (!mapper) return row[at++]!;
    const table = [...mapper.table.columns];
    const values = new Map(table.map((column, index) => [column, row[at + index]!]));
    at += table.length;
    return instanceOf(
      call,
      session,
      session.identities,
      mapper,
      loadedColumns(mapper).map(({ column }) => values.get(column) ?? null),
    );
  });
}

/** Rows that are in memory already, with the reading methods of a Result. */
class EntityResult {
  readonly keys: readonly string[];
  private rows: readonly (readonly Value[])[];
  private at = 0;
  readonly single: boolean;

  constructor(rows: readonly (readonly Value[])[], keys: readonly string[], single = false) {
    this.rows = rows;
    this.keys = keys;
    this.single = single;
  }

  /** Each row's first value alone. */
  scalars(): EntityResult {
    return new EntityResult(this.rows.slice(this.at), this.keys, true);
  }

  unique(): EntityResult {
    const seen = new Set<Value>();
    const kept = this.rows.filter((row) => !seen.has(row[0]!) && seen.add(row[0]!));
    return new EntityResult(kept, this.keys, this.single);
  }

  rest(): Value[] {
    const left = this.rows.slice(this.at);
    this.at = this.rows.length;
    return left.map((row) => this.shown(row));
  }

  next(): Value {
    const row = this.rows[this.at];
    if (!row) return null;
    this.at += 1;
    return this.shown(row);
  }

  private shown(row: readonly Value[]): Value {
    return this.single ? row[0]! : tuple(row);
  }

  one(orNone: boolean): Value {
    if (this.rows.length === 1) return this.next();
    if (this.rows.length === 0 && orNone) return null;
    throw this.rows.length === 0
      ? new Raise('sqlalchemy.exc.NoResultFound', ['No row was found when one was required'])
      : new Raise('sqlalchemy.exc.MultipleResultsFound', [
          `Multiple rows were found when ${orNone ? 'one or none' : 'exactly one'} was required`,
        ]);
  }
}

const scalarOf = (value: Value): Value =>
  value === null ? null : ((value as { items?: readonly Value[] }).items?.[0] ?? value);

export const entityResultClass = nativeClass({
  name: 'ChunkedIteratorResult',
  module: 'sqlalchemy.engine.result',
  host: EntityResult,
  methods: {
    scalars: ['index=0', (_call, self: EntityResult) => self.scalars()],
    unique: ['strategy=None', (_call, self: EntityResult) => self.unique()],
    all: ['', (_call, self: EntityResult) => list(self.rest())],
    fetchall: ['', (_call, self: EntityResult) => list(self.rest())],
    first: ['', (_call, self: EntityResult) => self.next()],
    fetchone: ['', (_call, self: EntityResult) => self.next()],
    one: ['', (_call, self: EntityResult) => self.one(false)],
    one_or_none: ['', (_call, self: EntityResult) => self.one(true)],
    scalar: ['', (_call, self: EntityResult) => scalarOf(self.next())],
    scalar_one: ['', (_call, self: EntityResult) => scalarOf(self.one(false))],
    scalar_one_or_none: ['', (_call, self: EntityResult) => scalarOf(self.one(true))],
    tuples: ['', (_call, self: EntityResult) => self],
    close: ['', () => null],
    keys: ['', (_call, self: EntityResult) => list([...self.keys])],
  },
  iterate: (self: EntityResult) => self.rest(),
});
