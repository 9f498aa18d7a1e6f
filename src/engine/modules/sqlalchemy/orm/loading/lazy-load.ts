/** Relationships that are loaded when they are looked at. Answers to: sqlalchemy/orm/strategies.py (LazyLoader). */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { PyObject, Value } from '../../../../python/values/value.ts';
import { orderBy } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { type InstanceState, stateOf } from '../mapper/instance-state.ts';
import { setRaw } from '../mapper/instance-values.ts';
import type { Mapper } from '../mapper/mapper.ts';
import type { Relationship } from '../mapper/property.ts';
import { relationshipOrder } from '../relationships/relationship-order.ts';
import { lazyStatement } from './lazy-statement.ts';
import { setCollection } from './load-rows.ts';
import { emptyNode, type LoadNode } from './load-tree.ts';
import type { SessionLoader } from './session-loader.ts';

/** The value of a relationship that is not in memory, loaded and kept. */
export function loadRelated(
  loader: SessionLoader,
  call: Interpreter,
  instance: PyObject,
  mapper: Mapper,
  property: Relationship,
): Value {
  const target = property.target!;
  const value = (column: Column): Value => {
    const holder = mapper.propertyOf(column);
    return holder ? (call.getAttribute(instance, holder.key) ?? null) : null;
  };
  const state = stateOf(instance);
  if (property.direction === 'many-to-one') {
    const identity = property.pairs.map(([own]) => value(own));
    if (identity.some((one) => one === null)) return keep(instance, property, null);
    loader.session.flushForQuery(call);
    const byKey = property.pairs.every(([, referred]) => target.primaryKey.includes(referred));
    if (byKey && !property.isFiltered && property.pairs.length === target.primaryKey.length)
      return keep(
        instance,
        property,
        loader.get(call, target, identity, { lazy: true, options: state.loadOptions }),
      );
  } else loader.session.flushForQuery(call);
  const lazy = { ...lazyStatement(property, value), options: state.loadOptions };
  const found = loader
    .read(call, orderBy(lazy, relationshipOrder(property)), {
      node: withoutReverse(property),
      cause: {
        relationship: true,
        parameters: new Map([['param_1', value(property.pairs[0]![0])]]),
      },
    })!
    .rows.map(([one]) => one!);
  if (!property.useList) {
    if (found.length > 1) warnOfSeveral(call, property);
    return keep(instance, property, found[0] ?? null);
  }
  const members = withPending(state, property, found);
  const made = setCollection(call, instance, property, members);
  state.committed.set(property.key, found);
  return made;
}

function warnOfSeveral(call: Interpreter, property: Relationship): void {
  call.process.warn(
    'sqlalchemy.exc.SAWarning',
    `Multiple rows returned with uselist=False for lazily-loaded attribute '${property.parent!.cls.name}.${property.key}' `,
  );
}

/** What is loaded for an instance does not join back to it. */
function withoutReverse(property: Relationship): LoadNode {
  const node = emptyNode();
  const { reverse } = property;
  if (reverse?.direction === 'many-to-one')
    node.children.set(reverse.key, { ...emptyNode(), strategy: 'lazyload' });
  return node;
}

function keep(instance: PyObject, property: Relationship, value: Value): Value {
  setRaw(instance, property.key, value);
  return value;
}

/** Members that were given to the other side while the collection was not in memory. */
function withPending(
  state: InstanceState,
  property: Relationship,
  found: readonly Value[],
): readonly Value[] {
  const pending = state.pending.get(property.key);
  state.pending.delete(property.key);
  if (!pending) return found;
  return [
    ...found.filter((one) => !pending.removed.has(one)),
    ...[...pending.added].filter((one) => !found.includes(one)),
  ];
}
