/** Relationships that further statements load for all instances of a result. Answers to: sqlalchemy/orm/strategies.py (SelectInLoader, SubqueryLoader). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { bindparam, conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { TYPES } from '../../../../sqlalchemy/expression/operators/type-rules.ts';
import {
  addJoin,
  orderBy,
  select,
  selectFrom,
  subquery,
  where,
} from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { FromClause, Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import {
  anonymousAlias,
  anonymousEntity,
  directCondition,
  relationshipPath,
  secondaryConditions,
  secondaryOf,
} from '../relationships/relationship-join.ts';
import { relationshipOrder } from '../relationships/relationship-order.ts';
import { throughAlias } from './adapt.ts';
import { entityNode, keyColumns } from './entity.ts';
import { identityKey, setCollection } from './load-rows.ts';
import type { LoadNode } from './load-tree.ts';
import { criteriaOptions } from './loader-criteria.ts';
import type { EntityReader } from './reading.ts';

/** What loads the statements of this file: rows with instances in them. */
export interface LaterLoader {
  /** @param node loader options of the class that the statement selects last */
  rows(call: Interpreter, statement: Select, target: Mapper, node: LoadNode): readonly (readonly Value[])[];
  known(key: string): PyObject | undefined;
  /** Loads a relationship of one instance. */
  lazy(call: Interpreter, instance: PyObject, property: Relationship): void;
}

const CHUNK = 500;

/** A relationship that was left for later, and the instances that lack it. */
interface Left {
  readonly call: Interpreter;
  readonly loader: LaterLoader;
  readonly property: Relationship;
  readonly node: LoadNode;
  readonly instances: readonly PyObject[];
  /** Options of the first statement that count here, too. */
  readonly options: readonly unknown[];
  /** What is in memory is read again. */
  readonly populate: boolean;
}

/** Loads what a reader left for later. @param statement the one whose rows were read */
export function loadLater(
  call: Interpreter,
  loader: LaterLoader,
  reader: EntityReader,
  instances: readonly PyObject[],
  statement: Select,
): void {
  const options = criteriaOptions(statement.options);
  const populate = statement.executionOptions.populate_existing === true;
  for (const { property, strategy, node } of reader.later) {
    const toOne = property.direction === 'many-to-one' || strategy !== 'selectinload';
    const lacking = toOne && !populate ? instances.filter((one) => !one.attrs?.has(property.key)) : instances;
    if (lacking.length === 0) continue;
    if (strategy === 'immediateload') for (const one of lacking) loader.lazy(call, one, property);
    else if (strategy === 'subqueryload')
      bySubquery({ call, loader, property, node, options, populate, instances: lacking }, statement);
    else
      for (let start = 0; start < lacking.length; start += CHUNK)
        selectIn({
          ...{ call, loader, property, node, options, populate },
          instances: lacking.slice(start, start + CHUNK),
        });
  }
}

function selectIn(left: Left): void {
  const { direction, isFiltered } = left.property;
  if (isFiltered) throughJoin(left);
  else if (direction === 'many-to-one') toOne(left);
  else if (direction === 'one-to-many') toMany(left);
  else throughJoin(left);
}

const inKeys = (column: Element, values: readonly Value[], type: Column['type']): Element =>
  ({
    kind: 'binary',
    operator: 'in',
    left: column,
    right: bindparam('primary_keys', values, { type, expanding: true, expandOperator: 'in' }),
    type: TYPES.boolean,
    modifiers: {},
  }) as Element;

function heldValue(call: Interpreter, instance: PyObject, column: Column): Value {
  const property = inheritedMapper(instance.cls)?.propertyOf(column);
  return property ? (call.getAttribute(instance, property.key) ?? null) : null;
}

function toOne(left: Left): void {
  const { call, loader, property, node, instances, options } = left;
  const target = property.target!;
  const [own, referred] = property.pairs[0]!;
  const missing = new Map<string, Value>();
  const keys = instances.map((one) => heldValue(call, one, own));
  for (const key of keys) {
    if (key !== null && !loader.known(identityKey(call, target, [key]))) missing.set(call.repr(key), key);
  }
  const found = new Map<string, Value>();
  if (missing.size > 0) {
    const base = { ...select([entityNode(target)]), labelStyle: 'tablename' as const, options };
    const keys = inKeys(referred as Element, [...missing.values()], referred.type);
    const statement = where(base, [keys, ...node.criteria]);
    for (const [one] of loader.rows(call, statement, target, node))
      found.set(call.repr(heldValue(call, one as PyObject, referred)), one!);
  }
  instances.forEach((one, at) => {
    const key = keys[at]!;
    const known =
      key === null
        ? null
        : (loader.known(identityKey(call, target, [key])) ?? found.get(call.repr(key)) ?? null);
    setRaw(one, property.key, known);
  });
}

