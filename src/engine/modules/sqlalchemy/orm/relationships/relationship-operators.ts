/** Conditions on relationships: `User.posts.any()`, `Post.author == user`. Answers to: sqlalchemy/orm/relationships.py (Comparator). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { bindparam, conjunction } from '../../../../sqlalchemy/expression/build.ts';
import { literalColumn, predicateOf } from '../../../../sqlalchemy/expression/coerce.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { negated } from '../../../../sqlalchemy/expression/operators/operate-not.ts';
import { exists, select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { FromClause } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { adapted, type Replace, throughAlias } from '../loading/adapt.ts';
import { type AliasedEntity, selectableOf } from '../loading/entity.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Relationship } from '../mapper/property.ts';
import {
  anonymousAlias,
  anonymousEntity,
  directCondition,
  secondaryConditions,
  secondaryOf,
} from './relationship-join.ts';

const same: Replace = () => undefined;

/** `any()` of a collection, `has()` of a scalar: EXISTS over the other side. */
export function anyOf(
  call: Interpreter,
  property: Relationship,
  owner: AliasedEntity | undefined,
  criterion: Value,
  keywords: ReadonlyMap<string, Value>,
): Element {
  const target = property.target!;
  const selfReferring = selectableOf(target) === selectableOf(property.parent!) && !owner;
  const alias = selfReferring ? anonymousEntity(target) : undefined;
  const own = owner?.replace ?? same;
  const other = alias?.replace ?? same;
  const table = alias?.table ?? selectableOf(target);
  const between = secondaryOf(property);
  // Where the class has an alias, the table between has one, too.
  const secondary = between && alias ? anonymousAlias(between) : between;
  const through = secondary && alias ? throughAlias(secondary) : same;
  const conditions: Element[] = secondary
    ? [...secondaryConditions(property, own, through, other)]
    : [directCondition(property, own, other)];
  conditions.push(...target.criteria().map((one) => adapted(one, other)));
  if (criterion !== null) conditions.push(adapted(predicateOf(criterion), other));
  for (const [name, value] of keywords) {
    const attribute = call.getAttribute(target.cls, name) ?? null;
    conditions.push(adapted(predicateOf(call.callMethod(attribute, '__eq__', value)), other));
  }
  const froms: FromClause[] = secondary ? [table, secondary] : [table];
  const inner = where(select([literalColumn('1')]), [conjunction('and', conditions)]);
  return exists([{ ...inner, from: froms, correlateExcept: froms }]);
}

/** @throws InvalidRequestError for any() of a scalar and has() of a collection */
export function requireShape(property: Relationship, name: 'any' | 'has'): void {
  if (property.useList === (name === 'any')) return;
  throw new Raise('sqlalchemy.exc.InvalidRequestError', [
    name === 'any'
      ? "'any()' not implemented for scalar attributes. Use has()."
      : "'has()' not implemented for collections. Use any().",
  ]);
}

/** The value of a column as it is when the statement runs. */
const columnBind = (call: Interpreter, instance: PyObject, column: Column): Element =>
  bindparam(null, columnValue(call, instance, column), { type: column.type, unique: true });

function columnValue(call: Interpreter, instance: PyObject, column: Column): Value {
  const property = inheritedMapper(instance.cls)?.propertyOf(column);
  return property ? (call.getAttribute(instance, property.key) ?? null) : null;
}

/** `Post.author == user`, `Post.author == None`, and their opposites. */
export function equalsInstance(
  call: Interpreter,
  property: Relationship,
  owner: AliasedEntity | undefined,
  value: Value,
  equal: boolean,
): Element {
  const own = owner?.replace ?? same;
  const here = (column: Column) => own(column as Element) ?? (column as Element);
  if (property.useList) return equalsCollection(call, property, owner, value, equal);
  if (value === null) {
    if (property.direction === 'many-to-one')
      return conjunction(
        'and',
        property.pairs.map(([column]) => compare(here(column), equal ? 'eq' : 'ne', null)),
      );
    const found = anyOf(call, property, owner, null, new Map());
    return equal ? negated(found) : found;
  }
  const instance = requireInstance(value, property);
  if (property.isFiltered) {
    const written = conditionOn(call, property, own, instance);
    return equal ? written : negated(written);
  }
  const pairs = property.pairs.map(([column, referred]) => {
    return property.direction === 'many-to-one' && !equal
      ? conjunction('or', [
          compare(here(column), 'ne', columnValue(call, instance, referred)),
          compare(here(column), 'eq', null),
        ])
      : compare(columnBind(call, instance, referred), 'eq', here(column));
  });
  const all = conjunction('and', pairs);
  return equal || property.direction === 'many-to-one' ? all : negated(all);
}

/** A written condition whose other side is an instance. */
const conditionOn = (call: Interpreter, property: Relationship, own: Replace, instance: PyObject): Element =>
  directCondition(property, own, (column) => columnBind(call, instance, column as unknown as Column));

function equalsCollection(
  call: Interpreter,
  property: Relationship,
  owner: AliasedEntity | undefined,
  value: Value,
  equal: boolean,
): Element {
  if (value !== null) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "Can't compare a collection to an object or collection; use contains() to test for membership.",
    ]);
  }
  const found = anyOf(call, property, owner, null, new Map());
  return equal ? negated(found) : found;
}

function requireInstance(value: Value, property: Relationship): PyObject {
  if (value instanceof PyObject && inheritedMapper(value.cls)) return value;
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    `Mapped instance expected for relationship comparison to object.   Classes, queries and other SQL elements are not ` +
      `accepted in this context; for comparison with a subquery, use ${property.parent!.cls.name}.${property.key}.has(**criteria).`,
  ]);
}

/** `User.posts.contains(post)` */
export function containsInstance(
  call: Interpreter,
  property: Relationship,
  owner: AliasedEntity | undefined,
  value: Value,
): Element {
  if (!property.useList) {
    throw new Raise('sqlalchemy.exc.InvalidRequestError', [
      "'contains' not implemented for scalar attributes.  Use ==",
    ]);
  }
  const own = owner?.replace ?? same;
  const instance = requireInstance(value, property);
  const here = (column: Column) => own(column as Element) ?? (column as Element);
  if (property.isFiltered) return conditionOn(call, property, own, instance);
  if (property.direction !== 'many-to-many') {
    return conjunction(
      'and',
      property.pairs.map(([column, referring]) =>
        compare(here(column), 'eq', columnBind(call, instance, referring)),
      ),
    );
  }
  const between = throughAlias(anonymousAlias(secondaryOf(property)!));
  return conjunction('and', [
    ...property.pairs.map(([column, there]) => compare(here(column), 'eq', between(there as Element))),
    ...property.secondaryPairs.map(([column, there]) =>
      compare(columnBind(call, instance, column), 'eq', between(there as Element)),
    ),
  ]);
}
