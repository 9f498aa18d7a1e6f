/** In which order instances are written. Answers to: sqlalchemy/orm/unitofwork.py, dependency.py. */
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import type { Mapper } from '../mapper/mapper.ts';
import { Relationship } from '../mapper/property.ts';
import { isPostUpdate } from './post-update.ts';

const mapperOf = (instance: PyObject): Mapper => inheritedMapper(instance.cls)!;

function rootOf(mapper: Mapper): Mapper {
  let root = mapper;
  while (root.inherits && !root.concrete) root = root.inherits;
  return root;
}

/** Groups that are written together: one hierarchy of classes at a time, those that others refer to first. @param added new ones among them */
export function inOrder(
  instances: readonly PyObject[],
  added: readonly PyObject[],
): readonly (readonly PyObject[])[] {
  const roots = sortedRoots(instances);
  return roots.flatMap((root) => {
    const own = instances.filter((one) => rootOf(mapperOf(one)) === root);
    const sorted = [
      ...own.filter((one) => added.includes(one)),
      ...byKey(own.filter((one) => !added.includes(one))),
    ];
    return refersToItself(root) ? levels(sorted) : [sorted];
  });
}

/** Rows that exist are written in the order of their keys. */
function byKey(instances: readonly PyObject[]): readonly PyObject[] {
  const key = (one: PyObject) => stateOf(one).identity?.[0] ?? null;
  const compare = (a: PyObject, b: PyObject): number => {
    const [left, right] = [key(a), key(b)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return typeof left === 'string' && typeof right === 'string'
      ? left < right
        ? -1
        : left > right
          ? 1
          : 0
      : 0;
  };
  return [...instances].sort(compare);
}

function sortedRoots(instances: readonly PyObject[]): readonly Mapper[] {
  const left = new Set(instances.map((one) => rootOf(mapperOf(one))));
  const sorted: Mapper[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (one) => ![...left].some((other) => other !== one && dependsOn(one, other)),
    );
    const round = free.length > 0 ? free : [[...left][0]!];
    for (const one of round) left.delete(one);
    sorted.push(...round);
  }
  return sorted;
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
  [...mapper.properties.values()].some(
    (one) =>
      one instanceof Relationship &&
      !isPostUpdate(one) &&
      one.direction === direction &&
      one.target &&
      rootOf(one.target) === root,
  );

const refersToItself = (root: Mapper): boolean => dependsOn(root, root);

/** Rows that refer to rows of their own table: parents first, all of one depth together. */
function levels(instances: readonly PyObject[]): readonly (readonly PyObject[])[] {
  const left = new Set(instances);
  const found: PyObject[][] = [];
  while (left.size > 0) {
    const free = [...left].filter((one) => !needsAny(one, left));
    const level = free.length > 0 ? free : [...left];
    for (const one of level) left.delete(one);
    found.push(level);
  }
  return found;
}

function needsAny(instance: PyObject, others: ReadonlySet<PyObject>): boolean {
  for (const property of mapperOf(instance).properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'many-to-one') continue;
    if (isPostUpdate(property)) continue;
    const value = instance.attrs?.get(property.key);
    if (value instanceof PyObject && value !== instance && others.has(value)) return true;
  }
  return [...others].some((other) => other !== instance && holdsAsChild(other, instance));
}

function holdsAsChild(parent: PyObject, child: PyObject): boolean {
  for (const property of mapperOf(parent).properties.values()) {
    if (!(property instanceof Relationship) || property.direction !== 'one-to-many') continue;
    if (isPostUpdate(property)) continue;
    const value = parent.attrs?.get(property.key);
    const items = (value as { items?: readonly Value[] } | null | undefined)?.items ?? [value];
    if (items.includes(child)) return true;
  }
  return false;
}
