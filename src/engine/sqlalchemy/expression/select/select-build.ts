/** SELECT and FROM constructors; every change makes a new statement. Answers to: sqlalchemy/sql/selectable.py. */
import { Raise } from '../../../machine.ts';
import { bindparam } from '../build.ts';
import { argumentError, clauseOf, columnArgument, fromArgument, orderingOf, predicateOf } from '../coerce.ts';
import type { Element, SelectLike } from '../elements.ts';
import { host } from '../host.ts';
import { compare } from '../operators/operate.ts';
import { TYPES } from '../operators/type-rules.ts';
import { valueKind } from '../operators/value-kind.ts';
import { columnNamed, columnsOf, expand, isFrom, isSelect } from './columns.ts';
import { fromsOf } from './from-objects.ts';
import { joinCondition } from './join-condition.ts';
import { ordering } from './ordering.ts';
import { namedColumns } from './select-labels.ts';
import type {
  Alias,
  CommonTableExpression,
  CompoundSelect,
  FromClause,
  Join,
  JoinStep,
  RelationshipPath,
  Select,
  SelectOptions,
  SelectSource,
} from './selectables.ts';

const OPTIONS: SelectOptions = {
  groupBy: [],
  orderBy: [],
  limit: undefined,
  offset: undefined,
  fetch: undefined,
  forUpdate: undefined,
  labelStyle: 'disambiguate',
  independentCtes: [],
  executionOptions: {},
};

const EMPTY: Omit<Select, 'entities' | 'given'> = {
  ...OPTIONS,
  kind: 'select',
  where: [],
  having: [],
  from: [],
  joins: [],
  distinct: false,
  distinctOn: [],
  prefixes: [],
  suffixes: [],
  hints: [],
  statementHints: [],
  correlate: undefined,
  correlateExcept: undefined,
  options: [],
};

/** `select(*entities)` */
export const select = (entities: readonly unknown[]): Select => ({
  ...EMPTY,
  entities: entities.map(columnArgument),
  given: entities,
});

/** `.where(*conditions)`, beside those that are there. @throws ArgumentError */
export const where = <Statement extends { readonly where: readonly Element[] }>(
  statement: Statement,
  conditions: readonly unknown[],
): Statement => ({ ...statement, where: [...statement.where, ...conditions.map((one) => predicateOf(one))] });

/** `.having(*conditions)`. @throws ArgumentError */
export const having = (statement: Select, conditions: readonly unknown[]): Select => ({
  ...statement,
  having: [...statement.having, ...conditions.map((one) => predicateOf(one))],
});

/** How an error shows what the names were looked up in: as `str()` does, which leaves an alias empty. */
function namespaceText(statement: Select, from: FromClause | undefined): string {
  const table = from?.kind === 'entity' && from.table.kind !== 'join' ? from.table : from;
  const named = statement.joins.length > 0 || statement.from.length > 0;
  const first = statement.entities[0];
  if (!named && first && !isFrom(first)) return host().str(first);
  if (table?.kind === 'alias') return '';
  if (table?.kind === 'subquery') return host().str(table.element);
  return table && 'name' in table ? String(table.name) : '';
}

/** `.filter_by(name=value)`, against the FROM that was named last. */
export function filterBy(statement: Select, values: ReadonlyMap<string, unknown>): Select {
  const from =
    statement.joins.at(-1)?.target ??
    statement.from.at(-1) ??
    statement.entities.find((one) => one.kind === 'entity') ??
    fromsOf(expand(statement.entities))[0];
  const conditions = [...values].map(([key, value]) => {
    const own = from?.kind === 'entity' ? (from.keys?.get(key) ?? key) : key;
    const column = from && columnNamed(from, own);
    const equal =
      from?.kind === 'entity' && from.equal ? from.equal(key, value) : column && compare(column, 'eq', value);
    if (equal) return equal;
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      `Entity namespace for "${namespaceText(statement, from)}" has no property "${key}"`,
    ]);
  });
  return where(statement, conditions);
}

