/** How a relationship joins its two classes in SQL. Answers to: sqlalchemy/orm/relationships.py (JoinCondition, Comparator). */
import { Raise } from '../../../../machine.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import type {
  EntityNode,
  FromClause,
  RelationshipPath,
} from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { adapted, type Replace, throughAlias } from '../loading/adapt.ts';
import { AliasedEntity, entityNode, selectableOf } from '../loading/entity.ts';
import { aliasOf } from '../loading/polymorphic.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import { isMarkedRemote } from './foreign-marks.ts';

const same: Replace = () => undefined;

const through = (column: Column, replace: Replace): Element =>
  replace(column as Element) ?? (column as Element);

/** Whether a column of a written condition belongs to the other side. Where both sides are one table, the pairs tell. */
function isRemote(property: Relationship, column: Column): boolean {
  const holds = (mapper: Mapper) => mapper.tables.some((each) => each === column.table);
  if (holds(property.parent!)) {
    if (property.pairs.some(([, there]) => there === column)) return true;
    return isMarkedRemote(column) && !property.pairs.some(([here]) => here === column);
  }
  return holds(property.target!);
}

/** A condition that a learner wrote, over the FROMs of both sides. @param isOther whether a column is the other side's */
const writtenCondition = (
  condition: Element,
  own: Replace,
  other: Replace,
  isOther: (column: Column) => boolean,
): Element =>
  adapted(condition, (element) => {
    if (element.kind !== 'column') return undefined;
    return isOther(element as unknown as Column) ? other(element) : own(element);
  });

/** The condition between both sides of a relationship without a secondary table. */
export function directCondition(property: Relationship, own: Replace, other: Replace): Element {
  const { condition } = property;
  if (condition) return writtenCondition(condition, own, other, (column) => isRemote(property, column));
  const toOne = property.direction === 'many-to-one';
  const pairs = property.pairs.map(([here, there]) => {
    const [left, right] = [through(here, own), through(there, other)];
    return toOne ? compare(right, 'eq', left) : compare(left, 'eq', right);
  });
  return conjunction('and', pairs);
}

/** Conditions of a many-to-many: this side with the secondary table, and that with the other side. */
export function secondaryConditions(
  property: Relationship,
  own: Replace,
  secondary: Replace,
  other: Replace,
): readonly [Element, Element] {
  const between = secondaryOf(property);
  const sides = (pairs: Relationship['pairs'], side: Replace, written: Element | undefined) =>
    written
      ? writtenCondition(written, side, secondary, ({ table }) => table === between)
      : conjunction(
          'and',
          pairs.map(([here, there]) => compare(through(here, side), 'eq', through(there, secondary))),
        );
  return [
    sides(property.pairs, own, property.condition),
    sides(property.secondaryPairs, other, property.secondaryCondition),
  ];
}

/** The secondary table of a many-to-many. */
export const secondaryOf = (property: Relationship): FromClause | undefined =>
  property.direction === 'many-to-many'
    ? (property.pairs[0]?.[1].table as FromClause | undefined)
    : undefined;

/** A table under a name of the compiler's choice. */
export const anonymousAlias = (table: FromClause): FromClause => ({
  kind: 'alias',
  element: table,
  name: undefined,
});

/** An alias of a class under a name of the compiler's choice. */
export const anonymousEntity = (mapper: Mapper): AliasedEntity =>
  new AliasedEntity(mapper, aliasOf(selectableOf(mapper), undefined, true), undefined);

/** How columns of a relationship's target read in the FROM that is joined. */
function replaceIn(target: EntityNode | FromClause): Replace {
  if (target.kind === 'entity') return target.entity instanceof AliasedEntity ? target.entity.replace : same;
  return target.kind === 'table' ? same : throughAlias(target);
}

const sameEntity = (property: Relationship): Raise =>
  new Raise('sqlalchemy.exc.InvalidRequestError', [
    `Can't construct a join from ${property.parent} to ${property.target}, they are the same entity`,
  ]);

export interface PathOptions {
  /** The class that the attribute was taken from, where that is an alias. */
  readonly owner?: AliasedEntity | undefined;
  /** `.of_type(…)` */
  readonly target?: EntityNode | undefined;
  /** `.and_(…)` */
  readonly criteria?: readonly Element[];
}

/** A relationship as `join(User.posts)` and `join(alias, User.posts)` read it. */
export function relationshipPath(property: Relationship, options: PathOptions): RelationshipPath {
  const { owner, criteria = [] } = options;
  const own = owner?.replace ?? same;
  const from = owner?.table ?? selectableOf(property.parent!);
  return {
    kind: 'relationship-path',
    steps: (given) => {
      if (!given && !options.target && !owner && property.target === property.parent)
        throw sameEntity(property);
      const target = given ?? options.target ?? entityNode(property.target!);
      const other = replaceIn(target);
      const extra = criteria.map((one) => adapted(one, other));
      const secondary = secondaryOf(property);
      if (!secondary) {
        return [{ from, target, on: conjunction('and', [directCondition(property, own, other), ...extra]) }];
      }
      const alias = anonymousAlias(secondary);
      const [here, there] = secondaryConditions(property, own, throughAlias(alias), other);
      return [
        { from, target: alias, on: here },
        { from: alias, target, on: conjunction('and', [there, ...extra]) },
      ];
    },
  };
}
