/** Classes of a hierarchy read together: outer joins to subclasses' tables. Answers to: sqlalchemy/orm/mapper.py (with_polymorphic), util.py. */
import { PyList } from '../../../../python/values/containers/containers.ts';
import { PyClass, type Value } from '../../../../python/values/value.ts';
import { conjunction } from '../../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { columnsOf } from '../../../../sqlalchemy/expression/select/columns.ts';
import { select, subquery } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { FromClause, Join } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { mapperOf } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { adapted, throughAlias } from './adapt.ts';

/** Every class below, parents before their children. */
export const descendants = (mapper: Mapper): readonly Mapper[] =>
  mapper.subclasses.flatMap((one) => [one, ...descendants(one)]);

/** The subclasses that `"*"` or a list of classes names, with those between them and the class. */
export function namedKinds(mapper: Mapper, classes: Value): readonly Mapper[] {
  const all = descendants(mapper);
  if (classes === '*') return all;
  const items =
    classes instanceof PyList
      ? classes.items
      : ((classes as { items?: readonly Value[] })?.items ?? [classes]);
  const wanted = new Set<Mapper>();
  for (const item of items) {
    let one = item instanceof PyClass ? mapperOf(item) : undefined;
    for (; one && one !== mapper; one = one.inherits) wanted.add(one);
  }
  return all.filter((one) => wanted.has(one));
}

/** The subclasses that are always read along: `with_polymorphic` of the mapper, `polymorphic_load="inline"` of a subclass. */
export function inlineKinds(mapper: Mapper): readonly Mapper[] {
  if (mapper.subclasses.length === 0 || mapper.concrete) return [];
  const said = mapper.args.get('with_polymorphic') ?? null;
  if (said !== null) return namedKinds(mapper, said);
  return descendants(mapper).filter((one) => one.args.get('polymorphic_load') === 'inline');
}

const spreadTables = new WeakMap<Mapper, FromClause>();

/** The tables of a class with those of the subclasses that are always read along. */
export function spreadTable(mapper: Mapper, own: FromClause): FromClause {
  const kinds = inlineKinds(mapper);
  if (kinds.length === 0) return own;
  const known = spreadTables.get(mapper);
  if (known) return known;
  const made = outerJoined(own, kinds);
  spreadTables.set(mapper, made);
  return made;
}

/** LEFT OUTER JOINs from a class's tables to those of subclasses. @param inner plain joins instead */
export function outerJoined(own: FromClause, kinds: readonly Mapper[], inner = false): FromClause {
  return kinds
    .filter((one) => !one.single && !one.concrete)
    .reduce<FromClause>((left, one): Join => {
      const pairs = one.inheritPairs.map(([parent, child]) => compare(parent as Element, 'eq', child));
      const on = conjunction('and', pairs);
      return { kind: 'join', left, right: one.table as FromClause, on, outer: !inner, full: false };
    }, own);
}

/** A join under a name: as a subquery, or with a name for each of its tables. */
export function aliasOf(table: FromClause, name: string | undefined, flat: boolean): FromClause {
  if (table.kind !== 'join') return { kind: 'alias', element: table, name };
  if (flat) return flattened(table);
  const columns = columnsOf(table);
  return subquery(
    {
      ...select([]),
      entities: columns as readonly Element[],
      given: columns,
      from: [table],
      labelStyle: 'tablename',
    },
    name ?? null,
  );
}

function flattened(table: FromClause): FromClause {
  if (table.kind !== 'join') return { kind: 'alias', element: table, name: undefined };
  const [left, right] = [flattened(table.left), flattened(table.right)];
  const [here, there] = [throughAlias(left), throughAlias(right)];
  return { ...table, left, right, on: adapted(table.on, (column) => here(column) ?? there(column)) };
}
