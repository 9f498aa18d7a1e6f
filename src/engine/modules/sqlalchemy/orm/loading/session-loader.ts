/** How a session reads: statements of mapped classes, single instances, attributes that are not in memory. Answers to: sqlalchemy/orm/loading.py, strategies.py (LazyLoader). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import type { Result } from '../../../../sqlalchemy/engine/result.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { within } from '../../../../sqlalchemy/expression/operators/operate-in.ts';
import { orderBy, select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { type InstanceState, type OwningSession, stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty, type Property, Relationship } from '../mapper/property.ts';
import { invalidRequest, objectDeleted, wrongKey } from '../session/session-errors.ts';
import { entityNode, loadedColumns, selectableOf } from './entity.ts';
import { lazyStatement } from './lazy-statement.ts';
import { type LaterLoader, loadLater } from './load-later.ts';
import {
  finishCollections,
  type IdentityMap,
  identityKey,
  instanceOf,
  type Loading,
  setCollection,
  startLoading,
} from './load-rows.ts';
import { emptyNode, type LoadNode } from './load-tree.ts';
import { type LoadedRows, resultOf } from './loaded-rows.ts';
import { criteriaOptions } from './loader-criteria.ts';
import { LoaderOption } from './loader-options.ts';
import { planOf, relationshipOrder } from './plan.ts';
import { descendants } from './polymorphic.ts';
import type { EntityReader, Reading } from './reading.ts';

/** The session as its loader needs it. */
export interface LoadingSession extends OwningSession {
  readonly identities: IdentityMap;
  readonly autoflush: boolean;
  run(call: Interpreter, statement: Value, parameters?: Value): Value;
  flush(call: Interpreter): void;
  /** What a query does first. */
  flushForQuery(call: Interpreter): void;
}

export interface GetOptions {
  readonly options?: readonly unknown[];
  /** Values in memory are read again. */
  readonly populate?: boolean;
  /** It is for an attribute of another instance. */
  readonly lazy?: boolean;
}

export class SessionLoader implements LaterLoader {
  private readonly session: LoadingSession;

  constructor(session: LoadingSession) {
    this.session = session;
  }

  /** Runs a SELECT of mapped classes; undefined where it selects none. */
  read(
    call: Interpreter,
    statement: Select,
    parameters: Value = null,
    populate = false,
    node?: LoadNode,
  ): LoadedRows | undefined {
    const plan = planOf(statement, node);
    if (!plan) return undefined;
    const result = this.session.run(call, plan.select as unknown as Value, parameters) as unknown as Result;
    const cells = result.fetchAll().map((row) => (row as { values: Value[] }).values);
    const wanted = populate || statement.executionOptions.populate_existing === true;
    const rows = this.build(call, plan.readings, cells, statement, wanted);
    const keys = plan.readings.map(
      (one) => one.name ?? (one.kind === 'column' ? (result.keys[one.at] ?? '') : ''),
    );
    return { rows, keys, plan };
  }

  /** Rows of cells as rows of instances and values. */
  build(
    call: Interpreter,
    readings: readonly Reading[],
    cells: readonly (readonly Value[])[],
    statement: Select,
    populate = false,
  ): readonly (readonly Value[])[] {
    const loading = startLoading(this.session, this.session.identities, populate);
    const rows = cells.map((row) =>
      readings.map((one) =>
        one.kind === 'entity'
          ? instanceOf(call, loading, one.reader, row)
          : one.kind === 'several'
            ? one.build(
                call,
                one.places.map((at) => row[at]!),
              )
            : row[one.at]!,
      ),
    );
    const readers = readings.flatMap((one) => (one.kind === 'entity' ? [one.reader] : []));
    finishCollections(call, loading, readers);
    for (const reader of readers)
      this.readKinds(call, reader, [...(loading.seen.get(reader) ?? [])], statement);
    this.finish(call, loading, statement);
    return rows;
  }

  /** Columns of subclasses that statements of their own read: `selectin_polymorphic`, `polymorphic_load="selectin"`. */
  private readKinds(
    call: Interpreter,
    { mapper }: EntityReader,
    found: readonly PyObject[],
    { options }: Select,
  ): void {
    for (const kind of laterKinds(mapper, options)) {
      const keys = loadedColumns(kind).map(({ key }) => key);
      const lacking = found.filter(
        (one) => one.cls.isSubclassOf(kind.cls) && keys.some((key) => one.attrs?.has(key) !== true),
      );
      if (lacking.length === 0) continue;
      const [column] = mapper.primaryKey as readonly [Column];
      const ids = lacking.map((one) => stateOf(one).identity![0]!);
      const base = { ...select([entityNode(kind)]), labelStyle: 'tablename' as const };
      const statement = orderBy(where(base, [within(column as Element, 'in', ids)]), [column]);
      this.rows(call, statement, kind, emptyNode());
    }
  }

