/** `session.query(…)`: a SELECT that grows, with labels of table and column. Answers to: sqlalchemy/orm/query.py. */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { mark } from '../../../../python/values/native/host-object.ts';
import { PY_CLASS, PyClass, type Value } from '../../../../python/values/value.ts';
import type { Result } from '../../../../sqlalchemy/engine/result.ts';
import { Row } from '../../../../sqlalchemy/engine/row.ts';
import { literalColumn } from '../../../../sqlalchemy/expression/coerce.ts';
import { compile } from '../../../../sqlalchemy/expression/compile.ts';
import type { SelectLike } from '../../../../sqlalchemy/expression/elements.ts';
import { criteriaOf } from '../../../../sqlalchemy/expression/select/entity-criteria.ts';
import {
  exists,
  select,
  subquery,
  where,
  withLimit,
} from '../../../../sqlalchemy/expression/select/select-build.ts';
import { selectFroms } from '../../../../sqlalchemy/expression/select/select-froms.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { OrmSession } from '../session/session.ts';
import { type AliasedEntity, entityOfNode } from './entity.ts';
import { FromStatement } from './from-statement.ts';
import { loadedShape } from './loaded-rows.ts';
import { withLoaderCriteria } from './loader-criteria.ts';
import { Func } from './query-count.ts';
import { shownSelect } from './shown-select.ts';

/** What a query is over: a SELECT, a union of some, or a statement of the learner's own. */
type Source = Select | FromStatement;

export class Query {
  readonly session: OrmSession | null;
  readonly source: Source;

  /** `query.params(…)`: a dict; null where none were given. */
  readonly parameters: Value;

  constructor(session: OrmSession | null, source: Source, parameters: Value = null) {
    this.session = session;
    this.source = source;
    this.parameters = parameters;
  }

  /** The SELECT as it grew so far. @throws InvalidRequestError after from_statement() */
  get select(): Select {
    if (!(this.source instanceof FromStatement)) return this.source;
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "Query.select() being called on a Query with an existing full statement - can't apply criterion.",
    ]);
  }

  with(select: Select): Query {
    return this.alike(new Query(this.session, select, this.parameters));
  }

  /** Another query, of the learner's class if this one is. */
  alike(other: Query): Query {
    const { [PY_CLASS]: own } = this as { readonly [PY_CLASS]?: PyClass };
    return own ? (mark(other as unknown as Value, own, own.cls) as unknown as Query) : other;
  }

  /** What stands for it inside another statement. */
  clauseElement(): SelectLike {
    return this.source instanceof FromStatement ? (this.source.statement as SelectLike) : this.statement();
  }

  /** `query.statement`: without labels. */
  statement(): Select {
    return {
      ...this.select,
      labelStyle: this.select.labelStyle === 'tablename' ? 'disambiguate' : this.select.labelStyle,
    };
  }

  private requireSession(): OrmSession {
    if (this.session) return this.session;
    throw new Raise('sqlalchemy.exc.UnboundExecutionError', ['This query is not bound to a session']);
  }

  /** Every row: instances alone, else rows. */
  rows(call: Interpreter): readonly Value[] {
    const session = this.requireSession();
    if (!(this.source instanceof FromStatement)) requireColumns(this.source);
    session.flushForQuery(call);
    const { source } = this;
    const asked = { parameters: this.parameters, cause: { query: true } };
    const { loaded, answer } =
      source instanceof FromStatement
        ? { loaded: source.read(call, session, this.parameters), answer: null }
        : session.loader.ask(call, source, asked);
    if (!loaded) return (answer as unknown as Result).fetchAll() as Value[];
    const { readings } = loaded.plan;
    if (readings.length === 1 && readings[0]!.kind === 'entity')
      return [...new Set(loaded.rows.map(([one]) => one!))];
    const shape = loadedShape(loaded);
    const distinct = readings.some((one) => one.kind === 'entity') ? unique(loaded.rows) : loaded.rows;
    return distinct.map((row) => new Row(shape, row) as unknown as Value);
  }

  first(call: Interpreter): Value {
    if (this.source instanceof FromStatement) return this.rows(call)[0] ?? null;
    return this.with(withLimit(this.source, 1)).rows(call)[0] ?? null;
  }

  /** @throws NoResultFound, MultipleResultsFound */
  one(call: Interpreter, orNone: boolean): Value {
    const found = this.rows(call);
    if (found.length === 1) return found[0]!;
    if (found.length === 0 && orNone) return null;
    throw found.length === 0
      ? new Raise('sqlalchemy.exc.NoResultFound', ['No row was found when one was required'])
      : new Raise('sqlalchemy.exc.MultipleResultsFound', [
          `Multiple rows were found when ${orNone ? 'one or none' : 'exactly one'} was required`,
        ]);
  }

  /** `SELECT count(*) FROM (…)` */
  count(call: Interpreter): Value {
    const inner = subquery({ ...withLoaderCriteria(this.select), options: [] }, null);
    const counted = {
      ...select([Func.count(literalColumn('*'))]),
      from: [inner],
      labelStyle: 'tablename' as const,
    };
    return this.with(counted).scalar(call);
  }

  scalar(call: Interpreter): Value {
    const found = this.one(call, true);
    return found instanceof Row ? (found.values[0] as Value) : found;
  }

  /** `EXISTS (SELECT 1 FROM …)` */
  exists(): Value {
    const froms = selectFroms(this.select);
    const inner = {
      ...this.select,
      entities: [literalColumn('1')],
      given: [],
      from: froms,
      joins: [],
      options: [],
    };
    return exists([where(inner, criteriaOf(this.select))]) as Value;
  }

  /** The SQL, in the words of the session's database. */
  text(call: Interpreter): string {
    const shown =
      this.source instanceof FromStatement ? this.clauseElement() : shownSelect(requireColumns(this.source));
    const bind = this.session?.options.bind ?? null;
    return compile(shown, {
      python: call.process.python,
      dialect: bind === null ? 'default' : 'postgresql',
    }).sql;
  }

  /** The class that the query is about, for filter_by() and get(). */
  get entity(): { readonly mapper: Mapper; readonly aliased: AliasedEntity | undefined } | undefined {
    if (this.source instanceof FromStatement) return undefined;
    const last = this.source.joins.at(-1)?.target;
    return entityOfNode(last) ?? entityOfNode(this.source.entities[0]);
  }
}

