/** `session.query(…)`. Answers to: sqlalchemy/orm/query.py. */
import { Raise } from '../../../machine.ts';
import { list, PySlice, tuple } from '../../../python/values/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import { addClassItem } from '../class-item.ts';
import { InstrumentedAttribute } from './attribute.ts';
import { equals, rowsOf, select, where } from './core.ts';
import { instanceOf, loadedColumns } from './entity.ts';
import { inheritedMapper, mapperOf } from './mapped-class.ts';
import type { Mapper } from './mapper.ts';
import { Relationship } from './property.ts';
import { joined, type OrmSession } from './session.ts';

/** One thing that each row gives: an instance, or a value. */
interface Entity {
  readonly mapper: Mapper | undefined;
  readonly columns: readonly Value[];
}

/** A method call that is to be made on the select: `order_by(…)`, `limit(…)`. */
type Refinement = (call: Interpreter, statement: Value) => Value;

export class Query {
  readonly session: OrmSession;
  readonly entities: readonly Entity[];
  readonly given: readonly Value[];
  readonly criteria: readonly Value[];
  readonly refinements: readonly Refinement[];

  constructor(
    session: OrmSession,
    given: readonly Value[],
    criteria: readonly Value[] = [],
    refinements: readonly Refinement[] = [],
  ) {
    this.session = session;
    this.given = given;
    this.entities = given.map(entityOf);
    this.criteria = criteria;
    this.refinements = refinements;
  }

  filter(...criteria: readonly Value[]): Query {
    return new Query(this.session, this.given, [...this.criteria, ...criteria], this.refinements);
  }

  refine(...refinements: readonly Refinement[]): Query {
    return new Query(this.session, this.given, this.criteria, [...this.refinements, ...refinements]);
  }

  statement(call: Interpreter): Value {
    const columns = this.entities.flatMap((entity) => entity.columns);
    let statement = select(
      call,
      columns.map((column) => expressionOf(call, column)),
    );
    for (const { mapper } of this.entities) if (mapper) statement = joined(call, mapper, statement);
    statement = where(call, statement, ...this.criteria);
    return this.refinements.reduce((made, refinement) => refinement(call, made), statement);
  }

  all(call: Interpreter): Value[] {
    if (this.session.autoflush) this.session.flush(call);
    const rows = rowsOf(call, this.session.execute(call, this.statement(call)));
    const single = this.entities.length === 1 && this.entities[0]!.mapper !== undefined;
    const found = rows.map((row) => this.build(call, row));
    return single
      ? [...new Set(found.map((row) => row[0]!))].filter((one) => one !== null)
      : found.map((row) => tuple(row));
  }

  private build(call: Interpreter, row: readonly Value[]): Value[] {
    let at = 0;
    return this.entities.map(({ mapper, columns }) => {
      const values = row.slice(at, at + columns.length);
      at += columns.length;
      return mapper ? instanceOf(call, this.session, this.session.identities, mapper, values) : values[0]!;
    });
  }
}

/** `session.query(…)` @throws ArgumentError for what cannot be selected, at once and not when rows are asked for */
export function queryOf(call: Interpreter, session: OrmSession, given: readonly Value[]): Query {
  const made = new Query(session, given);
  for (const { mapper } of made.entities) mapper?.registry.configure(call);
  const plain = made.entities.filter(({ mapper }) => !mapper).flatMap(({ columns }) => columns);
  if (plain.length > 0)
    select(
      call,
      plain.map((column) => expressionOf(call, column)),
    );
  return made;
}

function entityOf(given: Value): Entity {
  const mapper = given instanceof PyClass ? (mapperOf(given) ?? inheritedMapper(given)) : undefined;
  return mapper
    ? { mapper, columns: loadedColumns(mapper).map(({ column }) => column) }
    : { mapper: undefined, columns: [given] };
}

const expressionOf = (call: Interpreter, value: Value): Value =>
  value instanceof InstrumentedAttribute ? value.expression(call) : value;

const method =
  (name: string, args: readonly Value[]): Refinement =>
  (call, statement) =>
    call.callMethod(statement, name, ...args.map((one) => expressionOf(call, one)));