type Ordered = Select | CompoundSelect;

/** `.order_by(…)`; a single None clears it. */
export function orderBy<Statement extends Ordered>(
  statement: Statement,
  clauses: readonly unknown[],
): Statement {
  return { ...statement, orderBy: ordering(statement.orderBy, clauses, 'ORDER BY expression') };
}

/** `.group_by(*clauses)`; None alone takes all away. @throws ArgumentError */
export function groupBy<Statement extends Ordered>(
  statement: Statement,
  clauses: readonly unknown[],
): Statement {
  return { ...statement, groupBy: ordering(statement.groupBy, clauses, 'GROUP BY expression') };
}

/** The operand of LIMIT, OFFSET, FETCH. @throws ValueError as Python's int() does */
function limitOf(value: unknown): Element | undefined {
  if (value === null) return undefined;
  const clause = clauseOf(value);
  if (clause) return clause;
  const kind = valueKind(value);
  if (kind === 'int' || kind === 'bool') return bindparam(null, Number(value), { type: TYPES.integer });
  const text = String(value).trim();
  if (kind === 'str' && /^[+-]?\d+$/.test(text))
    return bindparam(null, Number(text), { type: TYPES.integer });
  if (kind === 'str') {
    throw new Raise('builtins.ValueError', [`invalid literal for int() with base 10: ${host().repr(value)}`]);
  }
  throw argumentError(`LIMIT/OFFSET expression expected, got ${host().repr(value)}.`);
}

/** `.limit(count)`. @throws ArgumentError */
export const withLimit = <Statement extends Ordered>(statement: Statement, limit: unknown): Statement => ({
  ...statement,
  limit: limitOf(limit),
});

/** `.offset(count)`. @throws ArgumentError */
export const withOffset = <Statement extends Ordered>(statement: Statement, offset: unknown): Statement => ({
  ...statement,
  offset: limitOf(offset),
});

/** `.distinct(*on)` */
export const distinct = (statement: Select, on: readonly unknown[]): Select => ({
  ...statement,
  distinct: true,
  distinctOn: [
    ...statement.distinctOn,
    ...on.map((one) => orderingOf(one, 'DISTINCT / OF / etc. expression')),
  ],
});

/** `.select_from(*froms)`. @throws ArgumentError */
export const selectFrom = (statement: Select, froms: readonly unknown[]): Select => ({
  ...statement,
  from: [...statement.from, ...froms.map((one) => fromArgument(one))],
});

export interface JoinOptions {
  readonly on?: unknown;
  readonly from?: unknown;
  readonly outer?: boolean;
  readonly full?: boolean;
}

/** `.join(target, on)`, `.join_from(left, target, on)`; the target or the condition may be a relationship. */
export function addJoin(statement: Select, target: unknown, options: JoinOptions): Select {
  const joins =
    (pathOf(target) ?? pathOf(options.on)) ? pathSteps(target, options) : [joinStep(target, options)];
  return { ...statement, joins: [...statement.joins, ...joins] };
}

function pathOf(value: unknown): RelationshipPath | undefined {
  if ((value as { kind?: unknown } | null | undefined)?.kind === 'relationship-path')
    return value as RelationshipPath;
  const clause = value === undefined ? undefined : (clauseOf(value) as { readonly kind: string } | undefined);
  return clause?.kind === 'relationship-path' ? (clause as RelationshipPath) : undefined;
}

function pathSteps(target: unknown, options: JoinOptions): readonly JoinStep[] {
  const own = pathOf(target);
  const steps = own ? own.steps(undefined) : pathOf(options.on)!.steps(joinTarget(target));
  return steps.map((step) => ({ ...step, outer: options.outer ?? false, full: options.full ?? false }));
}

const JOIN_TARGET = 'Join target, typically a FROM expression, or ORM relationship attribute';

