/** `Query` in Python. Answers to: sqlalchemy/orm/query.py. */
import { Raise } from '../../../../machine.ts';
import { list, PySlice } from '../../../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { clauseOf } from '../../../../sqlalchemy/expression/coerce.ts';
import {
  addJoin,
  select,
  subquery,
  where,
  withLimit,
  withOffset,
} from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { addClassItem } from '../../class-item.ts';
import { COMPOUNDS } from '../../expression/selectable.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import { relatedTo, relationshipTo } from '../session/more-names.ts';
import { filterBy } from './filter-by.ts';
import { FromStatement } from './from-statement.ts';
import { identityOf, Query, queryOf } from './query.ts';
import { bulk } from './query-bulk.ts';
import { combine } from './query-union.ts';

type Keywords = ReadonlyMap<string, Value>;

/** Methods of the SELECT that a query only passes on. */
const FORWARDED = (
  'where having order_by group_by limit offset slice distinct select_from with_for_update options execution_options prefix_with ' +
  'suffix_with correlate add_columns'
).split(' ');

/** Methods that change what a LIMIT counts. */
const BEFORE_LIMIT: ReadonlySet<string> = new Set([
  'filter',
  'filter_by',
  'where',
  'having',
  'order_by',
  'group_by',
  'join',
]);

