/** What goes along with an instance: `cascade="all, delete-orphan"`. Answers to: sqlalchemy/orm/util.py (CascadeOptions), mapper.py (cascade_iterator). */
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { storedIn } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';

export type Cascade = 'save-update' | 'merge' | 'delete' | 'delete-orphan' | 'expunge' | 'refresh-expire';

/** Whether a relationship passes this on. */
export function cascades(property: Relationship, cascade: Cascade): boolean {
  if (property.options.get('viewonly') === true) return false;
  const given = property.options.get('cascade');
  if (typeof given !== 'string') return cascade === 'save-update' || cascade === 'merge';
  const parts = new Set(given.split(',').map((part) => part.trim()));
  return parts.has(cascade) || (parts.has('all') && cascade !== 'delete-orphan');
}

const relationshipsOf = (instance: PyObject): readonly Relationship[] =>
  [...(inheritedMapper(instance.cls)?.properties.values() ?? [])].filter(
    (one): one is Relationship => one instanceof Relationship,
  );

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  if (value instanceof PyDict) return [...value.entries()].map(([, member]) => member);
  const { items } = value as { items?: readonly Value[] };
  if (Array.isArray(items)) return items;
  if (value instanceof PyObject && inheritedMapper(value.cls)) return [value];
  const iterable = value as { [Symbol.iterator]?: () => Iterator<Value> };
  return typeof iterable[Symbol.iterator] === 'function' ? [...(value as unknown as Iterable<Value>)] : [];
}

/**
 * The instance and all that it takes along.
 * @param others leaves the instance itself out
 */
export function cascaded(
  call: Interpreter,
  instance: PyObject,
  cascade: Cascade,
  others = false,
): readonly PyObject[] {
  const found = new Set<PyObject>([instance]);
  for (const one of found) {
    for (const property of relationshipsOf(one)) {
      if (!cascades(property, cascade)) continue;
      // What is deleted takes along what the database has; else only what is in memory counts.
      const passive = cascade !== 'delete' || (property.options.get('passive_deletes') ?? false) !== false;
      const value = passive ? one.attrs?.get(property.key) : storedIn(call, one, property);
      for (const member of itemsOf(value))
        if (member instanceof PyObject && inheritedMapper(member.cls)) found.add(member);
    }
  }
  if (others) found.delete(instance);
  return [...found];
}

/** Whether collections of an instance differ from what the database has. */
export function membersIn(instance: PyObject): { readonly changed: boolean } {
  const { committed } = stateOf(instance);
  for (const [key, before] of committed) {
    const now = itemsOf(instance.attrs?.get(key));
    if (now.length !== before.length || now.some((one) => !before.includes(one))) return { changed: true };
  }
  return { changed: false };
}

/** Members that left a collection which owns them. */
export function orphansOf(instance: PyObject): readonly PyObject[] {
  const { committed } = stateOf(instance);
  const orphans: PyObject[] = [];
  for (const property of relationshipsOf(instance)) {
    if (!cascades(property, 'delete-orphan')) continue;
    const now = itemsOf(instance.attrs?.get(property.key));
    const before = property.useList
      ? (committed.get(property.key) ?? [])
      : itemsOf(stateOf(instance).changed.get(property.key));
    for (const one of before)
      if (one instanceof PyObject && !now.includes(one) && !adopted(one, property)) orphans.push(one);
  }
  return orphans;
}

function adopted(one: PyObject, property: Relationship): boolean {
  const key = property.reverse?.key;
  return key !== undefined && one.attrs?.get(key) instanceof PyObject;
}

/** New members that are in no session. */
export function strangersOf(
  instance: PyObject,
  known: (one: PyObject) => boolean,
): readonly { readonly property: Relationship; readonly member: PyObject }[] {
  const { committed, pending } = stateOf(instance);
  return relationshipsOf(instance).flatMap((property) => {
    if (property.options.get('viewonly') === true) return [];
    const before = committed.get(property.key) ?? [];
    const waiting = [...(pending.get(property.key)?.added ?? [])];
    const now = [...itemsOf(instance.attrs?.get(property.key)), ...waiting];
    return now
      .filter((one): one is PyObject => one instanceof PyObject && !before.includes(one) && !known(one))
      .filter((one) => !stateOf(one).deleted)
      .map((member) => ({ property, member }));
  });
}
