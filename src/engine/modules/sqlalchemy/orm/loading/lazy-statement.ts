/** The SELECT of one relationship of one instance. Answers to: sqlalchemy/orm/strategies.py (LazyLoader). */
import type { Value } from '../../../../python/values/value.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { select, where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import type { Relationship } from '../mapper/property.ts';
import { directCondition, secondaryConditions, secondaryOf } from '../relationships/relationship-join.ts';
import { entityNode, selectableOf } from './entity.ts';

const same = () => undefined;

/** @param value what the instance has for a column of its class */
export function lazyStatement(property: Relationship, value: (column: Column) => Value): Select {
  const base: Select = { ...select([entityNode(property.target!)]), labelStyle: 'tablename' };
  const own = (column: Element): Element | undefined => {
    const held = property.pairs.find(([here]) => here === (column as unknown as Column));
    return held ? bindparam(null, value(held[0]), { unique: true, type: held[0].type }) : undefined;
  };
  const secondary = secondaryOf(property);
  if (secondary) {
    const conditions = secondaryConditions(property, own, same, same);
    return where({ ...base, from: [selectableOf(property.target!), secondary] }, conditions);
  }
  if (property.condition) {
    const held = new Map<Element, Element>();
    const bound = (column: Element): Element | undefined => {
      if (!property.parent!.propertyOf(column as unknown as Column)) return undefined;
      const { type } = column as unknown as Column;
      if (!held.has(column))
        held.set(column, bindparam(null, value(column as unknown as Column), { unique: true, type }));
      return held.get(column);
    };
    return where(base, [directCondition(property, bound, same)]);
  }
  const pairs = property.pairs.map(([here, there]) =>
    property.direction === 'many-to-one'
      ? compare(there as Element, 'eq', own(here as Element))
      : compare(own(here as Element)!, 'eq', there),
  );
  return where(base, pairs);
}