/** @throws ArgumentError for a column, and for what is no target at all */
function joinTarget(target: unknown): FromClause {
  if (typeof target === 'string') throw argumentError(`${JOIN_TARGET} expected, got ${host().repr(target)}.`);
  const clause = clauseOf(target);
  if (clause?.kind === 'column' && target !== clause)
    throw argumentError(`Join target ${host().str(target)} does not refer to a mapped entity`);
  return fromArgument(target, JOIN_TARGET);
}

const joinStep = (target: unknown, options: JoinOptions): JoinStep => ({
  target: joinTarget(target),
  on: options.on === undefined || options.on === null ? undefined : predicateOf(options.on, 'ON clause'),
  from: options.from === undefined || options.from === null ? undefined : fromArgument(options.from),
  outer: options.outer ?? false,
  full: options.full ?? false,
});

/** `left.join(right, on)` of tables. */
export function join(left: FromClause, right: unknown, options: JoinOptions): Join {
  const target = fromArgument(right);
  const on =
    options.on === undefined || options.on === null ? undefined : predicateOf(options.on, 'ON clause');
  return {
    kind: 'join',
    left,
    right: target.kind === 'join' ? { kind: 'from-grouping', element: target } : target,
    on: on ?? joinCondition(left, target),
    outer: options.outer ?? false,
    full: options.full ?? false,
  };
}

/** `union(a, b)` and its kin. */
export function compound(keyword: CompoundSelect['keyword'], selects: readonly unknown[]): CompoundSelect {
  const parts = selects.map((one) => {
    const clause = clauseOf(one);
    if (clause && (isSelect(clause) || clause.kind === 'values')) return clause;
    throw argumentError(
      `SELECT construct for inclusion in a UNION or other set construct expected, got ${host().repr(one)}.`,
    );
  });
  return { ...OPTIONS, kind: 'compound', keyword, selects: parts as CompoundSelect['selects'] };
}

/** `.alias(name)` of anything in FROM. */
export function alias(element: FromClause, name: string | null): FromClause {
  if (element.kind === 'cte') return cteAlias(element, name);
  // A function in FROM has one name only: another one takes its place.
  if (element.kind === 'alias' && element.valued) return { ...element, name: name ?? undefined };
  return { kind: 'alias', element, name: name ?? undefined } satisfies Alias;
}

function cteAlias(element: CommonTableExpression, name: string | null): CommonTableExpression {
  return { ...element, name: name ?? undefined, aliasOf: element };
}

/** `.subquery(name)`, `.lateral(name)` */
export const subquery = (
  element: SelectLike,
  name: string | null,
  kind: 'subquery' | 'lateral' = 'subquery',
): Alias => ({
  kind,
  element: element as SelectSource,
  name: name ?? undefined,
});

/** `exists(…)` with a SELECT, columns, or nothing (`SELECT *`). */
export function exists(values: readonly unknown[]): Element {
  const first = values.length === 1 ? clauseOf(values[0]) : undefined;
  let element: SelectLike;
  if (values.length === 0) {
    element = select([
      {
        kind: 'column-clause',
        name: '*',
        key: '*',
        quote: null,
        type: TYPES.null,
        table: undefined,
        literal: true,
      },
    ]);
  } else if (first && isSelect(first)) element = first;
  else if (first?.kind === 'scalar-select') element = first.element;
  else element = select(values);
  return { kind: 'exists', element, negated: false, type: TYPES.boolean };
}

/** The columns under which other statements see a SELECT: `select.selected_columns`. */
export function selectedColumns(statement: SelectLike): readonly (readonly [string, Element])[] {
  if (statement.kind === 'compound') return selectedColumns(statement.selects[0] as SelectLike);
  if (statement.kind !== 'select') return columnsOf(statement).map((one) => [one.key, one]);
  return namedColumns(expand(statement.entities), 'none').map(({ element, proxyName }) => [
    typeof proxyName === 'string' ? proxyName : (proxyName?.stem ?? ''),
    element,
  ]);
}