  private finish(call: Interpreter, loading: Loading, statement: Select): void {
    const options = criteriaOptions(statement.options);
    if (options.length > 0)
      for (const one of [...loading.seen.values()].flatMap((found) => [...found]))
        stateOf(one).loadOptions = options;
    for (const [reader, instances] of loading.seen) {
      if (reader.later.length > 0) loadLater(call, this, reader as EntityReader, [...instances], statement);
    }
  }

  rows(call: Interpreter, statement: Select, _target: Mapper, node: LoadNode): readonly (readonly Value[])[] {
    const plan = planOf(statement, node)!;
    const result = this.session.run(call, plan.select as unknown as Value) as unknown as Result;
    const cells = result.fetchAll().map((row) => (row as { values: Value[] }).values);
    return this.build(call, plan.readings, cells, statement);
  }

  known(key: string): PyObject | undefined {
    return this.session.identities.get(key);
  }

  lazy(call: Interpreter, instance: PyObject, property: Relationship): void {
    this.related(call, instance, inheritedMapper(instance.cls)!, property);
  }

  /** A result as `session.execute` gives it. */
  execute(call: Interpreter, statement: Select, parameters: Value): Value {
    const loaded = this.read(call, statement, parameters);
    return loaded ? resultOf(loaded) : this.session.run(call, statement as unknown as Value, parameters);
  }

  /** The instance of a primary key: from memory, else from the database. @throws InvalidRequestError */
  get(
    call: Interpreter,
    mapper: Mapper,
    identity: readonly Value[],
    { options = [], populate = false, lazy = false }: GetOptions = {},
  ): PyObject | null {
    if (identity.length !== mapper.primaryKey.length)
      throw wrongKey(mapper.primaryKey as unknown as readonly Value[]);
    const known = this.known(identityKey(call, mapper, identity));
    if (known && !populate) {
      // A row that is to be read again may be gone.
      if (stateOf(known).expired.size > 0) {
        this.session.flushForQuery(call);
        return this.stillThere(call, known);
      }
      return known instanceof PyObject && known.cls.isSubclassOf(mapper.cls) ? known : null;
    }
    this.session.flushForQuery(call);
    const noted = lazy ? { executionOptions: { orm_load: 'lazy' } } : {};
    const base: Select = { ...select([entityNode(mapper)]), labelStyle: 'tablename', options, ...noted };
    const criteria = mapper.primaryKey.map((column, at) => keyEquals(column, identity[at]!));
    const found = this.read(call, where(base, criteria), null, populate)!;
    return (found.rows[0]?.[0] ?? null) as PyObject | null;
  }

  private stillThere(call: Interpreter, instance: PyObject): PyObject | null {
    try {
      this.refresh(call, instance, [...stateOf(instance).expired]);
      return instance;
    } catch (error) {
      if (error instanceof Raise && error.type === 'sqlalchemy.orm.exc.ObjectDeletedError') return null;
      throw error;
    }
  }

  load(call: Interpreter, instance: PyObject, mapper: Mapper, property: Property): Value | undefined {
    const own = inheritedMapper(instance.cls) ?? mapper;
    if (property instanceof ColumnProperty) {
      const { expired, refused } = stateOf(instance);
      if (refused.has(property.key) || (property.raises && !expired.has(property.key)))
        throw invalidRequest(
          `'${property.parent!.cls.name}.${property.key}' is not available due to raiseload=True`,
        );
      this.session.flushForQuery(call);
      this.refresh(call, instance, expired.has(property.key) ? [...expired] : groupOf(own, property));
      return instance.attrs?.get(property.key);
    }
    if (!(property instanceof Relationship)) return undefined;
    const lazy = property.options.get('lazy');
    if (stateOf(instance).refused.has(property.key) || lazy === 'raise' || lazy === 'raise_on_sql') {
      throw invalidRequest(
        `'${property.parent!.cls.name}.${property.key}' is not available due to lazy='raise'`,
      );
    }
    return this.related(call, instance, own, property);
  }