/** @throws InvalidRequestError where rows are counted off already */
function requireUnlimited(self: Query, name: string): void {
  const { limit, offset } = self.select;
  if (!limit && !offset) return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Query.${name}() being called on a Query which already has LIMIT or OFFSET applied.  Call ${name}() before limit() or offset() are applied.`,
  ]);
}

const forwarded = (name: string): NativeMethod => [
  '*args, **kw',
  ((call: Interpreter, self: Query, args: Value[], keywords: Keywords) => {
    if (BEFORE_LIMIT.has(name)) requireUnlimited(self, name === 'where' ? 'filter' : name);
    const method = call.getAttribute(self.select as unknown as Value, name)!;
    return self.with(call.call(method, args, keywords) as unknown as Select);
  }) as never,
];

/** Methods of the SELECT that end a query: what they give is the SELECT's. */
const GIVEN = ['cte', 'scalar_subquery', 'as_scalar', 'label', 'lateral'];

const given = (name: string): NativeMethod => [
  '*args, **kw',
  ((call: Interpreter, self: Query, args: Value[], keywords: Keywords) =>
    call.call(call.getAttribute(self.statement() as unknown as Value, name)!, args, keywords)) as never,
];

const LEGACY_GET =
  'The Query.get() method is considered legacy as of the 1.x series of SQLAlchemy and becomes a legacy construct in 2.0. ' +
  'The method is now available as Session.get() (deprecated since: 2.0) (Background on SQLAlchemy 2.0 at: https://sqlalche.me/e/b8d9)';

function get(call: Interpreter, self: Query, ident: Value): Value {
  call.process.warn('sqlalchemy.exc.LegacyAPIWarning', LEGACY_GET);
  const { mapper } = self.entity!;
  mapper.registry.configure(call);
  return self.session!.loader.get(call, mapper, identityOf(call, mapper, ident), {
    options: self.select.options,
  });
}

function join(self: Query, target: Value, onclause: Value, outer: boolean, full: boolean): Query {
  requireUnlimited(self, 'join');
  return self.with(addJoin(self.select, target, { on: onclause, outer, full }));
}

function item(call: Interpreter, self: Query, key: Value): Value {
  if (!(key instanceof PySlice)) {
    const at = Number(key);
    if (at < 0) throw negative();
    return self.with(withLimit(withOffset(self.select, at), 1)).rows(call)[0] ?? outOfRange();
  }
  const start = key.start === null ? 0 : Number(key.start);
  if (start < 0 || Number(key.stop ?? 0) < 0) throw negative();
  const sliced = key.stop === null ? self.select : withLimit(self.select, Number(key.stop) - start);
  return list([...self.with(start === 0 ? sliced : withOffset(sliced, start)).rows(call)]);
}

const negative = (): Raise =>
  new Raise('builtins.IndexError', ['negative indexes are not accepted by SQL index / slice operators']);

function outOfRange(): never {
  throw new Raise('builtins.IndexError', ['list index out of range']);
}

const found = (code: (call: Interpreter, self: Query) => unknown): NativeMethod => ['', code as never];

export const queryClass = nativeClass({
  name: 'Query',
  module: 'sqlalchemy.orm.query',
  host: Query,
  signature: 'entities, session=None',
  construct: (_call, _cls, entities: Value, session: Value) =>
    queryOf(session as never, (entities as { items?: Value[] } | null)?.items ?? [entities]),
  methods: {
    ...Object.fromEntries(FORWARDED.map((name) => [name, forwarded(name)])),
    ...Object.fromEntries(GIVEN.map((name) => [name, given(name)])),
    ...Object.fromEntries(
      Object.entries(COMPOUNDS).map(([name, keyword]): [string, NativeMethod] => [
        name,
        [
          '*q',
          ((_call: Interpreter, self: Query, others: Value[]) => combine(self, keyword, others)) as never,
        ],
      ]),
    ),
    filter: [
      '*criterion',
      (_call, self: Query, criteria: Value[]) => {
        requireUnlimited(self, 'filter');
        return self.with(where(self.select, criteria));
      },
    ],
    filter_by: [
      '**kwargs',
      (call, self: Query, kwargs: Keywords) => {
        requireUnlimited(self, 'filter');
        return self.with(where(self.select, filterBy(call, self.select, kwargs)));
      },
    ],
    with_entities: [
      '*entities',
      (_call, self: Query, entities: Value[]) => {
        const made = select(entities);
        return self.with({ ...self.select, entities: made.entities, given: made.given });
      },
    ],
    add_entity: [
      'entity, alias=None',
      (_call, self: Query, entity: Value) => {
        const made = select([entity]);
        const { select: own } = self;
        return self.with({
          ...own,
          entities: [...own.entities, ...made.entities],
          given: [...own.given, ...made.given],
        });
      },
    ],
    from_statement: [
      'statement',
      (_call, self: Query, statement: Value) =>
        self.alike(new Query(self.session, new FromStatement(self.select, clauseOf(statement)!))),
    ],
    params: [
      '_Query__params=None, /, **kwargs',
      (_call, self: Query, first: Value, keywords: Keywords) => {
        const given = first instanceof PyDict ? [...first.entries()] : [];
        return self.alike(new Query(self.session, self.source, dict([...given, ...keywords])));
      },
    ],
    enable_eagerloads: ['value', (_call, self: Query) => self],
    enable_assertions: ['value', (_call, self: Query) => self],
    autoflush: ['setting', (_call, self: Query) => self],
    yield_per: [
      'count',
      (_call, self: Query, count: Value) =>
        self.with({
          ...self.select,
          executionOptions: { ...self.select.executionOptions, yield_per: count },
        }),
    ],
    populate_existing: [
      '',
      (_call, self: Query) =>
        self.with({
          ...self.select,
          executionOptions: { ...self.select.executionOptions, populate_existing: true },
        }),
    ],
    with_session: [
      'session',
      (_call, self: Query, session: Value) => new Query(session as never, self.source),
    ],
    set_label_style: ['style', (_call, self: Query) => self],
    with_labels: ['', (_call, self: Query) => self],
    with_parent: [
      'instance, property=None, from_entity=None',
      (call, self: Query, instance: PyObject, property: Value) => {
        const path =
          property instanceof InstrumentedAttribute
            ? property.relationship(call)
            : relationshipTo(instance, self.entity!.mapper);
        return self.with(where(self.select, [relatedTo(call, instance, path)]));
      },
    ],
    reset_joinpoint: ['', (_call, self: Query) => self],
    join: [
      'target, onclause=None, *, isouter=False, full=False',
      (_call, self: Query, target: Value, onclause: Value, outer: boolean, full: boolean) =>
        join(self, target, onclause, outer, full),
    ],
    outerjoin: [
      'target, onclause=None, *, full=False',
      (_call, self: Query, target: Value, onclause: Value, full: boolean) =>
        join(self, target, onclause, true, full),
    ],
    all: found((call, self) => list([...self.rows(call)])),
    first: found((call, self) => self.first(call)),
    one: found((call, self) => self.one(call, false)),
    one_or_none: found((call, self) => self.one(call, true)),
    scalar: found((call, self) => self.scalar(call)),
    count: found((call, self) => self.count(call)),
    exists: found((_call, self) => self.exists()),
    get: ['ident', (call, self: Query, ident: Value) => get(call, self, ident)],
    subquery: [
      'name=None, with_labels=False, reduce_columns=False',
      (_call, self: Query, name: Value) =>
        subquery(self.statement(), name as string | null) as unknown as Value,
    ],
    update: [
      'values, synchronize_session="auto", update_args=None',
      (call, self: Query, values: Value, synchronize: Value) =>
        bulk(call, self, 'update', values, synchronize),
    ],
    delete: [
      'synchronize_session="auto", delete_args=None',
      (call, self: Query, synchronize: Value) => bulk(call, self, 'delete', null, synchronize),
    ],
    __clause_element__: ['', (_call, self: Query) => self.clauseElement() as unknown as Value],
  },
  getters: {
    statement: (self: Query) => self.statement() as unknown as Value,
    selectable: (self: Query) => self.select as unknown as Value,
    session: (self: Query) => self.session,
    whereclause: (self: Query, call) =>
      call.getAttribute(self.select as unknown as Value, 'whereclause') ?? null,
    column_descriptions: (self: Query, call) =>
      call.getAttribute(self.select as unknown as Value, 'column_descriptions') ?? null,
  },
  iterate: (self: Query, call) => self.rows(call),
  getItem: (self: Query, key: Value, call) => item(call, self, key),
  str: (self: Query, call) => self.text(call),
});
addClassItem(queryClass);
