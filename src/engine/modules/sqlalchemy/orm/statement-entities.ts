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

/** One thing that a statement selects, as the expression room keeps it. */
interface Selected {
  readonly kind: string;
  /** The mapped class, where `kind` is "entity". */
  readonly entity?: Value;
  readonly name?: string;
  readonly columns?: Iterable<unknown>;
}

/** Sets up the relationships of the classes that a statement selects. @throws as configuring does */
export function configureSelected(call: Interpreter, statement: Value): void {
  const { entities } = (statement ?? {}) as { entities?: readonly Selected[] };
  for (const one of entities ?? []) mapperOfEntity(one)?.registry.configure(call);
}

/** The result of a statement, with instances where it selects mapped classes. */
export function entityResult(call: Interpreter, session: OrmSession, statement: Value, result: Value): Value {
  const { entities } = (statement ?? {}) as { entities?: readonly Selected[] };
  const mappers = entities?.map((one) => mapperOfEntity(one)) ?? [];
  if (!entities || mappers.every((mapper) => mapper === undefined)) return result;
  const widths = entities.map((one, index) => widthOf(one, mappers[index]));
  const rows = rowsOf(call, result).map((row) => builtRow(call, session, mappers, widths, row));
  return new EntityResult(
    rows,
    entities.map((one, index) => mappers[index]?.cls.name ?? one.name ?? `column_${index}`),
  );
}

function mapperOfEntity(one: Selected): Mapper | undefined {
  return one.kind === 'entity' && one.entity instanceof PyClass ? inheritedMapper(one.entity) : undefined;
}

/** How many cells of a row belong to it. */
function widthOf(one: Selected, mapper: Mapper | undefined): number {
  if (mapper) return mapper.table.columns.size;
  return one.kind === 'table' && one.columns ? [...one.columns].length : 1;
}

function builtRow(
  call: Interpreter,
  session: OrmSession,
  mappers: readonly (Mapper | undefined)[],
  widths: readonly number[],
  row: readonly Value[],
): Value[] {
  let at = 0;
  return mappers.flatMap((mapper, index) => {
    const cells = row.slice(at, at + widths[index]!);
    at += widths[index]!;
    if (!mapper) return cells;
    const columns = [...mapper.table.columns];
    const values = new Map(columns.map((column, position) => [column, cells[position]!]));
    const loaded = loadedColumns(mapper).map(({ column }) => values.get(column) ?? null);
    return [instanceOf(call, session, session.identities, mapper, loaded)];
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

nativeClass({
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
