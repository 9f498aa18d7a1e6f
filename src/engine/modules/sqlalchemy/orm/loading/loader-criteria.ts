/** What an option asks of every row of a class, wherever a statement reads it. Answers to: sqlalchemy/orm/util.py (LoaderCriteriaOption). */
import { runningInterpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { clauseOf, predicateOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import type { EntityNode, JoinStep, Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { InstrumentedAttribute } from '../mapper/attribute.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { adapted } from './adapt.ts';
import { type AliasedEntity, entityOfNode } from './entity.ts';

/** `with_loader_criteria(Post, Post.deleted == False)` */
export class LoaderCriteria {
  /** A mapped class, or a mixin of several. */
  readonly cls: PyClass;
  /** The condition, or a function of the class that gives it. */
  readonly given: Value;
  readonly includesAliases: boolean;
  constructor(cls: PyClass, given: Value, includesAliases: boolean) {
    this.cls = cls;
    this.given = given;
    this.includesAliases = includesAliases;
  }
}

nativeClass({ name: 'LoaderCriteriaOption', module: 'sqlalchemy.orm.util', host: LoaderCriteria });

/** The function, for `sqlalchemy.orm`. */
export const withLoaderCriteriaFunction = nativeFunction(
  'with_loader_criteria',
  'entity_or_base, where_criteria, loader_only=False, include_aliases=False, propagate_to_loaders=True, track_closure_variables=True',
  (_call, cls: PyClass, given: Value, _only: Value, aliases: Value) =>
    new LoaderCriteria(cls, given, aliases === true),
);

/** The options of this kind, which statements that load more rows have as well. */
export const criteriaOptions = (options: readonly unknown[]): readonly unknown[] =>
  options.filter((one) => one instanceof LoaderCriteria);

/** What options ask of rows of a class. @param aliased the alias that a learner gave it */
export function criteriaFor(
  options: readonly unknown[],
  mapper: Mapper,
  aliased?: AliasedEntity,
): readonly Element[] {
  return options.flatMap((one) => {
    if (!(one instanceof LoaderCriteria) || !mapper.cls.isSubclassOf(one.cls)) return [];
    if (aliased && !one.includesAliases) return [];
    const condition = conditionOf(one, mapper);
    return [aliased ? adapted(condition, aliased.replace) : condition];
  });
}

function conditionOf({ given }: LoaderCriteria, mapper: Mapper): Element {
  const call = runningInterpreter();
  const isElement = clauseOf(given) !== undefined;
  return predicateOf(isElement || !call ? given : call.call(given, [mapper.cls]));
}

type Entity = NonNullable<ReturnType<typeof entityOfNode>>;

function entityOfGiven(given: unknown): Entity | undefined {
  if (given instanceof InstrumentedAttribute) return { mapper: given.mapper, aliased: given.owner };
  return given instanceof PyClass ? undefined : entityOfNode(given);
}

/** The statement with what its options ask: in WHERE of the classes that it reads, in ON of those that it joins. */
export function withLoaderCriteria(statement: Select): Select {
  const options = criteriaOptions(statement.options);
  if (options.length === 0) return statement;
  const joins = statement.joins.map((step) => joinedWith(step, options));
  const joined = new Set(statement.joins.map(({ target }) => keyOf(entityOfNode(target))));
  const read = new Map<unknown, Entity>();
  for (const one of [...statement.entities, ...statement.given, ...statement.from]) {
    const entity = entityOfGiven(one);
    if (entity && !joined.has(keyOf(entity))) read.set(keyOf(entity), entity);
  }
  const asked = [...read.values()].flatMap(({ mapper, aliased }) => criteriaFor(options, mapper, aliased));
  return { ...statement, joins, where: [...statement.where, ...asked] };
}

const keyOf = (entity: Entity | undefined): unknown => entity?.aliased ?? entity?.mapper;

function joinedWith(step: JoinStep, options: readonly unknown[]): JoinStep {
  const entity = entityOfNode(step.target);
  if (!entity) return step;
  const target = step.target as EntityNode;
  const asked = criteriaFor(options, entity.mapper, entity.aliased);
  return { ...step, target: { ...target, criteria: [...(target.criteria ?? []), ...asked] } };
}
