/** Keys that are written by an UPDATE of their own, once all rows are there: `post_update=True`. Answers to: sqlalchemy/orm/dependency.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { PyObject, type Value } from '../../../../python/values/value.ts';
import { stateOf } from '../mapper/instance-state.ts';
import { membersOf } from '../mapper/instance-values.ts';
import { inheritedMapper } from '../mapper/mapped-class.ts';
import { Relationship } from '../mapper/property.ts';

/** Whether a relationship was made with `post_update=True`. */
export const isPostUpdate = (property: Relationship): boolean => property.options.get('post_update') === true;

/** A row whose key waits: what refers, and to what. */
export interface Waiting {
  readonly property: Relationship;
  /** The instance whose row has the key. */
  readonly referring: PyObject;
  /** null: the key goes. */
  readonly referred: PyObject | null;
}

function postUpdates(instance: PyObject): readonly Relationship[] {
  const { properties } = inheritedMapper(instance.cls)!;
  return [...properties.values()].filter(
    (one): one is Relationship =>
      one instanceof Relationship && isPostUpdate(one) && one.options.get('viewonly') !== true,
  );
}

const orNull = (value: Value | undefined): PyObject | null => (value instanceof PyObject ? value : null);

/** What relationships of instances that are written say now, before the flush forgets what changed. */
export function waitingKeys(call: Interpreter, instances: readonly PyObject[]): readonly Waiting[] {
  return instances.flatMap((one) =>
    postUpdates(one).flatMap((property): Waiting[] => {
      const state = stateOf(one);
      const value = one.attrs?.get(property.key);
      if (property.direction === 'many-to-one') {
        const isNew = !state.identity && value instanceof PyObject;
        if (!isNew && !state.changed.has(property.key)) return [];
        return [{ property, referring: one, referred: orNull(value) }];
      }
      if (property.direction !== 'one-to-many') return [];
      const before = state.committed.get(property.key) ?? [];
      return membersOf(call, value)
        .filter((child): child is PyObject => child instanceof PyObject && !before.includes(child))
        .map((child) => ({ property, referring: child, referred: one }));
    }),
  );
}

/** Keys of rows that go: what they refer to may go before them. */
export const partingKeys = (deleted: readonly PyObject[]): readonly Waiting[] =>
  deleted.flatMap((one) =>
    postUpdates(one)
      .filter(({ direction }) => direction === 'many-to-one')
      .map((property) => ({ property, referring: one, referred: null })),
  );