  /** Reads columns of an instance again. @throws ObjectDeletedError */
  refresh(call: Interpreter, instance: PyObject, keys: readonly string[], labelled = true): void {
    const mapper = inheritedMapper(instance.cls)!;
    const state = stateOf(instance);
    const wanted = loadedColumns(mapper, (property) => keys.includes(property.key));
    const elements = [...new Set(wanted.flatMap((one) => one.elements))];
    const eager = loadedColumns(mapper);
    const whole = wanted.length === eager.length && eager.every(({ key }) => keys.includes(key));
    const base: Select = {
      ...select(whole ? [entityNode(mapper)] : elements),
      labelStyle: labelled ? 'tablename' : 'disambiguate',
    };
    const options = { executionOptions: { orm_load: 'refresh' } };
    const from = whole ? { ...base, ...options } : { ...base, ...options, from: [selectableOf(mapper)] };
    const statement = where(
      from,
      mapper.primaryKey.map((column, at) => keyEquals(column, state.identity![at]!)),
    );
    if (whole) {
      const found = this.read(call, statement, null, false, { ...emptyNode(), all: 'lazyload' })!;
      if (found.rows.length === 0) throw objectDeleted(instance);
      return;
    }
    const result = this.session.run(call, statement as unknown as Value) as unknown as Result;
    const row = result.fetchAll()[0] as { values: Value[] } | undefined;
    if (!row) throw objectDeleted(instance);
    for (const { key, elements: own } of wanted) {
      setRaw(instance, key, row.values[elements.indexOf(own[0]!)]!);
      state.expired.delete(key);
    }
  }

  private related(call: Interpreter, instance: PyObject, mapper: Mapper, property: Relationship): Value {
    const target = property.target!;
    const value = (column: Column): Value => {
      const holder = mapper.propertyOf(column);
      return holder ? (call.getAttribute(instance, holder.key) ?? null) : null;
    };
    const state = stateOf(instance);
    if (property.direction === 'many-to-one') {
      const identity = property.pairs.map(([own]) => value(own));
      if (identity.some((one) => one === null)) return keep(instance, property, null);
      this.session.flushForQuery(call);
      const byKey = property.pairs.every(([, referred]) => target.primaryKey.includes(referred));
      if (byKey && !property.isFiltered && property.pairs.length === target.primaryKey.length)
        return keep(
          instance,
          property,
          this.get(call, target, identity, { lazy: true, options: state.loadOptions }),
        );
    } else this.session.flushForQuery(call);
    const found = this.read(
      call,
      orderBy({ ...lazyStatement(property, value), options: state.loadOptions }, relationshipOrder(property)),
      null,
      false,
      withoutReverse(property),
    )!.rows.map(([one]) => one!);
    if (!property.useList) return keep(instance, property, found[0] ?? null);
    const members = withPending(state, property, found);
    const made = setCollection(call, instance, property, members);
    state.committed.set(property.key, found);
    return made;
  }
}

/** The subclasses whose columns come after the rows. */
function laterKinds(mapper: Mapper, options: readonly unknown[]): readonly Mapper[] {
  const below = descendants(mapper);
  const asked = options.flatMap((one) =>
    one instanceof LoaderOption
      ? one.steps.flatMap(({ strategy, classes }) => (strategy === 'selectin_polymorphic' ? classes : []))
      : [],
  );
  return below.filter((one) => asked.includes(one.cls) || one.args.get('polymorphic_load') === 'selectin');
}

/** Deferred columns of one group are read together. */
const groupOf = (mapper: Mapper, property: ColumnProperty): readonly string[] =>
  property.group === null
    ? [property.key]
    : [...mapper.properties.values()]
        .filter((one) => one instanceof ColumnProperty && one.group === property.group)
        .map(({ key }) => key);

const keyEquals = (column: Column, value: Value): Element =>
  compare(column as Element, 'eq', bindparam('pk', value, { unique: true, type: column.type }));

/** What is loaded for an instance does not join back to it. */
function withoutReverse(property: Relationship): LoadNode {
  const node = emptyNode();
  const { reverse } = property;
  if (reverse?.direction === 'many-to-one')
    node.children.set(reverse.key, { ...emptyNode(), strategy: 'lazyload' });
  return node;
}

function keep(instance: PyObject, property: Relationship, value: Value): Value {
  setRaw(instance, property.key, value);
  return value;
}

/** Members that were given to the other side while the collection was not in memory. */
function withPending(
  state: InstanceState,
  property: Relationship,
  found: readonly Value[],
): readonly Value[] {
  const pending = state.pending.get(property.key);
  state.pending.delete(property.key);
  if (!pending) return found;
  return [
    ...found.filter((one) => !pending.removed.has(one)),
    ...[...pending.added].filter((one) => !found.includes(one)),
  ];
}
