/** Collections that are asked and not loaded: `lazy="dynamic"` and `lazy="write_only"`. Answers to: sqlalchemy/orm/dynamic.py, writeonly.py. */
import { Raise } from '../../../../machine.ts';
import { PyList } from '../../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../../python/values/native/spec.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import { deleteFrom, insert, update, withValues } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { orderBy, select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { entityNode } from '../loading/entity.ts';
import { lazyStatement } from '../loading/lazy-statement.ts';
import { Query } from '../loading/query.ts';
import { readStored } from '../mapper/attribute-values.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { membersOf } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { CollectionView, Relationship } from '../mapper/property.ts';
import type { OrmSession } from '../session/session.ts';
import { relationshipOrder } from './relationship-order.ts';

/** A collection of one instance. */
abstract class Asked extends PyObject {
  readonly instance: PyObject;
  readonly property: Relationship;

  constructor(cls: PyObject['cls'], instance: PyObject, property: Relationship) {
    super(cls);
    this.instance = instance;
    this.property = property;
  }

  get session(): OrmSession | undefined {
    return stateOf(this.instance).session as OrmSession | undefined;
  }

  stored(call: Interpreter): Value {
    return storedOf(call, this.instance, this.property);
  }

  value(call: Interpreter, column: Column): Value {
    const holder = inheritedMapper(this.instance.cls)!.propertyOf(column);
    return holder ? (call.getAttribute(this.instance, holder.key) ?? null) : null;
  }

  /** The SELECT of the members. */
  statement(call: Interpreter): Select {
    const made = lazyStatement(this.property, (column) => this.value(call, column));
    return orderBy(made, relationshipOrder(this.property));
  }

  add(call: Interpreter, members: Iterable<Value>): void {
    const stored = this.stored(call);
    for (const one of members) call.callMethod(stored, stored instanceof PyList ? 'append' : 'add', one);
  }

  remove(call: Interpreter, member: Value): void {
    const stored = this.stored(call);
    if (membersOf(call, stored).includes(member)) call.callMethod(stored, 'remove', member);
  }
}

function storedOf(call: Interpreter, instance: PyObject, property: Relationship): Value {
  return readStored(call, instance, inheritedMapper(instance.cls)!, property);
}

class Dynamic extends Asked {
  constructor(instance: PyObject, property: Relationship) {
    super(appenderQueryClass, instance, property);
  }

  /** What a look asks; undefined where no row of the instance can be asked for. */
  query(call: Interpreter): Query | undefined {
    const { session } = this;
    session?.flushForQuery(call);
    if (!session || !stateOf(this.instance).identity) return undefined;
    return new Query(session, this.statement(call));
  }

  members(call: Interpreter): readonly Value[] {
    return this.query(call)?.rows(call) ?? membersOf(call, this.stored(call));
  }
}

class WriteOnly extends Asked {
  constructor(instance: PyObject, property: Relationship) {
    super(writeOnlyClass, instance, property);
  }
}

const adding = (signature: string, many: boolean): NativeMethod => [
  signature,
  ((call: Interpreter, self: Asked, given: Value) => {
    self.add(call, many ? call.iterate(given) : [given]);
    return null;
  }) as never,
];

const removing: NativeMethod = [
  'item',
  ((call: Interpreter, self: Asked, member: Value) => {
    self.remove(call, member);
    return null;
  }) as never,
];

const writing = { add: adding('item', false), add_all: adding('iterator', true), remove: removing };

const appenderMixinClass = nativeClass({ name: 'AppenderMixin', module: 'sqlalchemy.orm.dynamic' });

/** What a dynamic collection is: a query with ways to add and remove. Everything else is the query's. */
const appenderQueryClass = nativeClass({
  name: 'AppenderQuery',
  module: 'sqlalchemy.orm.dynamic',
  bases: [appenderMixinClass],
  host: Dynamic,
  methods: {
    ...writing,
    append: adding('item', false),
    extend: adding('iterator', true),
    count: [
      '',
      (call, self: Dynamic) => self.query(call)?.count(call) ?? membersOf(call, self.stored(call)).length,
    ],
  },
  getters: { session: (self: Dynamic) => self.session ?? null },
  getattr: (self: Dynamic, name, call) =>
    name.startsWith('_')
      ? undefined
      : call.getAttribute(self.query(call) ?? new Query(null, self.statement(call)), name),
  iterate: (self: Dynamic, call) => self.members(call),
  getItem: (self: Dynamic, key: Value, call) =>
    call.callMethod(self.query(call) ?? self.stored(call), '__getitem__', key),
  str: (self: Dynamic, call) => (self.query(call) ?? new Query(null, self.statement(call))).text(call),
});

const NOT_ITERATED =
  "WriteOnly collections don't support iteration in-place; to query for collection items, use the select() method to " +
  'produce a SQL statement and execute it with session.scalars().';

const ONE_TO_MANY_ONLY =
  'Write only bulk INSERT only supported for one-to-many collections; for many-to-many, use a separate bulk INSERT along with add().';

/** The rows of the collection, as UPDATE and DELETE name them. */
const criteria = (call: Interpreter, self: WriteOnly): readonly Element[] => self.statement(call).where;

/** @throws InvalidRequestError for a many-to-many */
function insertInto(call: Interpreter, self: WriteOnly): Value {
  const { property } = self;
  if (property.direction !== 'one-to-many')
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [ONE_TO_MANY_ONLY]);
  const given = property.pairs.map(
    ([own, referring]) =>
      [
        referring as Element,
        bindparam(null, self.value(call, own), { type: own.type, unique: true }),
      ] as const,
  );
  return withValues(insert(entityNode(property.target!)), given) as unknown as Value;
}

const writeOnlyClass = nativeClass({
  name: 'WriteOnlyCollection',
  module: 'sqlalchemy.orm.writeonly',
  host: WriteOnly,
  methods: {
    ...writing,
    select: [
      '',
      (call, self: WriteOnly) => {
        const { labelStyle } = select([]);
        return { ...self.statement(call), labelStyle } as unknown as Value;
      },
    ],
    insert: ['', (call, self: WriteOnly) => insertInto(call, self)],
    update: [
      '',
      (call, self: WriteOnly) =>
        where(update(entityNode(self.property.target!)), criteria(call, self)) as unknown as Value,
    ],
    delete: [
      '',
      (call, self: WriteOnly) =>
        where(deleteFrom(entityNode(self.property.target!)), criteria(call, self)) as unknown as Value,
    ],
  },
  iterate: () => {
    throw new Raise('builtins.TypeError', [NOT_ITERATED]);
  },
});

/** How a relationship's collection is looked at, where a look does not load it. */
export function viewOf(property: Relationship): CollectionView | undefined {
  const lazy = property.annotatedLazy ?? property.options.get('lazy');
  if (lazy !== 'dynamic' && lazy !== 'write_only') return undefined;
  return {
    shown: (_call, instance) =>
      lazy === 'dynamic' ? new Dynamic(instance, property) : new WriteOnly(instance, property),
    stored: (call, instance) => storedOf(call, instance, property),
  };
}
