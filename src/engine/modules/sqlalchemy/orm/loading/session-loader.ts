/** How a session reads: statements of mapped classes, single instances, attributes that are not in memory. Answers to: sqlalchemy/orm/loading.py, strategies.py (LazyLoader). */
import type { Raise } from '../../../../machine.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { Result } from '../../../../sqlalchemy/engine/result.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { within } from '../../../../sqlalchemy/expression/operators/operate-in.ts';
import { orderBy, select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { type OwningSession, stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { ColumnProperty, type Property, Relationship } from '../mapper/property.ts';
import { invalidRequest, wrongKey } from '../session/session-errors.ts';
import { entityNode, loadedColumns } from './entity.ts';
import { loadRelated } from './lazy-load.ts';
import { type LaterLoader, loadLater } from './load-later.ts';
import {
  finishCollections,
  type IdentityMap,
  identityKey,
  instanceOf,
  type Loading,
  startLoading,
} from './load-rows.ts';
import { emptyNode, type LoadNode } from './load-tree.ts';
import { type LoadedRows, resultOf } from './loaded-rows.ts';
import { criteriaOptions } from './loader-criteria.ts';
import { LoaderOption } from './loader-options.ts';
import { planOf } from './plan.ts';
import { descendants } from './polymorphic.ts';
import type { EntityReader, Reading } from './reading.ts';
import { groupOf, keyEquals, keyParameters, refreshInstance, stillThere } from './refresh.ts';
import { rowNames } from './row-names.ts';

/** The session as its loader needs it. */
export interface LoadingSession extends OwningSession {
  readonly identities: IdentityMap;
  readonly autoflush: boolean;
  run(call: Interpreter, statement: Value, parameters?: Value): Value;
  flush(call: Interpreter): void;
  /** What a query does first. */
  flushForQuery(call: Interpreter): void;
  /** Runs a statement past the listeners of `do_orm_execute`, who may change it or answer in its place. */
  executing(
    call: Interpreter,
    statement: Value,
    parameters: Value,
    cause: LoadCause,
    run: (statement: Value, parameters: Value) => Value,
  ): Value;
}

export interface GetOptions {
  readonly options?: readonly unknown[];
  /** Values in memory are read again. */
  readonly populate?: boolean;
  /** It is for an attribute of another instance. */
  readonly lazy?: boolean;
}

/** Why the session itself reads, as listeners of `do_orm_execute` are told. */
export interface LoadCause {
  /** A Query asks, whatever it selects. */
  readonly query?: boolean;
  readonly columns?: boolean;
  readonly relationship?: boolean;
  readonly parameters?: ReadonlyMap<string, Value>;
}

/** What came of a SELECT. */
interface Asked {
  readonly loaded: LoadedRows | undefined;
  readonly answer: Value;
}

export interface ReadOptions {
  readonly parameters?: Value;
  /** Values in memory are read again. */
  readonly populate?: boolean;
  /** Loader options of the class, where they do not stand in the statement. */
  readonly node?: LoadNode | undefined;
  readonly cause?: LoadCause;
}

const rowsIn = (result: Value): readonly (readonly Value[])[] =>
  (result as unknown as Result).fetchAll().map((row) => (row as { values: Value[] }).values);

export class SessionLoader implements LaterLoader {
  readonly session: LoadingSession;

  constructor(session: LoadingSession) {
    this.session = session;
  }

  /** Runs a SELECT of mapped classes; undefined where it selects none. */
  read(call: Interpreter, statement: Select, options: ReadOptions = {}): LoadedRows | undefined {
    return this.ask(call, statement, options).loaded;
  }

  /** Runs any SELECT. @returns its result, and what was loaded where it selects something mapped */
  ask(call: Interpreter, statement: Select, options: ReadOptions): Asked {
    let loaded: LoadedRows | undefined;
    const { cause = {}, parameters = null } = options;
    const told = cause.parameters ? dict([...cause.parameters]) : parameters;
    const answer = this.session.executing(call, statement as unknown as Value, told, cause, (given, sent) => {
      const own = sent === told ? parameters : sent;
      loaded = this.readNow(call, given as unknown as Select, { ...options, parameters: own });
      return loaded ? resultOf(loaded) : this.session.run(call, given, own);
    });
    if (loaded?.result === answer) return { loaded, answer };
    // A listener answered: with rows of instances, or with others.
    const mapped = answer instanceof Result && answer.cursor.shape.isLoaded === true;
    const plan = mapped ? planOf(statement, options.node) : undefined;
    if (!plan) return { loaded: undefined, answer };
    return { loaded: { rows: rowsIn(answer), keys: (answer as unknown as Result).keys, plan }, answer };
  }

  private readNow(
    call: Interpreter,
    statement: Select,
    { parameters = null, populate = false, node, cause }: ReadOptions,
  ): LoadedRows | undefined {
    const plan = planOf(statement, node, cause?.query);
    if (!plan) return undefined;
    if (plan.multiplies && statement.executionOptions.yield_per !== undefined) throw cannotYield();
    const result = this.session.run(call, plan.select as unknown as Value, parameters) as unknown as Result;
    const wanted = populate || statement.executionOptions.populate_existing === true;
    const rows = this.build(call, plan.readings, rowsIn(result as unknown as Value), statement, wanted);
    return { rows, keys: rowNames(plan.readings, result.keys, statement), plan };
  }

  /** Runs a SELECT of columns for the session's own use. */
  cells(call: Interpreter, statement: Select, cause: LoadCause): readonly (readonly Value[])[] {
    const told = cause.parameters ? dict([...cause.parameters]) : null;
    return rowsIn(
      this.session.executing(call, statement as unknown as Value, told, cause, (given) =>
        this.session.run(call, given),
      ),
    );
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
    return this.read(call, statement, { node, cause: { relationship: true } })!.rows;
  }

  known(key: string): PyObject | undefined {
    return this.session.identities.get(key);
  }

  lazy(call: Interpreter, instance: PyObject, property: Relationship): void {
    loadRelated(this, call, instance, inheritedMapper(instance.cls)!, property);
  }

  /** A result as `session.execute` gives it. */
  execute(call: Interpreter, statement: Select, parameters: Value): Value {
    return this.session.executing(call, statement as unknown as Value, parameters, {}, (given, sent) => {
      const select = given as unknown as Select;
      if (select.entities.length > 0) this.session.flushForQuery(call);
      const loaded = this.readNow(call, select, { parameters: sent });
      return loaded ? resultOf(loaded) : this.session.run(call, given, sent);
    });
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
        return stillThere(this, call, known);
      }
      return known instanceof PyObject && known.cls.isSubclassOf(mapper.cls) ? known : null;
    }
    this.session.flushForQuery(call);
    const noted = lazy ? { executionOptions: { orm_load: 'lazy' } } : {};
    const base: Select = { ...select([entityNode(mapper)]), labelStyle: 'tablename', options, ...noted };
    const criteria = mapper.primaryKey.map((column, at) => keyEquals(column, identity[at]!));
    const cause: LoadCause = { relationship: lazy, parameters: keyParameters(identity) };
    const found = this.read(call, where(base, criteria), { populate, cause })!;
    return (found.rows[0]?.[0] ?? null) as PyObject | null;
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
      refreshInstance(
        this,
        call,
        instance,
        expired.has(property.key) ? [...expired] : groupOf(own, property),
      );
      return instance.attrs?.get(property.key);
    }
    if (!(property instanceof Relationship)) return undefined;
    const lazy = property.options.get('lazy');
    if (stateOf(instance).refused.has(property.key) || lazy === 'raise' || lazy === 'raise_on_sql') {
      throw invalidRequest(
        `'${property.parent!.cls.name}.${property.key}' is not available due to lazy='raise'`,
      );
    }
    return loadRelated(this, call, instance, own, property);
  }
}

/** Rows in portions, where one instance spreads over several rows. */
const cannotYield = (): Raise =>
  invalidRequest(
    "Can't use yield_per with eager loaders that require uniquing or row buffering, e.g. joinedload() against collections or " +
      'subqueryload().  Consider the selectinload() strategy for better flexibility in loading objects.',
  );

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
