/** Rows of secondary tables. Answers to: sqlalchemy/orm/dependency.py (ManyToManyDP). */
import { list } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { bindparam } from '../../../../sqlalchemy/expression/build.ts';
import { deleteFrom, insert } from '../../../../sqlalchemy/expression/dml/dml-build.ts';
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { compare } from '../../../../sqlalchemy/expression/operators/operate.ts';
import { where } from '../../../../sqlalchemy/expression/select/select-build.ts';
import type { Column } from '../../../../sqlalchemy/schema/columns/column.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { membersOf, storedIn } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';
import { secondaryOf } from '../relationships/relationship-join.ts';
import type { FlushTarget, Work } from './flush.ts';

interface Link {
  readonly property: Relationship;
  readonly one: PyObject;
  readonly other: PyObject;
}

export interface AssociationWork {
  readonly added: readonly Link[];
  readonly removed: readonly Link[];
}

const manyToMany = (instance: PyObject): readonly Relationship[] =>
  [...inheritedMapper(instance.cls)!.properties.values()].filter(
    (one): one is Relationship =>
      one instanceof Relationship && one.direction === 'many-to-many' && one.options.get('viewonly') !== true,
  );

/** What is to be written to secondary tables; each link once, though both sides may know of it. */
export function associationWork(call: Interpreter, work: Work): AssociationWork {
  const added: Link[] = [];
  const removed: Link[] = [];
  const note = (into: Link[], property: Relationship, one: PyObject, other: Value): void => {
    if (!(other instanceof PyObject) || !stateOf(other).session) return;
    const reverse = property.reverse ?? property;
    const twin = into.some((link) => link.one === other && link.other === one && link.property === reverse);
    if (!twin) into.push({ property, one, other });
  };
  for (const one of work.deleted) {
    for (const property of manyToMany(one)) {
      if (property.options.get('passive_deletes') === true) continue;
      for (const other of membersOf(call, storedIn(call, one, property))) note(removed, property, one, other);
    }
  }
  for (const one of [...work.added, ...work.changed]) {
    for (const property of manyToMany(one)) {
      if (!one.attrs?.has(property.key)) continue;
      const before = stateOf(one).committed.get(property.key) ?? [];
      const now = membersOf(call, one.attrs.get(property.key));
      for (const other of now) if (!before.includes(other)) note(added, property, one, other);
      for (const other of before) if (!now.includes(other)) note(removed, property, one, other);
    }
  }
  return { added, removed };
}

function valuesOf(call: Interpreter, { property, one, other }: Link): readonly (readonly [Column, Value])[] {
  const value = (instance: PyObject, column: Column): Value => {
    const holder = inheritedMapper(instance.cls)!.propertyOf(column);
    return holder ? (call.getAttribute(instance, holder.key) ?? null) : null;
  };
  return [
    ...property.pairs.map(([own, there]) => [there, value(one, own)] as const),
    ...property.secondaryPairs.map(([own, there]) => [there, value(other, own)] as const),
  ];
}

/** Writes the rows of secondary tables: those that go before those that come. @throws StaleDataError */
export function writeAssociations(
  call: Interpreter,
  target: FlushTarget,
  { added, removed }: AssociationWork,
): void {
  for (const links of byTable(removed)) {
    const rows = links.map((link) => valuesOf(call, link));
    const criteria = rows[0]!.map(([column]) =>
      compare(
        column as Element,
        'eq',
        bindparam(column.key, undefined, { type: column.type, required: true }),
      ),
    );
    target.run(
      call,
      where(deleteFrom(secondaryOf(links[0]!.property)), criteria) as unknown as Value,
      asParameters(rows),
    );
  }
  for (const links of byTable(added)) {
    const rows = links.map((link) => valuesOf(call, link));
    target.run(call, insert(secondaryOf(links[0]!.property)) as unknown as Value, asParameters(rows));
  }
}

function byTable(links: readonly Link[]): readonly (readonly Link[])[] {
  const groups = new Map<unknown, Link[]>();
  for (const link of links) {
    const table = secondaryOf(link.property);
    groups.set(table, [...(groups.get(table) ?? []), link]);
  }
  return [...groups.values()];
}

function asParameters(rows: readonly (readonly (readonly [Column, Value])[])[]): Value {
  const made = rows.map((row) => dict(row.map(([column, value]) => [column.key, value] as const)));
  return made.length === 1 ? made[0]! : list(made);
}