const forwarded = (name: string): readonly [string, never] => [
  '*args',
  ((_call: Interpreter, self: Query, args: Value[]) => self.refine(method(name, args))) as never,
];

function one(call: Interpreter, self: Query, orNone: boolean): Value {
  const found = self.all(call);
  if (found.length === 1) return found[0]!;
  if (found.length === 0 && orNone) return null;
  throw found.length === 0
    ? new Raise('sqlalchemy.exc.NoResultFound', ['No row was found when one was required'])
    : new Raise('sqlalchemy.exc.MultipleResultsFound', [
        'Multiple rows were found when exactly one was required',
      ]);
}

function first(call: Interpreter, self: Query): Value {
  return self.refine(method('limit', [1])).all(call)[0] ?? null;
}

/** `query.join(User.posts)` and `query.join(Post)`. */
function join(call: Interpreter, self: Query, target: Value, onclause: Value, outer: boolean): Query {
  const name = outer ? 'outerjoin' : 'join';
  const relation = target instanceof InstrumentedAttribute ? target.property : undefined;
  if (!(relation instanceof Relationship)) {
    const table = target instanceof PyClass ? (inheritedMapper(target)?.table ?? target) : target;
    return self.refine(method(name, onclause === null ? [table] : [table, onclause]));
  }
  const conditions = relation.pairs.map(([own, other]) => equals(call, own, other));
  const through = relation.secondaryPairs.map(([own, other]) => equals(call, own, other));
  const table = relation.target!.table;
  if (through.length === 0) return self.refine(method(name, [table, and(call, conditions)]));
  const secondary = relation.pairs[0]![1].table!;
  return self.refine(
    method(name, [secondary, and(call, conditions)]),
    method(name, [table, and(call, through)]),
  );
}

const and = (call: Interpreter, conditions: readonly Value[]): Value =>
  conditions.length === 1 ? conditions[0]! : call.call(call.importName('sqlalchemy.and_'), conditions);

/** Names are looked up in the first entity; where that is an attribute, in its class. */
function filterBy(call: Interpreter, self: Query, kwargs: ReadonlyMap<string, Value>): Query {
  const entity = self.given[0]!;
  const owner = entity instanceof PyClass ? entity : (call.getAttribute(entity, 'class_') ?? entity);
  return self.filter(
    ...[...kwargs].map(([name, value]) => {
      const attribute = call.getAttribute(owner, name);
      if (attribute === undefined) {
        throw new Raise('sqlalchemy.exc.InvalidRequestError', [
          `Entity namespace for "${namespaceText(call, entity, owner)}" has no property "${name}"`,
        ]);
      }
      return equals(call, attribute, value);
    }),
  );
}

/** The table, and the column where the entity is one. */
function namespaceText(call: Interpreter, entity: Value, owner: Value): string {
  const table = call.getAttribute(owner, '__table__');
  const text = table === undefined ? call.str(entity) : call.str(table);
  return entity === owner ? text : `${text}.${call.str(call.getAttribute(entity, 'key') ?? null)}`;
}

function count(call: Interpreter, self: Query): Value {
  const inner = call.callMethod(self.statement(call), 'subquery');
  const counter = call.callMethod(call.importName('sqlalchemy.func'), 'count');
  const statement = call.callMethod(select(call, [counter]), 'select_from', inner);
  if (self.session.autoflush) self.session.flush(call);
  return rowsOf(call, self.session.execute(call, statement))[0]![0]!;
}

/** UPDATE or DELETE of every row that the criteria leave. */
function bulk(call: Interpreter, self: Query, name: 'update' | 'delete', values: Value): Value {
  const mapper = self.entities[0]?.mapper;
  if (!mapper)
    throw new Raise('sqlalchemy.exc.ArgumentError', ['Query.update() and delete() need a mapped class']);
  if (self.session.autoflush) self.session.flush(call);
  let statement = where(
    call,
    call.call(call.importName(`sqlalchemy.${name}`), [mapper.table]),
    ...self.criteria,
  );
  if (name === 'update') {
    const entries = [...call.iterate(call.callMethod(values, 'items'))].map((item) => {
      const [key, value] = [...call.iterate(item)];
      return [typeof key === 'string' ? key : (call.getAttribute(key!, 'key') as string), value] as const;
    });
    statement = call.callMethod(statement, 'values', call.process.python.dict(entries) as Value);
  }
  const result = self.session.execute(call, statement);
  self.session.expireAll();
  return call.getAttribute(result, 'rowcount') ?? null;
}