/** @throws InvalidRequestError for a query that was given nothing to read */
function requireColumns(source: Select): Select {
  if (source.entities.length > 0) return source;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    'Query contains no columns with which to SELECT from.',
  ]);
}

function unique(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const seen: (readonly Value[])[] = [];
  for (const row of rows)
    if (!seen.some((one) => one.every((value, at) => value === row[at]))) seen.push(row);
  return seen;
}

/** `session.query(…)` @throws ArgumentError for what cannot be selected, at once and not when rows are asked for */
export function queryOf(session: OrmSession | null, given: readonly Value[]): Query {
  return new Query(session, { ...select(given.map(classOf)), labelStyle: 'tablename' });
}

/** A mapper stands for its class. */
const classOf = (given: Value): Value =>
  given !== null && typeof given === 'object' && (given as { kind?: string }).kind === 'mapper'
    ? (given as unknown as Mapper).cls
    : given;

/** A primary key as given: one value, a tuple, or a dict by attribute names. */
export function identityOf(call: Interpreter, mapper: Mapper, ident: Value): readonly Value[] {
  const items = (ident as { items?: unknown } | null)?.items;
  if (Array.isArray(items)) return items as Value[];
  const keyed = ident !== null && typeof ident === 'object' && call.getAttribute(ident, 'keys') !== undefined;
  if (!keyed || ident instanceof PyClass) return [ident];
  const names = mapper.primaryKey.map((column) => mapper.propertyOf(column)?.key ?? column.key);
  if (!names.every((name) => call.truth(call.callMethod(ident, '__contains__', name)))) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      'Incorrect names of values in identifier to formulate primary key for session.get(); primary key attribute names are ' +
        `${names.map((name) => `'${name}'`).join(', ')} (synonym names are also accepted)`,
    ]);
  }
  return names.map((name) => call.callMethod(ident, '__getitem__', name));
}
