/** ON from foreign keys. Answers to: sqlalchemy/sql/selectable.py (Join._join_condition). */
import { Raise } from '../../../machine.ts';
import { conjunction } from '../build.ts';
import type { Element } from '../elements.ts';
import { compare } from '../operators/operate.ts';
import { type AnyColumn, columnsOf } from './columns.ts';
import type { FromClause } from './selectables.ts';

/** What the schema room's Column has beside what the expression language needs. */
interface Referring {
  readonly foreignKeys?: ReadonlySet<{
    resolved(): AnyColumn | undefined;
    readonly constraint?: object | null | undefined;
  }>;
}

interface Pair {
  readonly constraint: object;
  readonly left: AnyColumn;
  readonly right: AnyColumn;
}

/** @throws NoForeignKeysError, AmbiguousForeignKeysError */
export function joinCondition(left: FromClause, right: FromClause): Element {
  const pairs = [...pairsBetween(left, right), ...pairsBetween(right, left)];
  const constraints = new Set(pairs.map((pair) => pair.constraint));
  if (constraints.size === 0) {
    throw new Raise('sqlalchemy.exc.NoForeignKeysError', [
      `Can't find any foreign key relationships between '${nameOf(left)}' and '${nameOf(right)}'.`,
    ]);
  }
  if (constraints.size > 1) {
    throw new Raise('sqlalchemy.exc.AmbiguousForeignKeysError', [
      `Can't determine join between '${nameOf(left)}' and '${nameOf(right)}'; tables have more than one foreign key ` +
        "constraint relationship between them. Please specify the 'onclause' of this join explicitly.",
    ]);
  }
  return conjunction(
    'and',
    pairs.map((pair) => compare(pair.left, 'eq', pair.right)),
  );
}

/** Whether a join between the two could find its condition. */
export function canJoin(left: FromClause, right: FromClause): boolean {
  return [...pairsBetween(left, right), ...pairsBetween(right, left)].length > 0;
}

/** Columns of `parent` that columns of `child` refer to. */
function pairsBetween(parent: FromClause, child: FromClause): Pair[] {
  const pairs: Pair[] = [];
  const targets = new Map(columnsOf(parent).map((column) => [original(column), column]));
  for (const column of columnsOf(child)) {
    for (const key of (original(column) as Referring).foreignKeys ?? []) {
      const target = key.resolved();
      const found = target && targets.get(target);
      if (found) pairs.push({ constraint: key.constraint ?? key, left: found, right: column });
    }
  }
  return pairs;
}

function original(column: AnyColumn): object {
  let current: unknown = column;
  while ((current as AnyColumn).kind === 'column-clause' && (current as { proxied?: unknown }).proxied) {
    current = (current as { proxied: unknown }).proxied;
  }
  return current as object;
}

const nameOf = (from: FromClause): string =>
  from.kind === 'join'
    ? `Join object on ${nameOf(from.left)} and ${nameOf(from.right)}`
    : String((from as { name?: unknown }).name ?? '');