export const queryClass = nativeClass({
  name: 'Query',
  module: 'sqlalchemy.orm.query',
  host: Query,
  methods: {
    filter: ['*criterion', (_call, self: Query, criteria: Value[]) => self.filter(...criteria)],
    where: ['*criterion', (_call, self: Query, criteria: Value[]) => self.filter(...criteria)],
    filter_by: [
      '**kwargs',
      (call, self: Query, kwargs: ReadonlyMap<string, Value>) => filterBy(call, self, kwargs),
    ],
    order_by: forwarded('order_by'),
    group_by: forwarded('group_by'),
    having: forwarded('having'),
    limit: forwarded('limit'),
    offset: forwarded('offset'),
    distinct: forwarded('distinct'),
    select_from: forwarded('select_from'),
    with_for_update: ['**kw', (_call, self: Query) => self.refine(method('with_for_update', []))],
    options: ['*args', (_call, self: Query) => self],
    execution_options: ['**kw', (_call, self: Query) => self],
    yield_per: ['count', (_call, self: Query) => self],
    populate_existing: ['', (_call, self: Query) => self],
    join: [
      'target, onclause=None, *, isouter=False, full=False',
      (call, self: Query, target: Value, onclause: Value, outer: boolean) =>
        join(call, self, target, onclause, outer),
    ],
    outerjoin: [
      'target, onclause=None, *, full=False',
      (call, self: Query, target: Value, onclause: Value) => join(call, self, target, onclause, true),
    ],
    all: ['', (call, self: Query) => list(self.all(call))],
    first: ['', (call, self: Query) => first(call, self)],
    one: ['', (call, self: Query) => one(call, self, false)],
    one_or_none: ['', (call, self: Query) => one(call, self, true)],
    scalar: [
      '',
      (call, self: Query) => {
        const found = one(call, self, true);
        return found !== null && typeof found === 'object' && 'items' in found
          ? (found as { items: Value[] }).items[0]!
          : found;
      },
    ],
    get: [
      'ident',
      (call, self: Query, ident: Value) => self.session.get(call, self.given[0]!, identityOf(call, ident)),
    ],
    count: ['', (call, self: Query) => count(call, self)],
    exists: ['', (call, self: Query) => call.callMethod(self.statement(call), 'exists')],
    subquery: ['name=None', (call, self: Query) => call.callMethod(self.statement(call), 'subquery')],
    update: [
      'values, synchronize_session="auto", update_args=None',
      (call, self: Query, values: Value) => bulk(call, self, 'update', values),
    ],
    delete: ['synchronize_session="auto"', (call, self: Query) => bulk(call, self, 'delete', null)],
  },
  getters: {
    statement: (self: Query, call) => self.statement(call),
    session: (self: Query) => self.session,
  },
  iterate: (self: Query, call) => self.all(call),
  getItem: (self: Query, key: Value, call) => {
    const rows = self.all(call);
    if (key instanceof PySlice)
      return list(rows.slice(Number(key.start ?? 0), key.stop === null ? undefined : Number(key.stop)));
    return rows.at(Number(key)) ?? null;
  },
  str: (self: Query, call) => call.str(self.statement(call)),
});
addClassItem(queryClass);

/** A primary key as given: one value, a tuple, or a dict. */
export function identityOf(call: Interpreter, ident: Value): readonly Value[] {
  const items = (ident as { items?: unknown } | null)?.items;
  if (Array.isArray(items)) return items as Value[];
  const values = ident !== null && typeof ident === 'object' ? call.getAttribute(ident, 'values') : undefined;
  return values === undefined ? [ident] : [...call.iterate(call.call(values))];
}
