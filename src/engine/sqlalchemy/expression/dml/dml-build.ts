/** INSERT, UPDATE and DELETE constructors. Answers to: sqlalchemy/sql/dml.py, dialects/postgresql/dml.py. */
import { Raise } from '../../../machine.ts';
import { columnArgument, operandOf, predicateOf, tableArgument } from '../coerce.ts';
import type { Element, SelectLike } from '../elements.ts';
import { columnsOf } from '../select/columns.ts';
import type { Alias, FromClause } from '../select/selectables.ts';
import type { Assignment, Delete, Insert, OnConflict, Update } from './statements.ts';

const OPTIONS = {
  returning: [],
  prefixes: [],
  hints: [],
  independentCtes: [],
  executionOptions: {},
} as const;

/** The table that is written: a class's own, where it is spread over several. */
function written(given: unknown): FromClause {
  const table = tableArgument(given);
  if (table.kind !== 'entity' || !table.local) return table;
  const { columns: _all, local, ...rest } = table;
  return { ...rest, table: local };
}

/** `insert(table)` */
export const insert = (table: unknown): Insert => ({
  ...OPTIONS,
  kind: 'insert',
  table: written(table),
  values: undefined,
  multiple: undefined,
  fromSelect: undefined,
  inline: false,
  returnDefaults: false,
  onConflict: undefined,
  sortByParameterOrder: false,
});

/** `update(table)` */
export const update = (table: unknown): Update => ({
  ...OPTIONS,
  kind: 'update',
  table: written(table),
  values: undefined,
  ordered: false,
  where: [],
  inline: false,
  returnDefaults: false,
});

/** `delete(table)` */
export const deleteFrom = (table: unknown): Delete => ({
  ...OPTIONS,
  kind: 'delete',
  table: written(table),
  where: [],
});

/** `.values(…)` with one set of values; a later call adds to an earlier one. */
export function withValues<Statement extends Insert | Update>(
  statement: Statement,
  values: readonly Assignment[],
): Statement {
  if (statement.kind === 'insert' && statement.multiple) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "Can't mix single and multiple VALUES formats in one INSERT statement; one style appends to a list while the other replaces values, so the intent is ambiguous.",
    ]);
  }
  const earlier = statement.values ?? [];
  const keys = new Set(values.map(([key]) => keyText(key)));
  const given = values.map(([key, value]): Assignment => [key, operandOf(value) ?? value]);
  return { ...statement, values: [...earlier.filter(([key]) => !keys.has(keyText(key))), ...given] };
}

/** `.values([{…}, {…}])` */
export function withRows(statement: Insert, rows: readonly (readonly Assignment[])[]): Insert {
  return { ...statement, multiple: [...(statement.multiple ?? []), ...rows] };
}

/** Values by place: `.values((1, 2))`. */
export const byPlace = (table: FromClause, values: readonly unknown[]): readonly Assignment[] =>
  columnsOf(table)
    .slice(0, values.length)
    .map((column, at) => [column as Element, values[at]]);

const keyText = (key: string | Element): unknown =>
  typeof key === 'string' ? key : 'key' in key ? (key.key as string) : key;

/** `.from_select(names, select)` */
export const fromSelect = (
  statement: Insert,
  names: readonly (string | Element)[],
  select: SelectLike,
  includeDefaults: boolean,
): Insert => ({ ...statement, fromSelect: { names, select, includeDefaults }, inline: true });

/** `.returning(*columns)` */
export const returning = <Statement extends Insert | Update | Delete>(
  statement: Statement,
  columns: readonly unknown[],
): Statement => ({
  ...statement,
  returning: [...statement.returning, ...columns.map(columnArgument)],
  returningGiven: [...(statement.returningGiven ?? statement.returning), ...columns],
});

const excludedTables = new WeakMap<object, Alias>();

/** `insert.excluded`: the row that could not be inserted. */
export function excluded(statement: Insert): Alias {
  const known = excludedTables.get(statement.table);
  if (known) return known;
  const made: Alias = { kind: 'alias', element: statement.table, name: 'excluded' };
  excludedTables.set(statement.table, made);
  return made;
}

/** What `on_conflict_do_…` was given. */
export interface ConflictOptions {
  readonly constraint?: unknown;
  readonly indexElements?: readonly (string | Element)[] | undefined;
  readonly indexWhere?: unknown;
  readonly set?: readonly Assignment[];
  readonly where?: unknown;
}

/** What `set_` must be. */
export const NO_SET =
  'set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` collection of a Table object';

/**
 * `.on_conflict_do_nothing(…)`, `.on_conflict_do_update(…)`
 * @throws ValueError with SQLAlchemy's texts
 */
export function onConflict(
  statement: Insert,
  action: OnConflict['action'],
  options: ConflictOptions,
): Insert {
  const target = conflictTarget(action, options);
  if (action === 'update' && !options.set?.length)
    throw new Raise('builtins.ValueError', [
      options.set ? 'set parameter dictionary must not be empty' : NO_SET,
    ]);
  const where =
    options.where === undefined || options.where === null ? undefined : predicateOf(options.where);
  return { ...statement, onConflict: { action, ...target, set: options.set ?? [], updateWhere: where } };
}

interface NamedConstraint {
  readonly kind?: string;
  readonly name?: unknown;
  readonly columns?: Iterable<{ readonly name: string }>;
  readonly expressions?: Iterable<Element>;
}

function conflictTarget(
  action: OnConflict['action'],
  options: ConflictOptions,
): Pick<OnConflict, 'constraint' | 'elements' | 'where'> {
  const { constraint, indexElements } = options;
  const where =
    options.indexWhere === undefined || options.indexWhere === null
      ? undefined
      : predicateOf(options.indexWhere);
  if (constraint !== undefined && constraint !== null) {
    if (indexElements) {
      throw new Raise('builtins.ValueError', ["'constraint' and 'index_elements' are mutually exclusive"]);
    }
    if (typeof constraint === 'string') return { constraint, elements: undefined, where };
    const named = constraint as NamedConstraint;
    if (named.name !== undefined && named.name !== null && named.kind !== 'index') {
      return { constraint: String(named.name), elements: undefined, where };
    }
    const elements = [...(named.expressions ?? [...(named.columns ?? [])].map((column) => column.name))];
    return { constraint: undefined, elements: elements as (string | Element)[], where };
  }
  if (action === 'update' && !indexElements) {
    throw new Raise('builtins.ValueError', [
      'Either constraint or index_elements, but not both, must be specified unless DO NOTHING',
    ]);
  }
  return { constraint: undefined, elements: indexElements, where };
}
