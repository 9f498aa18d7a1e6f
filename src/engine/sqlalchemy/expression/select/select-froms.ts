/** What a SELECT lists in FROM: given tables, joins, and what its expressions speak of. Answers to: SelectState in sql/selectable.py. */
import { Raise } from '../../../machine.ts';
import type { Element } from '../elements.ts';
import { host } from '../host.ts';
import { expand } from './columns.ts';
import { joinedOn } from './entity-criteria.ts';
import { fromsOf, hiddenBy } from './from-objects.ts';
import { canJoin, joinCondition } from './join-condition.ts';
import type { FromClause, Join, JoinStep, Select } from './selectables.ts';

/** The FROM list before correlation. */
export function selectFroms(statement: Select): readonly FromClause[] {
  const columns = expand(statement.entities);
  const given: FromClause[] = statement.from.length > 0 ? statement.from.map(plain) : spreadFroms(statement);
  for (const step of statement.joins) addStep(given, step, columns);
  const all = new Set<FromClause>([
    ...given,
    ...fromsOf(statement.entities.filter(isJoined)),
    ...fromsOf(columns),
    ...fromsOf(statement.where),
  ]);
  const hidden = new Set<FromClause>();
  for (const from of all) for (const one of hiddenBy(from)) hidden.add(one);
  return [...all].filter((from) => !hidden.has(from));
}

/** What was selected, with the tables that it is read from: a mapped class or one of its attributes. */
interface ReadFrom {
  readonly fromTable?: FromClause;
}

/** Where attributes of a class that is spread over several tables are selected: the tables of all that is selected, joined as their classes are. */
function spreadFroms({ entities, given }: Select): FromClause[] {
  const tables = entities.map((one, at) =>
    one.kind === 'entity' ? one.table : (given[at] as ReadFrom | null | undefined)?.fromTable,
  );
  const found = [...new Set(tables.filter((one) => one !== undefined))];
  return found.some(({ kind }) => kind === 'join') ? found : [];
}

/** A join among what is selected, or a class over joined tables. */
const isJoined = (one: Element): boolean =>
  one.kind === 'join' || (one.kind === 'entity' && one.table.kind === 'join');

const plain = (from: FromClause): FromClause => (from.kind === 'entity' ? from.table : from);

function addStep(given: FromClause[], step: JoinStep, columns: Parameters<typeof fromsOf>[0]): void {
  const target = plain(step.target);
  const left = step.from ? plain(step.from) : leftOf(given, step, target, columns);
  const at = given.findIndex((one) => one === left || hiddenBy(one).includes(left));
  const base = at >= 0 ? given[at]! : left;
  const join: Join = {
    kind: 'join',
    left: base,
    right: target.kind === 'join' ? { kind: 'from-grouping', element: target } : target,
    on: joinedOn(step.on ?? joinCondition(step.from ? left : base, target), step.target),
    outer: step.outer,
    full: step.full,
  };
  if (at >= 0) given[at] = join;
  else given.push(join);
}

/** The side to join from, where it was not named. */
function leftOf(
  given: readonly FromClause[],
  step: JoinStep,
  target: FromClause,
  columns: Parameters<typeof fromsOf>[0],
): FromClause {
  const candidates = (given.length > 0 ? given : fromsOf(columns)).filter((one) => one !== target);
  const able = candidates.length > 1 ? candidates.filter((one) => joinsWith(one, step, target)) : candidates;
  if (able.length === 1 && (step.on || canJoin(able[0]!, target))) return able[0]!;
  if (able.length > 1) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "Can't determine which FROM clause to join from, there are multiple FROMS which can join to this entity. Please " +
        'use the .select_from() method to establish an explicit left side, as well as providing an explicit ON clause if ' +
        'not present already to help resolve the ambiguity.',
    ]);
  }
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Don't know how to join to ${host().repr(step.target.kind === 'entity' ? (step.target.mapper ?? target) : target)}. Please use the .select_from() method to establish an explicit left ` +
      'side, as well as providing an explicit ON clause if not present already to help resolve the ambiguity.',
  ]);
}

function joinsWith(from: FromClause, step: JoinStep, target: FromClause): boolean {
  if (!step.on) return canJoin(from, target);
  const inside = new Set([from, ...hiddenBy(from)]);
  return fromsOf([step.on]).some((one) => inside.has(one));
}
