/** In which order instances are written. Answers to: sqlalchemy/orm/unitofwork.py, dependency.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { Relationship } from '../mapper/property.ts';
import { circularRows, type Need } from './circular-rows.ts';
import { isPostUpdate } from './post-update.ts';

const mapperOf = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

function rootOf(mapper: Mapper): Mapper {
  let root = mapper;
  while (root.inherits && !root.concrete) root = root.inherits;
  return root;
}

/**
 * Groups that are written together: one hierarchy of classes at a time, those that others refer to first.
 * @param added new ones among them
 * @param deleting they are about to go; the groups are used from the last to the first
 * @throws CircularDependencyError for rows that refer to one another in a circle
 */
export function inOrder(
  call: Interpreter,
  instances: readonly PyObject[],
  added: readonly PyObject[],
  deleting = false,
): readonly (readonly PyObject[])[] {
  return sortedRoots(instances).flatMap((roots) => {
    const groups = roots.map((root) => {
      const own = instances.filter((one) => rootOf(mapperOf(one)) === root);
      return [
        ...own.filter((one) => added.includes(one)),
        ...byKey(own.filter((one) => !added.includes(one))),
      ];
    });
    const circular = roots.length > 1 || dependsOn(roots[0]!, roots[0]!);
    if (!circular) return groups;
    return levels(call, groups.flat(), deleting).flatMap((level) =>
      groups.map((group) => group.filter((one) => level.includes(one))).filter((group) => group.length > 0),
    );
  });
}

/** Rows that exist are written in the order of their keys. */
function byKey(instances: readonly PyObject[]): readonly PyObject[] {
  const key = (one: PyObject) => stateOf(one).identity?.[0] ?? null;
  const compare = (a: PyObject, b: PyObject): number => {
    const [left, right] = [key(a), key(b)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left !== 'string' || typeof right !== 'string') return 0;
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return [...instances].sort(compare);
}

/** The hierarchies, in order; those that refer to one another in a circle together. */
function sortedRoots(instances: readonly PyObject[]): readonly (readonly Mapper[])[] {
  const left = new Set(instances.map((one) => rootOf(mapperOf(one))));
  const sorted: (readonly Mapper[])[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (one) => ![...left].some((other) => other !== one && dependsOn(one, other)),
    );
    const round = free.length > 0 ? free.map((one) => [one]) : [circleIn([...left])];
    for (const one of round.flat()) left.delete(one);
    sorted.push(...round);
  }
  return sorted;
}

/** The hierarchies of one circle that waits for no other. */
function circleIn(roots: readonly Mapper[]): readonly Mapper[] {
  const reached = new Map(
    roots.map((root) => {
      const seen = new Set<Mapper>([root]);
      for (const one of seen) for (const other of roots) if (dependsOn(one, other)) seen.add(other);
      return [root, seen] as const;
    }),
  );
  const smallest = roots.reduce((a, b) => (reached.get(b)!.size < reached.get(a)!.size ? b : a));
  return roots.filter((one) => reached.get(smallest)!.has(one));
}

const family = (root: Mapper): readonly Mapper[] => [root, ...root.subclasses.flatMap(family)];

/** Whether rows of one hierarchy refer to rows of another. */
function dependsOn(one: Mapper, other: Mapper): boolean {
  return (
    family(one).some((mapper) => leadsTo(mapper, other, 'many-to-one')) ||
    family(other).some((mapper) => leadsTo(mapper, one, 'one-to-many'))
  );
}

const leadsTo = (mapper: Mapper, root: Mapper, direction: Relationship['direction']): boolean =>
  waitingOf(mapper, direction).some((one) => one.target && rootOf(one.target) === root);

/** Relationships for which rows wait for one another. */
const waitingOf = (mapper: Mapper, direction: Relationship['direction']): readonly Relationship[] =>
  [...mapper.properties.values()].filter(
    (one): one is Relationship =>
      one instanceof Relationship &&
      one.direction === direction &&
      !isPostUpdate(one) &&
      one.options.get('viewonly') !== true,
  );

/** Rows that refer to rows of their own hierarchies: parents first, all of one depth together. */
function levels(
  call: Interpreter,
  instances: readonly PyObject[],
  deleting: boolean,
): readonly (readonly PyObject[])[] {
  const left = new Set(instances);
  const found: PyObject[][] = [];
  while (left.size > 0) {
    const needs = [...left].flatMap((one) => needsOf(call, one, left, deleting));
    const waiting = new Set(needs.map(({ who }) => who));
    const level = [...left].filter((one) => !waiting.has(one));
    if (level.length === 0) throw circularRows(needs, deleting);
    for (const one of level) left.delete(one);
    found.push(level);
  }
  return found;
}

/** Which others an instance waits for, and because of what. */
function needsOf(
  call: Interpreter,
  instance: PyObject,
  others: ReadonlySet<PyObject>,
  deleting: boolean,
): readonly Need[] {
  const up = waitingOf(mapperOf(instance), 'many-to-one').flatMap((property): readonly Need[] => {
    const whom = referred(call, instance, property, others, deleting);
    return whom && others.has(whom) ? [{ who: instance, whom, property, holder: instance }] : [];
  });
  const down = [...others].flatMap((holder) =>
    waitingOf(mapperOf(holder), 'one-to-many')
      .filter((property) => itemsOf(holder.attrs?.get(property.key)).includes(instance))
      .map((property): Need => ({ who: instance, whom: holder, property, holder })),
  );
  return [...up, ...down];
}

/** What a many-to-one refers to, as far as memory knows. */
function referred(
  call: Interpreter,
  instance: PyObject,
  property: Relationship,
  others: ReadonlySet<PyObject>,
  deleting: boolean,
): PyObject | undefined {
  const value = instance.attrs?.get(property.key);
  if (value instanceof PyObject) return value;
  if (value !== undefined || !deleting) return undefined;
  const key = property.pairs.map(([own]) => keyValue(call, instance, own));
  return [...others].find(
    (other) =>
      other.cls.isSubclassOf(property.target!.cls) &&
      property.pairs.every(([, there], at) => key[at] !== null && keyValue(call, other, there) === key[at]),
  );
}

function keyValue(call: Interpreter, instance: PyObject, column: Relationship['pairs'][number][0]): Value {
  const property = mapperOf(instance).propertyOf(column);
  return property ? (call.getAttribute(instance, property.key) ?? null) : null;
}

const itemsOf = (value: Value | undefined): readonly unknown[] =>
  (value as { items?: readonly Value[] } | null | undefined)?.items ?? [value];
