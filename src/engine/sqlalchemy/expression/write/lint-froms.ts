/** Warns of FROM elements that no condition connects. Answers to: sqlalchemy/sql/compiler.py (FromLinter). */
import type { Element } from '../elements.ts';
import { host } from '../host.ts';
import { fromsOf, hiddenBy } from '../select/from-objects.ts';
import type { FromClause } from '../select/selectables.ts';

const PLAIN: ReadonlySet<string> = new Set(['table', 'table-clause', 'alias', 'subquery', 'cte']);

/** The tables of a FROM list, joins taken apart. */
const tablesIn = (from: FromClause): readonly FromClause[] =>
  [from, ...hiddenBy(from)].filter((one) => one.kind !== 'join' && one.kind !== 'from-grouping');

/**
 * @param froms what stands in FROM
 * @param conditions of WHERE
 * @param nameOf the name under which the statement knows a table
 */
export function lintFroms(
  froms: readonly FromClause[],
  conditions: readonly Element[],
  nameOf: (from: FromClause) => string,
  verb = 'SELECT',
): void {
  const groups = froms.map(tablesIn);
  if (groups.flat().some((one) => !PLAIN.has(one.kind))) return;
  const near = new Map<FromClause, Set<FromClause>>();
  const link = (left: readonly FromClause[], right: readonly FromClause[]): void => {
    for (const one of left) {
      for (const other of right) {
        near.set(one, (near.get(one) ?? new Set()).add(other));
        near.set(other, (near.get(other) ?? new Set()).add(one));
      }
    }
  };
  for (const group of groups) link(group, group);
  for (const condition of conditions) linkSides(condition, link);
  const start = groups[0]![0]!;
  const reached = new Set([start]);
  for (const one of reached) for (const other of near.get(one) ?? []) reached.add(other);
  const left = groups.flat().filter((one) => !reached.has(one));
  if (left.length === 0) return;
  const names = left.map((one) => `"${nameOf(one)}"`).join(', ');
  host().warn(
    'sqlalchemy.exc.SAWarning',
    `${verb} statement has a cartesian product between FROM element(s) ${names} and FROM element "${nameOf(start)}".  Apply ` +
      'join condition(s) between each element to resolve.',
  );
}

type Link = (left: readonly FromClause[], right: readonly FromClause[]) => void;

/** Both sides of every operator are connected. */
function linkSides(element: Element, link: Link): void {
  switch (element.kind) {
    case 'binary':
      link(fromsOf([element.left]), fromsOf([element.right]));
      linkSides(element.left, link);
      linkSides(element.right, link);
      return;
    case 'clause-list':
      for (const one of element.clauses) linkSides(one, link);
      return;
    case 'grouping':
    case 'unary':
      linkSides(element.element, link);
      return;
    default:
      return;
  }
}