/** @param rows keys of the instances, with what each one gets */
function give(
  { call, property, instances, populate }: Left,
  rows: readonly (readonly [Value, Value])[],
): void {
  const groups = new Map<string, Value[]>();
  for (const [key, member] of rows) {
    const text = call.repr(key);
    groups.set(text, [...(groups.get(text) ?? []), member]);
  }
  for (const one of instances) {
    if (!populate && one.attrs?.has(property.key)) continue;
    const members = groups.get(call.repr(stateOf(one).identity![0]!)) ?? [];
    if (property.useList) setCollection(call, one, property, members);
    else setRaw(one, property.key, members[0] ?? null);
  }
}

const identities = (instances: readonly PyObject[]): readonly Value[] =>
  instances.map((one) => stateOf(one).identity![0]!);

function toMany(left: Left): void {
  const { call, loader, property, node, instances, options } = left;
  const target = property.target!;
  const referring = property.pairs[0]![1];
  const base = { ...select([referring, entityNode(target)]), labelStyle: 'tablename' as const, options };
  const keys = inKeys(referring as Element, identities(instances), referring.type);
  const statement = orderBy(where(base, [keys, ...node.criteria]), relationshipOrder(property));
  const rows = loader.rows(call, statement, target, node);
  give(
    left,
    rows.map(([key, member]) => [key!, member!] as const),
  );
}

/** By a join from the class itself: what columns of the other side alone cannot tell. */
function throughJoin(left: Left): void {
  const { call, loader, property, node, instances, options } = left;
  const target = property.target!;
  const alias = anonymousEntity(property.parent!);
  const key = keyColumns(property.parent!, alias.replace)[0]!;
  let statement: Select = { ...select([key, entityNode(target)]), labelStyle: 'tablename', options };
  statement = selectFrom(statement, [alias.table]);
  const path = relationshipPath(property, { owner: alias, criteria: node.criteria });
  statement = addJoin(statement, path, {});
  statement = where(statement, [inKeys(key, identities(instances), property.parent!.primaryKey[0]!.type)]);
  const rows = loader.rows(call, orderBy(statement, relationshipOrder(property)), target, node);
  give(
    left,
    rows.map(([id, member]) => [id!, member!] as const),
  );
}

function bySubquery(left: Left, whole: Select): void {
  const { call, loader, property, node, instances, options } = left;
  const target = property.target!;
  const owns =
    property.direction === 'many-to-one'
      ? property.pairs.map(([own]) => own)
      : [...property.parent!.primaryKey];
  const keepsOrder = whole.limit !== undefined || whole.offset !== undefined;
  const inner: Select = {
    ...whole,
    entities: owns as readonly Element[],
    given: owns,
    labelStyle: 'tablename',
    distinct: property.direction === 'many-to-one',
    orderBy: keepsOrder ? whole.orderBy : [],
    options: [],
  };
  const table = subquery(inner, null);
  const replace = throughAlias(table);
  const key = replace(owns[0] as Element)!;
  const statement: Select = { ...select([entityNode(target), key]), labelStyle: 'tablename', options };
  const rows = loader.rows(
    call,
    orderBy(joinedBelow(statement, property, node.criteria, table), relationshipOrder(property)),
    target,
    node,
  );
  if (property.direction === 'many-to-one') {
    const byKey = new Map(rows.map(([member, id]) => [call.repr(id!), member!]));
    for (const one of instances)
      setRaw(one, property.key, byKey.get(call.repr(heldValue(call, one, property.pairs[0]![0]))) ?? null);
  } else
    give(
      left,
      rows.map(([member, id]) => [id!, member!] as const),
    );
}

function joinedBelow(
  statement: Select,
  property: Relationship,
  criteria: readonly Element[],
  table: FromClause,
): Select {
  const replace = throughAlias(table);
  const none = () => undefined;
  const from = selectFrom(statement, [table]);
  const secondary = secondaryOf(property);
  const target = entityNode(property.target!).table;
  if (!secondary) {
    const on = conjunction('and', [directCondition(property, replace, none), ...criteria]);
    return addJoin(from, target, { on, from: table });
  }
  const alias = anonymousAlias(secondary);
  const [here, there] = secondaryConditions(property, replace, throughAlias(alias), none);
  return addJoin(addJoin(from, alias, { on: here, from: table }), target, {
    on: conjunction('and', [there, ...criteria]),
    from: alias,
  });
}
